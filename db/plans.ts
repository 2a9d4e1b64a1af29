import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { dueOf } from '../src/core/boundary.ts';
import type {
  Proposal,
  SeasonFacts,
  StandingMilestone,
  StandingQuota,
  StandingTarget,
} from '../src/core/plan-diff.ts';
import {
  operators,
  type PlanItem,
  type PlannedDeadline,
  type PlannedMilestone,
  type PlannedQuota,
  type PlannedTarget,
} from '../src/core/plan-draft.ts';
import type { PlanInverse } from '../src/core/undo.ts';
import { addDeadline, reviseDeadline } from './deadlines.ts';
import { awardQuota, milestone, planDocument, target } from './schema/plan.ts';
import { dayText, instantText, rows, type Tx } from './tx.ts';

const number = z.union([z.number(), z.string().transform(Number)]);

type NewDocument = Omit<typeof planDocument.$inferInsert, 'appliedAt'>;

export async function addPlanDocument(tx: Tx, given: NewDocument): Promise<void> {
  await tx.insert(planDocument).values(given);
}

const documentSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  mime: z.string(),
  readAt: instantText,
  appliedAt: instantText.nullable(),
});
export type PlanDocumentRow = z.infer<typeof documentSchema>;

/** The entered bloc's documents, newest first, without their records. */
export function planDocuments(tx: Tx): Promise<PlanDocumentRow[]> {
  return rows(
    tx,
    documentSchema,
    sql`select id, sha256, name, mime, read_at as "readAt", applied_at as "appliedAt"
      from plan_document order by read_at desc, id desc`,
  );
}

/** The record as it was stored, null where the bloc has no such document. */
export async function planRecord(tx: Tx, id: string): Promise<unknown> {
  const found = await rows(
    tx,
    z.object({ record: z.unknown() }),
    sql`select record from plan_document where id = ${id}::uuid`,
  );
  return found[0]?.record ?? null;
}

const figure = { operator: z.enum(operators), low: number.nullable(), high: number.nullable() };
const standing = { id: z.string(), no: z.number(), measure: z.string().nullable() };

const targetSchema = z.object({
  ...standing,
  ...figure,
  scope: z.enum(['bloc', 'each_unit']),
  metric: z.string(),
  period: z.string().nullable(),
  raw: z.string(),
});
const milestoneSchema = z.object({
  id: z.string(),
  no: z.number(),
  milestoneKind: z.enum(['anniversary', 'event', 'campaign']),
  name: z.string(),
  startsOn: dayText.nullable(),
  endsOn: dayText.nullable(),
});
const quotaSchema = z.object({
  ...standing,
  award: z.string(),
  scope: z.enum(['per_unit', 'per_bloc', 'whole', 'per_person']),
  operator: z.enum(['=', '>=', '<=', 'between']),
  low: number,
  high: number.nullable(),
});

/** The season's targets, milestones and quotas as their newest revisions have them, in the order of the document. */
export async function seasonPlan(tx: Tx, seasonId: string): Promise<Omit<SeasonFacts, 'deadlines'>> {
  const newest = (table: string) => sql`(select distinct on (t.id) t.* from ${sql.identifier(table)} t
    where t.season_id = ${seasonId}::uuid order by t.id, t.no desc)`;
  const order = sql`where r.state = 'open' order by r.position, r.id`;
  const [targets, milestones, quotas]: [StandingTarget[], StandingMilestone[], StandingQuota[]] = [
    await rows(
      tx,
      targetSchema,
      sql`select r.id, r.no, r.scope, r.metric, r.operator, r.low, r.high, r.measure, r.period, r.raw
        from ${newest('target')} r ${order}`,
    ),
    await rows(
      tx,
      milestoneSchema,
      sql`select r.id, r.no, r.kind as "milestoneKind", r.name, r.starts_on::text as "startsOn",
        r.ends_on::text as "endsOn" from ${newest('milestone')} r ${order}`,
    ),
    await rows(
      tx,
      quotaSchema,
      sql`select r.id, r.no, r.award, r.scope, r.operator, r.low, r.high, r.measure
        from ${newest('award_quota')} r ${order}`,
    ),
  ];
  return { targets, milestones, quotas };
}

