import { and, desc, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { deadlinesOf, type Inverse, inverseSchema, UNDO_MS } from '../src/core/undo.ts';
import { undo } from './schema/undo.ts';
import type { Tx } from './tx.ts';

export interface StoredUndo {
  id: string;
  inverse: Inverse;
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** Notes how a change is taken back. Rows of a deadline are also the order in which it was changed. */
export async function addUndo(
  tx: Tx,
  blocId: number,
  inverse: Inverse,
  made: { by: string; at: Date },
): Promise<string> {
  const id = uuidv7();
  const expiresAt = new Date(made.at.getTime() + UNDO_MS);
  const { kind } = inverse;
  await tx.insert(undo).values({ blocId, id, kind, inverse, madeBy: made.by, madeAt: made.at, expiresAt });
  return id;
}

/** That change, or the person's last one; null where there is none of a kind known here. */
export async function findUndo(tx: Tx, given: { id: string } | { by: string }): Promise<StoredUndo | null> {
  const which = 'id' in given ? eq(undo.id, given.id) : eq(undo.madeBy, given.by);
  const [row] = await tx.select().from(undo).where(which).orderBy(desc(undo.madeAt), desc(undo.id)).limit(1);
  const inverse = inverseSchema.safeParse(row?.inverse).data;
  return row && inverse ? { ...row, inverse } : null;
}

/** True where a change of the same deadline came after it and stands. */
export async function changedSince(tx: Tx, { id, inverse, madeAt }: StoredUndo): Promise<boolean> {
  const open = await tx.select().from(undo).where(isNull(undo.usedAt));
  const own = new Set(deadlinesOf(inverse));
  return open.some(other => {
    const made = inverseSchema.safeParse(other.inverse).data;
    const same = made !== undefined && deadlinesOf(made).some(id => own.has(id));
    const later = other.madeAt > madeAt || (other.madeAt.getTime() === madeAt.getTime() && other.id > id);
    return same && later;
  });
}

/** False where somebody was quicker. */
export async function markUndone(tx: Tx, id: string, now: Date): Promise<boolean> {
  const marked = await tx
    .update(undo)
    .set({ usedAt: now })
    .where(and(eq(undo.id, id), isNull(undo.usedAt)))
    .returning({ id: undo.id });
  return marked.length > 0;
}
