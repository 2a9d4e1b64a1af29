import { describe, expect, test } from 'vitest';
import type { SheetValue } from '../../../src/core/sheet-value.ts';
import { ratioOf, pointsOf as typed } from '../../support/score-facts.ts';
import { bound, pointsOf, verdictOf } from '../../support/score-rules.ts';

const rule = bound('relative_to_leader');

/** Unit a's points beside the others' answers. */
function beside(mine: SheetValue, ...others: (SheetValue | null)[]) {
  const peers = [mine, ...others].map((value, index) => ({ unitId: 'abcdef'.charAt(index), value }));
  const verdict = verdictOf(rule, mine, { peers });
  return verdict.kind === 'points'
    ? { points: pointsOf(rule, mine, { peers }), provisional: verdict.provisional, reason: verdict.reason }
    : verdict;
}

describe('relative to the leader', () => {
  test('half for meeting the target, in proportion below it', () => {
    expect(beside(ratioOf(80, 100), ratioOf(150, 100))).toMatchObject({ points: 4 });
    expect(beside(ratioOf(100, 100), ratioOf(150, 100))).toMatchObject({ points: 5 });
  });

  test('the leader has all, who else exceeds has his part of the rest', () => {
    expect(beside(ratioOf(120, 100), ratioOf(150, 100))).toMatchObject({
      points: 7,
      provisional: false,
      reason: { facts: { leaders: ['b'], best: { actual: '150', target: '100' }, missing: [] } },
    });
    expect(beside(ratioOf(150, 100), ratioOf(120, 100))).toMatchObject({ points: 10 });
  });

  test('nobody exceeds the target: there is no leader, and nobody has the rest', () => {
    expect(beside(ratioOf(100, 100), ratioOf(90, 100))).toMatchObject({
      points: 5,
      reason: { facts: { leaders: [], best: null } },
    });
  });

  test('two may lead together', () => {
    expect(beside(ratioOf(15, 10), ratioOf(30, 20), ratioOf(11, 10))).toMatchObject({
      points: 10,
      reason: { facts: { leaders: ['a', 'b'] } },
    });
  });

  test('without a target the largest result among those without one is the measure', () => {
    expect(beside(ratioOf(3, null), ratioOf(12, null), ratioOf(900, 100))).toMatchObject({ points: 2.5 });
    expect(beside(ratioOf(12, null), ratioOf(3, null))).toMatchObject({ points: 10 });
    expect(beside(ratioOf(0, null), ratioOf(0, null))).toMatchObject({ points: 0 });
  });

  test('provisional until every unit has answered; one that it is not assigned to is not waited for', () => {
    expect(beside(ratioOf(120, 100), null)).toMatchObject({
      provisional: true,
      reason: { facts: { missing: ['b'] } },
    });
    expect(beside(ratioOf(120, 100), { kind: 'skipped' })).toMatchObject({ provisional: true });
    expect(beside(ratioOf(120, 100), { kind: 'not_assigned' })).toMatchObject({
      points: 10,
      provisional: false,
    });
    expect(beside(ratioOf(120, 100), typed(3))).toMatchObject({ points: 10, provisional: false });
  });

  test('the share for meeting the target is the table’s', () => {
    const most = bound('relative_to_leader', { params: { share: '80' } });
    const peers = [ratioOf(120, 100), ratioOf(150, 100)].map((value, index) => ({
      unitId: `${index}`,
      value,
    }));
    expect(pointsOf(most, ratioOf(120, 100), { peers })).toBe(8.8);
    expect(() => bound('relative_to_leader', { params: { share: '100.5' } })).toThrow('over_100');
  });

  test('a target of 0 is refused', () => {
    expect(rule.faultOf(ratioOf(1, 0))).toEqual({ code: 'target_zero' });
    expect(rule.faultOf(ratioOf(1, null))).toBeNull();
  });
});
