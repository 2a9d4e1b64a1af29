import { describe, expect, test } from 'vitest';
import {
  type AwardProposal,
  type AwardStepKind,
  awardStanding,
  awardStepKinds,
  mayStep,
  missingPapers,
  quotaUse,
} from '../../src/core/award.ts';
import type { StandingQuota } from '../../src/core/plan-diff.ts';

const at = new Date('2026-12-01T02:00:00Z');
const proposal = (steps: AwardStepKind[], given: Partial<AwardProposal> = {}): AwardProposal => ({
  ...{ id: 'p', number: 1, award: 'Cờ thi đua', quotaId: 'q', unitId: 'u1', unitName: 'u1', subject: null },
  ...{ basis: 'meeting' as const, steps: steps.map(kind => ({ kind, said: kind, file: null, at })) },
  ...given,
});

test('a dossier lacks what was not written down; papers added after it was sent change nothing', () => {
  expect(missingPapers(proposal([]))).toEqual(['request', 'achievements', 'minutes']);
  expect(missingPapers(proposal(['minutes', 'request']))).toEqual(['achievements']);
  expect(awardStanding(proposal(['request']))).toBe('preparing');
  expect(awardStanding(proposal(['sent', 'achievements']))).toBe('sent');
  expect(awardStanding(proposal(['sent', 'granted']))).toBe('granted');
});

test('a result needs what was sent, and what is decided or withdrawn stays so', () => {
  const open = (steps: AwardStepKind[]) => awardStepKinds.filter(kind => mayStep(proposal(steps), kind));
  expect(open(['request'])).toEqual(['request', 'achievements', 'minutes', 'sent', 'withdrawn']);
  expect(open(['sent'])).toEqual(['request', 'achievements', 'minutes', 'granted', 'refused', 'withdrawn']);
  for (const end of ['granted', 'refused', 'withdrawn'] as const) expect(open(['sent', end])).toEqual([]);
});

describe('a quota', () => {
  const quota = (given: Partial<StandingQuota>): StandingQuota => ({
    ...{ id: 'q', no: 1, award: 'Cờ thi đua', scope: 'per_bloc', operator: '<=', low: 2, high: null },
    measure: 'tập thể',
    ...given,
  });
  const use = (given: Partial<StandingQuota>, proposals: AwardProposal[], units = 6) =>
    quotaUse(quota(given), proposals, { unitId: 'u1', units });

  test('counts what stands against it, for the unit alone where it is per unit', () => {
    const all = [
      proposal(['sent', 'granted']),
      proposal([], { unitId: 'u2' }),
      proposal(['withdrawn']),
      proposal([], { quotaId: 'other' }),
    ];
    expect(use({}, all)).toEqual({ used: 2, limit: 2 });
    expect(use({ scope: 'per_unit', low: 1 }, all)).toEqual({ used: 1, limit: 1 });
  });

  test.each<[string, Partial<StandingQuota>, number, number | null]>([
    ['a share of the units, rounded down', { low: 20, measure: '%' }, 6, 1],
    ['a share of the units, exact', { low: 50, measure: '% tập thể' }, 6, 3],
    ['a share of what is not known here', { low: 5, measure: '%', scope: 'per_unit' }, 6, null],
    ['a range, its upper end', { operator: 'between', low: 1, high: 3 }, 6, 3],
    ['at least so many limits nothing', { operator: '>=' }, 6, null],
    ['per person limits nothing here', { scope: 'per_person' }, 6, null],
  ])('%s', (_, given, units, limit) => {
    expect(use(given, [], units).limit).toBe(limit);
  });
});
