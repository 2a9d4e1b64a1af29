import { manual } from './manual.ts';
import type { Rule } from './rule.ts';

/** Every rule a table may name. An old version stays in the list as long as a stored table uses it. */
const rules: readonly Rule[] = [manual];

export function findRule(id: string, version: number): Rule | null {
  return rules.find(rule => rule.id === id && rule.version === version) ?? null;
}

/** @throws RangeError where a table names a rule that this release does not have. */
export function ruleOf(ref: { id: string; version: number }): Rule {
  const rule = findRule(ref.id, ref.version);
  if (!rule) throw new RangeError(`no rule ${ref.id} version ${ref.version}`);
  return rule;
}
