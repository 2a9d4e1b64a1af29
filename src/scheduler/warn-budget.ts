import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { enterBloc } from '../../db/tx.ts';
import { budgetText } from '../text/budget.ts';
import { spendings } from './budget-levels.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

/** The lead hears that a bot's number for the month runs low, and what that changes. */
export async function warnOfBudget({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const low = (await spendings(tx)).filter(one => one.level !== 'ample');
  const [first] = low;
  if (first) {
    await enterBloc(tx, blocId);
    const chats = (await reachOf(tx, blocId, now)).chatsOf({ kind: 'lead' });
    const body = { lines: budgetText.warning(first), urgent: true as const };
    const cause = `budget:${blocId}:${ids[0]}`;
    await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
  }
  await finishDue(tx, ids, now);
}
