/** Why the database could not be made ready; sentences are in src/text/problems-database.ts. */
export type DatabaseTrouble =
  /** No usable server binaries for this system; `path` where they are installed but do not run. */
  | { code: 'no_binaries'; platform: string; path: string | null }
  | { code: 'data_dir_in_use'; dataDir: string }
  | { code: 'data_dir_not_writable'; dataDir: string }
  /** Root may not run the server, and this system lets us step down nowhere near this folder. */
  | { code: 'cannot_run_as_root'; dataDir: string }
  | { code: 'not_our_version'; dataDir: string; found: string; ours: string }
  /** `log`: the server's last lines, for the operator. */
  | { code: 'cannot_start'; dataDir: string; log: string[] }
  /** The user that runs us has no name on this system, and the server asks for one. */
  | { code: 'no_user_name' }
  /** Of a server that is not ours: nothing answers there, or it lets us in nowhere. `reason`: its or the system's code. */
  | { code: 'cannot_connect'; host: string; reason: string }
  /** The login may neither create the roles nor act as them. */
  | { code: 'roles_missing'; login: string }
  /** A role of ours could look past row-level security. */
  | { code: 'role_too_mighty'; role: string };

export class DatabaseProblem extends Error {
  readonly trouble: DatabaseTrouble;

  constructor(trouble: DatabaseTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.name = 'DatabaseProblem';
    this.trouble = trouble;
  }

  get code(): DatabaseTrouble['code'] {
    return this.trouble.code;
  }
}
