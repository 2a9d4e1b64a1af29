import { bindTable } from './bound-table.ts';
import { classOf } from './classes.ts';
import { type Fraction, fraction, nothing } from './fraction.ts';
import { type HeldEntries, heldEntries } from './held-entries.ts';
import { knockoutsOf } from './knockouts.ts';
import { percentOf, zero } from './points.ts';
import { rank } from './ranking.ts';
import type { ScoreTable } from './score-table.ts';
import { NO_SELF_SCORE } from './table-settings.ts';
import type { ClassEvent, ScoredDuty, TallyFacts } from './tally-facts.ts';
import type { Judging } from './tally-leaf.ts';
import type { Sums, Tally, UnitTally } from './tally-result.ts';
import { tallySheet } from './tally-unit.ts';
import { chainOf } from './tie-chain.ts';

/**
 * Every unit's points with their reasons, and the ranking, from the table and the facts alone.
 * @throws where the table names a rule that this release does not have
 */
export function tally(table: ScoreTable, facts: TallyFacts, now: Date): Tally {
  const { settings } = table;
  const judging = judgingOf(table, facts, now);
  const units = facts.units.map(unit => tallied(table, unit, judging));
  const chain = chainOf(settings.tieBreak, facts.indicators);
  const considered = units.filter(unit => unit.knockouts.length === 0);
  const ranking = rank(
    considered.map(unit => {
      return { unitId: unit.unitId, value: measureOf(settings.measure, unit), keys: chain.keysOf(unit) };
    }),
    chain.names,
    settings.ranking,
  );
  const placeOf = new Map(ranking.flatMap(place => place.unitIds.map(id => [id, place.rank] as const)));
  return {
    table: { name: table.name, version: table.version },
    stage: facts.stages.at(-1) ?? '',
    provisional: units.some(unit => unit.provisional),
    problems: bindTable(table).problems,
    units: units.map(unit => ({ ...unit, rank: placeOf.get(unit.unitId) ?? null })),
    ranking,
  };
}

/** The same of one unit alone; its place is not looked for. */
export function tallyUnit(table: ScoreTable, unitId: string, facts: TallyFacts, now: Date): UnitTally {
  const unit = facts.units.find(one => one.id === unitId);
  if (!unit) throw new Error('a tally without its unit');
  return tallied(table, unit, judgingOf(table, facts, now));
}

function tallied(table: ScoreTable, { id, name }: TallyFacts['units'][number], judging: Judging): UnitTally {
  const { settings } = table;
  const { facts, held } = judging;
  const { children, sums } = tallySheet(table, bindTable(table).nodes, id, judging);
  const measure = measureOf(settings.measure, sums);
  return {
    unitId: id,
    unitName: name,
    ...sums,
    children,
    percent: percentOf(sums.points, sums.max),
    class: classOf(settings, measure, children, eventsOf(id, facts, held)),
    knockouts: knockoutsOf(
      table.children,
      children,
      facts.knockouts.filter(one => one.unitId === id),
      facts.unsent?.includes(id) ?? false,
    ),
    rank: null,
  };
}

function judgingOf(table: ScoreTable, facts: TallyFacts, now: Date): Judging {
  const { at, decimals } = table.settings.rounding;
  const dutiesOf = new Map<string, ScoredDuty[]>();
  for (const duty of facts.duties) {
    const own = dutiesOf.get(duty.unitId);
    if (own) own.push(duty);
    else dutiesOf.set(duty.unitId, [duty]);
  }
  return {
    facts,
    now,
    held: heldEntries(facts.stages, facts.entries),
    dutiesOf,
    peers: new Map(),
    step: ([100, 10, 1] as const)[decimals],
    roundsHere: at === 'leaf',
  };
}

/** In points, or in per cent of what is assigned to the unit; exact, so that ranking never hangs on rounding. */
function measureOf(by: 'points' | 'percent', { points, max }: Pick<Sums, 'points' | 'max'>): Fraction {
  if (by === 'points') return fraction(BigInt(points), 100n);
  return max === zero ? nothing : fraction(BigInt(points) * 100n, BigInt(max));
}

function eventsOf(unitId: string, facts: TallyFacts, held: HeldEntries): ClassEvent[] {
  const told = facts.classEvents.filter(event => event.unitId === unitId);
  const silent = facts.selfScoreClosed && !held.beganBy(unitId);
  return silent ? [...told, { unitId, event: NO_SELF_SCORE, source: null }] : told;
}