interface Applying {
  blocId: number;
  seasonId: string;
  documentId: string;
  /** Who owes a deadline; null among them is the bloc itself. */
  owedBy(item: PlannedDeadline): (string | null)[];
  by: string;
  at: Date;
}

/** Takes what was proposed over into the season; what stands is superseded, never overwritten. Says how that is undone. */
export async function applyPlan(tx: Tx, proposed: readonly Proposal[], to: Applying): Promise<PlanInverse> {
  const undone: PlanInverse = {
    ...{
      kind: 'plan.withdraw',
      documentId: to.documentId,
      deadlineIds: [],
      moved: [],
      facts: [],
      phases: [],
    },
  };
  for (const proposal of proposed) {
    if (proposal.kind === 'moved') undone.moved.push(await move(tx, proposal, to));
    if (proposal.kind !== 'new' && proposal.kind !== 'changed') continue;
    const before = proposal.kind === 'changed' ? standingOf(proposal) : null;
    if (proposal.item.kind === 'deadline') undone.deadlineIds.push(await addPlanned(tx, proposal.item, to));
    else undone.facts.push(await add(tx, proposal.item, to, before));
  }
  await tx.update(planDocument).set({ appliedAt: to.at }).where(eq(planDocument.id, to.documentId));
  return undone;
}

const standingOf = (proposal: Extract<Proposal, { kind: 'changed' }>) => {
  if ('target' in proposal) return proposal.target;
  return 'quota' in proposal ? proposal.quota : proposal.milestone;
};

const sourceOf = ({ from }: PlanItem, { documentId }: Applying) => from && { documentId, ...from };

async function add(
  tx: Tx,
  item: Exclude<PlanItem, PlannedDeadline>,
  to: Applying,
  before: { id: string; no: number } | null,
): Promise<PlanInverse['facts'][number]> {
  const revision = revisionOf(item, to, before);
  const { id, no } = revision;
  switch (item.kind) {
    case 'target':
      await tx.insert(target).values({ ...revision, ...targetColumns(item) });
      return { of: 'target', id, no };
    case 'milestone':
      await tx.insert(milestone).values({ ...revision, ...milestoneColumns(item) });
      return { of: 'milestone', id, no };
    case 'quota':
      await tx.insert(awardQuota).values({ ...revision, ...quotaColumns(item) });
      return { of: 'award_quota', id, no };
  }
}

function revisionOf(item: PlanItem, to: Applying, before: { id: string; no: number } | null) {
  const { blocId, seasonId, by: madeBy, at: madeAt } = to;
  const { id, no } = before ?? { id: uuidv7(), no: 0 };
  const at = { blocId, seasonId, id, no: no + 1, position: item.no, madeBy, madeAt };
  return { ...at, state: 'open' as const, source: sourceOf(item, to) };
}

const targetColumns = ({
  scope,
  metric,
  operator,
  low,
  high,
  measure,
  period,
  dueOn,
  raw,
}: PlannedTarget) => {
  return { scope, metric, operator, low, high, measure, period, dueOn, raw };
};
const milestoneColumns = ({ milestoneKind: kind, name, startsOn, endsOn }: PlannedMilestone) => {
  return { kind, name, startsOn, endsOn };
};
const quotaColumns = ({ award, scope, operator, low, high, measure }: PlannedQuota) => {
  return { award, scope, operator, low, high, measure };
};

async function addPlanned(tx: Tx, item: PlannedDeadline, to: Applying): Promise<string> {
  const { deadlineKind: kind, title, boundary, every, ruleText, recipient } = item;
  const owedBy = to.owedBy(item);
  const recurrence = every && { nth: 0, every, first: boundary, ended: false };
  const facts = { kind, title, due: dueOf(boundary), ruleText, recipient, recurrence, owedBy };
  return addDeadline(tx, to.seasonId, { ...facts, source: sourceOf(item, to) }, to);
}

async function move(
  tx: Tx,
  { item, deadline: { deadlineId, revision } }: Extract<Proposal, { kind: 'moved' }>,
  to: Applying,
): Promise<PlanInverse['moved'][number]> {
  const at = { from: revision, after: revision };
  const change = { due: dueOf(item.boundary), ruleText: item.ruleText, source: sourceOf(item, to) };
  return { deadlineId, revision: await reviseDeadline(tx, deadlineId, at, { ...change, reason: null }, to) };
}
