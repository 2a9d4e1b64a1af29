import type { Decimal } from '../decimal.ts';
import type { ValueFault, ValueOf } from '../sheet-value.ts';

/** The target is either the table's, or comes with each unit's answer; never 0, which nothing can be a part of. */
export function targetFault({ target }: ValueOf<'ratio'>, fixed: Decimal | undefined): ValueFault | null {
  if (fixed !== undefined) return target === null ? null : { code: 'target_given' };
  if (target === null) return { code: 'target_needed' };
  return target === '0' ? { code: 'target_zero' } : null;
}

export function targetOf({ target }: ValueOf<'ratio'>, fixed: Decimal | undefined): Decimal {
  const found = fixed ?? target;
  if (found === null || found === '0') throw new RangeError('no target to measure by');
  return found;
}

/** For `refine`. */
export const isTarget = (value: Decimal) => value !== '0';
