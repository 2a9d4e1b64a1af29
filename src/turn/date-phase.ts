import { addDue } from '../../db/due.ts';
import { addPhaseEntry } from '../../db/season-phases.ts';
import type { Tx } from '../../db/tx.ts';
import { at, type TimeOfDay } from '../core/day.ts';
import type { DatedPhase } from '../core/plan-phases.ts';

/** From that day on the lead is asked to enter the phase, in the morning. */
export async function datePhase(
  tx: Tx,
  season: { blocId: number; seasonId: string; morning: TimeOfDay },
  { phase, on }: DatedPhase,
  { madeBy, now }: { madeBy: string; now: Date },
): Promise<void> {
  const { blocId, seasonId, morning } = season;
  await addPhaseEntry(tx, { blocId, seasonId, kind: 'dated', phase, day: on, madeBy, madeAt: now });
  const item = {
    ...{ kind: 'season_phase', key: `season_phase:${seasonId}:${phase}:${on}` },
    ...{ at: at(on, morning), seasonId, phase },
  };
  if (item.at > now) await addDue(tx, blocId, item);
}
