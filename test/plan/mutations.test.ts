import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { ownPlans, realPlans } from '../support/plan-files.ts';
import { mutated, randomOf } from '../support/plan-mutations.ts';
import { size } from '../support/size.ts';

const plans = [...ownPlans(), ...realPlans()];
/** Characters on a page. */
const PAGE = 3000;
const PER_PAGE_MS = 200;
const SEED = 20_260_528;
// The first reading of a process compiles the rules, which takes as long as a page may.
for (const { text } of plans.slice(0, 5)) readPlan(text);

test('a plan that was cut, joined, doubled or spoilt is read all the same, quickly', {
  timeout: 600_000,
}, () => {
  const random = randomOf(SEED);
  const slow: string[] = [];
  for (let n = 0; n < size(200, 10_000); n += 1) {
    const plan = plans[n % plans.length];
    if (!plan) continue;
    const text = mutated(plan.text, random);
    const from = process.cpuUsage();
    const record = readPlan(text);
    const { user } = process.cpuUsage(from);
    const pages = Math.max(1, text.length / PAGE);
    if (user / 1000 / pages > PER_PAGE_MS)
      slow.push(`seed ${SEED}, mutation ${n} of ${plan.name}: ${user / 1000} ms`);
    expect(record.member_units.every(unit => unit.name.trim() !== '')).toBe(true);
  }
  expect(slow).toEqual([]);
});

test.each([
  ['digits', '1'.repeat(60_000)],
  ['numbers in dots', '1.'.repeat(30_000)],
  ['capitals', 'SỞ TÀI CHÍNH '.repeat(4000)],
  ['brackets', '('.repeat(30_000)],
  ['quotes', '"“'.repeat(20_000)],
  ['spaces', `Số: ${' '.repeat(50_000)}x`],
  ['one long list', `Khối thi đua số 1 gồm: ${'Sở Tài chính, '.repeat(3000)}`],
  ['dates', `KẾ HOẠCH\n${'trước ngày 15/6/2026 '.repeat(3000)}`],
  ['lines', '\n'.repeat(60_000)],
  ['commas', ', và '.repeat(15_000)],
])('nothing but %s takes no longer than its pages may', (_, text) => {
  const from = process.cpuUsage();
  readPlan(text);
  const { user } = process.cpuUsage(from);
  expect(user / 1000).toBeLessThan((PER_PAGE_MS * text.length) / PAGE);
});
