import { leaves } from '../src/core/score-table.ts';
import { tally } from '../src/core/tally.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';
import { quantile, type Spread, spread } from './stats.ts';
import { madeFacts, madeTable } from './tally/made-bloc.ts';

const NOW = new Date('2026-12-20T03:00:00Z');
const UNITS = [8, 15];
const TALLIES = 200;

/** A bloc's whole tally, 176 leaves in two stages; then one bloc after another, each with a table of its own. */
export async function tallies(environment: Environment, _: string, options: Options): Promise<void> {
  const single = UNITS.map(units => ({ units, ...oneBloc(units, options.rounds) }));
  for (const { units, median, p99 } of single)
    console.log(`  ${units} units × 176 leaves: ${ms(median)}, p99 ${ms(p99)}`);
  const many = options.blocs.map(blocs => ({
    blocs,
    perBloc: manyBlocs(blocs, blocs > 1000 ? 1 : options.rounds),
  }));
  for (const { blocs, perBloc } of many)
    console.log(`  ${blocs} blocs, one after the other: ${ms(perBloc)} each`);
  appendResult('tally', { ...environment, options: { ...options }, single, many });
}

function oneBloc(units: number, rounds: number): { median: Spread; p99: Spread } {
  const { table, facts } = bloc(1, units);
  for (let n = 0; n < TALLIES; n += 1) tally(table, facts, NOW);
  const times = Array.from({ length: rounds }, () =>
    Array.from({ length: TALLIES }, () => timed(() => tally(table, facts, NOW))).sort((a, b) => a - b),
  );
  return {
    median: spread(times.map(round => quantile(round, 0.5))),
    p99: spread(times.map(round => quantile(round, 0.99))),
  };
}

/**
 * Each bloc's table is read and its facts are made anew, so that nothing is left over from the last; making is not timed.
 * Of each round its median bloc, which says the same on a machine that does other things too.
 */
function manyBlocs(blocs: number, rounds: number): Spread {
  return spread(
    Array.from({ length: rounds }, () => {
      const spent = Array.from({ length: blocs }, (_, n) => {
        const { table, facts } = bloc(n + 1, 10);
        return timed(() => tally(table, facts, NOW));
      });
      return quantile(
        spent.sort((a, b) => a - b),
        0.5,
      );
    }),
  );
}

function bloc(seed: number, units: number) {
  const table = madeTable(seed);
  const kinds = leaves(table).map(leaf => [leaf.key, leaf.rule.id] as [string, string]);
  return { table, facts: madeFacts(table, kinds, units, seed) };
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

const ms = ({ median, min, max }: Spread) => `${median.toFixed(2)} ms (${min.toFixed(2)}–${max.toFixed(2)})`;
