import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { BackupProblem } from '../../src/core/backup-problem.ts';
import type { Client } from '../catalogue/kinds.ts';
import { errorCode } from '../embedded/error-code.ts';
import { migrate } from '../migrate.ts';
import type { DatabaseTarget } from '../target.ts';
import { counted } from './counted.ts';
import { copyOut, schemaHash } from './dump.ts';
import type { Footer, TableEnd, TableHead } from './format.ts';
import { knowsMigrations, migrateTo } from './migration-level.ts';
import { checkBackup, readBackup } from './read.ts';
import { type BackupTable, backupTables, blocIds } from './tables.ts';
import { patientConnection } from './write.ts';

/** What a server says of rows that do not fit: wrong values, broken constraints, and that it has said so before. */
const REFUSED = /^(22|23|25P02)/;

export interface Restored {
  madeAt: string;
  server: string;
  tables: number;
  rows: number;
  /** True where the old schema was not what its migrations make: somebody had changed it by hand. */
  schemaDiffered: boolean;
}

/**
 * Fills an empty database from a backup: at the backup's own migration level, in one transaction that also
 * reads everything back and compares, then migrated on to this release. @throws BackupProblem
 */
export async function restoreBackup(target: DatabaseTarget, file: string): Promise<Restored> {
  const { header } = await checkBackup(file);
  if (!knowsMigrations(header.migrations)) throw new BackupProblem({ code: 'other_release', file });
  const { sql, end } = patientConnection(target);
  try {
    const level = await levelOf(sql);
    if (level > header.migrations.length) throw new BackupProblem({ code: 'not_empty', table: null });
    await migrateTo(target, header.migrations.length);
    const restored = await sql.begin(async tx => {
      const schema = await schemaHash(tx);
      const schemaDiffered = schema !== null && header.schema !== null && schema !== header.schema;
      const { madeAt, server } = header;
      return { madeAt, server, schemaDiffered, ...(await fill(tx, file)) };
    });
    await migrate(target);
    return restored;
  } finally {
    await end();
  }
}

async function levelOf(sql: ReturnType<typeof patientConnection>['sql']): Promise<number> {
  const [table] = await sql<{ found: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (!table?.found) return 0;
  const [row] = await sql<{ count: number }[]>`select count(*) as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/**
 * The owner may lift the wall of a table and its triggers (the audit chain would be written anew) without
 * being a superuser; foreign keys hold throughout. All of it is back before the commit.
 */
async function fill(tx: Client, file: string): Promise<{ tables: number; rows: number }> {
  const tables = await backupTables(tx);
  const known = new Map(tables.map(table => [table.name, table]));
  for (const { name, walled } of tables) {
    if (walled) await tx.unsafe(`alter table ${name} no force row level security`);
    await tx.unsafe(`alter table ${name} disable trigger user`);
  }
  for (const { name } of tables) await refuseRows(tx, name);

  const written = new Map<string, TableEnd>();
  await readBackup(file, {
    table: async (head, rows) => {
      if (!known.has(head.table)) throw new BackupProblem({ code: 'differs', table: head.table });
      await copyIn(tx, head, rows).catch(cause => {
        throw REFUSED.test(errorCode(cause))
          ? new BackupProblem({ code: 'damaged', file, table: head.table }, { cause })
          : cause;
      });
    },
    tableDone: async (head, end) => {
      written.set(head.table, end);
    },
    footer: footer => setCounters(tx, footer),
  });

  for (const { name, walled } of tables) {
    if (walled) await tx.unsafe(`alter table ${name} force row level security`);
    await tx.unsafe(`alter table ${name} enable trigger user`);
  }
  await compare(tx, tables, written);
  const rows = [...written.values()].reduce((sum, end) => sum + end.rows, 0);
  return { tables: tables.length, rows };
}

async function refuseRows(tx: Client, table: string): Promise<void> {
  const [row] = await tx.unsafe<{ any: boolean }[]>(`select exists (select from ${table}) as any`);
  if (row?.any !== false) throw new BackupProblem({ code: 'not_empty', table });
}

async function copyIn(
  tx: Client,
  { table: name, columns }: TableHead,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const into = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable();
  let failure: Error | null = null;
  into.on('error', error => {
    failure = error;
  });
  for await (const piece of rows) {
    if (failure) throw failure;
    await new Promise<void>((resolve, reject) => {
      into.write(piece, error => (error ? reject(error) : resolve()));
    });
  }
  into.end();
  // Of an error that the server finds only at the end (a foreign key) the driver's stream would never tell;
  // the transaction's next statement does.
  await turnOfLoop();
  await tx`select`;
  if (failure) throw failure;
}

async function setCounters(tx: Client, { counters }: Footer): Promise<void> {
  for (const { table, column, last, called } of counters)
    await tx`select setval(pg_get_serial_sequence(${table}, ${column}), ${last}::bigint, ${called}::boolean)`;
}

/** Reads back what now stands there, in the backup's order, and compares counts and hashes. */
async function compare(
  tx: Client,
  tables: readonly BackupTable[],
  written: ReadonlyMap<string, TableEnd>,
): Promise<void> {
  const blocs = await blocIds(tx);
  for (const table of tables) {
    const { rows, end } = counted(copyOut(tx, table, blocs));
    for await (const _ of rows);
    const [is, was] = [end(), written.get(table.name)];
    if (is.rows !== was?.rows || is.sha256 !== was.sha256)
      throw new BackupProblem({ code: 'differs', table: table.name });
  }
}
