import { addDays, dayOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { WeekCounts } from '../core/weekly-health.ts';
import { formatDay } from './days.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** The weekly line that says the assistant is there, and what it did. */
export function healthLines(bloc: string, counts: WeekCounts, now: Date): Line[] {
  const today = dayOf(now);
  const { reminders, reports, waiting, overdue, errors } = counts;
  return [
    [
      { bold: '[Hệ thống vẫn chạy]' },
      ` ${bloc}, từ ${formatDay(addDays(today, -7))} đến ${formatDay(today)}.`,
    ],
    [`Đã gửi ${two(reminders)} tin nhắc; nhận ${two(reports)} báo cáo.`],
    [`Đang chờ: ${two(waiting)} việc còn hạn, ${two(overdue)} việc quá hạn.`],
    [
      errors === 0
        ? 'Không có lỗi gửi, nhận tin.'
        : `Có ${two(errors)} tin gửi, nhận bị lỗi. Đề nghị đồng chí báo người quản trị hệ thống.`,
    ],
  ];
}
