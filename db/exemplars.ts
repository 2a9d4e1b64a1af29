import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { day } from '../src/core/day.ts';
import { type Exemplar, type ExemplarFacts, exemplarStages } from '../src/core/exemplar.ts';
import { nextNumber } from './counter.ts';
import { exemplar, exemplarRevision } from './schema/year-end.ts';
import { instantText, rows, type Tx } from './tx.ts';

const exemplarSchema = z.object({
  id: z.string(),
  number: z.number(),
  unitId: z.string(),
  unitName: z.string(),
  name: z.string(),
  merit: z.string().nullable(),
  caretaker: z.string().nullable(),
  dueOn: z
    .string()
    .transform(text => day(text))
    .nullable(),
  stage: z.enum(exemplarStages),
  file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
  byName: z.string(),
  changedAt: instantText,
});

/** The season's exemplars as their newest revisions have them, newest first. */
export function exemplars(tx: Tx, seasonId: string): Promise<Exemplar[]> {
  return rows(
    tx,
    exemplarSchema,
    sql`
    select e.id, e.number, e.unit_id as "unitId", u.name as "unitName", r.name, r.merit, r.caretaker,
      r.due_on::text as "dueOn", r.stage, p.display_name as "byName", r.made_at as "changedAt",
      case when r.file_sha256 is not null then jsonb_build_object('sha256', r.file_sha256, 'name', r.file_name,
        'mime', r.file_mime) end as file
    from exemplar e join unit u on u.bloc_id = e.bloc_id and u.id = e.unit_id
    join lateral (select * from exemplar_revision r where r.bloc_id = e.bloc_id and r.exemplar_id = e.id
      order by r.no desc limit 1) r on true
    join person p on p.id = r.made_by
    where e.season_id = ${seasonId}::uuid order by e.number desc`,
  );
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

type Revision = ExemplarFacts & Pick<Exemplar, 'stage' | 'file'>;

export async function addExemplar(
  tx: Tx,
  given: { seasonId: string; unitId: string } & Revision,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<{ id: string; number: number }> {
  const { seasonId, unitId, ...facts } = given;
  const id = uuidv7();
  const number = await nextNumber(tx, blocId, 'exemplar');
  await tx.insert(exemplar).values({ blocId, seasonId, unitId, id, number, madeBy, madeAt });
  await reviseExemplar(tx, id, facts, { blocId, by: madeBy, at: madeAt });
  return { id, number };
}

/** What stood stays as it was. */
export async function reviseExemplar(
  tx: Tx,
  exemplarId: string,
  { file, ...facts }: Revision,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const no = sql<number>`(select coalesce(max(r.no), 0) + 1 from exemplar_revision r
    where r.bloc_id = ${blocId} and r.exemplar_id = ${exemplarId}::uuid)`;
  await tx.insert(exemplarRevision).values({ ...facts, ...attached, blocId, exemplarId, no, madeBy, madeAt });
}
