import type { Counts } from './counts.ts';
import type { BallotRules } from './rules.ts';
import { fewest, reaches } from './threshold.ts';

export type Outcome =
  /** Too few were there: nothing is decided. */
  | { kind: 'no_quorum'; needed: number }
  /** `unfilled`: seats that nobody won. */
  | { kind: 'decided'; chosen: string[]; unfilled: number }
  /** Seats are left, another round goes over these. `tied`: it is equal votes that left them. */
  | { kind: 'next_round'; chosen: string[]; seats: number; among: string[]; tied: boolean }
  /** Equal votes and no round left: people decide, by the bloc's rule. */
  | { kind: 'tie'; chosen: string[]; seats: number; among: string[]; decides: 'meeting' | 'lead' };

export const baseOf = ({ base }: Pick<BallotRules, 'base'>, { electors, present }: Counts): number =>
  base === 'all' ? electors : present;

/**
 * What a count comes to. Whoever is chosen has more votes than anybody who is not: equal votes at the last seat
 * choose nobody.
 */
export function outcomeOf(counts: Counts, rules: BallotRules, round: number): Outcome {
  const { electors, present, options } = counts;
  if (!reaches(present, electors, rules.quorum))
    return { kind: 'no_quorum', needed: fewest(electors, rules.quorum) };
  const base = baseOf(rules, counts);
  const ranked = options
    .filter(one => one.yes > 0 && reaches(one.yes, base, rules.threshold))
    .toSorted((a, b) => b.yes - a.yes);
  const names = (some: readonly { option: string }[]) => some.map(one => one.option);
  if (rules.seats === null) return { kind: 'decided', chosen: names(ranked), unfilled: 0 };

  const last = ranked[rules.seats - 1];
  const more = ranked[rules.seats];
  const roundsLeft = round < rules.rounds;
  if (last && more && last.yes === more.yes) {
    const clear = ranked.filter(one => one.yes > last.yes);
    const among = names(ranked.filter(one => one.yes === last.yes));
    const left = { chosen: names(clear), seats: rules.seats - clear.length, among };
    return roundsLeft
      ? { kind: 'next_round', ...left, tied: true }
      : { kind: 'tie', ...left, decides: rules.tie };
  }
  const chosen = names(ranked.slice(0, rules.seats));
  const unfilled = rules.seats - chosen.length;
  const among = names(options.filter(one => !chosen.includes(one.option)));
  if (unfilled > 0 && among.length > 0 && roundsLeft)
    return { kind: 'next_round', chosen, seats: unfilled, among, tied: false };
  return { kind: 'decided', chosen, unfilled };
}
