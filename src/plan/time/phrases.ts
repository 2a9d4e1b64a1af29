import { type Unreadable, unreadableDays } from './unreadable.ts';

/** A stretch of folded text that speaks of a day, a month, a quarter or a range of them. */
export interface TimePhrase {
  at: number;
  end: number;
  kind: 'day' | 'month' | 'quarter' | 'range' | 'relative';
  /** How the end is meant. */
  bound: 'before' | 'by' | 'during' | 'from' | 'bare';
  /** The date without what stands before it: `ngay 15/6`, `thang 6/2026`; of a range both ends. */
  core: string;
  from: string | null;
  /** Of a relative term: so many days before or after something. */
  days: { count: number; working: boolean; side: 'before' | 'after' | 'within' } | null;
  /** "hằng năm", "hằng quý" right behind it. */
  every: 'year' | 'quarter' | 'month' | 'half_year' | null;
  /** "đầu", "giữa" a month: no day can be told. */
  vague: boolean;
  /** `17:00`, where an hour of the day is said: then "trước" is still that day. */
  hour: string | null;
  /** A day that was left blank or misread. */
  unreadable: Unreadable | null;
}

const plain = { from: null, days: null, every: null, vague: false, hour: null, unreadable: null } as const;

const DMY = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d)?(?![\d/%])`;
const WORDED = String.raw`\d{1,2}\s+thang\s+\d{1,2}(?!\d)(?:(?:,?\s+nam\s+|\s?[/-]\s?)20\d\d)?`;
const OF_PERIOD = String.raw`\d{1,2}\s+(?:(?:hang|moi)\s+thang|(?:cua\s+)?thang\s+(?:cuoi|dau)(?:\s+tien)?\s+(?:cua\s+)?(?:(?:moi|hang)\s+)?quy(?:\s+(?:sau|tiep theo|ke tiep|tiep|lien ke))?|thang\s+(?:sau|ke tiep|lien ke))`;
const DAY = `(?:${WORDED}|${OF_PERIOD}|${DMY})`;
const YEAR = String.raw`(?:\s?[/-]\s?20\d\d|,?\s+nam\s+20\d\d)?`;
const MONTH = String.raw`thang\s+\d{1,2}(?!\d|\s?%)${YEAR}`;
const QUARTER = String.raw`quy\s+(?:[1-4]|i{1,3}|iv)(?![\p{L}\d])${YEAR}`;
const WEEKDAY = String.raw`(?:(?:thu\s+(?:hai|ba|tu|nam|sau|bay)|chu nhat),?\s+(?:ngay\s+)?)?`;
const HOUR = String.raw`(?:(\d{1,2})\s?(?:gio|h|g|:)\s?(?:(\d{2})\s?(?:phut)?)?,?\s+)?`;
const EVERY = String.raw`(?:,?\s*\(?(hang nam|moi nam|hang quy|moi quy|hang thang|moi thang)\)?)?`;
const PREP = String.raw`(xong\s+truoc|(?:cham|muon|tre)\s+nhat(?:\s+(?:la|vao|den|truoc|trong|khong qua))*|khong\s+(?:qua|muon hon)|truoc(?:\s+het)?|den(?:\s+het)?|toi|het|trong(?:\s+het)?|vao(?:\s+khoang)?|ke\s+tu|tu|sau|du kien(?:\s+(?:trong|vao))?)`;

const RANGE = new RegExp(
  String.raw`(?:(?<![\p{L}])(?:tu|trong)\s+(?:ngay\s+)?|(?<=[|:(]\s?))(${DAY}|${MONTH}|${QUARTER}|\d{1,2})\s*(?:den|toi|-|va\s+ket\s+thuc(?:\s+vao)?)\s*(?:het\s+)?(?:ngay\s+)?(${DAY}|${MONTH}|${QUARTER})${EVERY}`,
  'gu',
);
const RELATIVE =
  /(?<![\p{L}])(?:(truoc|cham nhat(?: la)?|sau|trong(?: vong| thoi han)?(?: khong qua)?|khong qua)\s+)(\d{1,3})\s+ngay(\s+lam viec)?(?:\s*,?\s*(truoc|sau|ke tu|tinh tu|tu)\s+(?:khi|ngay|thoi diem|luc|hoi nghi|hop)?)?/gu;
/** "trước ngày khai mạc hội nghị 05 ngày": the event stands between. */
const BEFORE_EVENT =
  /(?<![a-z])truoc\s+(?:ngay|khi|thoi diem)\s+(?:to chuc\s+|khai mac\s+|dien ra\s+)?(?:cac\s+)?(?:hoi nghi|hoi thao|hoi thi|cuoc hop|phien hop|toa dam|dai hoi|le\s)[^.;:,\d]{0,60}?\s(?:it nhat\s+|toi thieu\s+)?(\d{1,3})\s+ngay(\s+lam viec)?(?![a-z])/g;
/** "hằng tháng … trước ngày 25": the month is said apart. */
const MONTHLY =
  /(?:hang thang|moi thang|dinh ky thang)[^.;]{0,120}?(truoc|cham nhat(?: la)?|vao|den)\s+(ngay\s+\d{1,2})(?![\d/-]|\.\d|\s*thang)/g;
const SINGLE = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:${PREP}\s+)?${HOUR}${WEEKDAY}(?:(ngay\s+)?(${DAY})|((?:ngay\s+)?(?:cuoi|dau|giua|het|trung tuan|thuong tuan|ha tuan|tuan\s+(?:thu\s+)?[\p{L}\d]+)\s+(?:cua\s+)?)?(?:(${MONTH})|(${QUARTER})))${EVERY}`,
  'gu',
);

