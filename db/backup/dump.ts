import { createHash } from 'node:crypto';
import { describeWithin } from '../catalogue/describe-schema.ts';
import type { Client } from '../catalogue/kinds.ts';
import { counted } from './counted.ts';
import { END_OF_ROWS, type Footer, type Header, type TableEnd, type TableHead } from './format.ts';
import { type BackupTable, backupTables, blocIds, counters, enter } from './tables.ts';

const line = (value: Header | TableHead | TableEnd | Footer) => Buffer.from(`${JSON.stringify(value)}\n`);

/** All of the database as this transaction sees it, piece by piece. */
export async function* dump(tx: Client): AsyncGenerator<Buffer> {
  yield line(await headerOf(tx));
  const tables = await backupTables(tx);
  const blocs = await blocIds(tx);
  for (const table of tables) {
    yield line({ table: table.name, columns: table.columns });
    const { rows, end } = counted(copyOut(tx, table, blocs));
    yield* rows;
    yield Buffer.from(END_OF_ROWS);
    yield line(end());
  }
  yield line({ tables: tables.length, counters: await counters(tx) });
}

/** A table's rows as COPY writes them. A bloc's are read from within the bloc, which suits every login. */
export async function* copyOut(
  tx: Client,
  { name, columns, order, walled }: BackupTable,
  blocs: readonly number[],
): AsyncGenerator<Buffer> {
  const rows = async function* (where: string) {
    const query = `copy (select ${columns.join(', ')} from ${name} ${where} order by ${order}) to stdout`;
    const out = await tx.unsafe(query).readable();
    yield* out;
    // Where the last rows fill the stream, the driver pauses the connection and nobody would wake it again.
    out._read(0);
  };
  if (!walled) {
    yield* rows('');
    return;
  }
  for (const blocId of blocs) {
    await enter(tx, blocId);
    yield* rows(`where bloc_id = ${blocId}`);
  }
}

async function headerOf(tx: Client): Promise<Header> {
  const [row] = await tx<{ server: string; at: string; migrations: string[] }[]>`
    select split_part(current_setting('server_version'), ' ', 1) as server, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      array(select hash from drizzle.__drizzle_migrations order by created_at) as migrations`;
  if (!row) throw new Error('the database gave no version');
  const { server, at: madeAt, migrations } = row;
  return { format: 'tro-ly-khoi', version: 1, madeAt, server, migrations, schema: await schemaHash(tx) };
}

/** Null where the database holds something foreign, an extension for instance: that must not stop a backup. */
export async function schemaHash(tx: Client): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await describeWithin(tx))
      .digest('hex');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('db/catalogue cannot describe')) return null;
    throw error;
  }
}
