import type { Line } from '../core/message.ts';
import { fold } from './fold.ts';

/** `kiến nghị 7 ngày`: the days, NaN where none is said; null: about something else. */
export function readAppealDays(typed: string): number | null {
  const words = fold(typed);
  if (!/\b(?:kien nghi|phuc tra)\b/.test(words)) return null;
  return Number(/\d+/.exec(words)?.[0] ?? Number.NaN);
}

/** Sentences of `/cai_dat` about how long units may appeal. */
export const appealDaysText = {
  line: (days: number): Line => [
    'Kiến nghị sau công bố điểm: ',
    { bold: `trong ${days} ngày làm việc` },
    ' (đổi: gõ ',
    { code: '/cai_dat kiến nghị 7 ngày' },
    ').',
  ],
  which: (days: number): Line[] => [
    [`Hiện nhận kiến nghị trong ${days} ngày làm việc sau công bố. Đề nghị gõ số ngày từ 1 đến 30, ví dụ:`],
    [{ code: '/cai_dat kiến nghị 7 ngày' }],
  ],
  done: (days: number): Line[] => [
    [{ bold: `Nhận kiến nghị trong ${days} ngày làm việc` }, ', kể từ ngày sau ngày công bố.'],
    ['Kết quả đã công bố giữ hạn kiến nghị đã thông báo.'],
  ],
} as const;