/** The first of January is a day; other Tết are not. */
const NEW_YEAR = /(truoc|den(?: het)?)\s+(?:dip\s+)?tet\s+(?:duong lich|tay)\s+(?:nam\s+)?(20\d\d)/g;

const EVERIES: Record<string, TimePhrase['every']> = { nam: 'year', quy: 'quarter', thang: 'month' };
const everyOf = (words: string | undefined): TimePhrase['every'] =>
  words ? (EVERIES[words.split(' ').at(-1) ?? ''] ?? null) : null;

type Find = (folded: string) => TimePhrase[];

const blanks: Find = folded =>
  unreadableDays(folded).map(unreadable => {
    const { at, end } = unreadable;
    return { ...plain, at, end, kind: 'day', bound: 'by', core: folded.slice(at, end), unreadable };
  });

const newYears: Find = folded =>
  [...folded.matchAll(NEW_YEAR)].map(({ index: at, 0: whole, 1: prep, 2: year = '' }) => {
    const bound = prep === 'truoc' ? 'before' : 'by';
    return { ...plain, at, end: at + whole.length, kind: 'day', bound, core: `ngay 1/1/${year}` };
  });

const ranges: Find = folded =>
  [...folded.matchAll(RANGE)].map(({ index: at, 0: whole, 1: from = '', 2: core = '', 3: every }) => {
    const end = at + whole.length;
    return { ...plain, at, end, kind: 'range', bound: 'during', core, from, every: everyOf(every) };
  });

const relatives: Find = folded =>
  [...folded.matchAll(RELATIVE)].flatMap(found => {
    const [core, prep = '', count = '', working, link] = found;
    const afterwards = /sau\s[^.;]{0,50}$/.test(folded.slice(0, found.index));
    if (!link && !afterwards && !/^(?:truoc|sau)/.test(prep)) return [];
    const before = link === 'truoc' || (prep.startsWith('truoc') && !link);
    const after = /sau|tu/.test(link ?? prep) || (!link && afterwards);
    const side = before ? 'before' : after ? 'after' : 'within';
    const days = { count: Number(count), working: working !== undefined, side } as const;
    const at = found.index;
    return [{ ...plain, at, end: at + core.length, kind: 'relative', bound: 'by', core, days }];
  });

const beforeEvents: Find = folded =>
  [...folded.matchAll(BEFORE_EVENT)].map(({ index: at, 0: core, 1: count, 2: working }) => {
    const days = { count: Number(count), working: working !== undefined, side: 'before' } as const;
    return { ...plain, at, end: at + core.length, kind: 'relative', bound: 'by', core, days };
  });

/** "10/2026 | …" in a column of months. */
const monthCells: Find = folded =>
  [...folded.matchAll(/(?:^|(?<=[|\t]\s?))\s*((?:0?[1-9]|1[0-2])\s?\/\s?20\d\d)(?=\s*[|\t])/g)].map(found => {
    const end = found.index + found[0].length;
    const core = `thang ${(found[1] ?? '').replace(/\s/g, '')}`;
    return { ...plain, at: end - (found[1] ?? '').length, end, kind: 'month', bound: 'bare', core };
  });

