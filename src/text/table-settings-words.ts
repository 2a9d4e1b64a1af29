import { checkClasses } from '../core/check-settings.ts';
import { findCriteria } from '../core/find-criterion.ts';
import { type Interval, isInterval } from '../core/interval.ts';
import type { Caps, ScoreTable } from '../core/score-table.ts';
import type { ScoreClass, SettingsPart, TableSettings, TieKey } from '../core/table-settings.ts';
import { criterionWords } from './criterion-words.ts';
import { capitalised, clean, clip, fold, withoutMarks } from './fold.ts';
import { parseDecimal } from './parse-decimal.ts';
import { parsePoints } from './points.ts';

/** Characters of a class's or an indicator's name. */
const NAME_MAX = 100;
const MOST_ITEMS = 12;

export type SettingsWords =
  | { kind: 'settings'; part: SettingsPart; settings: TableSettings }
  /** `no` null: of the whole table. */
  | { kind: 'cap'; no: string | null; of: keyof Caps; points: Caps['total'] }
  | { kind: 'show' }
  /** It is about that part, but `words` say nothing that holds. */
  | { kind: 'unclear'; part: SettingsPart | 'cap'; words: string }
  /** Classes that overlap or leave a gap. */
  | { kind: 'rivals'; problems: ReturnType<typeof checkClasses> };

const HEADS: [SettingsPart, RegExp][] = [
  ['rounding', /^(?:lam tron|quy tac lam tron)\b[ :,]*/],
  ['shownDecimals', /^(?:hien thi|hien)(?= .*(?:so le|thap phan|nguyen|chu so))[ :,]*/],
  ['floor', /^(?:diem )?khong (?:duoc )?am\b[ :,]*/],
  ['ranking', /^(?:dong hang|xep hang|thu hang)\b[ :,]*(?=[\d ,;-]+$)/],
  ['measure', /^(?:xep loai|xep hang|tinh) theo (?=(?:diem|phan tram|ty le|ti le|%)(?: dat)?$)/],
  ['classes', /^(?:(?:muc )?xep loai|phan loai)\b[ :,]*/],
  [
    'tieBreak',
    /^(?:thu tu )?uu tien\b(?: khi bang diem)?[ :,]*|^(?:khi|neu) bang diem\b(?: thi)?(?: xet)?[ :,]*/,
  ],
];
const SHOW = /^(?:cach tinh(?: chung)?|quy dinh chung|cai dat bang)$/;
const NONE = /^(?:khong|bo|xoa|khong co|khong dat|khong xep loai|khong uu tien|bo het)$/;

/** What a lead types of the table as a whole; null: it is of something else. */
export function readSettingsWords(text: string, table: ScoreTable): SettingsWords | null {
  const said = clean(text.replace(/\n+/g, '; ')).replace(/[ .;]+$/, '');
  const plain = withoutMarks(said);
  if (SHOW.test(plain)) return { kind: 'show' };
  const cap = readCap(said);
  if (cap) return cap;
  for (const [part, head] of HEADS) {
    const found = head.exec(plain)?.[0];
    if (found === undefined) continue;
    // Folded letter by letter, so that the place is the same.
    const words = plain.length === said.length ? said.slice(found.length) : plain.slice(found.length);
    return changed(part, words, table);
  }
  return null;
}

