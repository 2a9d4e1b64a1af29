import type { Day } from '../../core/day.ts';
import type { Document } from '../document/document.ts';
import { lineOf } from '../document/paragraphs.ts';
import type { Section } from '../document/sections.ts';
import { phrasesOf, type TimePhrase } from '../time/phrases.ts';
import { readTime } from '../time/read-time.ts';
import { type Clause, clausesOf } from './clauses.ts';
import {
  buildDeadline,
  type PlanDeadline,
  relativeDeadlines,
  type Unresolved,
  unreadTime,
} from './deadline-build.ts';
import { termsOf } from './deadline-phrases.ts';
import { dutiesAbove } from './duties-above.ts';
import { dutiesIn, isHandedIn, type Noun, nameOfDuty } from './duty-words.ts';
import { issuedSince } from './issue-date.ts';
import { isDone, isNoTerm } from './no-term.ts';
import { type KnownUnit, type Obliged, obligedAs, ownersOf, subjectOf } from './obliged.ts';
import { partyAt } from './responsibilities.ts';
import { topicOf } from './topics.ts';

export interface Deadlines {
  dated: PlanDeadline[];
  /** Vague or impossible dates: to be asked. */
  unread: Unresolved[];
}

const PERIOD =
  /thoi gian (?:thi dua|thuc hien|trien khai|to chuc (?:thuc hien|phong trao)|phat dong va|cua phong trao|cua dot|dot thi dua)|thoi han thuc hien|dot \d|phat dong dot|giai doan/;
/** Headings above the time of the movement itself. */
const MOVEMENT = /phong trao|dot thi dua|thi dua|thoi gian|tien do/;
const SCHOOL_YEAR = /nam hoc\s+20\d\d\s*-\s*20\d\d/;

/** The year of days that are printed without one. */
interface Years {
  year: number;
  school: boolean;
  /** The first day on which the plan can have been issued. */
  since: Day;
}

/** What falls due, and when. Dates of citations, anniversaries, targets and of the movement itself are none. */
export function deadlinesIn(document: Document, year: number | null, units: readonly KnownUnit[]): Deadlines {
  const dated: PlanDeadline[] = [];
  const unread: Unresolved[] = [];
  if (year === null) return { dated, unread };
  const school = document.title.some(line => SCHOOL_YEAR.test(line.folded));
  const years = { year, school, since: issuedSince(document, year) };
  for (const section of document.body) {
    const phrases = phrasesOf(section);
    if (phrases.length === 0) continue;
    let before: Share | null = null;
    const own: { found: PlanDeadline[]; labelled: boolean }[] = [];
    for (const clause of clausesOf(section, termsOf(document, section, phrases))) {
      const share = underHeading(document, section, shareOf(section, clause, before, units));
      const result = read(document, section, share, years, units);
      own.push({ found: result.dated, labelled: clause.labelled === true });
      unread.push(...result.unread);
      before = share;
    }
    dated.push(...narrowest(own));
  }
  return { dated: withoutRepeats(dated), unread };
}

/** "Tháng 10: đăng ký thi đua (nộp đăng ký trước 20/10)": the day is the month's duty. */
function narrowest(own: readonly { found: PlanDeadline[]; labelled: boolean }[]): PlanDeadline[] {
  const dayed = new Set(own.flatMap(({ found, labelled }) => (labelled ? [] : found.map(one => one.kind))));
  return own.flatMap(({ found, labelled }) =>
    labelled ? found.filter(one => !isHandedIn(one.kind) || !dayed.has(one.kind)) : found,
  );
}

interface Share {
  clause: Clause;
  duties: Noun[];
  /** Where the words behind the subject begin. */
  start: number;
  obliged: Obliged | null;
  /** The heading that names the duty, where the clause has only its time. */
  above?: Section;
}

