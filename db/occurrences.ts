import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { dueOf } from '../src/core/boundary.ts';
import { nextOccurrence, recurrenceSchema, recursUntil } from '../src/core/recurrence.ts';
import { appendAudit } from './audit.ts';
import { addDeadline } from './deadlines.ts';
import { dayText, rows, type Tx } from './tx.ts';

const lastSchema = z.object({
  seasonId: z.string(),
  kind: z.enum(['report', 'dossier', 'self_score', 'registration', 'review', 'event', 'duration']),
  title: z.string(),
  ruleText: z.string(),
  recipient: z.string().nullable(),
  recurrence: recurrenceSchema,
  endsOn: dayText,
  owedBy: z.array(z.string().nullable()),
});

/** The last occurrence of each series, where it has had its day: past, cancelled, or handed in by all. */
const spentOccurrences = (tx: Tx, today: string) =>
  rows(
    tx,
    lastSchema,
    sql`
    select s.id as "seasonId", d.kind, r.title, r.rule_text as "ruleText", r.recipient, r.recurrence, s.ends_on::text as "endsOn",
      owed.by as "owedBy"
    from (select distinct on (v.recurrence->>'series') v.deadline_id from deadline_revision v
      join deadline d on d.bloc_id = v.bloc_id and d.id = v.deadline_id
      join season s on s.bloc_id = d.bloc_id and s.id = d.season_id and s.closed_at is null
      where v.recurrence is not null order by v.recurrence->>'series', (v.recurrence->>'nth')::int desc) last
    join deadline d on d.id = last.deadline_id
    join season s on s.bloc_id = d.bloc_id and s.id = d.season_id
    join lateral (select * from deadline_revision v where v.bloc_id = d.bloc_id and v.deadline_id = d.id
      order by v.no desc limit 1) r on r.recurrence is not null and not (r.recurrence->>'ended')::boolean
    cross join lateral (select coalesce(jsonb_agg(o.unit_id order by u.position nulls first)
        filter (where u.id is null or u.valid_to is null or u.valid_to >= ${today}::date), '[]') as by,
        count(*) > 0 and bool_and(exists (select from submission n where n.bloc_id = o.bloc_id and n.obligation_id = o.id)) as done
      from obligation o left join unit u on u.bloc_id = o.bloc_id and u.id = o.unit_id
      where o.bloc_id = d.bloc_id and o.deadline_id = d.id and o.withdrawn_at is null) owed
    where r.state = 'cancelled' or r.due_on < ${today}::date or owed.done`,
  );

/**
 * Makes the next occurrence of what recurs, as far as the season goes, once the one before has had its day.
 * Asked at every planning: each bloc is planned at least weekly, so that it needs no row in time.
 */
export async function makeOccurrences(
  tx: Tx,
  { blocId, today, now }: { blocId: number; today: string; now: Date },
): Promise<number> {
  let made = 0;
  for (const last of await spentOccurrences(tx, today)) {
    let next = nextOccurrence(last.recurrence);
    while (next) {
      const due = dueOf(next.boundary);
      if (due.kind !== 'dated' || due.dueOn > recursUntil(last.endsOn)) break;
      // After a long standstill those that nobody was told of in time are passed over.
      if (due.dueOn >= today) {
        const { seasonId, kind, title, ruleText, recipient, owedBy } = last;
        const { recurrence } = next;
        const given = { kind, title, due, ruleText, recipient, recurrence, owedBy };
        const id = await addDeadline(tx, seasonId, given, { blocId, by: null, at: now });
        const detail = { series: recurrence.series, nth: recurrence.nth };
        const audit = { blocId, at: now, actor: null, action: 'deadline.recurred', subject: 'deadline' };
        await appendAudit(tx, [{ ...audit, subjectId: id, detail }]);
        made += 1;
        break;
      }
      next = nextOccurrence(next.recurrence);
    }
  }
  return made;
}
