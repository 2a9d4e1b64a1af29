import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Announcement, BoardFile } from '../src/core/board.ts';
import { nextNumber } from './counter.ts';
import { announcement, announcementUnit } from './schema/board.ts';
import { instantText, rows, type Tx } from './tx.ts';

const fileSchema = z.object({ sha256: z.string(), name: z.string(), mime: z.string() });

const announcementSchema = z.object({
  id: z.string(),
  no: z.number(),
  body: z.string(),
  file: fileSchema.nullable(),
  madeBy: z.string(),
  byName: z.string(),
  madeAt: instantText,
  sendAt: instantText,
  units: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      read: z.object({ at: instantText, byName: z.string() }).nullable(),
      remindedAt: instantText.nullable(),
    }),
  ),
});

/** The announcements of these seasons, newest first; or one alone. */
export function announcements(
  tx: Tx,
  which: { seasonIds: readonly string[] } | { id: string },
): Promise<Announcement[]> {
  const wanted =
    'id' in which
      ? sql`a.id = ${which.id}::uuid`
      : sql`a.season_id = any(${sql.param([...which.seasonIds])}::uuid[])`;
  return rows(
    tx,
    announcementSchema,
    sql`
    select a.id, a.no, a.body, a.made_by as "madeBy", p.display_name as "byName", a.made_at as "madeAt", a.send_at as "sendAt",
      case when a.file_sha256 is not null then jsonb_build_object('sha256', a.file_sha256, 'name', a.file_name,
        'mime', a.file_mime) end as file,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name,
        'remindedAt', x.reminded_at, 'read', case when x.read_at is not null then
          jsonb_build_object('at', x.read_at, 'byName', r.display_name) end) order by u.position)
        from announcement_unit x join unit u on u.bloc_id = x.bloc_id and u.id = x.unit_id
        left join person r on r.id = x.read_by
        where x.bloc_id = a.bloc_id and x.announcement_id = a.id), '[]') as units
    from announcement a join person p on p.id = a.made_by
    where ${wanted}
    order by a.no desc`,
  );
}

export interface NewAnnouncement {
  blocId: number;
  seasonId: string;
  body: string;
  file: BoardFile | null;
  madeBy: string;
  madeAt: Date;
  sendAt: Date;
  unitIds: readonly string[];
}

export async function addAnnouncement(tx: Tx, given: NewAnnouncement): Promise<{ id: string; no: number }> {
  const { file, unitIds, ...facts } = given;
  const { blocId } = given;
  const id = uuidv7();
  const no = await nextNumber(tx, blocId, 'announcement');
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  await tx.insert(announcement).values({ ...facts, ...attached, id, no });
  if (unitIds.length > 0)
    await tx.insert(announcementUnit).values(unitIds.map(unitId => ({ blocId, announcementId: id, unitId })));
  return { id, no };
}

/** Of these units those that had not taken note before. */
export async function noteRead(
  tx: Tx,
  id: string,
  unitIds: readonly string[],
  by: string,
  at: Date,
): Promise<string[]> {
  const noted = await rows(
    tx,
    z.object({ unitId: z.string() }),
    sql`update announcement_unit set read_by = ${by}::uuid, read_at = ${at.toISOString()}::timestamptz
      where announcement_id = ${id}::uuid and unit_id = any(${sql.param(unitIds)}::uuid[]) and read_at is null
      returning unit_id as "unitId"`,
  );
  return noted.map(one => one.unitId);
}

export async function noteReminded(tx: Tx, id: string, unitIds: readonly string[], at: Date): Promise<void> {
  await tx.execute(sql`update announcement_unit set reminded_at = ${at.toISOString()}::timestamptz
    where announcement_id = ${id}::uuid and unit_id = any(${sql.param(unitIds)}::uuid[]) and read_at is null`);
}
