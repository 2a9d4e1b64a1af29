import { readPlan } from '../src/plan/read-plan.ts';
import { ownPlans, type PlanFile, realPlans } from '../test/support/plan-files.ts';
import { f1, scorePlan } from '../test/support/plan-score.ts';
import type { Environment } from './environment.ts';
import type { Options } from './options.ts';
import { appendResult } from './results.ts';
import { spread } from './stats.ts';

/** Characters on a printed page. */
const PAGE = 3000;
const WARM_UP = 20;

/** Benchmark 6: plans read per second on one thread, and how true the records are. */
export async function readPlans(environment: Environment, _: string, options: Options): Promise<void> {
  const groups = [
    { name: 'real', plans: realPlans() },
    { name: 'own', plans: ownPlans() },
  ].filter(({ plans }) => plans.length > 0);
  const summary = groups.map(({ name, plans }) => {
    const pages = plans.reduce((sum, { text }) => sum + Math.max(1, text.length / PAGE), 0);
    for (let n = 0; n < WARM_UP; n += 1) for (const { text } of plans) readPlan(text);
    const rates = Array.from({ length: options.rounds }, () => round(plans, options.seconds));
    const documents = spread(rates);
    const perDocument = pages / plans.length;
    const accuracy = accuracyOf(plans);
    console.log(
      `${name}: ${documents.median.toFixed(0)} documents/s (${documents.min.toFixed(0)}–${documents.max.toFixed(0)}), ` +
        `${(documents.median * perDocument).toFixed(0)} pages/s; ${JSON.stringify(accuracy)}`,
    );
    return {
      name,
      plans: plans.length,
      pages,
      documents,
      pagesPerSecond: documents.median * perDocument,
      accuracy,
    };
  });
  appendResult('read-plans', { ...environment, options: { ...options }, summary });
}

function round(plans: readonly PlanFile[], seconds: number): number {
  const from = process.hrtime.bigint();
  const until = from + BigInt(Math.round(seconds * 1e9));
  let read = 0;
  while (process.hrtime.bigint() < until) {
    for (const { text } of plans) readPlan(text);
    read += plans.length;
  }
  return read / (Number(process.hrtime.bigint() - from) / 1e9);
}

function accuracyOf(plans: readonly PlanFile[]) {
  const scores = plans.map(({ text, expected }) => scorePlan(readPlan(text), expected));
  const of = (name: 'members' | 'deadlines' | 'targets' | 'quotas') =>
    f1({
      right: scores.reduce((sum, score) => sum + score[name].right, 0),
      missing: scores.flatMap(score => score[name].missing),
      extra: scores.flatMap(score => score[name].extra),
    });
  return { members: of('members'), deadlines: of('deadlines'), targets: of('targets'), quotas: of('quotas') };
}
