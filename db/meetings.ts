import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Meeting } from '../src/core/meeting.ts';
import { nextNumber } from './counter.ts';
import { meeting, meetingDecision, meetingUnit } from './schema/year-end.ts';
import { instantText, rows, type Tx } from './tx.ts';

const meetingSchema = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  startsAt: instantText,
  place: z.string().nullable(),
  agenda: z.string().nullable(),
  heldAt: instantText.nullable(),
  cancelledAt: instantText.nullable(),
  units: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      answer: z.enum(['yes', 'no']).nullable(),
      reason: z.string().nullable(),
      attended: z.boolean().nullable(),
    }),
  ),
  decisions: z.array(z.string()),
});

/** The meetings of these seasons, the newest first; or one alone. */
export function meetings(
  tx: Tx,
  which: { seasonIds: readonly string[] } | { id: string },
): Promise<Meeting[]> {
  const wanted =
    'id' in which
      ? sql`m.id = ${which.id}::uuid`
      : sql`m.season_id = any(${sql.param([...which.seasonIds])}::uuid[])`;
  return rows(
    tx,
    meetingSchema,
    sql`
    select m.id, m.number, m.title, m.starts_at as "startsAt", m.place, m.agenda, m.held_at as "heldAt",
      m.cancelled_at as "cancelledAt",
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name, 'answer', x.answer,
          'reason', x.reason, 'attended', x.attended) order by u.position), '[]')
        from meeting_unit x join unit u on u.bloc_id = x.bloc_id and u.id = x.unit_id
        where x.bloc_id = m.bloc_id and x.meeting_id = m.id) as units,
      (select coalesce(jsonb_agg(d.body order by d.no), '[]') from meeting_decision d
        where d.bloc_id = m.bloc_id and d.meeting_id = m.id) as decisions
    from meeting m where ${wanted} order by m.number desc`,
  );
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

export async function callMeeting(
  tx: Tx,
  given: Pick<Meeting, 'title' | 'startsAt' | 'place' | 'agenda'> & {
    seasonId: string;
    unitIds: readonly string[];
  },
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<{ id: string; number: number }> {
  const { unitIds, ...facts } = given;
  const id = uuidv7();
  const number = await nextNumber(tx, blocId, 'meeting');
  await tx.insert(meeting).values({ ...facts, blocId, id, number, madeBy, madeAt });
  if (unitIds.length > 0)
    await tx.insert(meetingUnit).values(unitIds.map(unitId => ({ blocId, meetingId: id, unitId })));
  return { id, number };
}

/** Whether the units come, until attendance is taken. */
export async function answerMeeting(
  tx: Tx,
  id: string,
  { unitIds, answer, reason }: { unitIds: readonly string[]; answer: 'yes' | 'no'; reason: string | null },
  { by, at }: Made,
): Promise<void> {
  await tx.execute(sql`update meeting_unit set answer = ${answer}, reason = ${reason}, answered_by = ${by}::uuid,
      answered_at = ${at.toISOString()}::timestamptz
    where meeting_id = ${id}::uuid and unit_id = any(${sql.param(unitIds)}::uuid[])`);
}

/** Who was there; the others were not. Said again, the newest holds. */
export async function takeAttendance(
  tx: Tx,
  id: string,
  unitIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.execute(sql`update meeting_unit set attended = unit_id = any(${sql.param(unitIds)}::uuid[])
    where meeting_id = ${id}::uuid`);
  await tx.execute(sql`update meeting set held_at = coalesce(held_at, ${at.toISOString()}::timestamptz)
    where id = ${id}::uuid`);
}

export async function addDecision(
  tx: Tx,
  meetingId: string,
  body: string,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const no = sql<number>`(select coalesce(max(d.no), 0) + 1 from meeting_decision d
    where d.bloc_id = ${blocId} and d.meeting_id = ${meetingId}::uuid)`;
  await tx.insert(meetingDecision).values({ blocId, meetingId, no, body, madeBy, madeAt });
}

export async function cancelMeeting(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.execute(sql`update meeting set cancelled_at = ${at.toISOString()}::timestamptz
    where id = ${id}::uuid and cancelled_at is null`);
}
