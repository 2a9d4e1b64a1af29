import { COUNTED, openUnit } from './counted.ts';

/** A number with what it counts, as it stands in folded text. */
export interface Quantity {
  at: number;
  end: number;
  operator: '=' | '>=' | '<=' | 'between' | 'approx';
  value: number | [number, number];
  reversed: boolean;
  unit: string;
  /** Where the unit's words stand. */
  unitAt: number;
  /** What is counted is on no list: only the sentence around it can tell that it is a thing. */
  open: boolean;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const PER =
  'nam|thang|quy|tuan|hoc ky|hoc phan|nguoi|don vi|khach hang|can bo|cong doan|chi bo|ha|ho|nha|can|suat|lan|truong|xa|thon|dot|giuong|doan vien|hoi vien|hoc sinh|lop|vu|van dan|nghin dan|van nguoi|nghin nguoi';
const UNIT = String.raw`\s?"?(%|${COUNTED})(?![\p{L}])((?:\s?\/\s?(?:${PER}|\p{L}{2,})(?![\p{L}])){0,2})`;
const BEFORE = String.raw`(it nhat(?: la)?|toi thieu(?: la)?|khong duoi|khong it hon|khong thap hon|tu|tren|hon|vuot|dat tren|khong qua|khong vuot qua|khong vuot|toi da|duoi|khong nhieu hon|khong cao hon|khoang|xap xi|gan|binh quan|trong(?: vong)?(?: thoi (?:gian|han))?(?=\s+\d+\s+(?:ngay|gio|phut)))\s+(?:dat\s+)?(?:duoc\s+)?(?:la\s+)?(?:co\s+)?`;
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:${BEFORE}|([\u2265\u2264><])\s*)?(${NUMBER})(?:\s?%?(?:\s(?:trieu|ty|nghin|ngan)(?: dong)?)?\s?(?:-|den)\s?(${NUMBER}))?(?:\s?\([^)]{1,20}\))?(?:${UNIT})?((?:,?\s+\p{L}+){0,6}?\s+tro (?:len|xuong))?(?![\d/])`,
  'gu',
);

/** Sizes and sums: what is measured stands before them. */
const MEASURE =
  /^(?:%|km|ha|m[2\u00b2]|m[3\u00b3]|met|lit|kg|gb|ty|trieu|nghin|ngan|dong(?! (?:chi|bao|doi))|usd|tan|ta(?![\p{L}])|diem(?! cau)|kwh|mw|lan|bac|ngay|gio|phut)(?:\s(?:cong|dong|usd|kwh|tan|m2|m3))?(?=\/|$)/u;
export const isMeasure = (unit: string): boolean => MEASURE.test(unit);

const AT_LEAST = /^(?:\u2265|>|it nhat|toi thieu|khong duoi|khong it|khong thap|tren|hon|vuot|dat tren)/;
const AT_MOST = /^(?:\u2264|<|khong qua|khong vuot|toi da|duoi|khong nhieu|khong cao)/;
/** Before a number that is a name's or a day's: "lớp 9", "khu phố 3", "ĐT 0913". */
const NAMED =
  /(?<!(?:co|tru|mot|tong|xu|ho|doi) )(?:^|(?<=[\s(]))(?:so|dieu|khoan|muc|chuong|quyet dinh|nghi quyet|chi thi|nghi dinh|luat|thong tu|ke hoach|cong van|khoa|lan thu|thu|ky|nam|ngay|thang|quy|phong|tang|duong|khu pho|khoi|cum|thon|to|to dan pho|hang|cap|khu vuc|muc do|giai doan|dien thoai|dt|sdt|fax|trang|phu luc|mau|bieu|tuoi|lop|dot|quoc lo|tinh lo|mien|vung|loai|nhom|phan|bang|hinh)[\s:.]*$/;

/** "Khối thi đua số 4 xã …". */
const OF_NAME =
  /(?:thi dua|khoi|cum|thon|to|to dan pho|khu pho|ap|nghi quyet|quyet dinh|cong van|ke hoach|chi thi|thong bao|huong dan)\s+so\s*:?\s*$/;

/** `1.090` is 1090, `12,5` is 12.5, `8.5` as it stands. */
function numberOf(printed: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed))
    return Number(printed.replaceAll('.', '').replace(',', '.'));
  return Number(printed.replace(',', '.'));
}

/** Numbers with a unit or in a range; dates, years and numbers of documents have neither. */
export function quantitiesIn(folded: string): Quantity[] {
  return [...folded.matchAll(QUANTITY)].flatMap(found => {
    const [whole, worded, sign, first = '', second, known, per = '', trailing] = found;
    const low = numberOf(first);
    const high = second === undefined ? null : numberOf(second);
    const body = whole.trimEnd();
    const bodyEnd = found.index + body.length;
    const numberEnd = bodyEnd - (trailing?.length ?? 0);
    const open = known === undefined ? openAt(folded, found.index, numberEnd, first) : '';
    const unit = known ?? (open === '' ? undefined : open);
    if (unit === undefined && second === undefined) return [];
    // "năm 2026 ngay từ đầu": a year, whatever follows.
    if (/^20\d\d$/.test(first) && /(?:^|\s)nam\s*$/.test(folded.slice(0, found.index))) return [];
    if (OF_NAME.test(folded.slice(Math.max(0, found.index - 24), found.index))) return [];
    if (unit === undefined && Number.isInteger(low) && low >= 1900) return [];
    if (unit === undefined && !/[.,]/.test(first)) return [];
    const unitAt =
      open !== ''
        ? numberEnd + 1
        : unit === undefined
          ? bodyEnd
          : unitIn(found.index, whole, unit, per, trailing);
    return [
      {
        at: found.index + (worded === 'binh quan' ? worded.length + 1 : 0),
        end: Math.max(bodyEnd, open === '' ? 0 : numberEnd + 1 + open.length),
        operator: operatorOf(cueAt(folded, found.index, worded ?? sign), trailing, high !== null, unit ?? ''),
        value: high === null ? low : low <= high ? [low, high] : [high, low],
        reversed: high !== null && low > high,
        unit: unit === undefined ? '' : `${unit}${per.replace(/\s*\/\s*/g, '/')}`,
        unitAt,
        open: open !== '',
      },
    ];
  });
}

/** The unit's own words, not what looks alike behind them: "95% kế hoạch trở lên". */
const unitIn = (at: number, whole: string, unit: string, per: string, trailing = ''): number =>
  at + whole.trimEnd().length - trailing.length - per.length - unit.length;

/** "8 đến 10 quần chúng", "05 kỹ thuật mới": words that no list has. */
function openAt(folded: string, at: number, end: number, first: string): string {
  if (folded[end] !== ' ' || NAMED.test(folded.slice(Math.max(0, at - 24), at))) return '';
  if (/^(?:19|20)\d\d$|^0\d{3,}/.test(first)) return '';
  const length = openUnit(folded.slice(end + 1, end + 50));
  return folded.slice(end + 1, end + 1 + length);
}

/** "có từ 20 đoàn viên": at least so many. */
const cueAt = (folded: string, at: number, cue = ''): string =>
  cue === 'tu' && !/(?:giam|tang|nang)\s[^,;]*$/.test(folded.slice(0, at)) ? 'it nhat' : cue;

function operatorOf(
  cue: string,
  trailing: string | undefined,
  range: boolean,
  unit: string,
): Quantity['operator'] {
  if (range) return 'between';
  if (trailing?.includes('len') || AT_LEAST.test(cue)) return '>=';
  if (trailing?.includes('xuong') || AT_MOST.test(cue)) return '<=';
  if (cue.startsWith('trong') && /^(?:ngay|gio|phut)/.test(unit)) return '<=';
  return /^(?:khoang|xap xi|gan)/.test(cue) ? 'approx' : '=';
}
