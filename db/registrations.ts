import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { BoardFile } from '../src/core/board.ts';
import { type Day, day } from '../src/core/day.ts';
import type { Registration } from '../src/core/registration.ts';
import { registration } from './schema/year.ts';
import { instantText, rows, type Tx } from './tx.ts';

const registrationSchema = z.object({
  unitId: z.string(),
  unitName: z.string(),
  no: z.number(),
  titles: z.string(),
  pledgeNumber: z.string().nullable(),
  pledgedOn: z
    .string()
    .transform(text => day(text))
    .nullable(),
  file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
  byName: z.string(),
  at: instantText,
});

/** The newest registration of each unit that has one, in the bloc's order. */
export function registrations(tx: Tx, seasonId: string): Promise<Registration[]> {
  return rows(
    tx,
    registrationSchema,
    sql`
    select u.id as "unitId", u.name as "unitName", r.no, r.titles, r.pledge_number as "pledgeNumber",
      r.pledged_on::text as "pledgedOn", p.display_name as "byName", r.made_at as at,
      case when r.file_sha256 is not null then jsonb_build_object('sha256', r.file_sha256, 'name', r.file_name,
        'mime', r.file_mime) end as file
    from (select distinct on (unit_id) * from registration where season_id = ${seasonId}::uuid
      order by unit_id, no desc) r
    join unit u on u.bloc_id = r.bloc_id and u.id = r.unit_id join person p on p.id = r.made_by
    order by u.position`,
  );
}

export async function addRegistration(
  tx: Tx,
  given: {
    blocId: number;
    seasonId: string;
    unitId: string;
    titles: string;
    pledgeNumber: string | null;
    pledgedOn: Day | null;
    file: BoardFile | null;
    madeBy: string;
    madeAt: Date;
  },
): Promise<void> {
  const { file, ...facts } = given;
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const no = sql<number>`(select coalesce(max(r.no), 0) + 1 from registration r where r.bloc_id = ${given.blocId}
    and r.season_id = ${given.seasonId}::uuid and r.unit_id = ${given.unitId}::uuid)`;
  await tx.insert(registration).values({ ...facts, ...attached, no });
}
