/** Why a backup was not made or not restored; the sentences are in src/text/backup.ts. */
export type BackupTrouble =
  | { code: 'nothing_here' }
  | { code: 'file_exists'; file: string }
  | { code: 'file_failed'; file: string; why: string }
  | { code: 'not_a_backup'; file: string }
  /** Cut short or changed; `table` where a table's rows are not what was written. */
  | { code: 'damaged'; file: string; table: string | null }
  /** Made by a release that knows more migrations than this one, or others. */
  | { code: 'other_release'; file: string }
  | { code: 'not_empty'; table: string | null }
  /** What was read back from the new database is not what the file holds. */
  | { code: 'differs'; table: string };

export class BackupProblem extends Error {
  readonly trouble: BackupTrouble;

  constructor(trouble: BackupTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.name = 'BackupProblem';
    this.trouble = trouble;
  }
}
