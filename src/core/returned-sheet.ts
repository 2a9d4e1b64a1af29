import { sum } from './points.ts';
import { type Criterion, isGroup, type ScoreTable } from './score-table.ts';
import type { ScoredSheet } from './scoring.ts';
import type { Entry } from './sheet-value.ts';

/** What a unit whose sheet was sent back answers again. */
export interface ReturnedSheet {
  /** The criteria sent back and the groups they stand in, with the reason behind each name. */
  table: ScoreTable;
  /** Answers given since, their versions counted from the sending back on. */
  entries: Entry[];
  /** The version at which each criterion was sent back. */
  baseOf(key: string): number;
}

/** @param named the criterion's name with the reason */
export function returnedSheet(
  table: ScoreTable,
  sheet: Pick<ScoredSheet, 'entries' | 'verdicts'>,
  named: (name: string, reason: string) => string,
): ReturnedSheet {
  const newest = new Map(sheet.verdicts.map(verdict => [verdict.criterionKey, verdict]));
  const returned = new Map([...newest].filter(([, verdict]) => verdict.ruling.kind === 'returned'));
  const prune = (nodes: readonly Criterion[]): Criterion[] =>
    nodes.flatMap((node): Criterion[] => {
      if (isGroup(node)) {
        const children = prune(node.children);
        if (children.length === 0) return [];
        return [{ ...node, children, max: sum(children.map(child => child.max)) }];
      }
      const verdict = returned.get(node.key);
      return verdict ? [{ ...node, name: named(node.name, verdict.reason ?? '') }] : [];
    });
  const children = prune(table.children);
  const baseOf = (key: string) => returned.get(key)?.entryVersion ?? 0;
  return {
    table: { ...table, children, max: sum(children.map(child => child.max)) },
    entries: sheet.entries
      .filter(entry => returned.has(entry.criterionKey) && entry.version > baseOf(entry.criterionKey))
      .map(entry => ({ ...entry, version: entry.version - baseOf(entry.criterionKey) })),
    baseOf,
  };
}
