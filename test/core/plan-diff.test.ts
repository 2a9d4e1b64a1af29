import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { proposals, type SeasonFacts } from '../../src/core/plan-diff.ts';
import type { PlanItem, PlannedQuota } from '../../src/core/plan-draft.ts';
import { madeItems } from '../support/plan-draft.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const empty: SeasonFacts = { deadlines: [], targets: [], milestones: [], quotas: [] };
const kinds = (items: readonly PlanItem[], season: Partial<SeasonFacts>) =>
  proposals(items, { ...empty, ...season }, same).map(one => one.kind);

const quota: PlannedQuota = {
  kind: 'quota',
  no: 1,
  award: 'Cờ thi đua',
  scope: 'per_bloc',
  operator: '=',
  low: 1,
  high: null,
  measure: 'đơn vị',
  from: null,
  doubt: null,
};
const standingQuota = { ...quota, id: 'q', no: 1 };
const [, , range, commitment, campaign] = madeItems;

test('in an empty season everything is new', () => {
  expect(kinds([...madeItems, quota], {})).toEqual(Array(6).fill('new'));
});

test('a quota is told by award and by what it is counted per', () => {
  expect(kinds([quota], { quotas: [standingQuota] })).toEqual(['same']);
  expect(kinds([{ ...quota, low: 2 }], { quotas: [standingQuota] })).toEqual(['changed']);
  expect(kinds([{ ...quota, scope: 'whole' }], { quotas: [standingQuota] })).toEqual(['new']);
});

test('a target is told by what it measures and its period', () => {
  const standing = {
    id: 't',
    no: 3,
    scope: 'bloc',
    metric: 'THU NHẬP bình quân',
    operator: 'between',
  } as const;
  const target = { ...standing, low: 80, high: 95, measure: null, period: '2026', raw: '' };
  const items = range ? [range] : [];
  expect(kinds(items, { targets: [target] })).toEqual(['same']);
  expect(kinds(items, { targets: [{ ...target, high: 96 }] })).toEqual(['changed']);
  expect(kinds(items, { targets: [{ ...target, period: '2027' }] })).toEqual(['new']);
  expect(kinds(commitment ? [commitment] : [], { targets: [target] })).toEqual(['new']);
});

test('a milestone that has got its days is changed', () => {
  const standing = { id: 'm', no: 1, milestoneKind: 'campaign', name: '60 ngày cao điểm' } as const;
  const items = campaign ? [campaign] : [];
  expect(kinds(items, { milestones: [{ ...standing, startsOn: null, endsOn: null }] })).toEqual(['same']);
  expect(kinds(items, { milestones: [{ ...standing, startsOn: day('2026-05-01'), endsOn: null }] })).toEqual([
    'changed',
  ]);
});
