import { z } from 'zod';
import type { Counts } from './counts.ts';
import type { BallotRules } from './rules.ts';

export const ballotOptionSchema = z.object({ id: z.string(), label: z.string() });
export type BallotOption = z.infer<typeof ballotOptionSchema>;

/** A result as the votes have it, or with what people decided after them. */
export type Publication = 'count' | 'decision';

/** One vote: of a unit, whoever casts it there, or of a person. */
export const electorSchema = z.object({
  key: z.string(),
  name: z.string(),
  unitId: z.string(),
  personId: z.string().nullable(),
});
export type Elector = z.infer<typeof electorSchema>;

export interface Ballot {
  id: string;
  no: number;
  mode: 'paper' | 'chat';
  title: string;
  rules: BallotRules;
  options: BallotOption[];
  electors: Elector[];
  round: number;
  previousId: string | null;
  closesAt: Date | null;
  state: 'open' | 'closed' | 'void';
  counts: Counts | null;
  /** Keys of those who have voted. */
  voted: string[];
  /** Who has typed in a paper ballot's tally; nobody sees what. */
  counters: string[];
  closedAt: Date | null;
  /** What people decided where the count did not; nobody chosen: the seats stay empty. */
  decision: { chosen: string[]; reason: string; byName: string } | null;
  /** What of it the bloc was told, and when. */
  published: { what: Publication; at: Date }[];
  /** Another round has begun. */
  followed: boolean;
}

interface Holder {
  personId: string;
  personName: string;
  unitId: string;
  unitName: string;
  role: 'contact' | 'member' | 'clerk';
}

/** Who may vote, from those who act for a unit today. */
export function electorsOf(
  voters: BallotRules['voters'],
  units: readonly { id: string; name: string }[],
  people: readonly Holder[],
): Elector[] {
  if (voters === 'units') return units.map(({ id, name }) => ({ key: id, name, unitId: id, personId: null }));
  const acting = people.filter(one => one.role === 'contact');
  return [...new Map(acting.map(one => [one.personId, one])).values()].map(one => ({
    key: one.personId,
    name: `${one.personName} (${one.unitName})`,
    unitId: one.unitId,
    personId: one.personId,
  }));
}

/** The votes that this person may still cast or has cast. */
export const votesOf = (
  ballot: Pick<Ballot, 'electors'>,
  personId: string,
  unitIds: readonly string[],
): Elector[] =>
  ballot.electors.filter(one =>
    one.personId === null ? unitIds.includes(one.unitId) : one.personId === personId,
  );

/** One question for each option, or one for all where just one may be chosen. */
export const asksOnce = ({ rules, options }: Pick<Ballot, 'rules' | 'options'>): boolean =>
  rules.seats === 1 && options.length > 1;