const monthly: Find = folded =>
  [...folded.matchAll(MONTHLY)].map(found => {
    const [whole, prep = '', core = ''] = found;
    const end = found.index + whole.length;
    const at = end - core.length - prep.length - 1;
    const bound = prep === 'truoc' ? 'before' : 'by';
    return { ...plain, at, end, kind: 'day', bound, core: `${core} hang thang`, every: 'month' };
  });

const singles: Find = folded =>
  [...folded.matchAll(SINGLE)].flatMap(found => {
    const [whole, prep, hours, minutes = '00', named, day, part, month, quarter, every] = found;
    // "từ 15 - 20 người": from so many to so many.
    if (day && named === undefined && /^\d+\s-\s\d+$/.test(day)) return [];
    const core = day ?? month ?? quarter ?? '';
    const hour = hours && Number(hours) < 24 ? `${hours.padStart(2, '0')}:${minutes}` : null;
    const bound = boundOf(prep, named !== undefined || day === undefined, part);
    return [
      {
        ...{ ...plain, at: found.index, end: found.index + whole.length, hour },
        kind: day ? 'day' : month ? 'month' : 'quarter',
        bound: hour && bound === 'before' ? 'by' : bound,
        core: day ? `ngay ${core}` : core,
        every: everyOf(every) ?? periodIn(core),
        vague: part !== undefined && !/(?:cuoi|het)\s+(?:cua\s+)?$/.test(part),
      },
    ];
  });

/** "25 hằng tháng", "05 tháng đầu quý sau". */
function periodIn(core: string): TimePhrase['every'] {
  if (/(?:hang|moi) thang$|thang (?:sau|ke tiep|lien ke)$/.test(core)) return 'month';
  return /^\d.*quy(?:\s\p{L}+)*$/u.test(core) ? 'quarter' : null;
}

/** In the order of the text, none inside another; what a finder takes is not looked at by the next. */
export function timePhrases(folded: string): TimePhrase[] {
  if (!/\d|\bquy\s+i|\.\.|\u2026|tet\s/.test(folded)) return [];
  const taken: TimePhrase[] = [];
  for (const find of [blanks, newYears, monthCells, ranges, beforeEvents, relatives, monthly, singles])
    for (const one of find(folded))
      if (!taken.some(other => other.at < one.end && other.end > one.at)) taken.push(one);
  return shared(
    folded,
    taken.map(one => withYearly(folded, one)).toSorted((a, b) => a.at - b.at),
  );
}

const known = new WeakMap<object, readonly TimePhrase[]>();

/** Those of a section, which several readers ask for. */
export function phrasesOf(section: { folded: string }): readonly TimePhrase[] {
  const found = known.get(section) ?? timePhrases(section.folded);
  known.set(section, found);
  return found;
}

/** "Hằng năm, các khối báo cáo trước ngày 15/11": said at the beginning of the sentence. */
function withYearly(folded: string, one: TimePhrase): TimePhrase {
  if (one.kind !== 'day' || one.every !== null || /20\d\d/.test(one.core)) return one;
  return /(?:hang|moi) nam(?![\p{L}])[^.;]{0,140}$/u.test(folded.slice(0, one.at))
    ? { ...one, every: 'year' }
    : one;
}

/** "trước ngày 15/6 và 15/12 hằng năm": what one says holds for both. */
function shared(folded: string, phrases: TimePhrase[]): TimePhrase[] {
  for (let n = 1; n < phrases.length; n += 1) {
    const [first, second] = [phrases[n - 1], phrases[n]];
    if (!first || !second || first.kind !== 'day' || second.kind !== 'day') continue;
    const between = folded.slice(first.end, second.at);
    if (!/^(?:\s+va\s+|,\s*)(?:truoc\s+)?$/.test(between)) continue;
    if (second.bound === 'bare' || (second.bound === 'during' && /^ngay/.test(folded.slice(second.at))))
      second.bound = first.bound;
    if (first.every === null && second.every === 'year' && !/20\d\d/.test(first.core)) first.every = 'year';
  }
  return phrases;
}

function boundOf(prep: string | undefined, named: boolean, part: string | undefined): TimePhrase['bound'] {
  if (prep === undefined) return part && /cuoi|het/.test(part) ? 'by' : named ? 'during' : 'bare';
  if (/truoc(?!\s+het)/.test(prep)) return 'before';
  if (/^(?:tu|ke|sau)/.test(prep)) return 'from';
  if (/^(?:trong|vao|du kien)/.test(prep)) return part && /cuoi|het/.test(part) ? 'by' : 'during';
  return 'by';
}
