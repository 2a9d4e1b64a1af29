import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { idText, instantText, rows, type Tx } from './tx.ts';

export interface AuditEntry {
  blocId: number;
  at: Date;
  /** Person id; null = the assistant itself. */
  actor: string | null;
  action: string;
  subject: string;
  subjectId: string;
  /** Internal ids and numbers only (decision 10): never a name, a platform's id or a text. */
  detail: Record<string, string | number | boolean | null>;
}

/** Last in the turn, since it locks the bloc's chain until the commit. */
export async function appendAudit(tx: Tx, entries: AuditEntry[]): Promise<void> {
  for (const e of entries)
    await tx.execute(sql`
      insert into audit (bloc_id, at, actor, action, subject, subject_id, detail)
      values (${e.blocId}, ${e.at.toISOString()}::timestamptz, ${e.actor}::uuid, ${e.action}, ${e.subject},
        ${e.subjectId}, ${JSON.stringify(e.detail)}::text::jsonb)`);
}

const firstBad = z.object({ seq: idText, why: z.enum(['changed', 'missing', 'cut']) });
export type Tampering = z.infer<typeof firstBad>;

/** Walks the entered bloc's chain and names the first row that does not hold; null = untouched. */
export async function verifyAudit(tx: Tx): Promise<Tampering | null> {
  const [bad] = await rows(
    tx,
    firstBad,
    sql`
    with chain as (
      select seq, hash, prev, audit_hash(prev, audit) as again,
        lag(seq, 1, 0::bigint) over w as before, lag(hash, 1, ''::bytea) over w as link
      from audit window w as (order by seq)
    ), wrong as (
      select case when seq <> before + 1 then before + 1 else seq end as seq,
        case when seq <> before + 1 then 'missing' else 'changed' end as why
      from chain where seq <> before + 1 or prev <> link or hash <> again
      union all
      select coalesce((select max(seq) from audit), 0) + 1, 'cut' from audit_head h
      where h.seq <> coalesce((select max(seq) from audit), 0)
        or h.hash <> coalesce((select hash from audit order by seq desc limit 1), ''::bytea)
    )
    select seq, why from wrong order by seq limit 1`,
  );
  return bad ?? null;
}

const shown = z.object({
  seq: idText,
  at: instantText,
  actorName: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The entered bloc's acts, newest first; `personIds`: theirs alone. */
export async function auditPage(
  tx: Tx,
  { offset, limit, personIds }: { offset: number; limit: number; personIds: string[] | null },
): Promise<{ acts: z.infer<typeof shown>[]; total: number }> {
  const whose = personIds === null ? sql`true` : sql`a.actor = any(${sql.param(personIds)}::uuid[])`;
  const acts = await rows(
    tx,
    shown,
    sql`select a.seq, a.at, p.display_name as "actorName", a.action, a.subject, a.detail
      from audit a left join person p on p.id = a.actor where ${whose}
      order by a.seq desc limit ${limit} offset ${offset}`,
  );
  const [count] = await rows(
    tx,
    z.object({ n: idText }),
    sql`select count(*) as n from audit a where ${whose}`,
  );
  return { acts, total: count?.n ?? 0 };
}
