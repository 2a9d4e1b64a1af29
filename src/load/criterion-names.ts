import { type Criterion, isGroup } from '../core/score-table.ts';
import { fold } from '../text/fold.ts';

/** Whom a file means by a criterion's number. */
export interface CriterionNames {
  /** Every criterion and group with this key, else of this number, else of these numbers from the top (`II.1.a`). */
  find(text: string): string[];
}

export function criterionNames(criteria: readonly Criterion[]): CriterionNames {
  const all: { key: string; no: string; path: string }[] = [];
  const visit = (list: readonly Criterion[], above: string[]): void => {
    for (const one of list) {
      const path = [...above, one.no];
      all.push({ key: one.key, no: plain(one.no), path: plain(path.join('.')) });
      if (isGroup(one)) visit(one.children, path);
    }
  };
  visit(criteria, []);
  return {
    find: text => {
      const wanted = plain(text);
      const ways = [
        all.filter(one => one.key === text),
        all.filter(one => one.no === wanted),
        all.filter(one => one.path === wanted),
      ];
      return (ways.find(found => found.length > 0) ?? []).map(one => one.key);
    },
  };
}

/** `II › 1.a` and `ii.1.A.` are one. */
const plain = (no: string) =>
  fold(no)
    .replace(/[\s/›>]+/g, '.')
    .replace(/\.+/g, '.')
    .replace(/\.$/, '');
