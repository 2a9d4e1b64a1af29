import { createCalendar } from '../../src/core/calendar.ts';
import { type Decimal, decimal } from '../../src/core/decimal.ts';
import { type Points, points } from '../../src/core/points.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import type { StagedEntry, TallyFacts } from '../../src/core/tally-facts.ts';
import { now } from './score-sheets.ts';

/** Points as a person writes them: 9.25. */
export const p = (value: number): Points => points(Math.round(value * 100));
export const d = (value: number | string): Decimal => decimal(String(value));

export const ratioOf = (actual: number | string, target: number | string | null): SheetValue => ({
  kind: 'ratio',
  actual: d(actual),
  target: target === null ? null : d(target),
});
export const countOf = (count: number): SheetValue => ({ kind: 'count', count });
export const numberOf = (value: number | string): SheetValue => ({ kind: 'number', number: d(value) });
export const levelOf = (level: string): SheetValue => ({ kind: 'level', level });
export const yesNo = (yes: boolean): SheetValue => ({ kind: 'yes_no', yes });
export const pointsOf = (value: number): SheetValue => ({ kind: 'points', points: p(value) });

export function staged(
  unitId: string,
  criterionKey: string,
  value: SheetValue,
  { stage = 'self', version = 1 } = {},
): StagedEntry {
  return { unitId, criterionKey, version, stage, value, by: 'an', byName: 'An', at: now };
}

/** Facts of units a, b, c … with what is said of them; working days are Monday to Friday. */
export function factsFor(ids: string[], changes: Partial<TallyFacts> = {}): TallyFacts {
  return {
    stages: ['self'],
    selfScoreClosed: false,
    units: ids.map(id => ({ id, name: `Đơn vị ${id}` })),
    entries: [],
    duties: [],
    cutOff: { rules: { roll: 'strict', endOfDay: null }, calendar: createCalendar([], new Map()) },
    indicators: [],
    knockouts: [],
    classEvents: [],
    ...changes,
  };
}
