import { join } from 'node:path';
import { startEmbedded } from '../db/embedded/start-embedded.ts';
import { makeCountry } from './country/blocs.ts';
import { type Country, openCountry } from './country/measures.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';
import { quantile, type Spread } from './stats.ts';

/** Of a round, each of another bloc. */
const TIMES = 30;
const WORKBOOKS = 5;
/** Blocs with reminders due at once: some 10 000 rows. */
const DUE_BLOCS = 300;
/** Steps over the blocs; prime, so that neighbours on the disk seldom follow each other. */
const STRIDE = 7_919;

const measures = [
  ...(['idle tick', 'due tick, per bloc', 'tally', 'tally, computed', '/han', 'workbook'] as const),
] as const;
type Measure = (typeof measures)[number];

/** Benchmark 5: what one bloc costs among ten and among ten thousand. */
export async function countryOfBlocs(
  environment: Environment,
  folder: string,
  options: Options,
): Promise<void> {
  const log = { info: () => {}, warn: console.warn };
  const database = await startEmbedded(join(folder, 'country'), { log });
  const countries: { blocs: number; country: Country }[] = [];
  try {
    for (const blocs of options.blocs) {
      const start = performance.now();
      const target = await makeCountry(database.target, blocs);
      const country = await openCountry(target, Math.min(blocs, DUE_BLOCS));
      countries.push({ blocs, country });
      console.log(`  ${blocs} blocs made in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    const taken = new Map<string, number[]>();
    const note = (measure: Measure, blocs: number, value: number) => {
      const key = keyOf(measure, blocs);
      taken.set(key, [...(taken.get(key) ?? []), value]);
    };
    let next = 0;
    let dueRows = 0;
    // Countries take turns, so that a machine that does other things too does them to both.
    for (let round = 0; round < options.rounds; round += 1) {
      for (let n = 0; n < TIMES; n += 1)
        for (const { blocs, country } of countries) {
          next += STRIDE;
          const bloc = (next % blocs) + 1;
          note('idle tick', blocs, await country.idleTick());
          const { whole, computed } = await country.tally(bloc);
          note('tally', blocs, whole);
          note('tally, computed', blocs, computed);
          note('/han', blocs, await country.han(bloc));
          if (n < WORKBOOKS) note('workbook', blocs, await country.workbook(bloc));
        }
      for (const { blocs, country } of countries) {
        const { perBloc, rows } = await country.dueTick();
        note('due tick, per bloc', blocs, perBloc);
        dueRows = Math.max(dueRows, rows);
      }
    }
    const results = countries.flatMap(({ blocs }) =>
      measures.map(measure => ({ measure, blocs, ms: quartiles(taken.get(keyOf(measure, blocs)) ?? []) })),
    );
    for (const { measure, blocs, ms } of results) console.log(`  ${measure}, ${blocs} blocs: ${shown(ms)}`);
    const ratios = ratiosOf(results);
    for (const { measure, ratio } of ratios) console.log(`  ${measure}: ${ratio.toFixed(2)} × of the fewest`);
    appendResult('country', {
      ...environment,
      options: { ...options },
      dueRows,
      results,
      ratios,
    });
  } finally {
    for (const { country } of countries) await country.close();
    await database.stop();
  }
}

const keyOf = (measure: Measure, blocs: number) => `${measure} ${blocs}`;

/** The median between the quartiles: a busy machine's worst says nothing of ours. */
function quartiles(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: quantile(sorted, 0.25), max: quantile(sorted, 0.75) };
}

/** The most blocs' figure, of the fewest's. */
function ratiosOf(results: readonly { blocs: number; measure: Measure; ms: Spread }[]) {
  const most = Math.max(...results.map(one => one.blocs));
  const least = Math.min(...results.map(one => one.blocs));
  return results
    .filter(one => one.blocs === most)
    .map(({ measure, ms }) => {
      const few = results.find(one => one.measure === measure && one.blocs === least);
      return { measure, ratio: ms.median / (few?.ms.median ?? Number.NaN) };
    });
}

const shown = ({ median, min, max }: Spread) =>
  `${median.toFixed(2)} ms (${min.toFixed(2)}–${max.toFixed(2)})`;
