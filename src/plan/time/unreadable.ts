/** Days that were left blank or spoilt by a scanner: seen, never guessed. */
export interface Unreadable {
  at: number;
  end: number;
  cause: 'blank' | 'slip' | 'festival';
  /** What was likely meant, for a slip. */
  likely: string | null;
}

const BLANK = String.raw`(?:\u2026+[.\u2026]*|\.{2,}[\s.\u2026]*|_{2,}|-{3,})`;
const PREP = String.raw`(?:(?:truoc|cham nhat(?: la)?|den(?: het)?|vao|tu)\s+)?`;
const YEAR = String.raw`(?:\s*(?:[/.-]|,?\s?nam)\s*(?:20\d\d|${BLANK}))?`;
const BLANKS = new RegExp(
  [
    String.raw`${PREP}ngay\s*${BLANK}\s*(?:[/.-]|thang)\s*(?:\d{1,2}|${BLANK})${YEAR}`,
    String.raw`${PREP}(?:ngay\s+)?\d{1,2}\s*(?:/|\sthang)\s*${BLANK}${YEAR}`,
    String.raw`${PREP}${BLANK}\s?/\s?\d{1,2}(?:\s?/\s?20\d\d)?`,
    String.raw`${PREP}(?:thang|quy)\s*${BLANK}${YEAR}`,
    String.raw`(?:truoc|cham nhat(?: la)?|den(?: het)?)\s+ngay\s*${BLANK}(?=\s|$|[,;)])`,
  ].join('|'),
  'g',
);
/** "3O/O1/2026": letters among the digits. */
const SLIP =
  /(?:(?:truoc|cham nhat(?: la)?|den(?: het)?|vao|tu)\s+)?(?:ngay\s+)?(?<![\p{L}\d/])(?=[\doil/.]*[oil])(?=[oil/.]*\d)([\doil]{1,2}\s?[/.]\s?[\doil]{1,2}(?:\s?[/.]\s?[\doil]{4})?)(?![\p{L}\d/])/gu;
const FESTIVAL =
  /(?:truoc|sau|den)\s+(?:dip\s+)?(?:tet(?:\s+(?:nguyen dan|am lich|co truyen|trung thu))?(?! duong))(?![\p{L}])/gu;

export function unreadableDays(folded: string): Unreadable[] {
  const found = (pattern: RegExp, cause: Unreadable['cause']) =>
    [...folded.matchAll(pattern)].map(one => ({
      ...{ at: one.index, end: one.index + one[0].trimEnd().length, cause },
      likely: one[1] === undefined ? null : one[1].replaceAll('o', '0').replace(/[il]/g, '1'),
    }));
  return [
    ...(/\u2026|\.\.|__|---/.test(folded) ? found(BLANKS, 'blank') : []),
    ...(/\d[oil]|[oil]\d|[oil]\s?[/.]\s?\d|\d\s?[/.]\s?[oil]/.test(folded) ? found(SLIP, 'slip') : []),
    ...(folded.includes('tet') ? found(FESTIVAL, 'festival') : []),
  ];
}
