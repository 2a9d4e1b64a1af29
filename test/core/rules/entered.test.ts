import { describe, expect, test } from 'vitest';
import {
  countOf,
  d,
  levelOf,
  numberOf,
  p,
  ratioOf,
  pointsOf as typed,
  yesNo,
} from '../../support/score-facts.ts';
import { bound, pointsOf, verdictOf } from '../../support/score-rules.ts';

const reasonOf = (...given: Parameters<typeof verdictOf>) => {
  const verdict = verdictOf(...given);
  return verdict.kind === 'points' ? verdict.reason.facts : verdict.why;
};

describe('points typed', () => {
  const halves = bound('manual', { params: { step: 50 } });

  test('stand as they are; of a penalty they are taken off', () => {
    expect(pointsOf(bound('manual'), typed(8.25))).toBe(8.25);
    expect(pointsOf(bound('manual', { counts: 'penalty' }), typed(2))).toBe(-2);
  });

  test('are refused over the maximum and between the steps', () => {
    expect(halves.faultOf(typed(9.5))).toBeNull();
    expect(halves.faultOf(typed(10.5))).toEqual({ code: 'out_of_range', min: 0, max: p(10) });
    expect(halves.faultOf(typed(9.25))).toEqual({ code: 'off_step', step: 50 });
    expect(halves.faultOf(yesNo(true))).toEqual({ code: 'other_kind', asked: 'points' });
  });

  test('without an answer the criterion is open, and another kind of answer is no answer at all', () => {
    expect(verdictOf(halves, null)).toEqual({ kind: 'open', why: { code: 'no_answer' } });
    expect(() => verdictOf(halves, yesNo(true))).toThrow('manual does not take yes_no');
  });
});

test('yes is all of the points, no is none', () => {
  expect(pointsOf(bound('yes_no', { max: 1.5 }), yesNo(true))).toBe(1.5);
  expect(pointsOf(bound('yes_no'), yesNo(false))).toBe(0);
  expect(pointsOf(bound('yes_no', { max: 3, counts: 'penalty' }), yesNo(true))).toBe(-3);
});

describe('levels', () => {
  const three = [
    { key: 'du', name: 'Đủ, đúng hạn', points: 800 },
    { key: 'thieu', name: 'Thiếu', points: 400 },
    { key: 'con_lai', name: 'Còn lại', points: 0 },
  ];
  const rule = bound('levels', { max: 8, params: { levels: three } });

  test('have the points they are named with', () => {
    expect(['du', 'thieu', 'con_lai'].map(level => pointsOf(rule, levelOf(level)))).toEqual([8, 4, 0]);
    expect(reasonOf(rule, levelOf('thieu'))).toEqual({ level: 'thieu', name: 'Thiếu' });
    expect(rule.doubts).toEqual([]);
  });

  test('that the table does not name are refused, and counted as nothing', () => {
    const names = ['Đủ, đúng hạn', 'Thiếu', 'Còn lại'];
    expect(rule.faultOf(levelOf('tốt'))).toEqual({ code: 'unknown_level', names });
    expect(rule.faultOf(levelOf('du'))).toBeNull();
    expect(pointsOf(rule, levelOf('tốt'))).toBe(0);
  });

  test('of which the best is not the maximum are pointed out', () => {
    const short = bound('levels', { max: 10, params: { levels: three } });
    expect(short.doubts).toEqual([{ code: 'reaches', points: p(8) }]);
  });

  test('named twice are no levels', () => {
    expect(() => bound('levels', { params: { levels: [three[0], three[0]] } })).toThrow('level_twice');
  });
});

