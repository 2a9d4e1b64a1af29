import { z } from 'zod';
import { seasonPhases } from './season-phase.ts';

/** How long a change can be taken back. */
export const UNDO_MS = 10 * 60_000;

/** How a change of a deadline is taken back: by adding to history, never by taking from it. */
const deadlineInverse = z.discriminatedUnion('kind', [
  /** It was added: a cancelled revision. */
  z.strictObject({ kind: z.literal('deadline.withdraw'), deadlineId: z.string() }),
  /** It was moved, renamed or cancelled by `revision`: what stood before stands again. */
  z.strictObject({ kind: z.literal('deadline.restore'), deadlineId: z.string(), revision: z.int() }),
  /** Extensions were granted: they are revoked. */
  z.strictObject({
    kind: z.literal('extension.revoke'),
    deadlineId: z.string(),
    extensionIds: z.array(z.string()),
    obligationIds: z.array(z.string()),
  }),
]);
/** A plan was taken over: what it added goes, what it moved or changed stands as before. */
const planInverse = z.strictObject({
  kind: z.literal('plan.withdraw'),
  documentId: z.string(),
  deadlineIds: z.array(z.string()),
  moved: z.array(z.strictObject({ deadlineId: z.string(), revision: z.int() })),
  /** Revision `no` was made; it is the first of what is new. */
  /** Phases of the year that it gave their day: these stay. */
  phases: z.array(z.enum(seasonPhases)),
  facts: z.array(
    z.strictObject({ of: z.enum(['target', 'milestone', 'award_quota']), id: z.string(), no: z.int() }),
  ),
});
export type DeadlineInverse = z.infer<typeof deadlineInverse>;
export type PlanInverse = z.infer<typeof planInverse>;

export const inverseSchema = z.union([deadlineInverse, planInverse]);
export type Inverse = z.infer<typeof inverseSchema>;

/** The deadlines that a change is of. */
export function deadlinesOf(inverse: Inverse): string[] {
  if (inverse.kind !== 'plan.withdraw') return [inverse.deadlineId];
  return [...inverse.deadlineIds, ...inverse.moved.map(one => one.deadlineId)];
}

export type UndoOutcome =
  | { kind: 'done'; undoId: string; inverse: DeadlineInverse }
  | { kind: 'plan_done'; undoId: string; inverse: PlanInverse }
  /** Of what a plan laid down something is in use: these. */
  | { kind: 'in_the_way'; titles: string[] }
  /** `superseded`: a later change stands on it; `handed_in`: what was added has been fulfilled by somebody. */
  | { kind: 'nothing' | 'unknown' | 'used' | 'expired' | 'superseded' | 'handed_in' };
