import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type DeadlineKind, type Due, isHandedIn } from '../src/core/deadline.ts';
import type { LiveDeadline } from '../src/core/deadline-change.ts';
import type { Duty } from '../src/core/duty.ts';
import { type Recurrence, recurrenceSchema } from '../src/core/recurrence.ts';
import { deadline, deadlineRevision, extension, obligation } from './schema/deadline.ts';
import { dayText, rows, type Tx } from './tx.ts';

const liveSchema = z.object({
  deadlineId: z.string(),
  revision: z.number(),
  kind: z.enum(['report', 'dossier', 'self_score', 'registration', 'review', 'event', 'duration']),
  title: z.string(),
  dueOn: dayText.nullable(),
  dueBefore: dayText.nullable(),
  precision: z.enum(['day', 'month', 'quarter']).nullable(),
  windowFrom: dayText.nullable(),
  windowTo: dayText.nullable(),
  ruleText: z.string(),
  recipient: z.string().nullable(),
  recurrence: recurrenceSchema.nullable(),
  extensions: z.record(z.string(), dayText),
});

/** The season's deadlines that were not cancelled, each with those of `duties` that are its own. */
export async function liveDeadlines(
  tx: Tx,
  seasonId: string,
  duties: readonly Duty[],
): Promise<LiveDeadline[]> {
  const found = await rows(
    tx,
    liveSchema,
    sql`
    select d.id as "deadlineId", r.no as revision, d.kind, r.title, r.due_on::text as "dueOn",
      r.due_before::text as "dueBefore", r.precision, r.window_from::text as "windowFrom",
      r.window_to::text as "windowTo", r.rule_text as "ruleText", r.recipient, r.recurrence,
      coalesce((select jsonb_object_agg(e.obligation_id, e.due_on) from (
        select x.obligation_id, max(x.due_on) as due_on from extension x
        join obligation o on o.bloc_id = x.bloc_id and o.id = x.obligation_id
        where o.bloc_id = d.bloc_id and o.deadline_id = d.id and x.revoked_at is null
        group by x.obligation_id) e), '{}') as extensions
    from deadline d
    join lateral (select * from deadline_revision v where v.bloc_id = d.bloc_id and v.deadline_id = d.id
      order by v.no desc limit 1) r on r.state = 'open'
    where d.season_id = ${seasonId}::uuid
    order by r.due_on nulls last, r.title, d.id`,
  );
  return found.map(({ windowFrom, windowTo, extensions, ...row }) => ({
    ...row,
    window: windowFrom && windowTo ? { from: windowFrom, to: windowTo } : null,
    extensions: new Map(Object.entries(extensions)),
    duties: duties.filter(duty => duty.deadlineId === row.deadlineId),
  }));
}

export interface NewDeadline {
  kind: DeadlineKind;
  title: string;
  due: Due;
  ruleText: string;
  recipient: string | null;
  /** Without its series, which is this deadline. */
  recurrence: Omit<Recurrence, 'series'> | Recurrence | null;
  /** Unit ids; null among them is the bloc itself. */
  owedBy: readonly (string | null)[];
  /** Document and words that it was read from. */
  source?: object | null;
}

interface Made {
  blocId: number;
  /** Null: the assistant itself. */
  by: string | null;
  at: Date;
}

/** A new deadline with its first revision and, where it is one that is handed in, who owes it. */
export async function addDeadline(tx: Tx, seasonId: string, given: NewDeadline, made: Made): Promise<string> {
  const { kind, title, due, ruleText, recipient, recurrence, owedBy, source = null } = given;
  const { blocId, by, at } = made;
  const id = uuidv7();
  const units = owedBy.some(one => one !== null);
  const obliged = !owedBy.includes(null) ? 'units' : units ? 'both' : 'bloc';
  await tx.insert(deadline).values({ blocId, seasonId, id, kind, obliged, createdAt: at, createdBy: by });
  await tx.insert(deadlineRevision).values({
    blocId,
    deadlineId: id,
    no: 1,
    state: 'open',
    title,
    ...dueColumns(due),
    recurrence: recurrence && { series: id, ...recurrence },
    ruleText,
    recipient,
    source,
    madeBy: by,
    madeAt: at,
  });
  if (isHandedIn(kind) && owedBy.length > 0)
    await tx
      .insert(obligation)
      .values(
        owedBy.map(unitId => ({ blocId, seasonId, id: uuidv7(), deadlineId: id, unitId, createdAt: at })),
      );
  return id;
}

