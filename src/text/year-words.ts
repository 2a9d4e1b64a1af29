import type { Line } from '../core/message.ts';

const YEAR = String.raw`(?:(?:của|cua|trong)\s+)?(?:năm|nam)\s+(?:thi đua\s+|thi dua\s+)?(20\d{2})`;
const WHOLE = new RegExp(String.raw`^(?:${YEAR}|(20\d{2}))$`, 'iu');
const BEFORE = new RegExp(String.raw`^${YEAR}[\s,:;]+(.+)$`, 'isu');
const BEHIND = new RegExp(String.raw`^(.+?)[\s,:;]+${YEAR}$`, 'isu');

/**
 * "năm 2026", "năm 2026 3": the year that a command is asked of, and its other words. `anywhere`: also behind them, where
 * they are no words of somebody's own.
 */
export function readYear(typed: string, place: 'first' | 'anywhere'): { year: number; words: string } | null {
  const words = typed.normalize('NFC').trim();
  const [whole, named, bare] = WHOLE.exec(words) ?? [];
  if (whole) return { year: Number(named ?? bare), words: '' };
  const [before, year, rest = ''] = BEFORE.exec(words) ?? [];
  if (before) return { year: Number(year), words: rest.trim() };
  const [behind, first = '', last] = (place === 'anywhere' && BEHIND.exec(words)) || [];
  return behind ? { year: Number(last), words: first.trim() } : null;
}

/** Sentences about which year is spoken of. */
export const yearText = {
  shown: (year: number, others: readonly number[]): Line => [
    { italic: `Đây là năm thi đua ${year}${others.length > 0 ? `; năm ${others.join(', ')} còn mở` : ''}.` },
  ],
  toYear: (command: string, year: number) => ({ id: `${command} nam ${year}`, label: `Xem năm ${year}` }),
  closed: (year: number, lead: boolean): Line[] => [
    lead
      ? [
          `Năm thi đua ${year} đã khép nên không xem, sửa được ở đây. Lấy hồ sơ của năm: `,
          { code: `/ban_giao lưu trữ năm ${year}` },
        ]
      : [`Năm thi đua ${year} đã khép. Cần hồ sơ của năm, đề nghị đồng chí báo Trưởng khối.`],
  ],
  archive: (year: number) => ({ id: `ban_giao luu tru nam ${year}`, label: `Lấy hồ sơ năm ${year}` }),
  none: (year: number): Line[] => [
    [`Khối không có năm thi đua ${year} đang mở. Xem: `, { code: '/giai_doan' }],
  ],
};
