import type { AskedKind, SheetValue, ValueFault } from './sheet-value.ts';

/** Why what is written in a cell cannot stand. */
export type CellFault =
  | ValueFault
  /** Not what the criterion asks for. */
  | { code: 'unread'; asked: AskedKind }
  | { code: 'too_precise' | 'negative' }
  /** One number that is written in two ways, each in words. */
  | { code: 'two_readings'; readings: string[] }
  | { code: 'unknown_criterion' }
  /** The criterion has an answer in another cell already. */
  | { code: 'answered_twice' };

/** A cell that was refused, and why. */
export interface RefusedCell {
  /** With its sheet where the file has several: `Phiếu chấm!F12`. */
  cell: string;
  /** Null: its criterion is not known. */
  no: string | null;
  text: string;
  fault: CellFault;
}

export type SheetRead =
  /** Criteria without an answer are in neither. */
  | { kind: 'answers'; values: ReadonlyMap<string, SheetValue>; refused: RefusedCell[] }
  | { kind: 'not_a_sheet' }
  | { kind: 'problem'; problem: 'broken' | 'too_large' };
