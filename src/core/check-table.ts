import { type Points, sum as sumOf, zero } from './points.ts';
import { type Criterion, isGroup, type ScoreTable } from './score-table.ts';

/** `no` null: the table as a whole. */
export type TableProblem =
  | { code: 'sum_differs'; no: string | null; max: Points; sum: Points }
  | { code: 'number_twice'; no: string }
  | { code: 'key_twice'; key: string }
  | { code: 'zero_max'; no: string }
  | { code: 'no_leaves'; no: string | null };

/**
 * What is wrong with a table, in the order of its lines. Real tables do not always add up (49,99 under
 * 50): that is told to a person and never rescaled.
 */
export function checkTable(table: ScoreTable): TableProblem[] {
  const keys = new Set<string>();
  const problems: TableProblem[] = [];

  function visit(parent: { no: string | null; max: Points; children: Criterion[] }): void {
    if (parent.children.length === 0) {
      problems.push({ code: 'no_leaves', no: parent.no });
      return;
    }
    const sum = sumOf(parent.children.map(child => child.max));
    if (sum !== parent.max) problems.push({ code: 'sum_differs', no: parent.no, max: parent.max, sum });
    const numbers = new Set<string>();
    for (const child of parent.children) {
      if (numbers.has(child.no)) problems.push({ code: 'number_twice', no: child.no });
      if (keys.has(child.key)) problems.push({ code: 'key_twice', key: child.key });
      if (child.max === zero) problems.push({ code: 'zero_max', no: child.no });
      numbers.add(child.no);
      keys.add(child.key);
      if (isGroup(child)) visit(child);
    }
  }

  visit({ no: null, max: table.max, children: table.children });
  return problems;
}
