import { capitalised } from './plan-names.ts';

/** How targets are called where the text gives no word of its own. */
export const targetWords = {
  ratio: 'hệ số',
  household: 'hộ',
  poorHouseholds: 'Số hộ nghèo',
  percent: '%',
  work: 'công trình',
  project: 'dự án',
  goal: 'mốc',
  unit: 'đơn vị',
};

/** `xã, phường không có ma túy`, counted in % → `Tỷ lệ xã, phường không có ma túy`. */
export function metricName(words: string, unit: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  if (unit.startsWith('%') && !/^(?:tỷ|tỉ|tốc độ|mức|chỉ số|tăng|giảm)/iu.test(said)) return `Tỷ lệ ${said}`;
  return capitalised(said);
}

/** `mô hình ứng dụng công nghệ` → `Số mô hình ứng dụng công nghệ`. */
export const countName = (words: string): string => `Số ${words.replace(/\s+/g, ' ').trim()}`;
