import { z } from 'zod';
import { finishDue, postponeDue } from '../../db/due.ts';
import { milestones } from '../../db/milestones.ts';
import { enqueue } from '../../db/outbox.ts';
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
});

/** A campaign's first and last morning, said in the group; nothing where it was moved meanwhile. */
export async function sayCampaigns({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later && dayOf(later) === dayOf(now)) return postponeDue(tx, ids, later);
  const { groups } = await reachOf(tx, blocId, now);
  for (const { id: due, item } of rows) {
    const { seasonId, milestoneId, edge } = itemSchema.parse(item);
    const one = (await milestones(tx, seasonId)).find(found => found.id === milestoneId);
    const day = edge === 'begins' ? one?.startsOn : one?.endsOn;
    if (!one || later || day !== dayOf(now) || !facts.seasonIds.includes(seasonId)) continue;
    const body = toMessage({ lines: milestoneText[edge](facts.name, one) }, { kind: 'command', blocId });
    const cause = `campaign:${due}`;
    await enqueue(tx, toEach(groups, { chatKind: 'group', blocId, cause, body }));
  }
  await finishDue(tx, ids, now);
}
