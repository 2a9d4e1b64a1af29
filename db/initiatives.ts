import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { BoardFile } from '../src/core/board.ts';
import {
  type Initiative,
  type InitiativeFacts,
  type InitiativeState,
  initiativeStates,
} from '../src/core/initiative.ts';
import { nextNumber } from './counter.ts';
import { initiative, initiativeRevision } from './schema/year.ts';
import { instantText, rows, type Tx } from './tx.ts';

const initiativeSchema = z.object({
  id: z.string(),
  number: z.number(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  people: z.string().nullable(),
  benefit: z.string().nullable(),
  basis: z.string().nullable(),
  state: z.enum(initiativeStates),
  file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
  byName: z.string(),
  changedAt: instantText,
});

/** The season's initiatives as their newest revisions have them, newest first. */
export function initiatives(tx: Tx, seasonId: string): Promise<Initiative[]> {
  return rows(
    tx,
    initiativeSchema,
    sql`
    select i.id, i.number, i.unit_id as "unitId", u.name as "unitName", r.title, r.people, r.benefit, r.basis,
      r.state, p.display_name as "byName", r.made_at as "changedAt",
      case when r.file_sha256 is not null then jsonb_build_object('sha256', r.file_sha256, 'name', r.file_name,
        'mime', r.file_mime) end as file
    from initiative i join unit u on u.bloc_id = i.bloc_id and u.id = i.unit_id
    join lateral (select * from initiative_revision r where r.bloc_id = i.bloc_id and r.initiative_id = i.id
      order by r.no desc limit 1) r on true
    join person p on p.id = r.made_by
    where i.season_id = ${seasonId}::uuid order by i.number desc`,
  );
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

export interface InitiativeRevision extends InitiativeFacts {
  state: InitiativeState;
  file: BoardFile | null;
}

export async function addInitiative(
  tx: Tx,
  given: { seasonId: string; unitId: string } & InitiativeRevision,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<{ id: string; number: number }> {
  const { seasonId, unitId, ...facts } = given;
  const id = uuidv7();
  const number = await nextNumber(tx, blocId, 'initiative');
  await tx.insert(initiative).values({ blocId, seasonId, unitId, id, number, madeBy, madeAt });
  await revise(tx, id, facts, { blocId, by: madeBy, at: madeAt });
  return { id, number };
}

/** What stood stays as it was. */
export async function revise(
  tx: Tx,
  initiativeId: string,
  { file, ...facts }: InitiativeRevision,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const no = sql<number>`(select coalesce(max(r.no), 0) + 1 from initiative_revision r
    where r.bloc_id = ${blocId} and r.initiative_id = ${initiativeId}::uuid)`;
  await tx
    .insert(initiativeRevision)
    .values({ ...facts, ...attached, blocId, initiativeId, no, madeBy, madeAt });
}
