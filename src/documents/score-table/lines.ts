import { type Points, points } from '../../core/points.ts';
import type { CellEvidence } from '../../core/table-proposal.ts';
import { clean, fold, withoutMarks } from '../../text/fold.ts';
import { splitNumber } from '../../text/line-numbers.ts';
import { parsePoints } from '../../text/points.ts';
import { cellName, type Grid } from '../grid.ts';
import type { Columns } from './columns.ts';

export interface TableLine {
  /** As it stands; empty where there is none. */
  no: string;
  name: string;
  max: LineMax;
  /** Of columns that tell how to score. */
  notes: CellEvidence[];
  at: CellEvidence;
  maxAt: CellEvidence;
}

export type LineMax =
  | { kind: 'points'; points: Points; sign: 'plus' | 'minus' | null }
  | { kind: 'none' }
  | { kind: 'unclear' };

/** The lines below the head that have any words, in their order. */
export function linesOf(grid: Grid, columns: Columns): TableLine[] {
  return grid.rows.flatMap((_, row) => (row > columns.row ? (lineOf(grid, columns, row) ?? []) : []));
}

function lineOf({ sheet, rows }: Grid, columns: Columns, row: number): TableLine | null {
  const textAt = (column: number | null) => (column === null ? '' : clean(rows[row]?.[column]?.text ?? ''));
  const evidence = (column: number): CellEvidence => ({
    sheet,
    cell: cellName(row, column),
    text: textAt(column),
  });
  const [no, name] = [textAt(columns.no), textAt(columns.name)];
  const first = columns.no !== null && name === '' ? columns.no : columns.name;
  const notes = columns.notes.map(evidence).filter(note => note.text !== '');
  const max = maxOf(textAt(columns.max), columns.max === first);
  if (no === '' && name === '' && max.kind === 'none' && notes.length === 0) return null;
  const split = no === '' || name === '' ? splitNumber(name === '' ? no : name) : null;
  return {
    no: split?.no ?? (name === '' ? '' : no),
    name: split?.name ?? (name === '' ? no : name),
    max,
    notes,
    at: evidence(first),
    maxAt: evidence(columns.max),
  };
}

const MAX = /^(?:toi da )?([+-]?) ?(\d[\d.,]*)(?: ?(?:diem|d))?$/;

/** `10`, `10 điểm`, `+5`, `-5`; anything else is for a person. `taken`: the cell has been read as words already. */
function maxOf(text: string, taken: boolean): LineMax {
  if (text === '' || taken) return { kind: 'none' };
  const [, sign = '', number] = MAX.exec(withoutMarks(text)) ?? [];
  const read = number === undefined ? null : parsePoints(number);
  if (read?.kind !== 'points') return { kind: 'unclear' };
  return {
    kind: 'points',
    points: points(Math.abs(read.points)),
    sign: sign === '+' ? 'plus' : sign === '-' ? 'minus' : null,
  };
}

/** "Tổng cộng", "Tổng điểm": no criterion, but what all of them should come to. */
export const isTotal = ({ no, name }: TableLine): boolean =>
  /^(?:tong|cong)(?: cong| so| diem| diem toi da| so diem)*(?: [ivx+ ,]+)?$/.test(
    fold(`${no} ${name}`)
      .replace(/[:.()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
