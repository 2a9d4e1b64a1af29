import type { Line } from '../src/core/message.ts';
import { hasMoved, placedAffected } from '../src/core/score-effect.ts';
import type { Scoring } from '../src/core/scoring-facts.ts';
import { type Affected, affected } from '../src/core/tally-diff.ts';
import { scoreEffectText } from '../src/text/score-effect.ts';
import type { Call } from './command.ts';
import { tallyNow } from './score-desk.ts';

/** Whose points or place a change of facts has moved. Published ones never move. */
export async function movedScores(before: Scoring | null, { ports }: Call): Promise<Affected[]> {
  if (!before || before.standing.published) return [];
  const after = await ports.scoring.load();
  return after ? placedAffected(after, affected(tallyNow(before), tallyNow(after))) : [];
}

/** What to tell each unit whose points moved; of places alone only the lead's side hears. */
export function unitNews(moved: readonly Affected[], before: Scoring | null): Map<string, Line[]> {
  const open = before?.standing.open ?? false;
  return new Map(moved.filter(hasMoved).map(one => [one.unitId, scoreEffectText.toUnit(one, open)]));
}
