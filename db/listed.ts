import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { rows, type Tx } from './tx.ts';

/** What each of several queries finds, by one statement; `row` has an array under each one's name. */
export async function lists<Row>(
  tx: Tx,
  row: z.ZodType<Row>,
  queries: Readonly<Record<string, SQL>>,
): Promise<Row> {
  const columns = Object.entries(queries).map(
    ([name, query]) => sql`(select coalesce(json_agg(q), '[]') from (${query}) q) as ${sql.identifier(name)}`,
  );
  const [found] = await rows(tx, row, sql`select ${sql.join(columns, sql`, `)}`);
  if (!found) throw new Error('a row of lists vanished');
  return found;
}

/** Of all sheets of a table, or of one sheet: an id, or what finds it. */
export type SheetScope = { tableId: string } | { sheetId: string | SQL };

/**
 * @param row what the row that belongs to a sheet is called in the statement
 * @param sheet its column that says to which
 */
export const inScope = (row: SQL, of: SheetScope, sheet = sql`sheet_id`): SQL =>
  'sheetId' in of ? sql`${row}.${sheet} = ${of.sheetId}::uuid` : sql`${row}.table_id = ${of.tableId}::uuid`;
