import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { DecisionKind, ReportVersion } from '../src/core/report-state.ts';
import { submissionDecision } from './schema/submission.ts';
import { dayText, instantText, rows, type Tx } from './tx.ts';

const versionSchema = z.object({
  obligationId: z.string(),
  submissionId: z.string(),
  version: z.number(),
  receiptNo: z.number(),
  documentNumber: z.string().nullable(),
  documentDate: dayText.nullable(),
  summary: z.string().nullable(),
  sentAt: instantText,
  receivedAt: instantText,
  channel: z.enum(['chat', 'document_system']),
  byName: z.string(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), mime: z.string(), size: z.number() })),
  decisions: z.array(
    z.object({
      kind: z.enum(['accepted', 'sent_back', 'withdrawn']),
      reason: z.string().nullable(),
      byName: z.string(),
      at: instantText,
    }),
  ),
});

/** Everything handed in for one obligation or in a whole season; newest version first. */
export function reportVersions(
  tx: Tx,
  of: { obligationId: string } | { seasonId: string },
): Promise<ReportVersion[]> {
  const wanted =
    'seasonId' in of
      ? sql`s.season_id = ${of.seasonId}::uuid`
      : sql`s.obligation_id = ${of.obligationId}::uuid`;
  return rows(
    tx,
    versionSchema,
    sql`
    select s.obligation_id as "obligationId", s.id as "submissionId", s.version, s.receipt_no as "receiptNo",
      s.document_number as "documentNumber", s.document_date::text as "documentDate", s.summary,
      s.sent_at as "sentAt", s.received_at as "receivedAt", s.channel, p.display_name as "byName",
      coalesce((select jsonb_agg(jsonb_build_object('sha256', f.sha256, 'name', f.name, 'mime', f.mime,
        'size', b.size) order by f.position) from submission_file f
        join file b on b.bloc_id = f.bloc_id and b.sha256 = f.sha256
        where f.bloc_id = s.bloc_id and f.submission_id = s.id), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'reason', d.reason,
        'byName', q.display_name, 'at', d.made_at) order by d.made_at, d.id) from submission_decision d
        join person q on q.id = d.made_by
        where d.bloc_id = s.bloc_id and d.submission_id = s.id), '[]') as decisions
    from submission s join person p on p.id = s.submitted_by
    where ${wanted}
    order by s.obligation_id, s.version desc`,
  );
}

export interface NewDecision {
  blocId: number;
  obligationId: string;
  /** The newest version as the person saw it, and how it stood. */
  version: number;
  standing: 'received' | 'accepted' | 'sent_back';
  kind: DecisionKind;
  reason: string | null;
  madeBy: string;
  madeAt: Date;
}

/**
 * Decides on what the person saw. The obligation is locked against other deciders and against a new version
 * (whose foreign key needs the same row): of two at once one is first, and the other is not done.
 */
export async function decide(tx: Tx, given: NewDecision): Promise<'done' | 'changed'> {
  const { obligationId, version, standing, ...facts } = given;
  await tx.execute(sql`select from obligation where id = ${obligationId}::uuid for update`);
  const [newest] = await rows(
    tx,
    z.object({ id: z.string(), version: z.number(), standing: z.string() }),
    sql`select s.id, s.version, coalesce((select d.kind from submission_decision d
        where d.bloc_id = s.bloc_id and d.submission_id = s.id order by d.made_at desc, d.id desc limit 1),
        'received') as standing
      from submission s where s.obligation_id = ${obligationId}::uuid order by s.version desc limit 1`,
  );
  if (newest?.version !== version || newest.standing !== standing) return 'changed';
  await tx.insert(submissionDecision).values({ ...facts, id: uuidv7(), submissionId: newest.id });
  return 'done';
}

const namesSchema = z.object({
  id: z.string(),
  names: z.array(z.string()),
});

/** What people call the bloc's units: the full name first, the short one, other names. */
export function unitNames(tx: Tx, today: string) {
  return rows(
    tx,
    namesSchema,
    sql`select id, array_remove(array[name, short_name] || aliases, null) as names from unit
      where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
      order by position`,
  );
}

/** The end of the entered bloc's audit chain, to be printed where a cut tail would then show (decision 10). */
export async function auditEnd(tx: Tx): Promise<{ seq: number; hash: string } | null> {
  const [head] = await rows(
    tx,
    z.object({ seq: z.coerce.number(), hash: z.string() }),
    sql`select seq, encode(hash, 'hex') as hash from audit_head`,
  );
  return head ?? null;
}
