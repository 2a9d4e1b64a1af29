/** Where a database is: a server of the operator's, or the embedded one's socket. */
export type DatabaseTarget =
  | { kind: 'url'; url: string }
  | { kind: 'socket'; path: string; user: string; database: string };

/** The same server and login, another database. */
export function inDatabase(target: DatabaseTarget, database: string): DatabaseTarget {
  if (target.kind === 'socket') return { ...target, database };
  const url = new URL(target.url);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { kind: 'url', url: url.href };
}
