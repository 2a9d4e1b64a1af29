import { expect, test } from 'vitest';
import type { Counts } from '../../../src/core/ballot/counts.ts';
import { baseOf, outcomeOf } from '../../../src/core/ballot/outcome.ts';
import { type BallotRules, ballotSettingsSchema } from '../../../src/core/ballot/rules.ts';
import { fewest, reaches, thresholdNames } from '../../../src/core/ballot/threshold.ts';

const MEMBERS = 15;

/** The thresholds once more, as laws write them, over whole numbers of any size. */
const written = {
  majority: (votes: bigint, base: bigint) => votes + votes > base,
  two_thirds: (votes: bigint, base: bigint) => votes + votes + votes >= base + base,
  percent_80: (votes: bigint, base: bigint) => votes * 100n >= base * 80n,
  percent_90: (votes: bigint, base: bigint) => votes * 100n >= base * 90n,
};
const rules = (given: Partial<BallotRules>): BallotRules => ({
  ...ballotSettingsSchema.parse({}),
  seats: null,
  ...given,
});
const counted = (electors: number, present: number, yes: number[]): Counts => ({
  ...{ electors, present, issued: present, returned: present, valid: present, invalid: 0 },
  options: yes.map((votes, n) => ({ option: `o${n}`, yes: votes, no: 0, blank: present - votes })),
});

test('every (present, yes, no, blank) of up to 15 members × every threshold × both bases: exact whole numbers', () => {
  let cases = 0;
  for (const threshold of thresholdNames)
    for (const base of ['all', 'present'] as const)
      for (let electors = 1; electors <= MEMBERS; electors++)
        for (let present = 0; present <= electors; present++)
          for (let yes = 0; yes <= present; yes++)
            for (let no = 0; no <= present - yes; no++) {
              const given = counted(electors, present, [yes]);
              given.options = [{ option: 'o0', yes, no, blank: present - yes - no }];
              const of = base === 'all' ? electors : present;
              const outcome = outcomeOf(given, rules({ threshold, base, quorum: 'majority' }), 1);
              cases += 1;
              if (!written.majority(BigInt(present), BigInt(electors))) {
                if (outcome.kind !== 'no_quorum') throw new Error(`quorum ${present}/${electors}`);
                continue;
              }
              const passes = yes > 0 && written[threshold](BigInt(yes), BigInt(of));
              const chosen = outcome.kind === 'decided' ? outcome.chosen : null;
              if (chosen?.length !== (passes ? 1 : 0))
                throw new Error(`${threshold} of ${base}: ${yes}, ${no} of ${present}/${electors}`);
            }
  expect(cases).toBe(4 * 2 * 3875);
});

test('the fewest votes that reach a threshold do, and one fewer does not', () => {
  for (const threshold of thresholdNames)
    for (let base = 1; base <= 200; base++) {
      const votes = fewest(base, threshold);
      expect(reaches(votes, base, threshold)).toBe(true);
      expect(reaches(votes - 1, base, threshold)).toBe(false);
      expect(written[threshold](BigInt(votes), BigInt(base))).toBe(true);
    }
});

test('a tie never picks a winner in silence: whoever is chosen has more votes than anybody who is not', () => {
  const seen = { decided: 0, next_round: 0, tie: 0, no_quorum: 0 };
  for (let members = 1; members <= 9; members++)
    for (let a = 0; a <= members; a++)
      for (let b = 0; b <= members; b++)
        for (let c = 0; c <= members; c++)
          for (const seats of [1, 2])
            for (const round of [1, 2])
              for (const threshold of thresholdNames) {
                const given = counted(members, members, [a, b, c]);
                const ruled = rules({ threshold, seats, rounds: 2, tie: 'lead' });
                const outcome = outcomeOf(given, ruled, round);
                seen[outcome.kind] += 1;
                if (outcome.kind === 'no_quorum') continue;
                const votes = (option: string) => given.options.find(one => one.option === option)?.yes ?? 0;
                const rest = given.options
                  .map(one => one.option)
                  .filter(one => !outcome.chosen.includes(one));
                const fits =
                  outcome.chosen.length <= seats &&
                  outcome.chosen.every(
                    one =>
                      reaches(votes(one), baseOf(ruled, given), threshold) &&
                      rest.every(other => votes(one) > votes(other)),
                  ) &&
                  (outcome.kind !== 'tie' || (round === 2 && outcome.among.length > outcome.seats)) &&
                  (outcome.kind !== 'next_round' || round === 1);
                if (!fits) throw new Error(JSON.stringify({ a, b, c, seats, round, threshold, outcome }));
              }
  for (const kind of ['decided', 'next_round', 'tie'] as const) expect(seen[kind]).toBeGreaterThan(50);
});

test('equal votes: another round while there is one, then whom the bloc’s rule names', () => {
  const given = counted(6, 6, [5, 5, 1]);
  const ruled = rules({ seats: 1, rounds: 2, tie: 'meeting' });
  expect(outcomeOf(given, ruled, 1)).toEqual({
    ...{ kind: 'next_round', chosen: [], seats: 1, among: ['o0', 'o1'], tied: true },
  });
  expect(outcomeOf(given, ruled, 2)).toEqual({
    ...{ kind: 'tie', chosen: [], seats: 1, among: ['o0', 'o1'], decides: 'meeting' },
  });
  expect(outcomeOf(counted(6, 6, [6, 5, 5]), { ...ruled, seats: 2 }, 2)).toMatchObject({
    ...{ kind: 'tie', chosen: ['o0'], seats: 1, among: ['o1', 'o2'] },
  });
  expect(outcomeOf(counted(6, 6, [5, 4, 4]), { ...ruled, seats: 3 }, 2)).toMatchObject({ kind: 'decided' });
});