describe('bands', () => {
  const percent = { ge: '0', le: '100' };
  const whole = [
    { gt: '95', points: 150 },
    { ge: '75', le: '95', points: 100 },
    { ge: '50', lt: '75', points: 50 },
    { lt: '50', points: 0 },
  ];
  const rule = bound('bands', { max: 1.5, params: { bands: whole } });

  test.each([
    ['95.01', 1.5],
    ['95', 1],
    ['75', 1],
    ['74.999', 0.5],
    ['50', 0.5],
    ['49.99', 0],
    ['0', 0],
  ])('%s lies where its bounds say: %s', (value, points) => {
    expect(pointsOf(rule, numberOf(value))).toBe(points);
    expect(rule.doubts).toEqual([]);
  });

  test('the reason names the band', () => {
    expect(reasonOf(rule, numberOf(80))).toEqual({ value: '80', band: { ge: '75', le: '95' } });
  });

  test('that overlap or leave gaps wait for a person', () => {
    const printed = [
      { ge: '88', le: '90', points: 200 },
      { ge: '90', le: '95', points: 300 },
      { ge: '95', lt: '100', points: 400 },
      { eq: '100', points: 500 },
    ];
    const doubtsOf = (params: Record<string, unknown>) => bound('bands', { max: 5, params }).doubts;
    expect(doubtsOf({ bands: printed, values: percent })).toEqual([
      { code: 'bands_overlap', at: [{ eq: '90' }, { eq: '95' }] },
      { code: 'bands_gap', at: [{ ge: '0', lt: '88' }] },
    ]);
    expect(doubtsOf({ bands: printed, otherwise: 0 })).toEqual([
      { code: 'bands_overlap', at: [{ eq: '90' }, { eq: '95' }] },
    ]);
    const decided = printed.map(({ le, ...band }) => (le === undefined ? band : { ...band, lt: le }));
    expect(doubtsOf({ bands: decided, values: percent, otherwise: 0 })).toEqual([]);
  });

  test('outside of which something was decided give that', () => {
    const decided = bound('bands', { max: 2, params: { bands: [{ ge: '88', points: 200 }], otherwise: 50 } });
    expect(pointsOf(decided, numberOf(87))).toBe(0.5);
    expect(reasonOf(decided, numberOf(87))).toEqual({ value: '87', band: null });
    const bare = bound('bands', { max: 2, params: { bands: [{ ge: '88', points: 200 }] } });
    expect(pointsOf(bare, numberOf(87))).toBe(0);
  });

  test('with values that cannot occur refuse them', () => {
    const limited = bound('bands', { max: 1.5, params: { bands: whole, values: { gt: '0', lt: '100' } } });
    expect(limited.faultOf(numberOf(100))).toEqual({ code: 'outside', low: '0', high: '100' });
    expect(limited.faultOf(numberOf('99.9'))).toBeNull();
    expect(rule.faultOf(numberOf(100))).toBeNull();
    const open = bound('bands', { max: 1.5, params: { bands: whole, values: { eq: '3' } } });
    expect(open.faultOf(numberOf(4))).toEqual({ code: 'outside', low: null, high: null });
  });
});

describe('ratios', () => {
  test('are a part of the maximum and no more than it', () => {
    expect(pointsOf(bound('ratio'), ratioOf(80, 100))).toBe(8);
    expect(pointsOf(bound('ratio'), ratioOf(130, 100))).toBe(10);
    expect(pointsOf(bound('ratio'), ratioOf(1, 3))).toBe(3.33);
    expect(pointsOf(bound('ratio', { params: { target: '40' } }), ratioOf(30, null))).toBe(7.5);
  });

  test('over the target go beyond the maximum, up to a cap where there is one', () => {
    expect(pointsOf(bound('ratio_over'), ratioOf(130, 100))).toBe(13);
    const capped = bound('ratio_over', { params: { cap: 1200 } });
    expect(pointsOf(capped, ratioOf(130, 100))).toBe(12);
    expect(reasonOf(capped, ratioOf(130, 100))).toMatchObject({ cap: p(12), capped: true });
    expect(reasonOf(capped, ratioOf(100, 100))).toMatchObject({ capped: false });
  });

  test.each(['ratio', 'ratio_over'])('%s: the target comes from one place, and is never 0', id => {
    expect(bound(id).faultOf(ratioOf(1, null))).toEqual({ code: 'target_needed' });
    expect(bound(id).faultOf(ratioOf(1, 0))).toEqual({ code: 'target_zero' });
    expect(bound(id).faultOf(ratioOf(0, 1))).toBeNull();
    const fixed = bound(id, { params: { target: '5' } });
    expect(fixed.faultOf(ratioOf(1, 5))).toEqual({ code: 'target_given' });
    expect(fixed.faultOf(ratioOf(1, null))).toBeNull();
    expect(() => bound(id, { params: { target: '0' } })).toThrow('target_zero');
    expect(() => pointsOf(bound(id), ratioOf(1, null))).toThrow('no target');
  });
});

