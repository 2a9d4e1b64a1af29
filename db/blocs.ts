import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enterBloc, idText, instantText, lookInto, rows, type Tx } from './tx.ts';

export const unitRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['lead', 'deputy', 'member']),
});

/** The entered bloc's units on `today`, as printed. */
export const unitsOn = (today: string): SQL =>
  sql`select u.id, u.name, coalesce(r.role, 'member') as role from unit u
    left join unit_role r on r.bloc_id = u.bloc_id and r.unit_id = u.id
      and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)
    where u.valid_from <= ${today}::date and (u.valid_to is null or u.valid_to >= ${today}::date)
    order by u.position`;

export const units = (tx: Tx, today: string) => rows(tx, unitRow, unitsOn(today));

/** Names of several blocs: each is entered for its own, then `back` again (null: none). */
export async function blocNames(
  tx: Tx,
  blocIds: number[],
  back: number | null,
): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const blocId of blocIds) {
    await lookInto(tx, blocId);
    const [found] = await rows(tx, z.object({ name: z.string() }), sql`select name from bloc`);
    if (found) names.set(blocId, found.name);
  }
  if (back !== null) await enterBloc(tx, back);
  return names;
}

const facts = z.object({
  blocId: idText,
  name: z.string(),
  seasonId: z.string().nullable(),
  /** All that are open. */
  seasonIds: z.array(z.string()),
  settings: z.unknown(),
  createdAt: instantText,
});

/** The entered bloc with the season that is running; null where it does not exist. */
export async function enteredBloc(tx: Tx, today: string): Promise<z.infer<typeof facts> | null> {
  const [found] = await rows(
    tx,
    facts,
    sql`select b.bloc_id as "blocId", b.name, b.settings, b.created_at as "createdAt",
      (select s.id from season s where s.closed_at is null
        order by (s.starts_on <= ${today}::date) desc, abs(s.starts_on - ${today}::date) limit 1) as "seasonId",
      array(select s.id from season s where s.closed_at is null) as "seasonIds"
      from bloc b`,
  );
  return found ?? null;
}

const headRow = z.object({
  name: z.string(),
  councilName: z.string(),
  councilArea: z.string(),
  year: z.number(),
});

/** What stands at the head of the entered bloc's documents of a season. */
export async function blocHead(tx: Tx, seasonId: string): Promise<z.infer<typeof headRow> | null> {
  const [found] = await rows(
    tx,
    headRow,
    sql`select b.name, b.council_name as "councilName", b.council_area as "councilArea", s.year
      from bloc b join season s on s.bloc_id = b.bloc_id where s.id = ${seasonId}::uuid`,
  );
  return found ?? null;
}
