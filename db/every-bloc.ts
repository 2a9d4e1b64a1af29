import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { enterBloc, idText, rows, type Tx } from './tx.ts';

const blocRow = z.object({
  blocId: idText,
  name: z.string(),
  councilName: z.string(),
  years: z.array(z.number()),
});
export type KnownBloc = z.infer<typeof blocRow>;

/** Blocs asked for in one round trip. */
const AT_ONCE = 500;

/**
 * Every bloc of the database. Row-level security lets nobody look over them, so each is entered for its own;
 * for the operator's commands, not for turns. Afterwards the last one is entered.
 */
export async function everyBloc(tx: Tx): Promise<KnownBloc[]> {
  const last = await lastBlocId(tx);
  const found: KnownBloc[] = [];
  for (let from = 1; from <= last; from += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, last - from + 1) }, (_, n) => from + n);
    const answers = await Promise.all(ids.flatMap(id => [enterBloc(tx, id), enteredHead(tx)]));
    found.push(...answers.flatMap(answer => answer ?? []));
  }
  return found;
}

/** Ids count up; the numbers of blocs whose loading failed are missing. */
async function lastBlocId(tx: Tx): Promise<number> {
  const [row] = await rows(
    tx,
    z.object({ last: idText.nullable() }),
    sql`select pg_sequence_last_value(pg_get_serial_sequence('bloc', 'bloc_id')::regclass) as last`,
  );
  return row?.last ?? 0;
}

const enteredHead = (tx: Tx): Promise<KnownBloc[]> =>
  rows(
    tx,
    blocRow,
    sql`select bloc_id as "blocId", name, council_name as "councilName",
      array(select year from season where season.bloc_id = bloc.bloc_id order by year) as years from bloc`,
  );
