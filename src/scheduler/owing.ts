import { doneDue } from '../../db/due.ts';
import { dueItemSchema } from '../core/due-item.ts';
import { owesNews } from '../core/late-news.ts';
import { decideDue } from '../core/reminder-notice.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import type { Reach } from './reach.ts';
import { REMINDERS } from './settle-reminders.ts';

interface Left {
  /** Somebody owes it yet. */
  anybody: boolean;
  /** Persons to whom it is news. */
  unaware: Set<string | null>;
}

/** Of a deadline, to whom it is news that it is asked for, when these rows are told. */
export async function owingOf(
  { tx, blocId, rows, now }: DueWork,
  reach: Reach,
): Promise<(deadlineId: string) => Left> {
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return () => ({ anybody: false, unaware: new Set() });
  const { plan, calendar } = facts;
  // Reminders are settled first: the same items say again whom they reminded of what.
  const since = new Date(Math.min(...rows.map(row => row.dueAt.getTime())));
  const done = await doneDue(tx, blocId, REMINDERS, since);
  const said = decideDue(
    done.map(item => dueItemSchema.parse(item)),
    plan,
    now,
    calendar,
  );
  const reminded = said.kind === 'send' ? said.notices : [];
  return deadlineId => {
    const { owing, unaware } = owesNews(deadlineId, plan, reminded);
    const chats = unaware.flatMap(party =>
      reach.chatsOf(party.kind === 'unit' ? party : { kind: 'lead' as const }),
    );
    return { anybody: owing.length > 0, unaware: new Set(chats.map(chat => chat.personId)) };
  };
}
