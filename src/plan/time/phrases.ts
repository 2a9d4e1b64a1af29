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
}

const DMY = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d)?(?![\d/%])`;
const WORDED = String.raw`\d{1,2}\s+thang\s+\d{1,2}(?!\d)(?:(?:,?\s+nam\s+|\s?[/-]\s?)20\d\d)?`;
const OF_PERIOD = String.raw`\d{1,2}\s+(?:(?:hang|moi)\s+thang|(?:cua\s+)?thang\s+cuoi\s+(?:cua\s+)?(?:moi\s+)?quy|thang\s+(?:sau|ke tiep|lien ke))`;
const DAY = `(?:${WORDED}|${OF_PERIOD}|${DMY})`;
const YEAR = String.raw`(?:\s?[/-]\s?20\d\d|,?\s+nam\s+20\d\d)?`;
const MONTH = String.raw`thang\s+\d{1,2}(?!\d|\s?%)${YEAR}`;
const QUARTER = String.raw`quy\s+(?:[1-4]|i{1,3}|iv)(?![\p{L}\d])${YEAR}`;
const WEEKDAY = String.raw`(?:(?:thu\s+(?:hai|ba|tu|nam|sau|bay)|chu nhat),?\s+(?:ngay\s+)?)?`;
const HOUR = String.raw`(?:\d{1,2}\s?(?:gio|h|g)\s?(?:\d{2}\s?(?:phut)?)?,?\s+)?`;
const EVERY = String.raw`(?:,?\s*\(?(hang nam|moi nam|hang quy|moi quy|hang thang|moi thang)\)?)?`;
const PREP = String.raw`(xong\s+truoc|(?:cham|muon|tre)\s+nhat(?:\s+(?:la|vao|den|truoc|trong|khong qua))*|khong\s+(?:qua|muon hon)|truoc(?:\s+het)?|den(?:\s+het)?|toi|het|trong(?:\s+het)?|vao(?:\s+khoang)?|ke\s+tu|tu|sau|du kien(?:\s+(?:trong|vao))?)`;

const RANGE = new RegExp(
  String.raw`(?:(?<![\p{L}])(?:tu|trong)\s+(?:ngay\s+)?|(?<=[|:(]\s?))(${DAY}|${MONTH}|${QUARTER}|\d{1,2})\s*(?:den|toi|-)\s*(?:het\s+)?(?:ngay\s+)?(${DAY}|${MONTH}|${QUARTER})${EVERY}`,
  'gu',
);
const RELATIVE =
  /(?<![\p{L}])(?:(truoc|cham nhat(?: la)?|sau|trong(?: vong| thoi han)?(?: khong qua)?|khong qua)\s+)(\d{1,3})\s+ngay(\s+lam viec)?(?:\s*,?\s*(truoc|sau|ke tu|tinh tu|tu)\s+(?:khi|ngay|thoi diem|luc|hoi nghi|hop)?)?/gu;
/** "hằng tháng … trước ngày 25": the month is said apart. */
const MONTHLY =
  /(?:hang thang|moi thang|dinh ky thang)[^.;]{0,120}?(truoc|cham nhat(?: la)?|vao|den)\s+(ngay\s+\d{1,2})(?![\d/-]|\.\d|\s*thang)/g;
const SINGLE = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:${PREP}\s+)?${HOUR}${WEEKDAY}(?:(ngay\s+)?(${DAY})|((?:ngay\s+)?(?:cuoi|dau|giua|het|trung tuan|thuong tuan|ha tuan|tuan\s+\p{L}+)\s+(?:cua\s+)?)?(?:(${MONTH})|(${QUARTER})))${EVERY}`,
  'gu',
);

const EVERIES: Record<string, TimePhrase['every']> = { nam: 'year', quy: 'quarter', thang: 'month' };
const everyOf = (words: string | undefined): TimePhrase['every'] =>
  words ? (EVERIES[words.split(' ').at(-1) ?? ''] ?? null) : null;

/** In the order of the text, none inside another. */
export function timePhrases(folded: string): TimePhrase[] {
  if (!/\d|\bquy\s+i/.test(folded)) return [];
  const taken: TimePhrase[] = [];
  const free = (at: number, end: number) => !taken.some(one => one.at < end && one.end > at);
  for (const found of folded.matchAll(RANGE)) {
    const [whole, from = '', to = '', every] = found;
    const kind = 'range';
    taken.push({
      ...{ at: found.index, end: found.index + whole.length, kind, bound: 'during', core: to, from },
      ...{ days: null, every: everyOf(every), vague: false },
    });
  }
  for (const found of folded.matchAll(RELATIVE)) {
    const [whole, prep = '', count = '', working, link] = found;
    const end = found.index + whole.length;
    const side =
      link === 'truoc' || (prep.startsWith('truoc') && !link)
        ? 'before'
        : /sau|tu/.test(link ?? prep) || (!link && /sau\s[^.;]{0,50}$/.test(folded.slice(0, found.index)))
          ? 'after'
          : 'within';
    const afterwards = /sau\s[^.;]{0,50}$/.test(folded.slice(0, found.index));
    if (!free(found.index, end) || (!link && !afterwards && !/^(?:truoc|sau)/.test(prep))) continue;
    taken.push({
      ...{
        at: found.index,
        end,
        kind: 'relative',
        bound: 'by',
        core: whole,
        from: null,
        every: null,
        vague: false,
      },
      days: { count: Number(count), working: working !== undefined, side },
    });
  }
  for (const found of folded.matchAll(MONTHLY)) {
    const [whole, prep = '', core = ''] = found;
    const at = found.index + whole.length - core.length - prep.length - 1;
    const bound = prep === 'truoc' ? ('before' as const) : ('by' as const);
    taken.push({
      ...{ at, end: found.index + whole.length, kind: 'day', bound, core: `${core} hang thang`, from: null },
      ...{ days: null, every: 'month', vague: false },
    });
  }
  for (const found of folded.matchAll(SINGLE)) {
    const [whole, prep, named, day, part, month, quarter, every] = found;
    const end = found.index + whole.length;
    if (!free(found.index, end)) continue;
    const core = day ?? month ?? quarter ?? '';
    const ofPeriod = /(?:hang|moi) thang$/.test(core) ? 'month' : /quy$/.test(core) ? 'quarter' : null;
    taken.push({
      ...{ at: found.index, end, kind: day ? 'day' : month ? 'month' : 'quarter', from: null, days: null },
      bound: boundOf(prep, named !== undefined || day === undefined, part),
      core: day ? `ngay ${core}` : core,
      every: everyOf(every) ?? ofPeriod,
      vague: part !== undefined && !/(?:cuoi|het)\s+(?:cua\s+)?$/.test(part),
    });
  }
  return shared(
    folded,
    taken.toSorted((a, b) => a.at - b.at),
  );
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
