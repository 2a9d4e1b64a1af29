import type { Day } from '../core/day.ts';

/** Days that plans work towards, by month and day, and the year from which they are counted. */
const SINCE: Record<string, { year: number; of: string }> = {
  '02-03': { year: 1930, of: 'Ngày thành lập Đảng Cộng sản Việt Nam' },
  '02-27': { year: 1955, of: 'Ngày Thầy thuốc Việt Nam' },
  '03-08': { year: 1910, of: 'Ngày Quốc tế Phụ nữ' },
  '03-26': { year: 1931, of: 'Ngày thành lập Đoàn TNCS Hồ Chí Minh' },
  '04-30': { year: 1975, of: 'Ngày Giải phóng miền Nam, thống nhất đất nước' },
  '05-01': { year: 1886, of: 'Ngày Quốc tế Lao động' },
  '05-07': { year: 1954, of: 'Chiến thắng Điện Biên Phủ' },
  '05-19': { year: 1890, of: 'Ngày sinh Chủ tịch Hồ Chí Minh' },
  '06-11': { year: 1948, of: 'Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc' },
  '06-21': { year: 1925, of: 'Ngày Báo chí Cách mạng Việt Nam' },
  '07-27': { year: 1947, of: 'Ngày Thương binh - Liệt sĩ' },
  '07-28': { year: 1929, of: 'Ngày thành lập Công đoàn Việt Nam' },
  '08-19': { year: 1945, of: 'Cách mạng Tháng Tám' },
  '09-02': { year: 1945, of: 'Quốc khánh' },
  '10-10': { year: 1954, of: 'Ngày Giải phóng Thủ đô' },
  '10-15': { year: 1930, of: 'Ngày truyền thống công tác Dân vận của Đảng' },
  '10-20': { year: 1930, of: 'Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam' },
  '11-18': { year: 1930, of: 'Ngày truyền thống Mặt trận Tổ quốc Việt Nam' },
  '11-20': { year: 1982, of: 'Ngày Nhà giáo Việt Nam' },
  '11-23': { year: 1945, of: 'Ngày truyền thống ngành Thanh tra' },
  '12-22': { year: 1944, of: 'Ngày thành lập Quân đội nhân dân Việt Nam' },
};

/** `78 năm Ngày … (11/6/1948)`; null where the day is not known. */
export function anniversaryOf(on: Day): { number: number; words: string } | null {
  const known = SINCE[on.slice(5)];
  if (!known) return null;
  const number = Number(on.slice(0, 4)) - known.year;
  return number > 0 ? { number, words: `${number} năm ${known.of}` } : null;
}

/** What is celebrated on that day of any year; null where it is not known. */
export const celebratedOn = (on: Day): string | null => SINCE[on.slice(5)]?.of ?? null;

/** The number of years that a name itself speaks of: "kỷ niệm 77 năm". */
export function numberSaid(name: string): number | null {
  const [, number] = /(?<![\d/])(\d{1,3})\s*năm(?!\s*\d{4})/iu.exec(name.normalize('NFC')) ?? [];
  return number === undefined ? null : Number(number);
}
