import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepared } from './prepared.ts';
import type { DatabaseTarget } from './target.ts';

export type DatabaseRole = 'tlk_app' | 'tlk_system';

export interface ConnectOptions {
  /** Taken at the start of every connection; `null`: whatever the login may do (migrations, tests). */
  role: DatabaseRole | null;
  /** Most connections at once; they open when needed. */
  max: number;
  onNotice?: (message: string) => void;
  onClose?: () => void;
  /** Further server settings of every session, such as `statement_timeout`. */
  settings?: Record<string, string | number>;
  /** True: connections are never renewed, so that a session's locks stay held. */
  lasting?: boolean;
}

export type Connection = ReturnType<typeof connect>;
export type Sql = Connection['sql'];

/** bigint columns hold ids and counts; one beyond 2^53 must be an error, not a neighbouring number. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
}

const instant = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
/** drizzle has written its JSON already; everyone else hands over the value (which must not be a bare string). */
const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const types: Record<string, postgres.PostgresType> = {
  int8: { to: 20, from: [20], parse: safeInteger, serialize: String },
  /** A day has no time zone: it stays `YYYY-MM-DD`. */
  day: { to: 1082, from: [1082], parse: String, serialize: String },
  instant: { to: 1184, from: [1114, 1184], parse: (text: string) => new Date(text), serialize: instant },
  json: { to: 114, from: [114], parse: JSON.parse, serialize: json },
  jsonb: { to: 3802, from: [3802], parse: JSON.parse, serialize: json },
};

/** A pool of connections, raw (`sql`) and through drizzle (`db`). Nothing is opened before the first query. */
export function connect(target: DatabaseTarget, options: ConnectOptions) {
  const shared = {
    max: options.max,
    types,
    connect_timeout: 10,
    onnotice: (notice: postgres.Notice) => options.onNotice?.(notice.message ?? ''),
    onclose: () => options.onClose?.(),
    connection: {
      application_name: 'tro-ly-khoi',
      TimeZone: 'UTC',
      ...options.settings,
      ...(options.role ? { role: options.role } : {}),
    },
    ...(options.lasting ? { max_lifetime: null, idle_timeout: 0 } : {}),
  };
  const sql =
    target.kind === 'url'
      ? postgres(target.url, shared)
      : postgres({ ...shared, path: target.path, user: target.user, database: target.database });
  const db = drizzle({ client: prepared(sql) });
  /** Waits at most 5 s for running queries, then cuts them off. */
  const end = () => sql.end({ timeout: 5 });
  return { sql, db, end };
}
