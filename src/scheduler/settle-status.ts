import { addDue, finishDue } from '../../db/due.ts';
import { enqueue, type Pinned, pinnedMessages } from '../../db/outbox.ts';
import { groupChats, type KnownChat } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import { byDeadline, type Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import { deadlineView, standingAt } from '../core/progress.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { statusLines } from '../text/status.ts';
import { type BlocFacts, loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { shortened } from './notify.ts';
import { toEach } from './reach.ts';

export const STATUS = 'status';

/** Everything that changes within it is one edit. */
const WITHIN_MS = 60_000;

/** Soon the groups' status is said anew, where there are groups that keep it at their top. */
export function refreshStatus(tx: Tx, blocId: number, now: Date): Promise<void> {
  const at = new Date((Math.floor(now.getTime() / WITHIN_MS) + 1) * WITHIN_MS);
  return addDue(tx, blocId, { kind: STATUS, key: `${STATUS}:${at.toISOString()}`, at });
}

/**
 * One message at the top of each group, edited as reports come in. An edit disturbs nobody and is made at any
 * hour; the first time, group by group, waits for the hours in which the bot may speak.
 */
export async function settleStatus({ tx, blocId, rows, now, pins }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  const chats = facts ? (await groupChats(tx, blocId)).filter(pins) : [];
  if (!facts || chats.length === 0) return finishDue(tx, ids, now);
  const stand = await pinnedMessages(tx, blocId);
  const pinnedIn = (chat: KnownChat) => stand.find(one => isIn(one, chat)) ?? null;
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later && chats.some(chat => pinnedIn(chat) === null))
    await addDue(tx, blocId, { kind: STATUS, key: `${STATUS}:${later.toISOString()}`, at: later });
  const lines = statusOf(facts, now);
  const cause = `${STATUS}:${blocId}:${ids[0]}`;
  await enqueue(
    tx,
    chats.flatMap(chat => {
      const before = pinnedIn(chat);
      if (before ? same(before.body.lines, lines) : later || lines.length === 0) return [];
      const body = { lines, pinned: true as const, ...(before && { edits: before.dedupeKey }) };
      return toEach([chat], { chatKind: 'group', blocId, cause, body });
    }),
  );
  await finishDue(tx, ids, now);
}

const isIn = (one: Pinned, chat: KnownChat) =>
  one.platform === chat.platform && one.botId === chat.botId && one.chatId === chat.chatId;

const same = (before: readonly Line[], now: readonly Line[]) =>
  JSON.stringify(before) === JSON.stringify(now);

/** As anybody in the group may see it (decision 13). */
function statusOf({ name, duties, plan, calendar }: BlocFacts, now: Date): Line[] {
  const at = { now, calendar, rules: plan.policy };
  const views = byDeadline(duties).map(group => deadlineView(group, [], at));
  const mayName = ({ dueOn }: Duty) =>
    plan.policy.nameBeforeDue || (dueOn !== null && standingAt(dueOn, at).kind === 'over');
  return shortened(statusLines(name, views, mayName));
}
