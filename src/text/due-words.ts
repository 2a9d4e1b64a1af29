import type { Boundary } from '../core/boundary.ts';
import type { DueStanding } from '../core/progress.ts';
import type { Every } from '../core/recurrence.ts';
import { daysLeft, formatDay, formatDayLong } from './days.ts';

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** A term as a plan would word it. */
export function dueWords(boundary: Boundary): string {
  switch (boundary.kind) {
    case 'by_day':
      return `Chậm nhất ngày ${formatDay(boundary.day)}`;
    case 'before_day':
      return `Trước ngày ${formatDay(boundary.day)}`;
    case 'before_month':
      return `Trước tháng ${boundary.month}/${boundary.year}`;
    case 'before_year':
      return `Trước năm ${boundary.year}`;
    case 'during_month':
      return `Trong tháng ${boundary.month}/${boundary.year}`;
    case 'during_quarter':
      return `Trong quý ${QUARTERS[boundary.quarter - 1]} năm ${boundary.year}`;
    case 'between':
      return `Từ ngày ${formatDay(boundary.from)} đến ngày ${formatDay(boundary.to)}`;
    case 'unstated':
      return boundary.ruleText === '' ? 'Chưa định ngày' : boundary.ruleText;
  }
}

export const everyWords: Record<Every, string> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  half_year: '6 tháng một lần',
  year: 'hằng năm',
};

/** How a due day stands, as lists say it in brackets. */
export function standingWords(standing: DueStanding): string {
  switch (standing.kind) {
    case 'ahead':
      return daysLeft(standing.daysLeft);
    case 'grace':
      return `rơi vào ngày nghỉ, còn nhận đến hết ${formatDayLong(standing.until)}`;
    case 'over':
      return `quá hạn ${standing.days} ngày`;
  }
}
