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
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
export const COUNTED =
  'bai bao|mo hinh|sang kien|giai phap|de tai|cong trinh|phan viec|dien hinh(?: tien tien)?|tap the|ca nhan|san pham|viec lam|cach lam|tin bai|tin, bai|bai viet|bai|chuyen de|hoat dong|lop|nguoi|ho|dang vien|doan vien|hoi vien|doanh nghiep|hop tac xa|san pham ocop|cong viec|du an|km|ha|m2|ty dong|trieu dong|nghin dong|dong|ty usd|trieu usd|usd|tan|ta|tieu chi|thu tuc|dich vu cong|ho so|diem|luot(?: nguoi| khach)?|khach|buoi|cuoc|dot|lan|gian|nha|can nha|suat qua|suat|phan qua|don vi mau|cay(?: xanh)?|xa|phuong|thon|truong|hoc sinh|giai(?: thuong)?|bac|phong trao|cong chuc|can bo|vien chuc|co so|don vi|cua hang|khu|cum|che|loai|bang khen|giay khen|co thi dua|guong|kwh|mw|lao dong|vu(?: viec)?|thanh vien|dan|can nguoi|don vi mau|to chuc dang|to chuc|chi bo|ngay(?! dem| cao diem| (?:sau|truoc|ke tu|tinh tu|lam viec|dau|cuoi|hoi|thanh lap|truyen thong|\\d))|gio|phut|(?:ty|trieu|nghin|ngan) (?:dong|usd|kwh|luot|tan|m3|m2|cay|nguoi|ban|san pham|con|lit)|ty|trieu|nghin|ngan';
const UNIT = String.raw`\s?(%(?:\s?\/\s?nam)?|${COUNTED})(?![\p{L}])((?:\s?\/\s?(?:nam|thang|nguoi|don vi|ha)){0,2})`;
const BEFORE = String.raw`(it nhat(?: la)?|toi thieu(?: la)?|khong duoi|khong it hon|tu|tren|hon|vuot|dat tren|khong qua|khong vuot qua|toi da|duoi|khong nhieu hon|khong cao hon|khoang|xap xi|gan|binh quan|trong(?: vong)?(?: thoi (?:gian|han))?)\s+(?:dat\s+)?(?:duoc\s+)?(?:la\s+)?(?:co\s+)?`;
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:${BEFORE}|([\u2265\u2264])\s*)?(${NUMBER})(?:\s?%?\s?(?:-|den)\s?(${NUMBER}))?(?:\s?\([^)]{1,20}\))?(?:${UNIT})?((?:\s+\p{L}+){0,4}?\s+tro (?:len|xuong))?(?![\d/])`,
  'gu',
);

/** Sizes and sums: what is measured stands before them. */
const MEASURE =
  /^(?:%|km|ha|m2|ty|trieu|nghin|ngan|dong|usd|tan|ta(?![\p{L}])|diem|kwh|mw|lan|bac|ngay|gio|phut)(?:\s(?:dong|usd|kwh|tan|m2|m3))?(?=\/|$)/u;
export const isMeasure = (unit: string): boolean => MEASURE.test(unit);

const AT_LEAST = /^(?:\u2265|it nhat|toi thieu|khong duoi|khong it|tren|hon|vuot|dat tren)/;
const AT_MOST = /^(?:\u2264|khong qua|khong vuot|toi da|duoi|khong nhieu|khong cao)/;

/** `1.090` is 1090, `12,5` is 12.5, `8.5` as it stands. */
function numberOf(printed: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed))
    return Number(printed.replaceAll('.', '').replace(',', '.'));
  return Number(printed.replace(',', '.'));
}

/** Numbers with a unit or in a range; dates, years and numbers of documents have neither. */
export function quantitiesIn(folded: string): Quantity[] {
  return [...folded.matchAll(QUANTITY)].flatMap(found => {
    const [whole, worded, sign, first = '', second, unit, per = '', trailing] = found;
    if (unit === undefined && second === undefined) return [];
    const low = numberOf(first);
    const high = second === undefined ? null : numberOf(second);
    if (unit === undefined && Number.isInteger(low) && low >= 1900) return [];
    if (unit === undefined && !/[.,]/.test(first)) return [];
    const body = whole.trimEnd();
    const unitAt = unit === undefined ? found.index + body.length : found.index + whole.lastIndexOf(unit);
    return [
      {
        at: found.index,
        end: found.index + body.length,
        operator: operatorOf(worded ?? sign ?? '', trailing, high !== null, unit ?? ''),
        value: high === null ? low : low <= high ? [low, high] : [high, low],
        reversed: high !== null && low > high,
        unit:
          unit === undefined
            ? ''
            : `${unit.replace(/\s/g, unit.startsWith('%') ? '' : ' ')}${per.replace(/\s/g, '')}`,
        unitAt,
      },
    ];
  });
}

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
