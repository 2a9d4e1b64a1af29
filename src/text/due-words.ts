import type { Boundary } from '../core/boundary.ts';
import { formatDay } from './days.ts';

type Stated = Extract<Boundary, { kind: 'by_day' | 'before_day' | 'before_month' | 'during_month' }>;

/** A term as a plan would word it, where the file gives none of its own. */
export function dueWords(boundary: Stated): string {
  switch (boundary.kind) {
    case 'by_day':
      return `Chậm nhất ngày ${formatDay(boundary.day)}`;
    case 'before_day':
      return `Trước ngày ${formatDay(boundary.day)}`;
    case 'before_month':
      return `Trước tháng ${boundary.month}/${boundary.year}`;
    case 'during_month':
      return `Trong tháng ${boundary.month}/${boundary.year}`;
  }
}
