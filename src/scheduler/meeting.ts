import { z } from 'zod';
import { finishDue, postponeDue } from '../../db/due.ts';
import { meetings } from '../../db/meetings.ts';
import { enqueue } from '../../db/outbox.ts';
import { meetingStanding } from '../core/meeting.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { meetingText } from '../text/meetings.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({ id: z.string() });

/** Before a meeting: those who come and those who have not said so; who stays away need not hear of it again. */
export async function remindOfMeetings({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later) return postponeDue(tx, ids, later);
  const reach = await reachOf(tx, blocId, now);
  for (const { id: due, item } of rows) {
    // Of a year that was closed meanwhile nobody is reminded.
    const { id } = itemSchema.parse(item);
    const one = (await meetings(tx, facts)).find(found => found.id === id);
    if (!one || meetingStanding(one, now) !== 'planned') continue;
    const lines = meetingText.tomorrow(facts.name, one);
    for (const { unitId, answer } of one.units.filter(unit => unit.answer !== 'no')) {
      const choices = answer === null ? [[meetingText.come(one), meetingText.stayAway(one)]] : [];
      const say = { lines, ...(choices.length > 0 ? { choices } : {}) };
      const body = toMessage(say, { kind: 'command', blocId });
      const cause = `meeting:${due}:${unitId}`;
      const chats = reach.chatsOf({ kind: 'unit', unitId });
      await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
    }
  }
  await finishDue(tx, ids, now);
}
