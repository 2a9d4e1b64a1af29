import { addDays, dayOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { WeekCounts } from '../core/weekly-health.ts';
import { formatDay } from './days.ts';

const SHOWN = 4;

/** The weekly line that says the assistant is there, and what it did. */
export function healthLines(bloc: string, counts: WeekCounts, undated: readonly string[], now: Date): Line[] {
  const today = dayOf(now);
  const { reminders, reports, waiting, overdue, errors } = counts;
  return [
    [
      { bold: '[Hệ thống vẫn chạy]' },
      ` ${bloc}, từ ${formatDay(addDays(today, -7))} đến ${formatDay(today)}.`,
    ],
    [`Tin nhắc đã gửi: ${reminders}; báo cáo đã nhận: ${reports}.`],
    [`Việc chưa đến hạn: ${waiting}; quá hạn: ${overdue}.`],
    ...(undated.length > 0
      ? [[`Chưa định ngày: ${undated.slice(0, SHOWN).join('; ')}${undated.length > SHOWN ? '; …' : ''}.`]]
      : []),
    [
      errors === 0
        ? 'Không có lỗi gửi, nhận tin.'
        : `Có ${errors} tin gửi, nhận bị lỗi. Đề nghị đồng chí báo người quản trị hệ thống.`,
    ],
  ];
}
