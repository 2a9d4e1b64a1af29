import { addDays, type Day, day } from '../../core/day.ts';
import { formatDay } from '../../text/days.ts';
import { nationalEvents } from '../../text/plan-events.ts';
import { isHandedIn } from '../extract/duty-words.ts';
import { daysAndNights } from '../extract/observances.ts';
import { quotedIn } from '../extract/quoted.ts';
import type { Reading } from '../read-plan.ts';
import { type Anomaly, warnAt, warning } from './warning.ts';

/** Terms that are easily misread, cannot be kept, or are not there. */
export function timeWarnings(reading: Reading): Anomaly[] {
  const { deadlines, unresolved, document } = reading;
  const known = notBefore(reading);
  const found: Anomaly[] = deadlines.dated.flatMap(one => {
    const at = { quote: one.rule_text, line: one.line ?? 1, last: one.line ?? 1 };
    const due = one.due_date ? formatDay(one.due_date) : '';
    return [
      ...(one.rule_kind === 'before_month' ? [warning('before_month', 'deadline', at, due)] : []),
      ...(isHandedIn(one.kind) && one.due_date && known && one.due_date < known
        ? [warning('past_deadline', 'deadline', at, due)]
        : []),
      ...(one.confidence === 'likely' ? [warning('year_not_said', 'deadline', at)] : []),
    ];
  });
  const report = unresolved.find(one => one.kind === 'report');
  if (report?.line)
    found.push(
      warning('undated_reporting', 'deadline', {
        quote: report.rule_text,
        line: report.line,
        last: report.line,
      }),
    );
  const names = daysAndNights(document).find(({ section, at }) =>
    quotedIn(section.text).some(range => at >= range.from && at < range.to),
  );
  if (names) found.push(warnAt('numbers_that_are_names', names.section, names.at, names.end));
  return [
    ...found,
    ...retroactive(reading, known),
    ...order(reading),
    ...severalYears(reading),
    ...stale(reading, known),
    ...superseded(reading),
    ...anniversaries(reading),
  ];
}

/** The plan is certainly no older than this. */
function notBefore({ identity }: Reading): Day | null {
  const { issued, lowerBound } = identity;
  if (issued?.date) return issued.date;
  const month =
    issued?.month && issued.year ? day(`${issued.year}-${String(issued.month).padStart(2, '0')}-01`) : null;
  return lowerBound && (month === null || lowerBound.day > month) ? lowerBound.day : month;
}

/** Days. A plan of the first quarter that covers the whole year is nothing odd. */
const GRACE = 90;

function retroactive({ period }: Reading, known: Day | null): Anomaly[] {
  if (
    !period.said ||
    !period.start ||
    known === null ||
    !/thang|\d\//.test(period.said.value) ||
    addDays(period.start, GRACE) > known
  )
    return [];
  return [warning('retroactive_period', 'period', period.said.from)];
}

function order({ deadlines }: Reading): Anomaly[] {
  const ofYear = (words: string) => /t\u1ed5ng k\u1ebft/iu.test(words.normalize('NFC'));
  const report = deadlines.dated.find(one => one.kind === 'report' && ofYear(one.rule_text));
  const event = deadlines.dated.find(
    one =>
      one.kind === 'event' &&
      ofYear(one.rule_text) &&
      one.due_date?.slice(0, 4) === report?.due_date?.slice(0, 4),
  );
  const starts = event?.window_start ?? event?.due_date;
  if (!report?.due_date || !report.line || !starts || report.due_date >= starts) return [];
  if (Number(report.due_date.slice(5, 7)) >= 12) return [];
  return [
    warning('deadline_before_event', 'deadline', {
      quote: report.rule_text,
      line: report.line,
      last: report.line,
    }),
  ];
}

function severalYears({ period, deadlines }: Reading): Anomaly[] {
  const handed = deadlines.dated.filter(one => isHandedIn(one.kind));
  const years = new Set(handed.map(one => one.due_date?.slice(0, 4)));
  const [only] = years;
  if (!period.multiYear || !period.said || handed.length === 0 || years.size !== 1 || only === undefined)
    return [];
  return [warning('multi_year_single_dates', 'period', period.said.from, only)];
}

const LOOKS_FORWARD =
  /(?:chao mung|huong toi|thuc hien tot (?:cuoc )?|phuc vu|chuan bi(?: tot)?|to chuc tot|gop phan (?:to chuc )?thanh cong)(?!\s+thanh cong)[^.;,]{0,30}$/;

/** Something is still looked forward to that is over. */
function stale({ document }: Reading, known: Day | null): Anomaly[] {
  if (known === null) return [];
  return nationalEvents.flatMap(({ words, over }) => {
    if (known < over) return [];
    for (const section of document.body) {
      const found = words.exec(section.folded);
      const before = found ? LOOKS_FORWARD.exec(section.folded.slice(0, found.index)) : null;
      if (found && before)
        return [warnAt('stale_text', section, before.index, found.index + found[0].length)];
    }
    return [];
  });
}

const STANDARD = /theo (?:chuan|bo tieu chi|tieu chi)[^.;()]{0,40}giai doan 20\d\d\s*-\s*(20\d\d)/;

function superseded({ document, identity }: Reading): Anomaly[] {
  return document.body.flatMap(section => {
    const found = STANDARD.exec(section.folded);
    if (!found?.[1] || identity.year === null || Number(found[1]) >= identity.year) return [];
    return [warnAt('superseded_standard', section, found.index, found.index + found[0].length)];
  });
}

const ANNIVERSARY = /\(\s*\d{1,2}[/.]\d{1,2}[/.]1[89]\d\d\s*-\s*\d{1,2}[/.]\d{1,2}[/.]20\d\d\s*\)/;

function anniversaries({ document }: Reading): Anomaly[] {
  const section = document.body.find(one => ANNIVERSARY.test(one.folded));
  const found = section ? ANNIVERSARY.exec(section.folded) : null;
  return section && found
    ? [warnAt('anniversaries_not_deadlines', section, found.index + 1, found.index + found[0].length - 1)]
    : [];
}
