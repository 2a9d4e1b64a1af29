import { describe, expect, test } from 'vitest';
import { p, pointsOf as typed } from '../../support/score-facts.ts';
import { bound, duty, pointsOf, verdictOf } from '../../support/score-rules.ts';

const LATE_BANDS = [
  { eq: '0', points: 200 },
  { ge: '1', le: '2', points: 150 },
  { ge: '3', le: '5', points: 100 },
  { ge: '6', le: '10', points: 50 },
  { ge: '11', points: 0 },
];
const reports = { of: { kinds: ['report'] }, days: 'calendar', several: 'worst' };
const late = (changes: Record<string, unknown> = {}, max = 2) =>
  bound('late_days', { max, params: { ...reports, bands: LATE_BANDS, ...changes } });

/** Long after everything. */
const after = { now: new Date('2026-12-31T00:00:00Z') };

describe('days late', () => {
  test.each([
    ['2026-05-29', 2],
    ['2026-05-30', 1.5],
    ['2026-05-31', 1.5],
    ['2026-06-01', 1],
    ['2026-06-03', 1],
    ['2026-06-04', 0.5],
    ['2026-06-08', 0.5],
    ['2026-06-09', 0],
  ])('due on Friday 29/5 and sent on %s: %s', (sentOn, points) => {
    expect(pointsOf(late(), null, { ...after, duties: [duty('2026-05-29', sentOn)] })).toBe(points);
  });

  test('working days pass over the week-end', () => {
    const duties = [duty('2026-05-29', '2026-06-01')];
    expect(pointsOf(late({ days: 'working' }), null, { ...after, duties })).toBe(1.5);
    expect(late({ days: undefined }).doubts).toEqual([{ code: 'day_kind' }]);
  });

  test('an overdue report is as late as it is by now, one not yet due is waited for', () => {
    const duties = [duty('2026-05-29', null), duty('2026-06-30', null)];
    const seen = { duties, now: new Date('2026-06-02T03:00:00Z') };
    expect(verdictOf(late(), null, seen)).toMatchObject({
      provisional: true,
      reason: { facts: { waiting: 1, reports: [{ daysLate: 4, sentAt: null, points: p(1) }] } },
    });
    const before = { duties, now: new Date('2026-05-29T10:00:00Z') };
    expect(verdictOf(late(), null, before)).toEqual({ kind: 'open', why: { code: 'not_due' } });
  });

  test('only the kinds or deadlines that are named count, and only dated ones', () => {
    const duties = [duty('2026-05-29', null, { kind: 'dossier' }), duty(null, null)];
    expect(verdictOf(late(), null, { ...after, duties })).toEqual({
      kind: 'open',
      why: { code: 'no_duties' },
    });
    const named = late({ of: { deadlines: ['d-2026-05-29'] } });
    expect(pointsOf(named, null, { ...after, duties })).toBe(0);
    expect(() => late({ of: {} })).toThrow('kinds_or_deadlines');
  });

  test('of several the latest decides, or each costs, or their mean does', () => {
    const duties = [
      duty('2026-03-31', '2026-03-31'),
      duty('2026-05-29', '2026-05-30'),
      duty('2026-06-30', '2026-07-04'),
    ];
    const of = (several: string) => pointsOf(late({ several }), null, { ...after, duties });
    expect(of('worst')).toBe(1);
    expect(of('each')).toBe(0.5);
    expect(of('mean')).toBe(1.5);
    const many = [...duties, duty('2026-08-31', null)];
    expect(pointsOf(late({ several: 'each' }), null, { ...after, duties: many })).toBe(0);
  });

  test('sent back, a report is owed again, unless the first version counts', () => {
    const sentBack = duty('2026-05-29', null, { firstSentAt: new Date('2026-05-29T03:00:00Z') });
    expect(pointsOf(late(), null, { ...after, duties: [sentBack] })).toBe(0);
    expect(pointsOf(late({ counted: 'first' }), null, { ...after, duties: [sentBack] })).toBe(2);
  });

  test('so much for each day, down to nothing; of a penalty, off', () => {
    const perDay = { ...reports, each: 50 };
    const duties = [duty('2026-05-29', '2026-06-01')];
    expect(pointsOf(bound('late_days', { max: 2, params: perDay }), null, { ...after, duties })).toBe(0.5);
    const penalty = bound('late_days', { max: 1, counts: 'penalty', params: perDay });
    expect(pointsOf(penalty, null, { ...after, duties })).toBe(-1);
    expect(penalty.doubts).toEqual([]);
    expect(() => bound('late_days', { params: reports })).toThrow('each_or_bands');
    expect(() => bound('late_days', { params: { ...perDay, otherwise: 0 } })).toThrow('each_or_bands');
  });

  test('bands of a penalty name what is lost', () => {
    const bands = [
      { eq: '0', points: 0 },
      { ge: '1', points: 50 },
    ];
    const rule = bound('late_days', { max: 0.5, counts: 'penalty', params: { ...reports, bands } });
    expect(rule.doubts).toEqual([]);
    expect(pointsOf(rule, null, { ...after, duties: [duty('2026-05-29', '2026-06-01')] })).toBe(-0.5);
  });

  test('bands that rise with the days, or leave whole days out, wait for a person', () => {
    const rising = [
      { le: '0.5', points: 100 },
      { ge: '1', le: '5', points: 50 },
      { gt: '5', points: 200 },
    ];
    expect(late({ bands: rising }).doubts).toEqual([{ code: 'later_is_better' }]);
    const holed = [
      { eq: '0', points: 200 },
      { ge: '3', points: 0 },
    ];
    expect(late({ bands: holed }).doubts).toContainEqual({ code: 'bands_gap', at: [{ ge: '1', le: '2' }] });
  });

  test('nobody enters what is derived', () => {
    expect(late().faultOf(typed(2))).toEqual({ code: 'derived' });
    expect(late().asks).toBeNull();
  });
});

