import { type SQL, sql } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { z } from 'zod';

/** A database or a transaction of it: what every query function takes. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT>;

/** Rows of a hand-written query, checked: what leaves SQL is a border like any other. */
export async function rows<Row>(tx: Tx, schema: z.ZodType<Row>, query: SQL): Promise<Row[]> {
  return z.array(schema).parse([...(await tx.execute(query))]);
}

/** timestamptz as the driver prints it. */
export const instantText = z.union([z.date(), z.string().transform(text => new Date(text))]);
/** bigint as the driver prints it; our ids stay far below 2^53. */
export const idText = z.union([z.number().int(), z.string().transform(Number)]);

/** Within this transaction only the given bloc's rows exist. */
export async function enterBloc(tx: Tx, blocId: number): Promise<void> {
  await tx.execute(sql`select set_config('tlk.bloc_id', ${String(blocId)}, true)`);
}

/** From here on no bloc's rows exist. */
export async function leaveBloc(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('tlk.bloc_id', '', true)`);
}
