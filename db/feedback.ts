import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Feedback, FeedbackKind } from '../src/core/board.ts';
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
    z.object({ side: z.enum(['unit', 'lead']), body: z.string(), byName: z.string(), at: instantText }),
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
          'at', e.made_at) order by e.no)
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
  given: { seasonId: string; kind: FeedbackKind; unitId: string; body: string },
  { blocId, by, at }: Made,
): Promise<{ id: string; no: number }> {
  const { body, ...facts } = given;
  const id = uuidv7();
  const no = await nextNumber(tx, blocId, 'feedback');
  const made = { blocId, madeBy: by, madeAt: at };
  await tx.insert(feedback).values({ ...facts, ...made, id, no });
  await tx.insert(feedbackEntry).values({ ...made, feedbackId: id, no: 1, side: 'unit', body });
  return { id, no };
}

/** Whoever says something more opens it again. */
export async function addFeedbackEntry(
  tx: Tx,
  feedbackId: string,
  entry: { side: 'unit' | 'lead'; body: string },
  { blocId, by, at }: Made,
): Promise<void> {
  // The row is held, so that two who write at once do not take the same number.
  await tx.execute(
    sql`update feedback set closed_by = null, closed_at = null where id = ${feedbackId}::uuid`,
  );
  await tx.execute(sql`insert into feedback_entry (bloc_id, feedback_id, no, side, body, made_by, made_at)
    select ${blocId}, ${feedbackId}::uuid, max(no) + 1, ${entry.side}, ${entry.body}, ${by}::uuid,
      ${at.toISOString()}::timestamptz from feedback_entry where feedback_id = ${feedbackId}::uuid`);
}

export async function closeFeedback(tx: Tx, feedbackId: string, by: string, at: Date): Promise<void> {
  await tx.execute(sql`update feedback set closed_by = ${by}::uuid, closed_at = ${at.toISOString()}::timestamptz
    where id = ${feedbackId}::uuid and closed_at is null`);
}
