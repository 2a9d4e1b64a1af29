import { createCalendar } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import { knownCalendarDays } from '../../core/holidays.ts';
import { planNotes } from '../../text/plan-notes.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import type { TimePhrase } from '../time/phrases.ts';
import type { ReadTime } from '../time/read-time.ts';
import type { Clause } from './clauses.ts';
import { addressOf, type DutyKind, isHandedIn, type Naming, type Noun, nameOfDuty } from './duty-words.ts';
import type { Obliged } from './obliged.ts';

export type PlanDeadline = PlanRecord['deadlines'][number];
export type Unresolved = PlanRecord['unresolved_deadlines'][number];

const calendar = createCalendar(knownCalendarDays, new Map());

interface Parts {
  section: Section;
  clause: Clause;
  kind: DutyKind;
  what: string;
  time: ReadTime | null;
  obliged: Obliged | null;
}

/** A deadline of the record; null where the words name no day that can be told. */
export function buildDeadline({ section, clause, kind, what, time, obliged }: Parts): PlanDeadline | null {
  const { phrase } = clause;
  const rule = quoteOf(section, clause.from, clause.to);
  const line = quoteOf(section, phrase.at, phrase.end).line;
  const handed = isHandedIn(kind);
  const common = {
    what,
    rule_text: rule.quote,
    kind,
    ...(handed ? partyOf(obliged) : {}),
    ...(handed ? addressOf(section, clause.from, clause.to) : {}),
    ...(phrase.hour ? { due_time: phrase.hour } : {}),
    line,
  };
  const every = phrase.every;
  if (every !== null && every !== 'year') return recurring(common, phrase, every);
  if (time === null) return null;
  const { due, boundary } = time;
  const window = due.window ? { window_start: due.window.from, window_end: due.window.to } : {};
  const ruleKind = RULES[boundary.kind];
  const shared = {
    ...common,
    ...window,
    precision: due.precision,
    ...(time.yearAssumed && every === null
      ? { confidence: 'likely' as const, needs_review: true, note: planNotes.yearAssumed() }
      : { confidence: 'certain' as const }),
  };
  if (every === 'year' && (handed || boundary.kind !== 'during_month')) {
    return {
      ...shared,
      due_date: null,
      rule_kind: `${ruleKind}_yearly`,
      recurrence: yearly(boundary),
      ...(due.dueOn.startsWith('2026') ? { example_due_2026: due.dueOn } : {}),
    };
  }
  return {
    ...shared,
    due_date: due.dueOn,
    rule_kind: ruleKind,
    ...(every === 'year' ? { recurrence: yearly(boundary) } : {}),
    ...(due.dueBefore ? { due_before: due.dueBefore } : {}),
    ...(handed ? { practical_due: calendar.workingDayOnOrBefore(due.dueOn) } : {}),
    ...(boundary.kind === 'before_month' ? { needs_review: true } : {}),
  };
}

const partyOf = (obliged: Obliged | null): Obliged => ({
  ...(obliged?.who ? { who: obliged.who } : {}),
  ...(obliged?.only ? { only: obliged.only } : {}),
  ...(obliged?.except ? { except: obliged.except } : {}),
});

const RULES = {
  before_day: 'before_day',
  before_month: 'before_month',
  before_year: 'before_month',
  by_day: 'by_day',
  during_month: 'during_month',
  during_quarter: 'during_quarter',
  between: 'window',
  unstated: 'by_day',
} as const;

const monthOf = (day: Day) => Number(day.slice(5, 7));
const dateOf = (day: Day) => Number(day.slice(8));

function yearly(boundary: ReadTime['boundary']): NonNullable<PlanDeadline['recurrence']> {
  const freq = 'yearly' as const;
  switch (boundary.kind) {
    case 'before_day':
      return { freq, before_month: monthOf(boundary.day), before_day: dateOf(boundary.day) };
    case 'before_month':
      return { freq, before_month: boundary.month };
    case 'by_day':
      return { freq, by_month: monthOf(boundary.day), by_day: dateOf(boundary.day) };
    case 'during_month':
      return { freq, month: boundary.month };
    case 'between':
      return { freq, from_: boundary.from.slice(5), to_: boundary.to.slice(5) };
    case 'during_quarter':
      return { freq, by_month: boundary.quarter * 3 };
    case 'before_year':
    case 'unstated':
      return { freq };
  }
}

type Common = Pick<PlanDeadline, 'what' | 'rule_text' | 'kind' | 'line'>;
const FREQUENCY = { month: 'monthly', quarter: 'quarterly', half_year: 'half_yearly' } as const;
const EVERY_RULE = { month: 'every_month', quarter: 'every_quarter', half_year: 'every_6_months' } as const;

function recurring(
  common: Common,
  phrase: TimePhrase,
  every: 'month' | 'quarter' | 'half_year',
): PlanDeadline {
  const date = Number(/(\d{1,2})/.exec(phrase.core)?.[1] ?? 0);
  const bound = date === 0 ? {} : phrase.bound === 'before' ? { before_day: date } : { by_day: date };
  return {
    ...common,
    due_date: null,
    rule_kind: EVERY_RULE[every],
    recurrence: { freq: FREQUENCY[every], ...(date <= 31 ? bound : {}) },
    confidence: 'certain',
  };
}

/** "trước 10 ngày", "05 ngày làm việc sau khi …": no day until the event has one. */
export function relativeDeadlines(
  naming: Naming,
  clause: Clause,
  duties: readonly Noun[],
  obliged: Obliged | null,
): PlanDeadline[] {
  const { section } = naming;
  const { phrase } = clause;
  const { days } = phrase;
  const duty = duties[0];
  if (!days || !duty) return [];
  const within = days.side === 'within';
  const duration = days.working ? 'duration_working_days' : 'duration_days';
  const relative = days.side === 'before' ? 'relative_before_event' : 'relative_after_event';
  return [
    {
      what: nameOfDuty(naming, duty),
      rule_text: quoteOf(section, clause.from, clause.to).quote,
      due_date: null,
      kind: within ? 'duration' : duty.kind,
      ...(isHandedIn(duty.kind) ? partyOf(obliged) : {}),
      rule_kind: within ? duration : relative,
      offset_days: days.count,
      offset_kind: days.working ? 'working' : 'unknown',
      confidence: 'certain',
      line: quoteOf(section, phrase.at, phrase.end).line,
    },
  ];
}

export function unreadTime(
  section: Section,
  clause: Clause,
  kind: DutyKind,
  what: string,
  obliged: Obliged | null,
): Unresolved {
  const { unreadable, vague } = clause.phrase;
  return {
    what,
    rule_text: quoteOf(section, clause.from, clause.to).quote,
    why: unreadable
      ? planNotes.unreadable[unreadable.cause]
      : vague
        ? planNotes.vagueTime()
        : planNotes.noSuchDay(),
    kind,
    ...(isHandedIn(kind) ? partyOf(obliged) : {}),
    line: quoteOf(section, clause.phrase.at, clause.phrase.end).line,
  };
}
