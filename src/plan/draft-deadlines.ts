import type { Boundary } from '../core/boundary.ts';
import { type Day, day, dayIn, quarterOf } from '../core/day.ts';
import type { PlannedDeadline } from '../core/plan-draft.ts';
import type { Among } from '../core/plan-owing.ts';
import type { Every } from '../core/recurrence.ts';
import { capitalised, withoutMarks } from '../text/fold.ts';
import { planNotes } from '../text/plan-notes.ts';
import type { Unnumbered } from './draft.ts';
import type { PlanRecord } from './record.ts';

type Draft = Unnumbered<PlannedDeadline>;
type Read = PlanRecord['deadlines'][number];

/** Dated ones in the order of the text, then the duties without a day, as the words that the text has for them. */
export function plannedDeadlines(record: PlanRecord): Draft[] {
  const year = record.year ?? Number(record.period_start?.slice(0, 4));
  const dated = record.deadlines.map((one): Draft => {
    const boundary = boundaryOf(one, Number.isNaN(year) ? null : year);
    return {
      kind: 'deadline',
      title: one.due_time ? planNotes.until(titleOf(one.what), one.due_time) : titleOf(one.what),
      deadlineKind: one.kind,
      boundary,
      every: everyOf(one),
      obliged: obligedOf(one.who),
      among: amongOf(one),
      recipient: recipientOf(one),
      ruleText: one.rule_text,
      from: { quote: one.rule_text, line: one.line },
      doubt: one.needs_review === true ? (one.note ?? '') : null,
    };
  });
  const undated = record.unresolved_deadlines.map(
    (one): Draft => ({
      kind: 'deadline',
      title: titleOf(one.what),
      deadlineKind: one.kind ?? 'report',
      boundary: { kind: 'unstated', ruleText: one.rule_text },
      every: null,
      obliged: obligedOf(one.who),
      among: amongOf(one),
      recipient: one.to ?? null,
      ruleText: one.rule_text,
      from: { quote: one.rule_text, line: one.line },
      doubt: null,
    }),
  );
  return [...dated, ...undated];
}

/** What stands in brackets is the reader's remark, not part of the name. */
const titleOf = (what: string): string => capitalised(what.replace(/\s*\([^()]*\)\s*$/u, '').trim() || what);

const recipientOf = ({ to, via }: Read): string | null =>
  to ? (via ? `${to} (${planNotes.via(via)})` : to) : (via ?? null);

const amongOf = ({ only, except }: Pick<Read, 'only' | 'except'>): Among | null => {
  if (only && only.length > 0) return { kind: 'only', names: only };
  return except && except.length > 0 ? { kind: 'except', names: except } : null;
};

/** Who owes it inside a bloc: "Trưởng khối", "khối" and the like are the bloc itself. */
function obligedOf(who: string | undefined): PlannedDeadline['obliged'] {
  const words = withoutMarks(who ?? '');
  const bloc =
    /\b(?:truong khoi|khoi truong|truong cum|cum truong|thuong truc|thu ky)\b|^(?:toan )?(?:khoi|cum)\b|\bcum, khoi\b/.test(
      words,
    );
  const units = /\b(?:cac|tung|moi|thanh vien)\b/.test(words);
  if (bloc && units) return 'both';
  return bloc ? 'bloc' : 'units';
}

function everyOf({ recurrence, rule_kind: rule }: Read): Every | null {
  if (recurrence) {
    const freq = {
      yearly: 'year',
      half_yearly: 'half_year',
      quarterly: 'quarter',
      monthly: 'month',
    } as const;
    return freq[recurrence.freq];
  }
  const kinds: Partial<Record<typeof rule, Every>> = {
    every_month: 'month',
    every_quarter: 'quarter',
    every_6_months: 'half_year',
  };
  return kinds[rule] ?? (rule.endsWith('_yearly') ? 'year' : null);
}

/** A rule without a day of its own, like "10 days before the conference", stays for a person to date. */
function boundaryOf(one: Read, year: number | null): Boundary {
  return datedBoundary(one) ?? yearlyBoundary(one, year) ?? { kind: 'unstated', ruleText: one.rule_text };
}

function datedBoundary(one: Read): Boundary | null {
  const { due_date: due, due_before: before, window_start: from, window_end: to, rule_kind: rule } = one;
  if (due === null) return null;
  const month = { year: Number(due.slice(0, 4)), month: Number(due.slice(5, 7)) };
  if (rule.startsWith('before_') && before) {
    const limit = { year: Number(before.slice(0, 4)), month: Number(before.slice(5, 7)) };
    if (rule.startsWith('before_year')) return { kind: 'before_year', year: limit.year };
    return rule.startsWith('before_month')
      ? { kind: 'before_month', ...limit }
      : { kind: 'before_day', day: before };
  }
  if (rule.startsWith('during_month')) return { kind: 'during_month', ...month };
  if (rule.startsWith('during_quarter'))
    return { kind: 'during_quarter', year: month.year, quarter: quarterOf(month.month) };
  if (from && to && from < to) return { kind: 'between', from, to };
  return { kind: 'by_day', day: due };
}

/** A yearly rule in the plan's own year. */
function yearlyBoundary({ recurrence: rule }: Read, year: number | null): Boundary | null {
  if (!rule || year === null || rule.freq !== 'yearly') return null;
  if (rule.before_month && rule.before_day)
    return { kind: 'before_day', day: dayIn(year, rule.before_month, rule.before_day) };
  if (rule.before_month) return { kind: 'before_month', year, month: rule.before_month };
  if (rule.by_month && rule.by_day) return { kind: 'by_day', day: dayIn(year, rule.by_month, rule.by_day) };
  const span = spanOf(rule.from_, rule.to_, year);
  if (span) return { kind: 'between', ...span };
  return rule.month ? { kind: 'during_month', year, month: rule.month } : null;
}

/** `11-15` to `01-10` ends in the next year. */
function spanOf(from: string | undefined, to: string | undefined, year: number) {
  if (!from || !to) return null;
  const ends: Day = day(`${to < from ? year + 1 : year}-${to}`);
  return { from: day(`${year}-${from}`), to: ends };
}
