import { type Criterion, noCaps, type ScoreTable } from '../core/score-table.ts';
import { defaultSettings } from '../core/table-settings.ts';
import { fold } from '../text/fold.ts';
import type { FileCriterion } from './bloc-file.ts';

const LONGEST_KEY = 64;

/** A first version whose keys come from the printed numbers: `II` › `2.1` is `ii/2.1`. */
export function buildTable(file: {
  name: string;
  max: ScoreTable['max'];
  criteria: FileCriterion[];
}): ScoreTable {
  const { name, max, criteria } = file;
  return {
    version: 1,
    name,
    max,
    caps: noCaps,
    settings: defaultSettings,
    children: under(criteria, '', 'at'),
  };
}

/** `places`: positions from the top down, where the numbers together would be too long for a key. */
function under(criteria: FileCriterion[], above: string, places: string): Criterion[] {
  return criteria.map(({ no, name, max, children }, index) => {
    const numbers = `${above}${fold(no).replaceAll(/[\s/]/g, '_')}`;
    const place = `${places}.${index + 1}`;
    const key = numbers.length > LONGEST_KEY ? place : numbers;
    const printed = { key, no, name, max, counts: 'base', clause: null, atLeast: null } as const;
    return children
      ? { ...printed, caps: noCaps, children: under(children, `${numbers}/`, place) }
      : { ...printed, rule: { id: 'manual', version: 1, params: {} } };
  });
}
