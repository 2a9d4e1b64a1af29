import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { absence } from './schema/unit.ts';
import { dayText, rows, type Tx } from './tx.ts';

const absenceSchema = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  standInId: z.string(),
  standInName: z.string(),
  from: dayText,
  to: dayText,
});
export type Absence = z.infer<typeof absenceSchema>;

/** The entered bloc's absences that are not over on `today`, the next to begin first. */
export function absences(tx: Tx, today: string): Promise<Absence[]> {
  return rows(
    tx,
    absenceSchema,
    sql`select a.id, a.person_id as "personId", p.display_name as "personName", a.stand_in_id as "standInId",
        s.display_name as "standInName", a.from_day::text as "from", a.to_day::text as "to"
      from absence a join person p on p.id = a.person_id join person s on s.id = a.stand_in_id
      where a.ended_at is null and a.to_day >= ${today}::date order by a.from_day, a.id`,
  );
}

/** Who is away on `today`, and who stands in. */
export async function away(tx: Tx, today: string): Promise<Absence[]> {
  return (await absences(tx, today)).filter(({ from }) => from <= today);
}

export interface NewAbsence {
  blocId: number;
  personId: string;
  standInId: string;
  fromDay: string;
  toDay: string;
  createdAt: Date;
}

export async function addAbsence(tx: Tx, given: NewAbsence): Promise<string> {
  const id = uuidv7();
  await tx.insert(absence).values({ ...given, id });
  return id;
}

export async function endAbsence(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.execute(sql`update absence set ended_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and ended_at is null`);
}