/** "… trước ngày 05/6 và trước ngày 05/11": the second date shares the duty of the first, and what says whose it is. */
function shareOf(section: Section, clause: Clause, before: Share | null, units: readonly KnownUnit[]): Share {
  const duties = dutiesIn(clause.folded);
  const subject = subjectOf(section, clause, units, before?.obliged ?? null);
  const start = subject?.end ?? clause.from;
  const close = before !== null && clause.from - before.clause.to <= 6;
  const joined = close && (subject !== null || /^(?:va\s|,|;|\()?/.test(clause.folded));
  const bare =
    section.folded
      .slice(start, clause.to)
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .split(' ').length <= 8;
  const going =
    close && !/\.\s*$/.test(section.folded.slice(before.clause.from, clause.from)) ? before.obliged : null;
  const obliged = subject ?? ownersOf(section, start, clause.phrase.at, units) ?? going;
  // "… gửi Văn phòng trước ngày A để tổng hợp gửi Trưởng khối trước ngày B": the same thing goes on.
  if (before && duties[0]?.sends && /^(?:de )?tong hop/.test(clause.folded))
    return {
      clause: { ...clause, from: before.clause.from, folded: before.clause.folded },
      duties: before.duties,
      start: before.start,
      obliged,
    };
  const listed = dutiesAbove(section, clause, duties);
  if (listed) return { clause, duties: listed, start, obliged };
  if (duties.length > 0 || !joined || !bare || before === null) return { clause, duties, start, obliged };
  const { from, folded } = before.clause;
  return { clause: { ...clause, from, folded }, duties: before.duties, start: before.start, obliged };
}

const TIMED =
  /^[\s:+-]*(?:thoi gian|thoi han|han (?:nop|gui|cuoi)|lich|(?:dot|lan)\s(?:\d{1,2}|[ivx]{1,4}|mot|hai|ba)(?=\s?[:,(]))(?![\p{L}])/u;

/** "Kiểm tra chéo" above "Thời gian: từ … đến …": the heading says what takes place then. */
function underHeading(document: Document, section: Section, share: Share): Share {
  const above = document.body[section.parent];
  if (share.duties.length > 0 || !above || !TIMED.test(share.clause.folded)) return share;
  const own = above.folded.slice(above.mark?.end ?? 0);
  const duties = MOVEMENT.test(own) ? [] : dutiesIn(own);
  return { ...share, duties, above };
}

function read(
  document: Document,
  section: Section,
  { clause, duties, start, obliged: said, above }: Share,
  years: Years,
  units: readonly KnownUnit[],
): Deadlines {
  const none: Deadlines = { dated: [], unread: [] };
  const { phrase, folded } = clause;
  const topic = topicOf(section);
  const handed = duties.some(duty => isHandedIn(duty.kind));
  if (duties.length === 0 || phrase.bound === 'from' || isNoTerm(section, clause, handed)) return none;
  if (
    (topic === 'targets' && !handed) ||
    topic === 'criteria' ||
    topic === 'purpose' ||
    topic === 'background'
  )
    return none;
  if (!above && isPeriod(clause, topic, handed)) return none;
  const obliged = said ?? obligedAbove(document, section, units);
  const begin = above?.mark?.end ?? 0;
  const naming = above
    ? { section: above, from: begin, start: begin, phraseAt: above.text.length }
    : { section, from: clause.from, start, phraseAt: phrase.at };
  if (phrase.kind === 'relative')
    return { dated: relativeDeadlines(naming, clause, duties, obliged), unread: [] };
  const event = !handed && phrase.vague;
  const time = readTime(
    event ? { ...phrase, vague: false, bound: 'during' } : phrase,
    inYear(phrase, folded, years),
  );
  if (time && isDone(clause, time.due.dueOn, years.since)) return none;
  const dated: PlanDeadline[] = [];
  const unread: Unresolved[] = [];
  for (const noun of duties) {
    const { kind } = noun;
    const what = nameOfDuty(naming, noun);
    const one = buildDeadline({ section, clause, kind, what, time, obliged });
    if (one) dated.push(event ? { ...one, needs_review: true } : one);
    else unread.push(unreadTime(section, clause, kind, what, obliged));
  }
  return { dated, unread };
}

/** "Đợt 1: từ … đến …": a stage of the movement has its own days. */
const isStage = (before: string): boolean =>
  /(?:^|[^\p{L}])dot\s+(?:\d{1,2}|[ivx]{1,4})(?:\s?\([^()]*\))?\s*[:,]?\s*$/u.test(before);

/** When the movement itself runs: the period, not a term. */
function isPeriod({ folded, phrase, from }: Clause, topic: string | null, handed: boolean): boolean {
  if (handed) return false;
  const before = folded.slice(0, Math.max(0, phrase.at - from));
  const own = /\p{L}/u.test(before) ? before : folded.slice(phrase.end - from);
  if (phrase.kind === 'range' && isStage(before)) return false;
  if (phrase.kind === 'range')
    return (
      PERIOD.test(before) ||
      (topic === 'time' && dutiesIn(own).every(one => /^phat dong/.test(own.slice(one.at))))
    );
  return PERIOD.test(before) && !/so ket|tong ket|hoi nghi|ky giao uoc|le phat dong/.test(before);
}

/** January and February after "tổng kết" are next year's; a school year goes from September on. */
function inYear(phrase: TimePhrase, folded: string, { year, school }: Years): number {
  if (/20\d\d/.test(phrase.core)) return year;
  const month = Number(/(?:thang |[/.-])\s?(\d{1,2})/.exec(phrase.core)?.[1] ?? 0);
  if (school) return month > 0 && month < 8 ? year + 1 : year;
  return month <= 2 && month > 0 && /tong ket|cuoi nam|ca nam|nam 20\d\d/.test(folded) ? year + 1 : year;
}

/** The heading above, where it names whose duties follow. */
function obligedAbove(document: Document, section: Section, units: readonly KnownUnit[]): Obliged | null {
  const above = document.body[section.parent];
  // The last of a list of members stands above what follows it, and owes none of that.
  const listed = above && units.some(one => one.line === lineOf(above));
  const party = above && !listed ? partyAt(above) : null;
  return party === null ? null : obligedAs(party, units);
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
      one.only,
      one.except,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
