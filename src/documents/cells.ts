import type { Day } from '../core/day.ts';
import type { Cell } from './workbook.ts';

/** Cells of what may be absent. */

const emptyCell: Cell = { kind: 'empty' };
export const textCell = (value: string | null | undefined): Cell =>
  value ? { kind: 'text', text: value } : emptyCell;
export const numberCell = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? emptyCell : { kind: 'number', number: value };
export const dayCell = (value: Day | null): Cell => (value ? { kind: 'day', day: value } : emptyCell);
export const instantCell = (value: Date | null | undefined): Cell =>
  value ? { kind: 'instant', instant: value } : emptyCell;
