import type { Criterion, ScoreTable } from '../core/score-table.ts';
import type { TieKey } from '../core/table-settings.ts';
import { criterionKey } from '../text/criterion-key.ts';
import { criterionNames } from './criterion-names.ts';
import type { FileCriterion, TableFile } from './table-file.ts';

/** A first version whose keys come from the printed numbers: `II` › `2.1` is `ii/2.1`. */
export function buildTable({ name, max, caps, settings, criteria }: TableFile): ScoreTable {
  const children = under(criteria, '', 'at');
  const { tieKeys, ...same } = settings;
  const names = criterionNames(children);
  const tieBreak = tieKeys.map((key): TieKey => {
    if (key.by !== 'criterion') return key;
    const [found, ...more] = names.find(key.criterion);
    return { by: 'criterion', key: found === undefined || more.length > 0 ? key.criterion : found };
  });
  return { version: 1, name, max, caps, settings: { ...same, tieBreak }, children };
}

/** `places`: positions from the top down, where the numbers together would be too long for a key. */
function under(criteria: FileCriterion[], above: string, places: string): Criterion[] {
  return criteria.map(({ no, name, max, counts, clause, at_least, caps, rule, children }, index) => {
    const place = `${places}.${index + 1}`;
    const { key, numbers } = criterionKey(above, no, place);
    const printed = { key, no, name, max, counts, clause: clause ?? null, atLeast: at_least ?? null };
    return children
      ? { ...printed, caps, children: under(children, `${numbers}/`, place) }
      : { ...printed, rule: rule ?? { id: 'manual', version: 1, params: {} } };
  });
}
