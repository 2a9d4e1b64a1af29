import type { Ballot, Publication } from '../src/core/ballot/ballot.ts';
import type { Counts, Paper } from '../src/core/ballot/counts.ts';
import type { BallotExport } from '../src/core/ballot/export.ts';
import type { BallotSettings } from '../src/core/ballot/rules.ts';

export type Tallied =
  /** The first to read it out: another person must do so too. */
  | { kind: 'first' }
  | { kind: 'agreed'; ballot: Ballot }
  | { kind: 'differs'; from: { personId: string; byName: string; counts: Counts }[] };

export type Cast =
  /** `missing`: votes that are still to come. */
  | { kind: 'cast'; ballot: Ballot; missing: number }
  | { kind: 'already' }
  | { kind: 'closed'; ballot: Ballot };

/** How the bloc votes. */
export interface BallotPorts {
  settings(): BallotSettings;
  change(patch: Partial<BallotSettings>): Promise<void>;
  /** Of the season, newest first. */
  list(): Promise<Ballot[]>;
  open(
    given: Pick<
      Ballot,
      'mode' | 'title' | 'rules' | 'options' | 'electors' | 'round' | 'previousId' | 'closesAt'
    > & {
      remindAt: Date | null;
    },
  ): Promise<{ id: string; no: number }>;
  /** One vote by its elector's key. */
  cast(ballotId: string, voter: string, paper: Paper): Promise<Cast>;
  /** Null: it was closed meanwhile. */
  close(ballotId: string): Promise<Ballot | null>;
  tally(ballotId: string, counts: Counts): Promise<Tallied | { kind: 'closed' }>;
  /** Null: it has been decided meanwhile. */
  decide(ballotId: string, chosen: string[], reason: string): Promise<Ballot | null>;
  /** False: that was published meanwhile. */
  publish(ballotId: string, what: Publication): Promise<boolean>;
  /** Everything that a recount needs, kept as a file of the bloc; its SHA-256. */
  export(ballotId: string): Promise<{ sha256: string; content: BallotExport }>;
}
