import { createCalendar } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import { knownCalendarDays } from '../../core/holidays.ts';
import { planNotes } from '../../text/plan-notes.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import type { PlanRecord } from '../record.ts';
import { type TimePhrase, timePhrases } from '../time/phrases.ts';
import { type ReadTime, readTime } from '../time/read-time.ts';
import { type Citation, citationsIn } from './citations.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { addressOf, type DutyKind, dutiesIn, isHandedIn, nameOfDuty, whoIn } from './duty-words.ts';
import { inside, quotedIn } from './quoted.ts';
import { topicOf } from './topics.ts';

export type PlanDeadline = PlanRecord['deadlines'][number];
type Unresolved = PlanRecord['unresolved_deadlines'][number];

export interface Deadlines {
  dated: PlanDeadline[];
  /** Vague or impossible dates: to be asked. */
  unread: Unresolved[];
}

const calendar = createCalendar(knownCalendarDays, new Map());

const COMMEMORATES =
  /ky niem|ngay sinh|ngay truyen thong|chao mung|quoc khanh|ngay thanh lap|giai phong|ngay hoi|ngay quoc te|thuong binh|cach mang thang|sinh nhat|huong toi/;
const DATA_SPAN = /so lieu|tinh tu|ky bao cao|thoi diem chot|chot so lieu|tu moc/;
const PERIOD =
  /thoi gian (?:thi dua|thuc hien|trien khai|to chuc (?:thuc hien|phong trao)|phat dong va|cua phong trao|dot thi dua)|thoi han thuc hien|dot \d|phat dong dot|giai doan/;

/** What falls due, and when. Dates of citations, anniversaries, targets and of the movement itself are none. */
export function deadlinesIn(document: Document, year: number | null): Deadlines {
  const dated: PlanDeadline[] = [];
  const unread: Unresolved[] = [];
  if (year === null) return { dated, unread };
  for (const section of document.body) {
    const phrases = timePhrases(section.folded);
    if (phrases.length === 0) continue;
    const free = apart(section, phrases);
    for (const clause of clausesOf(section, free)) {
      const result = read(document, section, clause, year);
      dated.push(...result.dated);
      unread.push(...result.unread);
    }
  }
  return { dated: withoutRepeats(dated), unread };
}

function apart(section: Section, phrases: readonly TimePhrase[]): TimePhrase[] {
  const cited: Citation[] = citationsIn([section]);
  const names = quotedIn(section.text);
  return phrases.filter(
    one =>
      !inside(names, one.at) &&
      !cited.some(citation => one.at < citation.end && one.end > citation.at) &&
      !/(?:ngay|so \d[^ ]*|\/[\p{L}\d-]+) $/u.test(
        one.bound === 'bare' ? section.folded.slice(0, one.at) : '',
      ),
  );
}

