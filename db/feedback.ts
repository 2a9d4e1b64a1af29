import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { BoardFile, Feedback, FeedbackKind } from '../src/core/board.ts';
import { nextNumber } from './counter.ts';
import { feedback, feedbackEntry } from './schema/board.ts';
import { instantText, rows, type Tx } from './tx.ts';

const feedbackSchema = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(['difficulty', 'proposal']),
  unitName: z.string(),
  madeBy: z.string(),
  byName: z.string(),
  closedAt: instantText.nullable(),
  entries: z.array(
    z.object({
      side: z.enum(['unit', 'lead']),
      body: z.string(),
      file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
      byName: z.string(),
      at: instantText,
    }),
  ),
});

/** The feedback of these seasons, newest first; `madeBy`: that person's alone. */
export function feedbackOf(tx: Tx, seasonIds: readonly string[], madeBy: string | null): Promise<Feedback[]> {
  return rows(
    tx,
    feedbackSchema,
    sql`
    select f.id, f.no, f.kind, u.name as "unitName", f.made_by as "madeBy", p.display_name as "byName",
      f.closed_at as "closedAt",
      (select jsonb_agg(jsonb_build_object('side', e.side, 'body', e.body, 'byName', q.display_name,
          'at', e.made_at, 'file', case when e.file_sha256 is not null then jsonb_build_object('sha256', e.file_sha256,
            'name', e.file_name, 'mime', e.file_mime) end) order by e.no)
        from feedback_entry e join person q on q.id = e.made_by
        where e.bloc_id = f.bloc_id and e.feedback_id = f.id) as entries
    from feedback f join unit u on u.bloc_id = f.bloc_id and u.id = f.unit_id join person p on p.id = f.made_by
    where f.season_id = any(${sql.param([...seasonIds])}::uuid[]) and (${madeBy}::uuid is null or f.made_by = ${madeBy}::uuid)
    order by f.no desc`,
  );
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

export async function addFeedback(
  tx: Tx,
  given: { seasonId: string; kind: FeedbackKind; unitId: string; body: string; file: BoardFile | null },
  { blocId, by, at }: Made,
): Promise<{ id: string; no: number }> {
  const { body, file, ...facts } = given;
  const id = uuidv7();
  const no = await nextNumber(tx, blocId, 'feedback');
  const made = { blocId, madeBy: by, madeAt: at };
  await tx.insert(feedback).values({ ...facts, ...made, id, no });
  await tx
    .insert(feedbackEntry)
    .values({ ...made, ...attached(file), feedbackId: id, no: 1, side: 'unit', body });
  return { id, no };
}

const attached = (file: BoardFile | null) =>
  file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };

/** Whoever says something more opens it again. */
export async function addFeedbackEntry(
  tx: Tx,
  feedbackId: string,
  { side, body, file }: Pick<Feedback['entries'][number], 'side' | 'body' | 'file'>,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  // The row is held, so that two who write at once do not take the same number.
  await tx.execute(
    sql`update feedback set closed_by = null, closed_at = null where id = ${feedbackId}::uuid`,
  );
  const no = sql<number>`(select max(e.no) + 1 from feedback_entry e
    where e.bloc_id = ${blocId} and e.feedback_id = ${feedbackId}::uuid)`;
  await tx
    .insert(feedbackEntry)
    .values({ ...attached(file), blocId, feedbackId, no, side, body, madeBy, madeAt });
}

export async function closeFeedback(tx: Tx, feedbackId: string, by: string, at: Date): Promise<void> {
  await tx.execute(sql`update feedback set closed_by = ${by}::uuid, closed_at = ${at.toISOString()}::timestamptz
    where id = ${feedbackId}::uuid and closed_at is null`);
}
