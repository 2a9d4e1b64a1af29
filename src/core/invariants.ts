/** What must hold of live data; looked at every night. */
export type Invariant =
  | 'audit_chain'
  | 'submission_versions'
  | 'submission_season'
  | 'obligation_season'
  | 'deadline_revisions'
  | 'one_lead'
  | 'person_blocs'
  | 'numbers'
  | 'ballot_box'
  | 'ballot_counts'
  | 'feedback_entries'
  | 'erased_persons';

/** An invariant that does not hold in a bloc, and in how many rows. */
export interface Broken {
  invariant: Invariant;
  blocId: number;
  rows: number;
}
