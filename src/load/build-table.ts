import type { Criterion, ScoreTable } from '../core/score-table.ts';
import { fold } from '../text/fold.ts';
import type { FileCriterion } from './bloc-file.ts';

const LONGEST_KEY = 64;

/** A first version whose keys come from the printed numbers: `II` › `2.1` is `ii/2.1`. */
export function buildTable(file: {
  name: string;
  max: ScoreTable['max'];
  criteria: FileCriterion[];
}): ScoreTable {
  return { version: 1, name: file.name, max: file.max, children: under(file.criteria, '', 'at') };
}

/** `places`: positions from the top down, where the numbers together would be too long for a key. */
function under(criteria: FileCriterion[], above: string, places: string): Criterion[] {
  return criteria.map(({ no, name, max, children }, index) => {
    const numbers = `${above}${fold(no).replaceAll(/[\s/]/g, '_')}`;
    const place = `${places}.${index + 1}`;
    const key = numbers.length > LONGEST_KEY ? place : numbers;
    return children
      ? { key, no, name, max, children: under(children, `${numbers}/`, place) }
      : { key, no, name, max, rule: { id: 'manual', version: 1, params: {} } };
  });
}
