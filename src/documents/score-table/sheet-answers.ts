import { levelsOf } from '../../core/asked.ts';
import type { BoundLeaf } from '../../core/bound-table.ts';
import type { CellFault } from '../../core/filled-sheet.ts';
import type { AskedKind, SheetValue } from '../../core/sheet-value.ts';
import { valueFault } from '../../core/value-fault.ts';
import { parseAnswer, type ReadValue, valueWords, type WhyUnclear } from '../../text/answer-value.ts';
import { clean, fold } from '../../text/fold.ts';

/** What a cell of a filled sheet says. */
export type SheetAnswer =
  | { kind: 'value'; value: SheetValue }
  | { kind: 'empty' }
  | { kind: 'refused'; fault: CellFault };

/** Marks that people put into a cell and would not type into a chat. */
const TICKS = new Map([
  ['x', true],
  ['1', true],
  ['dung', true],
  ['da', true],
  ['0', false],
  ['khong dat', false],
]);

/** The answer in a cell, held against what its criterion asks for. */
export function sheetAnswer(bound: BoundLeaf, text: string): SheetAnswer {
  const words = fold(clean(text));
  if (words === '' || words === '-') return { kind: 'empty' };
  const { leaf, rule } = bound;
  const kind = rule.asks ?? 'points';
  const levels = levelsOf(bound);
  const ticked = kind === 'yes_no' ? TICKS.get(words) : undefined;
  const read: ReadValue =
    ticked === undefined
      ? parseAnswer(text, { kind, max: leaf.max, levels })
      : { kind: 'value', value: { kind: 'yes_no', yes: ticked } };
  if (read.kind === 'value') {
    const fault = valueFault(bound, read.value);
    return fault ? { kind: 'refused', fault } : read;
  }
  if (rule.asks === null) return { kind: 'refused', fault: { code: 'derived' } };
  if (read.kind === 'readings') {
    const readings = read.readings.map(one => valueWords(one, levels));
    return { kind: 'refused', fault: { code: 'two_readings', readings } };
  }
  return { kind: 'refused', fault: faultOf(read.why, rule.asks, leaf.max) };
}

function faultOf(why: WhyUnclear, asked: AskedKind, max: number): CellFault {
  if (why === 'not_understood') return { code: 'unread', asked };
  if (why === 'too_precise' || (why === 'negative' && asked !== 'points')) return { code: why };
  return { code: 'out_of_range', min: 0, max };
}
