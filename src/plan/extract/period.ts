import { type Day, dayIn } from '../../core/day.ts';
import { planNotes } from '../../text/plan-notes.ts';
import type { Document } from '../document/document.ts';
import type { Section } from '../document/sections.ts';
import { type Fact, quoteOf } from '../evidence.ts';
import { timePhrases } from '../time/phrases.ts';
import { readTime } from '../time/read-time.ts';
import type { Title } from './title.ts';
import { topicOf } from './topics.ts';

export interface Period {
  start: Day | null;
  end: Day | null;
  note: string | null;
  /** The clause that says it; null where it was concluded from the year. */
  said: Fact<string> | null;
  multiYear: { first: number; last: number } | null;
}

const CLAUSE =
  /(?:thoi gian|thoi han)\s+(?:trien khai|thuc hien|thi dua|to chuc|phat dong|cua (?:phong trao|dot)|dot thi dua|tien hanh)|^\W*(?:thoi gian|thoi han)\s*:|duoc (?:trien khai|thuc hien|tinh) tu|bat dau tu|phong trao[^.;]{0,60}(?:tu ngay|tu thang)/;
const NOT_WHOLE =
  /cham cheo|tham dinh|binh xet|kiem tra|giao uoc|so ket|tong ket|gui|nop|bao cao|dang ky|cham diem|hoi nghi|ho so|so lieu|hoi thao|hoi thi|giao luu|toa dam|tham quan|ve nguon|hop mat|gap mat|giai (?:the thao|bong)/;
const STAGE = /giai doan\s+(20\d\d)\s*(?:-|den)\s*(20\d\d)/;
const FROM_YEAR = /tu\s+nam\s+(20\d\d)\s+(?:den|toi)\s+(?:het\s+)?(?:nam\s+)?(20\d\d)/;
const ONWARDS = /nam\s+(20\d\d)\s+va\s+(?:cac|nhung)\s+nam\s+(?:tiep theo|sau)/;
const LAST_REVIEW = /tong ket (?:giai doan|toan bo|5 nam|ca giai doan)[^.;]{0,40}?(20\d\d)/;
const SCHOOL_YEAR = /nam hoc\s+(20\d\d)\s*-\s*(20\d\d)/;

/** When the movement runs. Only a clause that says so is certain; "năm 2026" alone is a conclusion. */
export function periodOf(document: Document, title: Title | null, year: number | null): Period {
  const sections = document.body.filter(({ text }) => !/[|\t]/.test(text));
  const candidates = sections.filter(
    section => CLAUSE.test(ownWords(section)) || (topicOf(section) === 'time' && !section.heading),
  );
  for (const section of candidates.toSorted((a, b) => rank(b) - rank(a))) {
    const found = fromClause(section, document, year);
    if (found) return found;
  }
  return fromYear(title, year);
}

const rank = (section: Section) =>
  (topicOf(section) === 'time' ? 2 : 0) + (CLAUSE.test(ownWords(section)) ? 1 : 0);
const ownWords = ({ folded, mark }: Section) => folded.slice(mark?.end ?? 0);

function fromClause(section: Section, document: Document, year: number | null): Period | null {
  const begins = section.mark?.end ?? 0;
  const own = CLAUSE.exec(ownWords(section));
  const start = begins + (own?.index ?? 0);
  const rest = section.folded.slice(start);
  const length = /[;]|\.(?=\s|$)/.exec(rest)?.index ?? rest.length;
  const clause = rest.slice(0, length);
  // "Thời gian: …" below "Kiểm tra chéo" is that event's.
  const above = section.under.at(-1) ?? '';
  if (NOT_WHOLE.test(above) && !/thi dua|phong trao|thoi gian|trien khai/.test(above)) return null;
  // A term under "Tiến độ" may begin with its day.
  if (!own && NOT_WHOLE.test(clause)) return null;
  const said: Fact<string> = {
    value: clause,
    from: quoteOf(section, start, start + length),
    confidence: 'certain',
  };
  const onwards = ONWARDS.exec(clause);
  if (onwards) return open(document, Number(onwards[1]), said);
  const stage = STAGE.exec(clause) ?? FROM_YEAR.exec(clause);
  if (stage) return span(Number(stage[1]), Number(stage[2]), said, null);
  const phrases = timePhrases(clause);
  const range = phrases.find(one => one.kind === 'range');
  if (range && year !== null && !NOT_WHOLE.test(clause.slice(0, range.at))) {
    const time = readTime(range, year);
    const window = time?.due.window;
    if (window)
      return {
        start: window.from,
        end: window.to,
        note: null,
        said,
        multiYear: years(window.from, window.to),
      };
  }
  const until = phrases.find(one => one.bound === 'by' && one.kind !== 'relative');
  if (until && year !== null && !NOT_WHOLE.test(clause.slice(0, until.at))) {
    const end = readTime(until, year)?.due.dueOn ?? null;
    const from = phrases.find(one => one.bound === 'from' && one.at < until.at);
    const begin = from ? (readTime({ ...from, bound: 'during' }, year)?.due ?? null) : null;
    if (end) {
      const first = begin ? (begin.window?.from ?? begin.dueOn) : null;
      return { start: first, end, note: first ? null : planNotes.openStart(), said, multiYear: null };
    }
  }
  const whole = /(?:trong\s+)?(?:ca\s+)?nam\s+(20\d\d)(?!\s*-)/.exec(clause);
  if (whole && own && !NOT_WHOLE.test(clause)) return span(Number(whole[1]), Number(whole[1]), said, null);
  return null;
}

function open(document: Document, first: number, said: Fact<string>): Period {
  const last = document.body
    .map(section => LAST_REVIEW.exec(section.folded)?.[1])
    .find(found => found !== undefined);
  if (!last)
    return { start: dayIn(first, 1, 1), end: null, note: planNotes.openEnd(), said, multiYear: null };
  return span(first, Number(last), said, planNotes.endFromReview(Number(last)));
}

function span(first: number, last: number, said: Fact<string> | null, note: string | null): Period {
  return {
    start: dayIn(first, 1, 1),
    end: dayIn(last, 12, 31),
    note,
    said,
    multiYear: last > first ? { first, last } : null,
  };
}

function years(start: Day, end: Day): Period['multiYear'] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  return last > first + 1 ? { first, last } : null;
}

function fromYear(title: Title | null, year: number | null): Period {
  const words = title?.folded ?? '';
  const stage = STAGE.exec(words);
  if (stage && Number(stage[2]) > Number(stage[1]) && !/nam 20\d\d/.test(words))
    return span(Number(stage[1]), Number(stage[2]), null, planNotes.periodFromTitle());
  if (SCHOOL_YEAR.test(words))
    return { start: null, end: null, note: planNotes.schoolYear(), said: null, multiYear: null };
  if (year === null) return { start: null, end: null, note: null, said: null, multiYear: null };
  return span(year, year, null, planNotes.periodFromYear(year));
}
