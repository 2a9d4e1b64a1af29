import { z } from 'zod';
import { finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { unitsInFull } from '../../db/units.ts';
import { addDays, day } from '../core/day.ts';
import { roleChanges } from '../core/hand-over.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { handOverText } from '../text/hand-over.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({ from: z.string().transform(day) });

/** The day has come: each unit whose role is another now is told, unless the hand-over was taken back. */
export async function sayHandedOver({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later) return postponeDue(tx, ids, later);
  const reach = await reachOf(tx, blocId, now);
  for (const { id, item } of rows) {
    const { from } = itemSchema.parse(item);
    const after = await unitsInFull(tx, from);
    const lead = after.find(one => one.role === 'lead')?.name ?? '';
    for (const change of roleChanges(await unitsInFull(tx, addDays(from, -1)), after)) {
      const body = toMessage(
        { lines: handOverText.inEffect(facts.name, change, lead, from) },
        { kind: 'command', blocId },
      );
      const chats = reach.chatsOf({ kind: 'unit', unitId: change.unitId });
      const cause = `hand_over:${id}:${change.unitId}`;
      await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
    }
  }
  await finishDue(tx, ids, now);
}
