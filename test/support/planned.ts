import { enteredBloc } from '../../db/blocs.ts';
import { applyPlan } from '../../db/plans.ts';
import { enterBloc } from '../../db/tx.ts';
import { dayOf } from '../../src/core/day.ts';
import type { PlanItem, PlannedMilestone, PlannedQuota, PlannedTarget } from '../../src/core/plan-draft.ts';
import type { TestDatabase } from './database.ts';

const fact = { no: 0, from: null, doubt: null };

export const aTarget = (given: Partial<PlannedTarget> & Pick<PlannedTarget, 'metric'>): PlannedTarget => ({
  ...{ ...fact, kind: 'target', scope: 'bloc', operator: '>=', low: 98, high: null, measure: '%' },
  ...{ period: null, dueOn: null, raw: '' },
  ...given,
});
export const aMilestone = (
  given: Partial<PlannedMilestone> & Pick<PlannedMilestone, 'name'>,
): PlannedMilestone => ({
  ...{ ...fact, kind: 'milestone', milestoneKind: 'campaign', startsOn: null, endsOn: null },
  ...given,
});
export const aQuota = (given: Partial<PlannedQuota> & Pick<PlannedQuota, 'award'>): PlannedQuota => ({
  ...{ ...fact, kind: 'quota', scope: 'per_bloc', operator: '<=', low: 1, high: null, measure: 'tập thể' },
  ...given,
});

/** Facts taken over into the season of a loaded bloc, as from a document that says them in this order. */
export async function planned(
  { app, owner: { sql } }: TestDatabase,
  blocId: number,
  at: Date,
  items: readonly PlanItem[],
): Promise<void> {
  const [person] = await sql<
    { id: string }[]
  >`select person_id as id from membership where bloc_id = ${blocId}
    limit 1`;
  await sql`insert into file (bloc_id, sha256, size, bytes, created_at)
    values (${blocId}, 'plan', 1, 'x', ${at}) on conflict do nothing`;
  const [document] = await sql<{ id: string }[]>`
    insert into plan_document (bloc_id, id, sha256, name, mime, record, read_by, read_at)
    values (${blocId}, gen_random_uuid(), 'plan', 'ke-hoach.txt', 'text/plain', '{}', ${person?.id ?? ''}, ${at})
    returning id`;
  await app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const seasonId = (await enteredBloc(tx, dayOf(at)))?.seasonId ?? '';
    const proposals = items.map((item, n) => ({ kind: 'new' as const, item: { ...item, no: n + 1 } }));
    const to = {
      blocId,
      seasonId,
      documentId: document?.id ?? '',
      owedBy: () => [],
      by: person?.id ?? '',
      at,
    };
    await applyPlan(tx, proposals, to);
  });
}
