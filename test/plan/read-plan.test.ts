import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { ownPlans, type PlanFile, realPlans } from '../support/plan-files.ts';
import { f1, scorePlan } from '../support/plan-score.ts';

const real = realPlans();
const own = ownPlans();
const folded = (text: string) => text.normalize('NFC').replace(/\*+/g, '').replace(/\s+/g, ' ');

function exactly({ text, expected }: PlanFile) {
  const score = scorePlan(readPlan(text), expected);
  const { missing, extra } = score.members;
  expect({ fields: score.wrongFields, roles: score.wrongRoles, members: { missing, extra } }).toEqual({
    fields: [],
    roles: [],
    members: { missing: [], extra: [] },
  });
  expect(score.deadlines).toMatchObject({ missing: [], extra: [] });
  expect(score.anomalies.high.missed).toEqual([]);
  return score;
}

describe.skipIf(real.length === 0)('the real plans', () => {
  test.each(real)('$name: units, roles, period and deadlines exact; targets, quotas, warnings', plan => {
    const score = exactly(plan);
    expect(f1(score.targets)).toBeGreaterThanOrEqual(0.95);
    expect(f1(score.quotas)).toBeGreaterThanOrEqual(0.95);
    expect(score.anomalies.medium.found).toBeGreaterThanOrEqual(0.7 * score.anomalies.medium.of);
  });
});

describe.skipIf(own.length === 0)('our own plans', () => {
  test.each(own)('$name', plan => {
    const score = exactly(plan);
    expect([score.targets, score.quotas].map(({ missing, extra }) => ({ missing, extra }))).toEqual([
      { missing: [], extra: [] },
      { missing: [], extra: [] },
    ]);
    expect(score.anomalies.medium.missed).toEqual([]);
  });
});

test.each([...real, ...own])('$name: every quotation stands in the text, on its line', ({ text }) => {
  const record = readPlan(text);
  const lines = text.split('\n');
  const whole = folded(text);
  const quotes = [
    ...Object.values(record.evidence),
    ...record.anomalies.flatMap(one => (one.quote === null ? [] : [one.quote])),
    ...record.deadlines.map(one => one.rule_text),
    ...record.unresolved_deadlines.map(one => one.rule_text),
  ];
  expect(quotes.filter(quote => !whole.includes(folded(quote)))).toEqual([]);
  for (const { quote, line } of record.anomalies) {
    if (quote === null || line === null) continue;
    const from = folded(lines.slice(line - 1).join('\n'));
    expect(from).toContain(folded(quote));
  }
});
