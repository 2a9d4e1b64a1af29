import { checkSettings, type SettingsProblem } from './check-settings.ts';
import { type Points, sum as sumOf, zero } from './points.ts';
import { ruleOf } from './rules/index.ts';
import type { Counts, RuleDoubt } from './rules/rule.ts';
import { type Criterion, countsWithin, isGroup, type Leaf, type ScoreTable } from './score-table.ts';

/** `no` null: the table as a whole. */
export type TableProblem =
  | { code: 'sum_differs'; key: string | null; no: string | null; max: Points; sum: Points }
  | { code: 'number_twice'; no: string }
  | { code: 'key_twice'; key: string }
  | { code: 'zero_max'; no: string }
  | { code: 'no_leaves'; no: string | null }
  | { code: 'at_least_over_max'; no: string }
  | { code: 'doubt'; key: string; no: string; doubt: RuleDoubt }
  | SettingsProblem;

/**
 * What is wrong with a table, in the order of its lines. Real tables do not always add up (49,99 under
 * 50): that is told to a person and never rescaled.
 */
export function checkTable(table: ScoreTable): TableProblem[] {
  const keys = new Set<string>();
  const problems: TableProblem[] = [];

  function visit(parent: Parent): void {
    if (parent.children.length === 0) {
      problems.push({ code: 'no_leaves', no: parent.no });
      return;
    }
    problems.push(...sumProblem(parent));
    const numbers = new Set<string>();
    for (const child of parent.children) {
      if (numbers.has(child.no)) problems.push({ code: 'number_twice', no: child.no });
      if (keys.has(child.key)) problems.push({ code: 'key_twice', key: child.key });
      if (child.atLeast !== null && child.atLeast > child.max)
        problems.push({ code: 'at_least_over_max', no: child.no });
      numbers.add(child.no);
      keys.add(child.key);
      const counts = countsWithin(parent.counts, child);
      if (isGroup(child)) {
        if (child.max === zero) problems.push({ code: 'zero_max', no: child.no });
        visit({ ...child, counts });
      } else problems.push(...leafProblems(child, counts));
    }
  }

  visit({ key: null, no: null, max: table.max, counts: 'base', children: table.children });
  return [...problems, ...checkSettings(table, keys)];
}

interface Parent {
  key: string | null;
  no: string | null;
  max: Points;
  counts: Counts;
  children: Criterion[];
}

/** Bonuses and penalties do not count for a base; among themselves they may come to more than their group's limit. */
function sumProblem({ key, no, max, counts, children }: Parent): TableProblem[] {
  const alike = children.filter(child => countsWithin(counts, child) === counts);
  const sum = sumOf(alike.map(child => child.max));
  const fits = counts === 'base' ? sum === max : sum >= max;
  return fits ? [] : [{ code: 'sum_differs', key, no, max, sum }];
}

function leafProblems({ key, no, max, rule }: Leaf, counts: Counts): TableProblem[] {
  const { effect, doubts } = ruleOf(rule).bind(rule.params, { max, counts });
  const worthless = max === zero && effect === 'points';
  return [
    ...(worthless ? [{ code: 'zero_max', no } as const] : []),
    ...doubts.map(doubt => ({ code: 'doubt', key, no, doubt }) as const),
  ];
}
