import { finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { dayOf } from '../core/day.ts';
import { firstIn, holidayQuestions } from '../core/holiday-questions.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { inWordsOf } from '../text/bloc-words.ts';
import { holidayText } from '../text/holidays.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

/** Asks the lead of doubtful days; nothing where they are past, announced or answered by now. */
export async function askOfHolidays({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const asked = new Map(rows.map(row => [firstIn(row.key), row.key]));
  const questions = holidayQuestions(facts.holidays, dayOf(now)).filter(
    ({ first, takenUp }) => !takenUp && asked.has(first),
  );
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (questions.length > 0 && later) return postponeDue(tx, ids, later);
  const chats = (await reachOf(tx, blocId, now)).chatsOf({ kind: 'lead' });
  for (const question of questions) {
    const asks = toMessage(holidayText.question(question, facts.name), { kind: 'command', blocId });
    const body = inWordsOf(facts.name, asks);
    const cause = `${asked.get(question.first)}:${blocId}`;
    await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
  }
  await finishDue(tx, ids, now);
}
