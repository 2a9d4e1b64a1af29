import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { arrayTypes } from './arrays.ts';
import type { LaneSettings } from './lane.ts';
import { createPool } from './pool.ts';
import { pooled } from './pooled.ts';
import type { DatabaseTarget } from './target.ts';

export type DatabaseRole = 'tlk_app' | 'tlk_system';

export interface ConnectOptions {
  /** Taken at the start of every connection; `null`: whatever the login may do (migrations, tests). */
  role: DatabaseRole | null;
  /** Most connections at once; they open when needed. */
  max: number;
  onNotice?: (message: string) => void;
  onClose?: () => void;
  /** Called with every statement that is sent, and on which connection: to count them. */
  onStatement?: (text: string, connection: number) => void;
  /** Further server settings of every session, such as `statement_timeout`. */
  settings?: Record<string, string | number>;
  /** True: connections are never renewed, so that a session's locks stay held. */
  lasting?: boolean;
  /** A connection silent for so long while asked is given up; no statement may take as long. */
  patienceMs?: number;
}

/** How long to try for a connection. */
const CONNECT_S = 3;
/** Statements end before the connection is given up for silent. */
const STATEMENT_SHARE = 0.8;

/**
 * Turns and queues read few rows by key. A plan made while a table was small would scan the whole of it later,
 * and a bitmap scan never clears the dead entries that a queue's index gathers: each claim would cost more.
 */
const BY_INDEX = { enable_seqscan: 'off', enable_bitmapscan: 'off' };

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
  ...arrayTypes(text => (/^-?\d+$/.test(text) ? safeInteger(text) : Number(text))),
};

/**
 * A pool of connections for drizzle (`db`), and one of postgres.js itself for what the server is asked
 * by hand (`sql`). Nothing is opened before the first query.
 */
export function connect(target: DatabaseTarget, options: ConnectOptions) {
  const { max, lasting = false, patienceMs = null } = options;
  const shared = {
    max,
    types,
    fetch_types: false,
    connect_timeout: CONNECT_S,
    onnotice: (notice: postgres.Notice) => options.onNotice?.(notice.message ?? ''),
    onclose: () => options.onClose?.(),
    ...(options.onStatement && {
      debug: (connection: number, text: string) => options.onStatement?.(text, connection),
    }),
    connection: {
      application_name: 'tro-ly-khoi',
      TimeZone: 'UTC',
      ...(patienceMs && limits(patienceMs)),
      ...options.settings,
      ...(options.role ? { role: options.role, ...BY_INDEX } : {}),
    },
    ...(lasting ? { max_lifetime: null, idle_timeout: 0 } : {}),
  };
  const open = (lane: LaneSettings | Record<never, never> = {}) =>
    target.kind === 'url'
      ? postgres(target.url, { ...shared, ...lane })
      : postgres({ ...shared, ...lane, path: target.path, user: target.user, database: target.database });
  const sql = open();
  const pool = createPool({ open, max, lasting, patienceMs, lost: () => options.onClose?.() });
  const db = drizzle({ client: pooled(sql, pool, client => drizzle({ client })) });
  /** Waits at most 5 s for running queries, then cuts them off. */
  const end = async () => {
    await Promise.all([pool.end(), sql.end({ timeout: 5 })]);
  };
  return { sql, db, end };
}

/** A session whose client fell silent must not go on holding what a turn had locked. */
const limits = (patienceMs: number) => ({
  statement_timeout: Math.round(patienceMs * STATEMENT_SHARE),
  idle_in_transaction_session_timeout: patienceMs,
});
