import type { Ballot } from './ballot.ts';
import type { Box } from './box.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { thresholds } from './threshold.ts';

/** A closed ballot as anybody may count it again: see scripts/recount.mjs. */
export interface BallotExport {
  title: string;
  number: number;
  round: number;
  rounds: number;
  electors: string[];
  /** Names of those who voted; what each chose is nowhere. */
  voted: string[];
  options: string[];
  /** An answer to each option in their order: y, n or b. */
  papers: string[];
  base: 'all' | 'present';
  threshold: { num: number; den: number; strict: boolean };
  quorum: { num: number; den: number; strict: boolean };
  seats: number | null;
  /** What the papers come to. */
  published: { kind: Outcome['kind']; chosen: string[] };
  /** What people decided where the papers did not: no part of the count. */
  decision: { chosen: string[]; reason: string; recordedBy: string } | null;
}

/** @throws where the ballot was not counted */
export function exportOf(ballot: Ballot, box: Box): BallotExport {
  const { title, no, round, rules, options, electors, counts, decision } = ballot;
  if (!counts) throw new Error('a ballot that was not counted');
  const outcome = outcomeOf(counts, rules, round);
  const labels = new Map(options.map(one => [one.id, one.label]));
  const called = (ids: readonly string[]) => ids.map(id => labels.get(id) ?? id);
  const chosen = 'chosen' in outcome ? outcome.chosen : [];
  return {
    title,
    number: no,
    round,
    rounds: rules.rounds,
    electors: electors.map(one => one.name),
    voted: electors.filter(one => box.voted.includes(one.key)).map(one => one.name),
    options: options.map(one => one.label),
    papers: box.papers,
    base: rules.base,
    threshold: thresholds[rules.threshold],
    quorum: thresholds[rules.quorum],
    seats: rules.seats,
    published: { kind: outcome.kind, chosen: called(chosen) },
    decision: decision && {
      ...{ chosen: called(decision.chosen), reason: decision.reason, recordedBy: decision.byName },
    },
  };
}
