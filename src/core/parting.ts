import { type TallyInput, tallyAt } from './scoring-tally.ts';
import type { TieKey } from './table-settings.ts';

/** A key of the table's chain that people tell a fact for, and the units of equal points that it is to part. */
export interface Parting {
  by: Exclude<TieKey['by'], 'criterion'>;
  /** Under which the facts are told. */
  key: string;
  unitIds: string[];
  /** Of some of them the fact is missing. */
  open: boolean;
}

const factKey = (key: Exclude<TieKey, { by: 'criterion' }>) => (key.by === 'indicator' ? key.key : key.by);

/** Along the chain, whether parted already or not: what was told can be told anew, or taken back. */
export function partingsOf(input: TallyInput): Parting[] {
  return input.table.settings.tieBreak.flatMap(link => {
    if (link.by === 'criterion') return [];
    const key = factKey(link);
    const { told } = input;
    const known = new Set(told.indicators.filter(one => one.key === key).map(one => one.unitId));
    const without = { ...told, indicators: told.indicators.filter(one => one.key !== key) };
    return tallyAt({ ...input, told: without }, 'appeal').ranking.flatMap(({ unitIds, tie }) =>
      tie?.kind === 'needs' && tie.key === key
        ? [{ by: link.by, key, unitIds, open: unitIds.some(id => !known.has(id)) }]
        : [],
    );
  });
}