describe('counted', () => {
  test('cases of a sample have their points each', () => {
    const rule = bound('sample', { max: 20, params: { cases: 50, each: 40 } });
    expect(rule.doubts).toEqual([]);
    expect(pointsOf(rule, countOf(47))).toBe(18.8);
    expect(rule.faultOf(countOf(51))).toEqual({ code: 'too_many', max: 50 });
    expect(rule.faultOf(countOf(50))).toBeNull();
    const off = bound('sample', { max: 15, params: { cases: 50, each: 40 } });
    expect(off.doubts).toEqual([{ code: 'reaches', points: p(20) }]);
    expect(pointsOf(off, countOf(50))).toBe(15);
  });

  test('bonuses stop at the maximum, or at a lower cap', () => {
    const rule = bound('bonus_per_item', { max: 3, params: { each: 100 } });
    expect([0, 2, 9].map(count => pointsOf(rule, countOf(count)))).toEqual([0, 2, 3]);
    const lower = bound('bonus_per_item', { max: 3, params: { each: 100, cap: 200 } });
    expect(pointsOf(lower, countOf(9))).toBe(2);
    expect(reasonOf(lower, countOf(9))).toEqual({ count: 9, each: p(1), cap: p(2), capped: true });
  });

  test('occurrences cost from the maximum down to the floor', () => {
    const rule = bound('penalty_per_occurrence', { max: 5, params: { each: 150 } });
    expect([0, 2, 9].map(count => pointsOf(rule, countOf(count)))).toEqual([5, 2, 0]);
    const floored = bound('penalty_per_occurrence', { max: 5, params: { each: 150, floor: 100 } });
    expect(pointsOf(floored, countOf(9))).toBe(1);
    expect(reasonOf(floored, countOf(9))).toEqual({ count: 9, each: p(1.5), from: p(5), stopped: true });
  });

  test('occurrences of a penalty cost from 0 down to its own limit', () => {
    const rule = bound('penalty_per_occurrence', { max: 3, counts: 'penalty', params: { each: 200 } });
    expect([0, 1, 2].map(count => pointsOf(rule, countOf(count)))).toEqual([0, -2, -3]);
  });
});

test('a gate and a knockout give no points, and tell what was answered', () => {
  expect(pointsOf(bound('gate', { max: 0 }), yesNo(false))).toBe(0);
  expect(reasonOf(bound('gate', { max: 0 }), yesNo(false))).toEqual({ open: false });
  expect(bound('gate').effect).toBe('gate');
  expect(pointsOf(bound('knockout', { max: 0 }), yesNo(true))).toBe(0);
  expect(reasonOf(bound('knockout', { max: 0 }), yesNo(true))).toEqual({ happened: true });
  expect(bound('knockout').effect).toBe('knockout');
});

test('numbers in params are written as they are stored', () => {
  expect(() => bound('bands', { params: { bands: [{ ge: 88, points: 200 }] } })).toThrow();
  expect(() => bound('bands', { params: { bands: [{ ge: d(90), lt: d(88), points: 200 }] } })).toThrow(
    'not_an_interval',
  );
});
