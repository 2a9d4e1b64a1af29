import { z } from 'zod';
import { blocHead } from '../../db/blocs.ts';
import { finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { phaseEntries } from '../../db/season-phases.ts';
import { dayOf } from '../core/day.ts';
import { overduePhase, phasesOf, seasonPhases } from '../core/season-phase.ts';
import { postponedTo } from '../core/speaking-time.ts';
import { phaseText } from '../text/phases.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({ seasonId: z.string(), phase: z.enum(seasonPhases) });

/** A phase's day has come: the lead is asked to move on, unless he has, or has set another day. */
export async function askToMoveOn({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const later = postponedTo(facts.plan.policy, now, facts.calendar);
  if (later) return postponeDue(tx, ids, later);
  const reach = await reachOf(tx, blocId, now);
  for (const { id, item } of rows) {
    const { seasonId, phase } = itemSchema.parse(item);
    const head = await blocHead(tx, seasonId);
    const late = overduePhase(phasesOf(await phaseEntries(tx, seasonId)), dayOf(now));
    if (!head || late !== phase) continue;
    const say = { lines: phaseText.asks(head.name, head.year, phase), choices: [[phaseText.enter(phase)]] };
    const body = toMessage(say, { kind: 'command', blocId });
    const cause = `season_phase:${id}`;
    await enqueue(tx, toEach(reach.chatsOf({ kind: 'lead' }), { chatKind: 'private', blocId, cause, body }));
  }
  await finishDue(tx, ids, now);
}