function read(document: Document, section: Section, clause: Clause, year: number): Deadlines {
  const none: Deadlines = { dated: [], unread: [] };
  const { phrase, folded } = clause;
  const duties = dutiesIn(folded);
  const topic = topicOf(section);
  const handed = duties.some(duty => isHandedIn(duty.kind));
  if (COMMEMORATES.test(near(clause)) && !handed && phrase.bound !== 'before') return none;
  if (phrase.bound === 'from') return none;
  if (DATA_SPAN.test(folded.slice(0, phrase.at - clause.from)) && phrase.kind === 'range') return none;
  if (topic === 'targets' && !handed) return none;
  if (topic === 'criteria' || topic === 'purpose') return none;
  if (isPeriod(clause, topic, handed)) return none;
  if (duties.length === 0) return none;
  if (phrase.kind === 'relative') return { dated: relative(section, clause, duties), unread: [] };
  if (
    phrase.bound === 'bare' &&
    !/[:(]\s*$|han(?: nop| gui| cuoi)?\s*$/.test(section.folded.slice(clause.from, phrase.at))
  )
    return none;
  const heading = headingOf(document, section);
  const time = readTime(phrase, inYear(phrase, folded, year));
  const dated = duties.map(duty =>
    build({
      section,
      clause,
      kind: duty.kind,
      what: nameOfDuty(section, clause.from, duty, phrase.at),
      time,
      heading,
    }),
  );
  const unread = dated.flatMap((one, n) =>
    one === null ? [unresolvedOf(section, clause, duties[n]?.kind ?? 'report', n, duties)] : [],
  );
  return { dated: dated.filter(one => one !== null), unread };
}

const near = ({ folded, phrase, from }: Clause) =>
  folded.slice(Math.max(0, phrase.at - from - 90), phrase.end - from + 40);

/** When the movement itself runs: the period, not a term. */
function isPeriod({ folded, phrase, from }: Clause, topic: string | null, handed: boolean): boolean {
  if (handed) return false;
  const before = folded.slice(0, phrase.at - from);
  if (phrase.kind === 'range')
    return PERIOD.test(before) || (topic === 'time' && !/so ket|tong ket|hoi nghi|dang ky/.test(before));
  return PERIOD.test(before) && !/so ket|tong ket|hoi nghi|ky giao uoc|le phat dong/.test(before);
}

/** January and February after "tổng kết" are next year's. */
function inYear(phrase: TimePhrase, folded: string, year: number): number {
  if (/20\d\d/.test(phrase.core)) return year;
  const month = Number(/(?:thang |[/.-])\s?(\d{1,2})/.exec(phrase.core)?.[1] ?? 0);
  return month <= 2 && month > 0 && /tong ket|cuoi nam|ca nam|nam 20\d\d/.test(folded) ? year + 1 : year;
}

function headingOf(document: Document, section: Section): string | null {
  const above = document.body[section.parent];
  if (!above || topicOf({ ...above, under: [above.folded] }) !== null) return null;
  const words = above.text.slice(above.mark?.end ?? 0).replace(/[:.;\s]+$/, '');
  return words.length <= 120 ? words : null;
}

interface Parts {
  section: Section;
  clause: Clause;
  kind: DutyKind;
  what: string;
  time: ReadTime | null;
  heading: string | null;
}

function build({ section, clause, kind, what, time, heading }: Parts): PlanDeadline | null {
  const { phrase } = clause;
  const rule = quoteOf(section, clause.from, clause.to);
  const line = quoteOf(section, phrase.at, phrase.end).line;
  const handed = isHandedIn(kind);
  const who = handed ? whoIn(section, clause.folded, heading) : undefined;
  const common = {
    what,
    rule_text: rule.quote,
    kind,
    ...(who ? { who } : {}),
    ...(handed ? addressOf(section, clause.from, clause.to) : {}),
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

function relative(section: Section, clause: Clause, duties: ReturnType<typeof dutiesIn>): PlanDeadline[] {
  const { phrase } = clause;
  const { days } = phrase;
  const duty = duties[0];
  if (!days || !duty) return [];
  const within = days.side === 'within';
  return [
    {
      what: nameOfDuty(section, clause.from, duty, phrase.at),
      rule_text: quoteOf(section, clause.from, clause.to).quote,
      due_date: null,
      kind: within ? 'duration' : duty.kind,
      rule_kind: within
        ? days.working
          ? 'duration_working_days'
          : 'duration_days'
        : days.side === 'before'
          ? 'relative_before_event'
          : 'relative_after_event',
      offset_days: days.count,
      offset_kind: days.working ? 'working' : 'unknown',
      confidence: 'certain',
      line: quoteOf(section, phrase.at, phrase.end).line,
    },
  ];
}

function unresolvedOf(
  section: Section,
  clause: Clause,
  kind: DutyKind,
  n: number,
  duties: ReturnType<typeof dutiesIn>,
): Unresolved {
  const duty = duties[n];
  return {
    what: duty ? nameOfDuty(section, clause.from, duty, clause.phrase.at) : clause.folded,
    rule_text: quoteOf(section, clause.from, clause.to).quote,
    why: clause.phrase.vague ? planNotes.vagueTime() : planNotes.noSuchDay(),
    kind,
    line: quoteOf(section, clause.phrase.at, clause.phrase.end).line,
  };
}

/** The same duty with the same date said twice. */
function withoutRepeats(given: readonly PlanDeadline[]): PlanDeadline[] {
  const seen = new Set<string>();
  return given.filter(one => {
    const key = JSON.stringify([
      one.kind,
      one.due_date,
      one.recurrence,
      one.offset_days,
      one.kind === 'event' ? one.what.toLowerCase() : '',
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
