import { coldStart } from './cold-start.ts';
import { countryOfBlocs } from './country.ts';
import { deadlineMorning } from './deadline-morning.ts';
import { describeEnvironment, type Environment, scratchFolder } from './environment.ts';
import { intake } from './intake.ts';
import { limitedMorning } from './limited-morning.ts';
import { type Options, readOptions } from './options.ts';
import { readPlans } from './read-plans.ts';
import { scoreNight } from './score-night.ts';
import { tallies } from './tally.ts';
import { wholeTurn } from './whole-turn.ts';

type Benchmark = (environment: Environment, folder: string, options: Options) => Promise<void>;

const benchmarks: Record<string, Benchmark> = {
  intake,
  'whole-turn': wholeTurn,
  'deadline-morning': deadlineMorning,
  'limited-morning': limitedMorning,
  'cold-start': coldStart,
  tally: tallies,
  'read-plans': readPlans,
  country: countryOfBlocs,
  'score-night': scoreNight,
};

const { names, options } = readOptions(process.argv.slice(2));
const chosen = names.length > 0 ? names : Object.keys(benchmarks);
const unknown = chosen.filter(name => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}

const folder = scratchFolder();
try {
  const environment = await describeEnvironment(folder.path);
  console.log(environment);
  for (const name of chosen) {
    console.log(`\n${name}`);
    await benchmarks[name]?.(environment, folder.path, options);
  }
} finally {
  folder.remove();
}
