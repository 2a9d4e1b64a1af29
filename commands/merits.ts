import { chosenIn } from '../src/core/ballot/decision.ts';
import { tallyAt } from '../src/core/scoring-tally.ts';
import type { Tally } from '../src/core/tally-result.ts';
import type { Merits } from '../src/text/awards.ts';
import { findUnits } from '../src/text/find-units.ts';
import { knockoutReason } from '../src/text/ranking.ts';
import type { Call } from './command.ts';

/** What ranking, ballots and vetoes say of each unit. */
export async function meritsOf(call: Call): Promise<(unitId: string) => Merits> {
  const { ports } = call;
  const units = await ports.deadlines.units();
  const scoring = await ports.scoring.load();
  const tally: Tally | null = scoring && tallyAt(scoring, 'appeal');
  const won = (await ports.ballots.list()).flatMap(ballot => {
    const chosen = chosenIn(ballot);
    return ballot.options
      .filter(one => chosen.includes(one.id))
      .flatMap(({ label }) => findUnits(label, units).map(({ id }) => ({ unitId: id, no: ballot.no })));
  });
  const told = (await ports.year.vetoes.list()).flatMap(({ unitId, reason, source }) =>
    reason === null ? [] : [{ unitId, kind: 'fact' as const, reason, source }],
  );
  const concluded = (await ports.year.meetings.list()).some(one => one.heldAt && one.decisions.length > 0);
  return unitId => {
    const unit = tally?.units.find(one => one.unitId === unitId);
    const scored = unit && unit.counts.scored > 0;
    const place = tally?.ranking.find(one => one.unitIds.includes(unitId));
    return {
      rank: scored ? (unit.rank ?? null) : null,
      tied: scored === true && (place?.unitIds.length ?? 0) > 1,
      ballots: won.filter(one => one.unitId === unitId).map(one => one.no),
      concluded,
      vetoes: (unit?.knockouts ?? told.filter(one => one.unitId === unitId))
        .filter(one => one.kind !== 'unsent')
        .map(knockoutReason),
    };
  };
}

/** Members that are not considered this year, and why. */
export async function excludedUnits(
  call: Call,
): Promise<{ id: string; name: string; vetoes: readonly string[] }[]> {
  const merits = await meritsOf(call);
  return (await call.ports.units())
    .map(({ id, name }) => ({ id, name, vetoes: merits(id).vetoes }))
    .filter(one => one.vetoes.length > 0);
}