function changed(part: SettingsPart, words: string, table: ScoreTable): SettingsWords {
  const { settings } = table;
  const plain = fold(words);
  const unclear: SettingsWords = { kind: 'unclear', part, words: clip(words, NAME_MAX) };
  const set = (change: Partial<TableSettings>): SettingsWords => ({
    ...{ kind: 'settings', part, settings: { ...settings, ...change } },
  });
  switch (part) {
    case 'rounding': {
      const decimals = decimalsIn(plain);
      const at = /tong|ca bang/.test(plain) ? 'total' : /nhom/.test(plain) ? 'group' : 'leaf';
      return decimals === null ? unclear : set({ rounding: { at, decimals } });
    }
    case 'shownDecimals': {
      const shownDecimals = decimalsIn(plain);
      return shownDecimals === null ? unclear : set({ shownDecimals });
    }
    case 'floor':
      if (/nhom/.test(plain)) return set({ floor: 'group' });
      if (/bang|tong/.test(plain)) return set({ floor: 'table' });
      return /tieu chi|muc|bo/.test(plain) ? set({ floor: 'none' }) : unclear;
    case 'ranking': {
      const places = plain.replace(/\D+/g, '');
      if (places === '113') return set({ ranking: 'gaps' });
      return places === '112' ? set({ ranking: 'dense' }) : unclear;
    }
    case 'measure':
      return set({ measure: /diem/.test(plain) ? 'points' : 'percent' });
    case 'classes': {
      if (NONE.test(plain)) return set({ classes: [] });
      const classes = readClasses(words);
      if (!classes) return unclear;
      const problems = checkClasses(classes);
      const measure = /%|phan tram/.test(plain) ? { measure: 'percent' as const } : {};
      return problems.length > 0 ? { kind: 'rivals', problems } : set({ classes, ...measure });
    }
    case 'tieBreak': {
      if (NONE.test(plain)) return set({ tieBreak: [] });
      const keys = words.split(/[;,>→]|\s+(?:rồi|sau đó|roi|sau do)\s+/iu).filter(one => clean(one) !== '');
      const chain: TieKey[] = [];
      for (const one of keys.slice(0, MOST_ITEMS)) {
        const key = tieKeyIn(clean(one), table);
        if (!key) return { ...unclear, words: clip(clean(one), NAME_MAX) };
        chain.push(key);
      }
      return chain.length === 0 ? unclear : set({ tieBreak: chain });
    }
  }
}

function decimalsIn(plain: string): 0 | 1 | 2 | null {
  if (/nguyen|hang don vi/.test(plain)) return 0;
  const digit = /(?:^|\s)([012])(?=\s|$)/.exec(plain)?.[1];
  const word = /mot (?:so|chu)/.test(plain) ? '1' : /hai (?:so|chu)/.test(plain) ? '2' : digit;
  return word === '0' ? 0 : word === '1' ? 1 : word === '2' ? 2 : null;
}

const BOUNDS = /(?:^|\s)(?:từ|tu|trên|tren|dưới|duoi|đến|den|>=|≥|>|<)\s*\d/iu;
/** Neither a decimal comma nor one before what is asked of the class. */
const ITEMS = /;|,(?!\d|\s*(?:không|khong)\s+(?:có|co|tiêu chí|tieu chi|điểm|diem|0))/iu;
const NO_ZERO =
  /[(,]?\s*(?:không có|không|khong co|khong)\s+(?:tiêu chí(?: nào)?|tieu chi(?: nao)?|điểm|diem)?\s*(?:0 điểm|0 diem|điểm 0|diem 0|0)\s*\)?/iu;

/** `Xuất sắc từ 95; Tốt từ 85; Khá từ 75 đến dưới 85`: where only the lower end is said, the class above is the upper. */
function readClasses(words: string): ScoreClass[] | null {
  const items = words
    .split(ITEMS)
    .map(clean)
    .filter(one => one !== '');
  const classes: ScoreClass[] = [];
  for (const item of items.slice(0, MOST_ITEMS)) {
    const noZero = NO_ZERO.test(item);
    const bare = item.replace(NO_ZERO, '');
    const at = BOUNDS.exec(bare)?.index;
    const name = clean(bare.slice(0, at ?? 0)).replace(/[ :–-]+$/, '');
    const read = at === undefined ? null : intervalIn(fold(bare.slice(at)));
    if (!read || name === '') return null;
    const above = classes.at(-1)?.within;
    const open = read.le === undefined && read.lt === undefined && above !== undefined;
    const within = open ? { ...read, ...below(above) } : read;
    if (!isInterval(within)) return null;
    classes.push({ name: capitalised(clip(name, NAME_MAX)), within, noZero });
  }
  return classes.length === 0 ? null : classes;
}

/** Everything under an interval. */
const below = ({ ge, gt }: Interval): Interval =>
  ge !== undefined ? { lt: ge } : gt !== undefined ? { le: gt } : {};

const NUMBER = '(\\d[\\d.,]*)';
const UNIT = '(?: ?(?:diem\\b|d\\b|%|phan tram\\b))?';
const LOW = new RegExp(`^ ?(tu|tren|>=|≥|>) ?${NUMBER}${UNIT}(?: (tro len|tro xuong))?`);
const HIGH = new RegExp(`(?:^| )(?:(den|toi) )?(?:(duoi|<) ?)?${NUMBER}${UNIT}(?: (tro xuong))?$`);

