import { createCalendar } from '../../src/core/calendar.ts';
import { day } from '../../src/core/day.ts';
import type { CutOffRules } from '../../src/core/deadline.ts';
import { roundedPoints } from '../../src/core/fraction.ts';
import { findRule } from '../../src/core/rules/index.ts';
import type { BoundRule, Counts, PeerAnswer, Verdict } from '../../src/core/rules/rule.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import type { ScoredDuty } from '../../src/core/tally-facts.ts';
import { p } from './score-facts.ts';
import { now } from './score-sheets.ts';

export interface RuleCase {
  max?: number;
  counts?: Counts;
  params?: Record<string, unknown>;
}

export function bound(id: string, { max = 10, counts = 'base', params = {} }: RuleCase = {}): BoundRule {
  const rule = findRule(id, 1);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule.bind(params, { max: p(max), counts });
}

export interface Seen {
  peers?: PeerAnswer[];
  duties?: ScoredDuty[];
  now?: Date;
  rules?: CutOffRules;
}

const weekdays = createCalendar([], new Map());

export function verdictOf(rule: BoundRule, value: SheetValue | null, seen: Seen = {}): Verdict {
  const { peers = [{ unitId: 'a', value }], duties = [], now: at = now } = seen;
  return rule.evaluate({
    value,
    unitId: 'a',
    peers: () => peers,
    duties,
    cutOff: { rules: seen.rules ?? { roll: 'strict', endOfDay: null }, calendar: weekdays },
    now: at,
  });
}

/** In points, rounded to the hundredth; null: open. */
export function pointsOf(rule: BoundRule, value: SheetValue | null, seen: Seen = {}): number | null {
  const verdict = verdictOf(rule, value, seen);
  return verdict.kind === 'points' ? roundedPoints(verdict.points) / 100 : null;
}

/** Unit a's report, due at the end of `dueOn` and sent at noon (Vietnam) of `sentOn`. */
export function duty(
  dueOn: string | null,
  sentOn: string | null,
  changes: Partial<ScoredDuty> = {},
): ScoredDuty {
  const sentAt = sentOn === null ? null : new Date(`${sentOn}T12:00:00+07:00`);
  return {
    obligationId: `o-${dueOn}`,
    deadlineId: `d-${dueOn}`,
    kind: 'report',
    title: `Báo cáo ${dueOn}`,
    unitId: 'a',
    dueOn: dueOn === null ? null : day(dueOn),
    firstSentAt: sentAt,
    sentAt,
    ...changes,
  };
}
