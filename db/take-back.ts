import type { DeadlineInverse, UndoOutcome } from '../src/core/undo.ts';
import {
  hasSubmissions,
  newestRevision,
  reviseDeadline,
  revokeExtensions,
  withdrawDeadline,
} from './deadlines.ts';
import { inTheWay, withdrawPlan } from './plan-withdrawal.ts';
import type { Tx } from './tx.ts';
import { changedSince, findUndo, markUndone } from './undo.ts';

/** Takes a change back, if its time has not run out and nothing stands on it. */
export async function undoChange(
  tx: Tx,
  which: { id: string } | { by: string },
  made: { blocId: number; by: string; at: Date },
): Promise<UndoOutcome> {
  const found = await findUndo(tx, which);
  if (!found) return { kind: 'id' in which ? 'unknown' : 'nothing' };
  if (found.usedAt) return { kind: 'used' };
  if (made.at > found.expiresAt) return { kind: 'expired' };
  const { inverse } = found;
  if (inverse.kind === 'plan.withdraw') {
    const titles = await inTheWay(tx, inverse);
    if (titles.length > 0) return { kind: 'in_the_way', titles };
    if (!(await markUndone(tx, found.id, made.at))) return { kind: 'used' };
    await withdrawPlan(tx, inverse, made);
    return { kind: 'plan_done', undoId: found.id, inverse };
  }
  if (await changedSince(tx, found)) return { kind: 'superseded' };
  if (inverse.kind === 'deadline.withdraw' && (await hasSubmissions(tx, inverse.deadlineId)))
    return { kind: 'handed_in' };
  if (!(await markUndone(tx, found.id, made.at))) return { kind: 'used' };
  await carryOut(tx, inverse, made);
  return { kind: 'done', undoId: found.id, inverse };
}

async function carryOut(
  tx: Tx,
  inverse: DeadlineInverse,
  made: { blocId: number; by: string; at: Date },
): Promise<void> {
  const { deadlineId } = inverse;
  const { no } = await newestRevision(tx, deadlineId);
  switch (inverse.kind) {
    case 'deadline.withdraw':
      await withdrawDeadline(tx, deadlineId, made);
      return;
    case 'deadline.restore':
      await reviseDeadline(tx, deadlineId, { from: inverse.revision - 1, after: no }, { reason: null }, made);
      return;
    case 'extension.revoke':
      await revokeExtensions(tx, inverse.extensionIds, made.at);
      return;
  }
}
