import type { BoardFile } from './board.ts';
import { type Day, day, daysBetween } from './day.ts';
import type { Evidence, Figure } from './plan-draft.ts';

/** A figure of the year that units or the bloc answer for. */
export interface Target extends Figure {
  id: string;
  /** The revision that holds. */
  revision: number;
  /** Its place in the list, from 1: what people call it by. */
  no: number;
  scope: 'bloc' | 'each_unit';
  metric: string;
  measure: string | null;
  /** As printed. */
  period: string | null;
  dueOn: Day | null;
  raw: string;
  from: Evidence | null;
  /** Who answers for it; none: the lead, for the bloc. Of `each_unit` every unit. */
  owners: TargetUnit[];
  /** The newest of each unit and of the bloc as such. */
  reports: TargetReport[];
  /** Counted from what is registered, and reported by nobody. */
  counted?: true;
}

export interface TargetUnit {
  unitId: string;
  unitName: string;
}

export interface TargetReport {
  /** Null: the bloc as such. */
  unitId: string | null;
  /** Of what is to be done: 1 done, 0 not yet. */
  value: number;
  asOf: Day;
  source: string | null;
  file: BoardFile | null;
  /** Null: counted by the assistant itself. */
  byName: string | null;
  at: Date | null;
}

/** `silent`: nothing reported; `above`: beyond a range's upper end, which is for people to judge. */
export type Light = 'reached' | 'on_track' | 'above' | 'behind' | 'silent';

/** Of a share or a level: so near to the aim is on track. */
const NEAR = 0.9;
/** Of a count that grows over the year: so much of what the calendar would have is on track. */
const PACE = 0.8;
/** "Khoảng 45": so much of it is meant as well. */
const ABOUT = 0.95;

/** Less is better where the figure is an upper bound, or nothing is to be left. */
const isLimit = ({ operator, low }: Figure) =>
  operator === '<=' || operator === '<' || (operator === '=' && low === 0);

/** Shares and levels are as they are on every day of the year; other figures grow towards its end. */
const isLevel = ({ measure }: Pick<Target, 'measure'>) => (measure ?? '').includes('%');

function isReached({ operator, low, high }: Figure, value: number): boolean {
  const aim = low ?? 1;
  switch (operator) {
    case '>':
      return value > aim;
    case '<':
      return value < aim;
    case '<=':
      return value <= aim;
    case 'between':
      return value >= aim && value <= (high ?? aim);
    case 'approx':
      return value >= aim * ABOUT;
    case '=':
      return aim === 0 ? value <= 0 : value >= aim;
    case '>=':
    case 'done':
      return value >= aim;
  }
}

/** How a reported value stands; `share` of the target's time that is over, from 0 to 1. */
export function lightOf(
  target: Figure & Pick<Target, 'measure'>,
  value: number | null,
  share: number,
): Light {
  if (value === null) return 'silent';
  if (isReached(target, value)) return 'reached';
  const { operator, high } = target;
  if (operator === 'between' && high !== null && value > high) return 'above';
  if (share >= 1 || isLimit(target)) return 'behind';
  if (operator === 'done') return 'on_track';
  const wanted = (target.low ?? 0) * (isLevel(target) ? NEAR : PACE * share);
  return value >= wanted ? 'on_track' : 'behind';
}

/** The share of a target's time that is over by `today`: of the years it names, else of the season's year. */
export function elapsedShare(
  { period, dueOn }: Pick<Target, 'period' | 'dueOn'>,
  year: number,
  today: Day,
): number {
  const years = (period ?? '').match(/(?:19|20)\d{2}/g)?.map(Number) ?? [year];
  const first: Day = dayIn(Math.min(...years), '01-01');
  const last = dueOn ?? dayIn(Math.max(...years), '12-31');
  const whole = daysBetween(first, last) + 1;
  const over = daysBetween(first, today) + 1;
  return whole <= 0 || over > whole ? 1 : Math.max(0, over / whole);
}

const dayIn = (year: number, rest: '01-01' | '12-31'): Day => day(`${year}-${rest}`);

export interface TargetStanding {
  target: Target;
  /** Of each that answers for it, in the bloc's order. */
  units: { unit: TargetUnit; report: TargetReport | null; light: Light }[];
  /** What the lead reported for the bloc as such. */
  bloc: { report: TargetReport | null; light: Light };
  /** The one light that a list shows. */
  light: Light;
  /** How many that answer for it have reported nothing. */
  silent: number;
}

const WORST: readonly Light[] = ['behind', 'silent', 'above', 'on_track', 'reached'];

/**
 * A figure of the bloc is what its lead reported; shares of units are never added up. Where only units report, the
 * list shows the worst of them.
 */
export function standingOf(target: Target, year: number, today: Day): TargetStanding {
  const share = elapsedShare(target, year, today);
  const of = (unitId: string | null) => target.reports.find(one => one.unitId === unitId) ?? null;
  const judged = (report: TargetReport | null) => ({
    report,
    light: lightOf(target, report?.value ?? null, share),
  });
  const units = target.owners.map(unit => ({ unit, ...judged(of(unit.unitId)) }));
  const bloc = judged(of(null));
  const lights = bloc.report || units.length === 0 ? [bloc.light] : units.map(one => one.light);
  const light = WORST.find(one => lights.includes(one)) ?? 'silent';
  const silent = units.length === 0 ? Number(!bloc.report) : units.filter(one => !one.report).length;
  return { target, units, bloc, light, silent };
}

/** Figures that one sentence of the document holds belong together; each is still reported on its own. */
export function bySentence(targets: readonly TargetStanding[]): TargetStanding[][] {
  const groups: TargetStanding[][] = [];
  for (const one of targets) {
    const before = groups.at(-1);
    const first = before?.[0]?.target.from;
    const { from } = one.target;
    if (before && first && from && from.quote !== '' && first.quote === from.quote) before.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** How many targets show which light. */
export function lightCounts(standings: readonly TargetStanding[]): Record<Light, number> {
  const counts: Record<Light, number> = { reached: 0, on_track: 0, above: 0, behind: 0, silent: 0 };
  for (const { light } of standings) counts[light] += 1;
  return counts;
}
