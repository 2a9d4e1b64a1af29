import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { PlanInverse } from '../src/core/undo.ts';
import { newestRevision, reviseDeadline, withdrawDeadline } from './deadlines.ts';
import { planDocument } from './schema/plan.ts';
import { rows, type Tx } from './tx.ts';

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

const NAMES = { target: 'metric', milestone: 'name', award_quota: 'award' } as const;
const titleSchema = z.object({ title: z.string() });

/** What of a plan is in use: handed in, reported on, or changed after it was taken over. By its titles. */
export async function inTheWay(tx: Tx, { deadlineIds, moved, facts }: PlanInverse): Promise<string[]> {
  const made = [
    ...deadlineIds.map(id => ({ id, no: 1 })),
    ...moved.map(({ deadlineId: id, revision: no }) => ({ id, no })),
  ];
  const titles: string[] = [];
  const look = async (query: SQL) => {
    for (const { title } of await rows(tx, titleSchema, query)) titles.push(title);
  };
  for (const { id, no } of made)
    await look(sql`select n.title from (select r.no, r.title from deadline_revision r
        where r.deadline_id = ${id}::uuid order by r.no desc limit 1) n
      where n.no <> ${no} or exists (select from submission s join obligation o on o.bloc_id = s.bloc_id
        and o.id = s.obligation_id where o.deadline_id = ${id}::uuid)`);
  for (const { of, id, no } of facts)
    await look(sql`select n.title from (select t.no, t.${sql.identifier(NAMES[of])} as title
        from ${sql.identifier(of)} t where t.id = ${id}::uuid order by t.no desc limit 1) n
      where n.no <> ${no} or exists (select from target_report p where p.target_id = ${id}::uuid)`);
  return titles;
}

/** By revisions that withdraw or restore; the document is from then on one that was only read. */
export async function withdrawPlan(tx: Tx, inverse: PlanInverse, made: Made): Promise<void> {
  for (const deadlineId of inverse.deadlineIds) await withdrawDeadline(tx, deadlineId, made);
  for (const { deadlineId, revision } of inverse.moved) {
    const { no } = await newestRevision(tx, deadlineId);
    await reviseDeadline(tx, deadlineId, { from: revision - 1, after: no }, { reason: null }, made);
  }
  for (const fact of inverse.facts) await restore(tx, fact, made);
  await tx.update(planDocument).set({ appliedAt: null }).where(eq(planDocument.id, inverse.documentId));
}

/** What is new is withdrawn; of what was changed the revision before stands again. */
async function restore(
  tx: Tx,
  { of, id, no }: PlanInverse['facts'][number],
  { by, at }: Made,
): Promise<void> {
  const table = sql.identifier(of);
  const change = {
    no: no + 1,
    made_by: by,
    made_at: at.toISOString(),
    ...(no === 1 ? { state: 'withdrawn' } : {}),
  };
  await tx.execute(sql`insert into ${table}
    select (jsonb_populate_record(t, ${JSON.stringify(change)}::jsonb)).* from ${table} t
    where t.id = ${id}::uuid and t.no = ${Math.max(1, no - 1)}`);
}
