import type { BoundLeaf } from '../../core/bound-table.ts';
import { levelsOf } from '../../core/rules/levels.ts';
import type { SheetValue, ValueFault } from '../../core/sheet-value.ts';
import { valueFault } from '../../core/value-fault.ts';
import { clean, fold } from '../../text/fold.ts';
import { parseDecimal } from '../../text/parse-decimal.ts';
import { parsePoints } from '../../text/points.ts';

/** What a cell of a filled sheet says. */
export type SheetAnswer =
  | { kind: 'value'; value: SheetValue }
  | { kind: 'empty' }
  /** Not what the criterion asks for, or several readings of one number. */
  | { kind: 'unread' }
  | { kind: 'fault'; fault: ValueFault };

const NOT_ASSIGNED = /^(?:khong duoc giao|khong giao|kdg)$/;
const YES = /^(?:co|dat|dung|x|1|yes|da)$/;
const NO = /^(?:khong|khong dat|chua|sai|0|no)$/;
/** Words that mean "none": a penalty that did not happen. */
const NONE = /^(?:khong|khong co)$/;

/** The answer in a cell, held against what its criterion asks for. */
export function sheetAnswer(bound: BoundLeaf, text: string): SheetAnswer {
  const words = fold(clean(text));
  if (words === '' || words === '-') return { kind: 'empty' };
  const value = NOT_ASSIGNED.test(words) ? ({ kind: 'not_assigned' } as const) : answerOf(bound, text, words);
  if (value === null) return { kind: 'unread' };
  const fault = valueFault(bound, value);
  return fault ? { kind: 'fault', fault } : { kind: 'value', value };
}

function answerOf({ rule, leaf }: BoundLeaf, text: string, words: string): SheetValue | null {
  switch (rule.asks) {
    case null:
    case 'points': {
      const read = parsePoints(text, { max: leaf.max });
      return read.kind === 'points' && read.points >= 0 ? { kind: 'points', points: read.points } : null;
    }
    case 'yes_no':
      return YES.test(words)
        ? { kind: 'yes_no', yes: true }
        : NO.test(words)
          ? { kind: 'yes_no', yes: false }
          : null;
    case 'level': {
      const level = levelsOf(leaf.rule).find(one => fold(one.name) === words || fold(one.key) === words);
      return level ? { kind: 'level', level: level.key } : null;
    }
    case 'number': {
      const read = parseDecimal(text);
      return read.kind === 'number' ? { kind: 'number', number: read.number } : null;
    }
    case 'count': {
      const count = NONE.test(words) ? '0' : /^(\d{1,6})(?: (?:lan|muc|truong hop))?$/.exec(words)?.[1];
      return count === undefined ? null : { kind: 'count', count: Number(count) };
    }
    case 'ratio':
      return ratioOf(text);
  }
}

/** `80/100`, or the result alone where there is no target to tell. */
function ratioOf(text: string): SheetValue | null {
  const parts = text.split('/').map(parseDecimal);
  const [actual, target, more] = parts;
  if (actual?.kind !== 'number' || more) return null;
  if (!target) return { kind: 'ratio', actual: actual.number, target: null };
  return target.kind === 'number' ? { kind: 'ratio', actual: actual.number, target: target.number } : null;
}
