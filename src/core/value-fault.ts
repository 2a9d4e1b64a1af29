import type { BoundLeaf } from './bound-table.ts';
import type { SheetValue, ValueFault } from './sheet-value.ts';

type Judge = Pick<BoundLeaf, 'leaf' | 'rule'>;

/** Why a value cannot stand for a criterion; null: it can. `appealed`: as the answer to an appeal. */
export function valueFault({ leaf, rule }: Judge, value: SheetValue, appealed = false): ValueFault | null {
  if (value.kind === 'not_assigned') return null;
  if (value.kind === 'skipped') return rule.asks === null ? { code: 'derived' } : null;
  if (!isOverride({ rule }, value, appealed)) return rule.faultOf(value);
  return value.points > leaf.max ? { code: 'out_of_range', min: 0, max: leaf.max } : null;
}

/**
 * Plain points in place of what the rule asks for: a verifier may correct the outcome. Never where an answer gives none,
 * and where the points come from the bot's own records only on an appeal, since after publication records move nothing.
 */
export function isOverride(
  { rule }: Pick<Judge, 'rule'>,
  value: SheetValue,
  appealed = false,
): value is Extract<SheetValue, { kind: 'points' }> {
  if (value.kind !== 'points' || rule.effect !== 'points') return false;
  return rule.asks === null ? appealed : rule.asks !== 'points';
}
