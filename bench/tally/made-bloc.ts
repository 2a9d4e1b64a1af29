import { createCalendar } from '../../src/core/calendar.ts';
import { addDays, day } from '../../src/core/day.ts';
import { decimal } from '../../src/core/decimal.ts';
import { knownCalendarDays } from '../../src/core/holidays.ts';
import { type Points, points } from '../../src/core/points.ts';
import { type Criterion, noCaps, type RuleRef, type ScoreTable } from '../../src/core/score-table.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import { defaultSettings } from '../../src/core/table-settings.ts';
import type { StagedEntry, TallyFacts } from '../../src/core/tally-facts.ts';

/** As many leaves of each kind as a real table of 1000 points has; two of them derived from reports. */
const KINDS = [
  ...Array.from({ length: 111 }, () => 'manual'),
  ...Array.from({ length: 51 }, () => 'yes_no'),
  ...Array.from({ length: 12 }, () => 'relative_to_leader'),
  'late_days',
  'missing_reports',
] as const;

const REPORTS = { of: { kinds: ['report'] } };
const PARAMS: Record<string, RuleRef['params']> = {
  late_days: { ...REPORTS, days: 'working', several: 'worst', each: 50 },
  missing_reports: { ...REPORTS, each: 100 },
};
const terms = { counts: 'base', clause: null, atLeast: null } as const;
const GROUPS = 8;
const PER_ITEM = 4;
const MAX: Points = points(500);
const at = new Date('2026-12-10T03:00:00Z');

/** Numbers that look random and are the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed % 2147483647 || 1;
  return below => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** 176 leaves four levels down. */
export function madeTable(seed: number): ScoreTable {
  const pick = numbers(seed);
  const kinds = KINDS.map(kind => ({ kind, at: pick(1_000_000) })).sort((a, b) => a.at - b.at);
  const leaves = kinds.map(({ kind }, index): Criterion => {
    const rule = { id: kind, version: 1, params: PARAMS[kind] ?? {} };
    return {
      key: `k${index}`,
      no: String(index + 1),
      name: `Tiêu chí ${index + 1}`,
      max: MAX,
      ...terms,
      rule,
    };
  });
  const groups = grouped('g', GROUPS, grouped('i', Math.ceil(leaves.length / PER_ITEM), leaves));
  const max = points(MAX * leaves.length);
  return {
    version: 1,
    name: 'Bảng 176 tiêu chí',
    max,
    caps: noCaps,
    settings: defaultSettings,
    children: groups,
  };
}

function grouped(prefix: string, count: number, children: Criterion[]): Criterion[] {
  const size = Math.ceil(children.length / count);
  return Array.from({ length: Math.ceil(children.length / size) }, (_, index) => {
    const own = children.slice(index * size, (index + 1) * size);
    const max = points(own.reduce((so, child) => so + child.max, 0));
    const key = `${prefix}${index}`;
    return { key, no: key, name: key, max, ...terms, caps: noCaps, children: own };
  });
}

/** Every leaf answered in two stages, and two reports a unit, some late. */
export function madeFacts(
  table: ScoreTable,
  kindsOf: readonly [string, string][],
  units: number,
  seed: number,
): TallyFacts {
  const pick = numbers(seed);
  const ids = Array.from({ length: units }, (_, index) => `u${index}`);
  const entry = (unitId: string, criterionKey: string, kind: string, stage: string): StagedEntry => {
    return { unitId, criterionKey, stage, version: 1, value: answer(kind, pick), by: 'p', byName: 'P', at };
  };
  return {
    stages: ['self', 'verified'],
    selfScoreClosed: true,
    units: ids.map(id => ({ id, name: `${table.name} ${id}` })),
    entries: ids.flatMap(id =>
      kindsOf
        .filter(([, kind]) => !(kind in PARAMS))
        .flatMap(([key, kind]) => [entry(id, key, kind, 'self'), entry(id, key, kind, 'verified')]),
    ),
    duties: ids.flatMap(unitId =>
      ['2026-05-29', '2026-11-30'].map((due, index) => {
        const dueOn = day(due);
        const sentAt = new Date(`${addDays(dueOn, pick(6) - 3)}T03:00:00Z`);
        const obligationId = `${unitId}-${index}`;
        return {
          ...{ obligationId, deadlineId: `d${index}`, kind: 'report' as const, title: `Báo cáo ${index}` },
          ...{ unitId, dueOn, sentAt, firstSentAt: sentAt },
        };
      }),
    ),
    cutOff: { rules: { roll: 'next_working_day', endOfDay: null }, calendar },
    indicators: [],
    knockouts: [],
    classEvents: [],
  };
}

const calendar = createCalendar(knownCalendarDays, new Map());

function answer(kind: string, pick: (below: number) => number): SheetValue {
  if (kind === 'yes_no') return { kind, yes: pick(2) === 1 };
  if (kind === 'relative_to_leader') {
    const [actual, target] = [50 + pick(150), 100].map(number => decimal(String(number)));
    if (actual && target) return { kind: 'ratio', actual, target };
  }
  return { kind: 'points', points: points(pick(MAX + 1)) };
}