function dueColumns(due: Due) {
  const dated = due.kind === 'dated' ? due : null;
  return {
    dueOn: dated?.dueOn ?? null,
    dueBefore: dated?.dueBefore ?? null,
    precision: dated?.precision ?? null,
    windowFrom: dated?.window?.from ?? null,
    windowTo: dated?.window?.to ?? null,
  };
}

export interface RevisionChange {
  state?: 'open' | 'cancelled';
  title?: string;
  due?: Due;
  ruleText?: string;
  recurrence?: Recurrence | null;
  source?: object | null;
  reason: string | null;
}

/** The next revision after `from`, as `from` but for the change. Two who change the same one collide. */
export async function reviseDeadline(
  tx: Tx,
  deadlineId: string,
  revision: { from: number; after: number },
  { due, ...change }: RevisionChange,
  made: Made,
): Promise<number> {
  const [before] = await tx
    .select()
    .from(deadlineRevision)
    .where(and(eq(deadlineRevision.deadlineId, deadlineId), eq(deadlineRevision.no, revision.from)));
  if (!before) throw new Error(`deadline ${deadlineId} has no revision ${revision.from}`);
  const no = revision.after + 1;
  await tx.insert(deadlineRevision).values({
    ...before,
    ...change,
    ...(due ? dueColumns(due) : {}),
    no,
    madeBy: made.by,
    madeAt: made.at,
  });
  return no;
}

/** Number and state of the newest revision. */
export async function newestRevision(tx: Tx, deadlineId: string) {
  const [row] = await tx
    .select({ no: deadlineRevision.no, recurrence: deadlineRevision.recurrence })
    .from(deadlineRevision)
    .where(eq(deadlineRevision.deadlineId, deadlineId))
    .orderBy(desc(deadlineRevision.no))
    .limit(1);
  if (!row) throw new Error(`no deadline ${deadlineId}`);
  return { no: row.no, recurrence: recurrenceSchema.nullable().parse(row.recurrence) };
}

/** What was added by mistake comes back no more. */
export async function withdrawDeadline(tx: Tx, deadlineId: string, made: Made): Promise<void> {
  const { no, recurrence } = await newestRevision(tx, deadlineId);
  const ended = recurrence && { recurrence: { ...recurrence, ended: true } };
  const change = { state: 'cancelled' as const, reason: null, ...ended };
  await reviseDeadline(tx, deadlineId, { from: no, after: no }, change, made);
}

export async function addExtensions(
  tx: Tx,
  given: { obligationIds: readonly string[]; dueOn: string; reason: string },
  made: { blocId: number; by: string; at: Date },
): Promise<string[]> {
  const { obligationIds, dueOn, reason } = given;
  const { blocId, by: grantedBy, at: grantedAt } = made;
  const granted = obligationIds.map(obligationId => {
    return { blocId, id: uuidv7(), obligationId, dueOn, reason, grantedBy, grantedAt };
  });
  await tx.insert(extension).values(granted);
  return granted.map(one => one.id);
}

export async function revokeExtensions(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .update(extension)
    .set({ revokedAt: now })
    .where(and(inArray(extension.id, [...ids]), isNull(extension.revokedAt)));
}

/** True where somebody has handed something in for it. */
export async function hasSubmissions(tx: Tx, deadlineId: string): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ some: z.boolean() }),
    sql`select exists (select from submission s join obligation o on o.bloc_id = s.bloc_id and o.id = s.obligation_id
      where o.deadline_id = ${deadlineId}::uuid) as some`,
  );
  return row?.some === true;
}
