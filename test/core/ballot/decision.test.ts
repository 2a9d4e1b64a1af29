import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot } from '../../../src/core/ballot/ballot.ts';
import { chosenIn, hasResult, leftToPeople, tellable, toldAt } from '../../../src/core/ballot/decision.ts';
import { outcomeOf } from '../../../src/core/ballot/outcome.ts';
import { ballotSettingsSchema } from '../../../src/core/ballot/rules.ts';
import { thresholdNames } from '../../../src/core/ballot/threshold.ts';
import { size } from '../../support/size.ts';

type Counted = Pick<Ballot, 'mode' | 'state' | 'counts' | 'rules' | 'round' | 'options'>;

/** Nine electors, as many of them there, and so many votes for each option. */
const counted = (given: {
  yes: number[];
  present?: number;
  seats: number | null;
  round?: number;
  rules?: Partial<Ballot['rules']>;
}): Counted => {
  const { yes, present = 9, seats, round = 2, rules = {} } = given;
  const numbers = { electors: 9, present, issued: present, returned: present, valid: present, invalid: 0 };
  return {
    ...{ mode: 'chat', state: 'closed' },
    counts: { ...numbers, options: yes.map((n, at) => ({ option: `o${at}`, yes: n, no: 0, blank: 0 })) },
    rules: { ...ballotSettingsSchema.parse({ threshold: 'majority', ...rules }), seats },
    round,
    options: yes.map((_, at) => ({ id: `o${at}`, label: `Đơn vị ${at}` })),
  };
};

test('equal votes at the last seat are left to whom the bloc’s rule names, among the equal ones alone', () => {
  const tied = counted({ yes: [8, 6, 6, 6], seats: 2, rules: { tie: 'lead' } });
  expect(leftToPeople(tied)).toEqual({
    ...{ why: 'tie', among: ['o1', 'o2', 'o3'], seats: 1, decides: 'lead' },
  });
  expect(leftToPeople({ ...tied, round: 1 }), 'another round comes first').toBeNull();
});

test('a seat that nobody won and a vote that too few came to are left to the meeting', () => {
  expect(leftToPeople(counted({ yes: [8, 3, 2], seats: 2 }))).toEqual({
    ...{ why: 'unfilled', among: ['o1', 'o2'], seats: 1, decides: 'meeting' },
  });
  expect(leftToPeople(counted({ yes: [3, 0], seats: 1, present: 3 }))).toEqual({
    ...{ why: 'no_quorum', among: ['o0', 'o1'], seats: 1, decides: 'meeting' },
  });
  expect(leftToPeople(counted({ yes: [3, 1, 1], seats: null, present: 3 }))?.seats).toBe(3);
  expect(leftToPeople(counted({ yes: [8, 3], seats: 1 })), 'all seats are won').toBeNull();
  expect(leftToPeople(counted({ yes: [3], seats: null })), 'it did not pass, and that is that').toBeNull();
  const open = { ...counted({ yes: [3, 2], seats: 1 }), counts: null, state: 'open' as const };
  expect(leftToPeople(open)).toBeNull();
  expect(leftToPeople({ ...open, state: 'void' }), 'too few papers to count').toEqual({
    ...{ why: 'uncounted', among: ['o0', 'o1'], seats: 1, decides: 'meeting' },
  });
  expect(leftToPeople({ ...open, state: 'void', mode: 'paper' }), 'called off').toBeNull();
});

test('seats won and seats left are all the seats; nobody who won is decided about once more', () => {
  const any = fc.record({
    yes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }),
    seats: fc.integer({ min: 1, max: 3 }),
    rules: fc.record({ threshold: fc.constantFrom(...thresholdNames), rounds: fc.constantFrom(1, 2) }),
  });
  fc.assert(
    fc.property(any, ({ yes, seats: wanted, rules }) => {
      const seats = Math.min(wanted, yes.length - 1);
      const one = counted({ yes, seats, rules });
      const found = one.counts && outcomeOf(one.counts, one.rules, one.round);
      const won = found && 'chosen' in found ? found.chosen : [];
      const left = leftToPeople(one);
      expect(won.length + (left?.seats ?? 0)).toBe(seats);
      expect(left?.among.filter(id => won.includes(id)) ?? []).toEqual([]);
    }),
    { numRuns: size(200, 5_000) },
  );
});

test('whom people chose counts beside those whom the votes chose, also where another round goes on', () => {
  const decision = { chosen: ['o2'], reason: 'theo kết luận', byName: 'Lan' };
  const tied = counted({ yes: [8, 6, 6], seats: 2 });
  expect(chosenIn({ ...tied, decision })).toEqual(['o0', 'o2']);
  expect(chosenIn({ ...tied, round: 1, decision: null })).toEqual(['o0']);
  expect(chosenIn({ ...counted({ yes: [3, 0], seats: 1, present: 3 }), decision: null })).toEqual([]);
});

test('there is a result once it is counted, or decided without', () => {
  const decision = { chosen: [], reason: 'họp lại', byName: 'Lan' };
  const { counts } = counted({ yes: [3], seats: null });
  expect(hasResult({ counts, decision: null })).toBe(true);
  expect(hasResult({ counts: null, decision })).toBe(true);
  expect(hasResult({ counts: null, decision: null })).toBe(false);
});

test('what was told is the count, until people decide: then that is to be told', () => {
  const at = new Date('2026-06-08T01:00:00Z');
  const decision = { chosen: [], reason: 'họp lại', byName: 'Lan' };
  const told = [{ what: 'count' as const, at }];
  expect(toldAt({ decision: null, published: [] })).toBeNull();
  expect(toldAt({ decision: null, published: told })).toEqual(at);
  expect(tellable({ decision })).toBe('decision');
  expect(toldAt({ decision, published: told })).toBeNull();
});
