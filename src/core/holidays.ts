import { addDays, type Day, day } from './day.ts';

/**
 * What is known of a day. `law` and `confirmed` days count; the others change no deadline until a bloc
 * confirms them, they only keep the assistant quiet (decision 14).
 * `likely`: one secondary source. `proposal`: asked for, outcome unknown. `computed`: by the moon, not announced.
 */
export type DayStatus = 'law' | 'confirmed' | 'likely' | 'proposal' | 'computed' | 'unknown';

export interface CalendarDay {
  day: Day;
  what: 'off' | 'working';
  name: string;
  status: DayStatus;
  source: string;
}

const LABOUR = 'Điều 112 Bộ luật Lao động';
const MOVED = 'Điều 111 Bộ luật Lao động';
const CULTURE = 'Nghị quyết 28/2026/QH16';
const TET_2026 = 'Thông báo 9441/TB-BNV';
const MOON = 'Tính theo âm lịch';

function entry(
  on: string,
  what: CalendarDay['what'],
  status: DayStatus,
  name: string,
  source: string,
): CalendarDay {
  return { day: day(on), what, name, status, source };
}

function off(on: string, status: DayStatus, name: string, source: string): CalendarDay {
  return entry(on, 'off', status, name, source);
}

/** `count` days off in a row from `from`. */
function offFrom(
  from: string,
  count: number,
  status: DayStatus,
  name: string,
  source: string,
): CalendarDay[] {
  return Array.from({ length: count }, (_, i) => off(addDays(day(from), i), status, name, source));
}

/** Days off and make-up working days known on 20/11/2026; Saturdays and Sundays are off without an entry. */
export const knownCalendarDays: readonly CalendarDay[] = [
  off('2026-01-01', 'confirmed', 'Tết Dương lịch', LABOUR),
  off('2026-01-02', 'likely', 'Nghỉ hoán đổi, làm bù 10/01', 'Một nguồn thứ cấp'),
  entry('2026-01-10', 'working', 'likely', 'Làm bù cho 02/01', 'Một nguồn thứ cấp'),
  ...offFrom('2026-02-16', 5, 'confirmed', 'Tết Nguyên đán Bính Ngọ', TET_2026),
  off('2026-04-26', 'law', 'Giỗ Tổ Hùng Vương', LABOUR),
  off('2026-04-27', 'law', 'Nghỉ bù Giỗ Tổ Hùng Vương', MOVED),
  off('2026-04-30', 'law', 'Ngày Chiến thắng', LABOUR),
  off('2026-05-01', 'law', 'Ngày Quốc tế Lao động', LABOUR),
  entry('2026-08-22', 'working', 'confirmed', 'Làm bù cho 31/8', 'Thông báo nghỉ Quốc khánh 2026'),
  off('2026-08-31', 'confirmed', 'Nghỉ hoán đổi, làm bù 22/8', 'Thông báo nghỉ Quốc khánh 2026'),
  off('2026-09-01', 'confirmed', 'Quốc khánh, ngày liền kề', LABOUR),
  off('2026-09-02', 'confirmed', 'Quốc khánh', LABOUR),
  off('2026-11-23', 'proposal', 'Đề xuất hoán đổi, làm bù 28/11', 'Đề xuất ngày 06/9/2026'),
  off('2026-11-24', 'law', 'Ngày Văn hóa Việt Nam', CULTURE),
  entry('2026-11-28', 'working', 'proposal', 'Đề xuất làm bù cho 23/11', 'Đề xuất ngày 06/9/2026'),

  off('2027-01-01', 'law', 'Tết Dương lịch', LABOUR),
  // 28 tháng chạp to mùng 5: the five official days lie within, which ones is not announced.
  ...offFrom('2027-02-04', 7, 'computed', 'Tết Nguyên đán Đinh Mùi', MOON),
  off('2027-04-16', 'law', 'Giỗ Tổ Hùng Vương', LABOUR),
  off('2027-04-30', 'law', 'Ngày Chiến thắng', LABOUR),
  off('2027-05-01', 'law', 'Ngày Quốc tế Lao động', LABOUR),
  off('2027-05-03', 'law', 'Nghỉ bù Ngày Quốc tế Lao động', MOVED),
  // One of the two days beside 02/9 is off; the government has not said which.
  off('2027-09-01', 'unknown', 'Quốc khánh, ngày liền kề (01/9 hoặc 03/9)', LABOUR),
  off('2027-09-02', 'law', 'Quốc khánh', LABOUR),
  off('2027-09-03', 'unknown', 'Quốc khánh, ngày liền kề (01/9 hoặc 03/9)', LABOUR),
  off('2027-11-24', 'law', 'Ngày Văn hóa Việt Nam', CULTURE),

  off('2028-01-01', 'law', 'Tết Dương lịch', LABOUR),
  off('2028-01-03', 'law', 'Nghỉ bù Tết Dương lịch', MOVED),
  ...offFrom('2028-01-24', 7, 'computed', 'Tết Nguyên đán Mậu Thân', MOON),
  off('2028-04-04', 'law', 'Giỗ Tổ Hùng Vương', LABOUR),
  off('2028-04-30', 'law', 'Ngày Chiến thắng', LABOUR),
  off('2028-05-01', 'law', 'Ngày Quốc tế Lao động', LABOUR),
  off('2028-05-02', 'law', 'Nghỉ bù Ngày Chiến thắng', MOVED),
  off('2028-09-01', 'unknown', 'Quốc khánh, ngày liền kề (01/9 hoặc 03/9)', LABOUR),
  off('2028-09-02', 'law', 'Quốc khánh', LABOUR),
  // 02/9 is a Saturday: Monday makes up for it; Tuesday too should 03/9 be the second day off.
  off('2028-09-04', 'law', 'Nghỉ bù Quốc khánh', MOVED),
  off('2028-09-05', 'unknown', 'Nghỉ bù Quốc khánh, nếu nghỉ 03/9', MOVED),
  off('2028-11-24', 'law', 'Ngày Văn hóa Việt Nam', CULTURE),
];
