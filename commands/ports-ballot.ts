import type { Ballot } from '../src/core/ballot/ballot.ts';
import type { Counts, Paper } from '../src/core/ballot/counts.ts';
import type { BallotExport } from '../src/core/ballot/export.ts';
import type { BallotSettings } from '../src/core/ballot/rules.ts';

export type Tallied =
  /** The first to read it out: another person must do so too. */
  | { kind: 'first' }
  | { kind: 'agreed'; ballot: Ballot }
  | { kind: 'differs'; from: { byName: string; counts: Counts }[] };

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
  cast(ballotId: string, voter: string, paper: Paper): Promise<'cast' | 'already' | 'closed'>;
  /** Null: it was closed meanwhile. */
  close(ballotId: string): Promise<Ballot | null>;
  tally(ballotId: string, counts: Counts): Promise<Tallied | { kind: 'closed' }>;
  decide(ballotId: string, chosen: string[], reason: string): Promise<void>;
  /** Everything that a recount needs, kept as a file of the bloc; its SHA-256. */
  export(ballotId: string): Promise<{ sha256: string; content: BallotExport }>;
}
