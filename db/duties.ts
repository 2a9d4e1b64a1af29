import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Duty, Happening } from '../src/core/duty.ts';
import { dayText, instantText, rows, type Tx } from './tx.ts';

const dutySchema = z.object({
  obligationId: z.string().nullable(),
  deadlineId: z.string(),
  kind: z.enum(['report', 'dossier', 'self_score', 'registration', 'review', 'event', 'duration']),
  title: z.string(),
  ruleText: z.string(),
  recipient: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  dueOn: dayText.nullable(),
  dueBefore: dayText.nullable(),
  extended: z.boolean(),
  since: instantText,
  submissionId: z.string().nullable(),
  version: z.number().nullable(),
  receiptNo: z.number().nullable(),
  sentAt: instantText.nullable(),
  receivedAt: instantText.nullable(),
  channel: z.enum(['chat', 'document_system']).nullable(),
  documentNumber: z.string().nullable(),
  decision: z.enum(['accepted', 'sent_back', 'withdrawn']).nullable(),
  reason: z.string().nullable(),
  decidedAt: instantText.nullable(),
});

/** What a season holds: what somebody owes, and what only happens. */
export interface SeasonDeadlines {
  duties: Duty[];
  events: Happening[];
}

/**
 * Every live obligation of a season, or of several, as it stands now (the deadline's newest revision, the longest extension
 * that was not revoked and gives more than it, the newest submission and what was decided on it) and the dates that nobody
 * hands anything in for. In the order of due days and units. `since` is when the day that holds was set: a
 * revision that only renames, or a move under an extension, sets no day. Deadlines are looked at first, each once:
 * the planner would look at their revisions again for every obligation.
 */
export async function seasonDeadlines(tx: Tx, seasons: string | readonly string[]): Promise<SeasonDeadlines> {
  const ids = typeof seasons === 'string' ? [seasons] : seasons;
  const found = await rows(
    tx,
    dutySchema,
    sql`
    with standing as materialized (
      select d.bloc_id, d.id, d.kind, r.title, r.rule_text, r.recipient, r.due_on, r.due_before, run.since
      from deadline d
      join lateral (select * from deadline_revision v where v.bloc_id = d.bloc_id and v.deadline_id = d.id
        order by v.no desc limit 1) r on r.state = 'open'
      cross join lateral (select min(v.made_at) as since from deadline_revision v
        where v.bloc_id = d.bloc_id and v.deadline_id = d.id and v.no > coalesce((select max(w.no) from deadline_revision w
          where w.bloc_id = d.bloc_id and w.deadline_id = d.id and w.due_on is distinct from r.due_on), 0)) run
      where d.season_id = any(${sql.param(ids)}::uuid[]))
    select o.id as "obligationId", d.id as "deadlineId", d.kind, d.title, d.rule_text as "ruleText", d.recipient,
      u.id as "unitId", u.name as "unitName", coalesce(e.due_on, d.due_on)::text as "dueOn",
      case when e.due_on is null then d.due_before end::text as "dueBefore", e.due_on is not null as extended,
      greatest(o.created_at, coalesce(e.granted_at, d.since), case when k.kind <> 'accepted' then k.made_at end) as since,
      s.id as "submissionId", s.version, s.receipt_no as "receiptNo", s.sent_at as "sentAt",
      s.received_at as "receivedAt", s.channel, s.document_number as "documentNumber",
      k.kind as decision, k.reason, k.made_at as "decidedAt"
    from standing d
    left join obligation o on o.bloc_id = d.bloc_id and o.deadline_id = d.id and o.withdrawn_at is null
    left join unit u on u.bloc_id = o.bloc_id and u.id = o.unit_id
    left join lateral (select due_on, granted_at from extension x where x.bloc_id = o.bloc_id and x.obligation_id = o.id
      and x.revoked_at is null and x.due_on > d.due_on order by x.due_on desc, x.granted_at, x.id limit 1) e on true
    left join lateral (select * from submission n where n.bloc_id = o.bloc_id and n.obligation_id = o.id
      order by n.version desc limit 1) s on true
    left join lateral (select * from submission_decision c where c.bloc_id = s.bloc_id and c.submission_id = s.id
      order by c.made_at desc, c.id desc limit 1) k on true
    where o.id is not null or d.kind in ('review', 'event', 'duration')
    order by coalesce(e.due_on, d.due_on) nulls last, d.title, u.position nulls first`,
  );
  const events = found
    .filter(row => row.obligationId === null)
    .map(({ deadlineId, title, kind, dueOn, dueBefore }) => ({ deadlineId, title, kind, dueOn, dueBefore }));
  return { duties: found.flatMap(row => asDuty(row) ?? []), events };
}

/** Field by field: copies of the rest of a row cost more here than all that is computed from it. */
function asDuty(row: z.infer<typeof dutySchema>): Duty | null {
  const { obligationId, unitId, unitName } = row;
  if (obligationId === null) return null;
  const newest = newestOf(row);
  return {
    obligationId,
    deadlineId: row.deadlineId,
    kind: row.kind,
    title: row.title,
    ruleText: row.ruleText,
    recipient: row.recipient,
    dueOn: row.dueOn,
    dueBefore: row.dueBefore,
    extended: row.extended,
    since: row.since,
    party: unitId && unitName ? { kind: 'unit', unitId, unitName } : { kind: 'bloc' },
    handedIn: newest.handedIn,
    sentBack: newest.sentBack,
    withdrawn: newest.withdrawn,
  };
}

type Newest = Pick<
  z.infer<typeof dutySchema>,
  | 'submissionId'
  | 'version'
  | 'receiptNo'
  | 'sentAt'
  | 'receivedAt'
  | 'channel'
  | 'documentNumber'
  | 'decision'
  | 'reason'
  | 'decidedAt'
>;

function newestOf(row: Newest): Pick<Duty, 'handedIn' | 'sentBack' | 'withdrawn'> {
  const { submissionId, version, receiptNo, sentAt, receivedAt, channel, documentNumber } = row;
  const { decision, reason, decidedAt } = row;
  if (!submissionId || !version || !receiptNo || !sentAt || !receivedAt || !channel)
    return { handedIn: null, sentBack: null, withdrawn: null };
  const newest = { submissionId, version, receiptNo, sentAt, receivedAt, channel, documentNumber };
  if (decision === 'withdrawn') return { handedIn: null, sentBack: null, withdrawn: { version } };
  return decision === 'sent_back' && decidedAt
    ? { handedIn: null, sentBack: { ...newest, reason: reason ?? '', at: decidedAt }, withdrawn: null }
    : { handedIn: { ...newest, accepted: decision === 'accepted' }, sentBack: null, withdrawn: null };
}

export const duties = async (tx: Tx, seasons: string | readonly string[]): Promise<Duty[]> =>
  (await seasonDeadlines(tx, seasons)).duties;
