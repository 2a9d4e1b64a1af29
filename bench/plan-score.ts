import { readPlan } from '../src/plan/read-plan.ts';
import { ownPlans, realPlans } from '../test/support/plan-files.ts';
import { type Counts, f1, type PlanScore, scorePlan } from '../test/support/plan-score.ts';

/** `npm run plan:score`: each plan's table; `-v` lists every difference, and the extra warnings to be read. */
const verbose = process.argv.includes('-v');
const only = process.argv.slice(2).filter(word => !word.startsWith('-'));
const plans = [...realPlans(), ...ownPlans()].filter(
  ({ name }) => only.length === 0 || only.some(word => name.includes(word)),
);

const ratio = (counts: Counts) => f1(counts).toFixed(2);
const part = ({ found, of }: { found: number; of: number }) => `${found}/${of}`;

console.log(
  'plan                            fields members roles deadlines targets quotas  high medium   low extra',
);
for (const { name, text, expected } of plans) {
  const score = scorePlan(readPlan(text), expected);
  const { high, medium, low } = score.anomalies;
  console.log(
    [
      name.slice(0, 31).padEnd(31),
      (score.wrongFields.length === 0 ? 'exact' : `-${score.wrongFields.length}`).padStart(6),
      ratio(score.members).padStart(7),
      (score.wrongRoles.length === 0 ? 'exact' : `-${score.wrongRoles.length}`).padStart(5),
      (exact(score.deadlines) ? 'exact' : ratio(score.deadlines)).padStart(9),
      ratio(score.targets).padStart(7),
      ratio(score.quotas).padStart(6),
      part(high).padStart(5),
      part(medium).padStart(6),
      part(low).padStart(5),
      String(score.extraAnomalies.length).padStart(5),
    ].join(' '),
  );
  if (verbose) details(score);
}

function exact({ missing, extra }: Counts): boolean {
  return missing.length === 0 && extra.length === 0;
}

function details(score: PlanScore): void {
  const lines = [
    ...score.wrongFields,
    ...score.wrongRoles,
    ...(['members', 'deadlines', 'targets', 'quotas'] as const).flatMap(of => [
      ...score[of].missing.map(one => `${of} missing: ${one}`),
      ...score[of].extra.map(one => `${of} EXTRA: ${one}`),
    ]),
    ...(['high', 'medium', 'low'] as const).flatMap(of =>
      score.anomalies[of].missed.map(one => `${of} missed: ${one}`),
    ),
    ...score.extraAnomalies.map(one => `extra ${one}`),
  ];
  for (const line of lines) console.log(`    ${line}`);
}