describe('missing reports', () => {
  const bands = [
    { eq: '0', points: 800 },
    { ge: '1', le: '2', points: 600 },
    { ge: '3', points: 0 },
  ];
  const rule = bound('missing_reports', { max: 8, params: { of: { kinds: ['report'] }, bands } });
  const sent = duty('2026-03-31', '2026-04-09');

  test('count what is overdue and was not sent; late is not missing', () => {
    const duties = [sent, duty('2026-04-30', null), duty('2026-05-29', null)];
    expect(verdictOf(rule, null, { ...after, duties })).toMatchObject({
      provisional: true,
      reason: { facts: { missing: ['Báo cáo 2026-04-30', 'Báo cáo 2026-05-29'], of: 3, waiting: 0 } },
    });
    expect(pointsOf(rule, null, { ...after, duties })).toBe(6);
    expect(verdictOf(rule, null, { ...after, duties: [sent] })).toMatchObject({ provisional: false });
    expect(pointsOf(rule, null, { ...after, duties: [sent] })).toBe(8);
  });

  test('so many points for each', () => {
    const each = bound('missing_reports', { max: 5, params: { of: { kinds: ['report'] }, each: 200 } });
    expect(pointsOf(each, null, { ...after, duties: [sent, duty('2026-04-30', null)] })).toBe(3);
  });

  test('are not known before anything is due, nor where nothing is owed', () => {
    const early = { now: new Date('2026-01-02T00:00:00Z'), duties: [duty('2026-04-30', null)] };
    expect(verdictOf(rule, null, early)).toEqual({ kind: 'open', why: { code: 'not_due' } });
    expect(verdictOf(rule, null, early)).not.toEqual(verdictOf(rule, null, { ...early, duties: [] }));
    expect(verdictOf(rule, null, after)).toEqual({ kind: 'open', why: { code: 'no_duties' } });
    expect(() => bound('missing_reports', { params: { of: { kinds: ['report'] } } })).toThrow(
      'each_or_bands',
    );
  });
});
