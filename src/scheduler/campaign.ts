import { z } from 'zod';
import { finishDue, postponeDue } from '../../db/due.ts';
import { milestones } from '../../db/milestones.ts';
import { enqueue } from '../../db/outbox.ts';
import { dayText } from '../../db/tx.ts';
import { dayOf } from '../core/day.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { milestoneText } from '../text/milestones.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({
  seasonId: z.string(),
  milestoneId: z.string(),
  edge: z.enum(['begins', 'ends']),
  /** Its first or last day, as it was dated; none in rows of older releases. */
  day: dayText.optional(),
});

/** A campaign's first and last morning, said in the group, after days off if need be; nothing where it was moved meanwhile. */
export async function sayCampaigns({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later) return postponeDue(tx, ids, later);
  const { groups } = await reachOf(tx, blocId, now);
  for (const { id: due, item } of rows) {
    const { seasonId, milestoneId, edge, day: meant = dayOf(now) } = itemSchema.parse(item);
    const one = (await milestones(tx, seasonId)).find(found => found.id === milestoneId);
    const day = edge === 'begins' ? one?.startsOn : one?.endsOn;
    if (!one || day !== meant || !facts.seasonIds.includes(seasonId)) continue;
    const lines = milestoneText[edge](facts.name, one, dayOf(now));
    const body = toMessage({ lines }, { kind: 'command', blocId });
    const cause = `campaign:${due}`;
    await enqueue(tx, toEach(groups, { chatKind: 'group', blocId, cause, body }));
  }
  await finishDue(tx, ids, now);
}