/** "trên 90 điểm trở lên" contradicts itself and is asked about. */
function intervalIn(plain: string): Interval | null {
  const said = plain.trim().replace(/[().]+$/, '');
  const [lowWords = '', word, low, upwards] = LOW.exec(said) ?? [];
  const rest = said.slice(lowWords.length);
  if (upwards === 'tro xuong') return word === 'tu' && low !== undefined ? bound('le', low) : null;
  const over = word === 'tren' || word === '>';
  if (over && upwards) return null;
  if (rest.trim() !== '' && upwards) return null;
  const from = low === undefined ? {} : bound(over ? 'gt' : 'ge', low);
  if (from === null) return null;
  if (rest.trim() === '') return low === undefined ? null : from;
  const [highWords = '', to, under, high = '', downwards] = HIGH.exec(rest) ?? [];
  if (highWords.trim() !== rest.trim() || (!to && !under && !downwards)) return null;
  if (under && downwards) return null;
  const until = bound(under ? 'lt' : 'le', high);
  return until === null ? null : { ...from, ...until };
}

function bound(side: 'ge' | 'gt' | 'le' | 'lt', number: string): Interval | null {
  const read = parseDecimal(number.replace(/[.,]$/, ''));
  return read.kind === 'number' ? { [side]: read.number } : null;
}

const BALLOT = /^(?:bo phieu|so phieu|phieu bau|phieu|ket qua bo phieu)$/;
const DECISION =
  /^(?:quyet dinh|truong khoi|khoi|truong khoi quyet dinh|khoi quyet dinh|quyet dinh cua (?:khoi|truong khoi))$/;
const INDICATOR = /^(?:chỉ tiêu|số liệu|tỷ lệ|tỉ lệ|chi tieu|so lieu|ty le|ti le)\s+\S/iu;
const LOWER = /\s*\(?(?:thấp hơn|ít hơn|càng thấp càng tốt|thap hon|it hon)\)?$/iu;
const HIGHER = /\s*\(?(?:cao hơn|nhiều hơn|càng cao càng tốt|cao hon|nhieu hon)\)?$/iu;

function tieKeyIn(words: string, table: ScoreTable): TieKey | null {
  const plain = fold(words);
  if (BALLOT.test(plain)) return { by: 'ballot' };
  if (DECISION.test(plain)) return { by: 'decision' };
  const { no, behind } = criterionWords(words.replace(/^(?:điểm|diem)?\s*(?:mục|muc)\s+/iu, ''));
  const [found, another] = findCriteria(table, no);
  if (found && !another && behind === '') return { by: 'criterion', key: found.key };
  if (!INDICATOR.test(words)) return null;
  const name = clip(words.replace(LOWER, '').replace(HIGHER, ''), NAME_MAX);
  const key = fold(name)
    .replace(/[^a-z\d]+/g, '_')
    .slice(0, 60);
  return { by: 'indicator', key, name, prefer: LOWER.test(words) ? 'lower' : 'higher' };
}

const CAP =
  /^(?:(.+?)\s+)?(?:điểm |diem )?(thưởng|cộng|trừ|trần|tổng cả thưởng|thuong|cong|tru|tran|tong ca thuong)(?:\s+(?:tối đa|không quá|toi da|khong qua))?\s+([\d.,]+|không giới hạn|khong gioi han|không hạn chế|khong han che)(?:\s*(?:điểm|diem|đ))?$/iu;

/** `thưởng tối đa 5`, `III trừ tối đa 10`, `trần 110`, `III thưởng không giới hạn`. */
function readCap(said: string): Extract<SettingsWords, { kind: 'cap' | 'unclear' }> | null {
  const [, where = '', which = '', amount = ''] = CAP.exec(said) ?? [];
  if (which === '') return null;
  const word = fold(which);
  const of = word === 'tru' ? 'penalty' : word === 'thuong' || word === 'cong' ? 'bonus' : 'total';
  const no = where === '' ? null : criterionWords(where.replace(/^(?:mục|muc|nhóm|nhom)\s+/iu, ''));
  // A sentence that states a rule ("mỗi vụ trừ 0,5") is none of these.
  if (no && (no.no === '' || no.behind !== '')) return null;
  if (/^\D/.test(amount)) return { kind: 'cap', no: no?.no ?? null, of, points: null };
  if (!/(?:tối đa|không quá|toi da|khong qua|trần|tran|cả thưởng|ca thuong)/iu.test(said)) return null;
  const read = parsePoints(amount);
  if (read.kind !== 'points' || read.points < 0) return { kind: 'unclear', part: 'cap', words: amount };
  return { kind: 'cap', no: no?.no ?? null, of, points: read.points };
}
