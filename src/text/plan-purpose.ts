import { withoutMarks } from './fold.ts';

const PURPOSES: readonly [string, RegExp][] = [
  ['half', /\b6 thang|\bsau thang|\bso ket|\bgiua nam/],
  ['quarter 1', /\bquy (?:i|1)\b/],
  ['quarter 2', /\bquy (?:ii|2)\b/],
  ['quarter 3', /\bquy (?:iii|3)\b/],
  ['quarter 4', /\bquy (?:iv|4)\b/],
  ['month', /\bbao cao thang\b|\bhang thang\b/],
  ['year', /\btong ket|\bca nam|\bbao cao nam\b|\bcuoi nam/],
];

/** What a report or review is of: "Báo cáo sơ kết" and "Báo cáo 6 tháng đầu năm" are one matter; null: its name says. */
function purposeOf(title: string): string | null {
  const words = withoutMarks(title);
  return PURPOSES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Two titles for the same thing. */
export function samePurpose(a: string, b: string): boolean {
  const purpose = purposeOf(a);
  return purpose !== null && purpose === purposeOf(b);
}
