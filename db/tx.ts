import { type SQL, sql } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import { day } from '../src/core/day.ts';

/** A database or a transaction of it: what every query function takes. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT>;

/** Rows of a hand-written query, checked: what leaves SQL is a border like any other. */
export async function rows<Row>(tx: Tx, schema: z.ZodType<Row>, query: SQL): Promise<Row[]> {
  // Row by row: an array schema would be made anew for every query.
  return Array.from(await tx.execute(query), row => schema.parse(row));
}

/** timestamptz as the driver prints it. */
export const instantText = z.union([z.date(), z.string().transform(text => new Date(text))]);
/** bigint as the driver prints it; our ids stay far below 2^53. */
export const idText = z.union([z.number().int(), z.string().transform(Number)]);

/** A date's text. */
export const dayText = z.string().transform(text => day(text));

/** What enters a bloc, as strands know it (`strand.ts`). */
export const ENTER = `select set_config('tlk.bloc_id', $1, true)`;
/** The same, and nothing will be written there. */
export const LOOK_INTO = `select set_config('tlk.bloc_id', $1, true) as seen`;

/** Within this transaction only the given bloc's rows exist. */
export async function enterBloc(tx: Tx, blocId: number): Promise<void> {
  await tx.execute(sql`select set_config('tlk.bloc_id', ${String(blocId)}, true)`);
}

/** The same where nothing is written: turns that are taken together may do it in any bloc. */
export async function lookInto(tx: Tx, blocId: number): Promise<void> {
  await tx.execute(sql`select set_config('tlk.bloc_id', ${String(blocId)}, true) as seen`);
}

/** From here on no bloc's rows exist. */
export async function leaveBloc(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('tlk.bloc_id', ${''}, true)`);
}
