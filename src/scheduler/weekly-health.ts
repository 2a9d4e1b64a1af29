import { finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { weekOf } from '../../db/week.ts';
import { cutOff } from '../core/deadline.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { dateUndated } from '../text/deadlines.ts';
import { healthLines } from '../text/health-line.ts';
import { toMessage } from '../turn/messages.ts';
import { type BlocFacts, loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';
import { replanFrom } from './replan.ts';

const WEEK_MS = 7 * 86_400_000;

/** The weekly sign of life to the clerk, or else the lead's contact. Weeks missed fold into one line. */
export async function sayAlive({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later) return postponeDue(tx, ids, later);
  const counts = { ...(await weekOf(tx, blocId, new Date(now.getTime() - WEEK_MS))), ...open(facts, now) };
  const chats = (await reachOf(tx, blocId, now)).chatsOf({ kind: 'clerk' });
  const undated = undatedTitles(facts);
  const say = {
    lines: healthLines(facts.name, counts, undated, now),
    ...(undated.length > 0 && { choices: [[dateUndated()]] }),
  };
  const body = toMessage(say, { kind: 'command', blocId });
  const cause = `alive:${blocId}:${rows[0]?.id}`;
  await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
  await finishDue(tx, ids, now);
  // The next week's, and whatever the operator has changed in the calendar since.
  await replanFrom(tx, facts, now);
}

/** What the plan left without a day, for somebody to say which. */
const undatedTitles = ({ duties }: BlocFacts): string[] => [
  ...new Set(duties.filter(duty => duty.dueOn === null && !duty.handedIn).map(duty => duty.title)),
];

function open({ plan, calendar }: BlocFacts, now: Date): { waiting: number; overdue: number } {
  const dated = plan.obligations.filter(one => !one.fulfilled && one.dueOn !== null);
  const late = dated.filter(one => one.dueOn !== null && now > cutOff(one.dueOn, one, calendar));
  return { waiting: dated.length - late.length, overdue: late.length };
}
