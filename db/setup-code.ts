import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { hashCode } from './pairing.ts';
import { setupCode } from './schema/system.ts';
import { instantText, rows, type Tx } from './tx.ts';

/** Good for creating one bloc; what was printed is known to nobody but its reader. */
export async function addSetupCode(
  tx: Tx,
  given: { code: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { code, createdAt, expiresAt } = given;
  await tx.insert(setupCode).values({ codeHash: hashCode(code), createdAt, expiresAt });
}

const codeSchema = z.object({ expiresAt: instantText, usedAt: instantText.nullable() });

/** The code as it stands, locked: of two who finish with it at once, one is first. */
export async function findSetupCode(tx: Tx, codeHash: string): Promise<z.infer<typeof codeSchema> | null> {
  const [found] = await rows(
    tx,
    codeSchema,
    sql`select expires_at as "expiresAt", used_at as "usedAt" from setup_code where code_hash = ${codeHash} for update`,
  );
  return found ?? null;
}

export async function useSetupCode(tx: Tx, codeHash: string, now: Date): Promise<void> {
  await tx.update(setupCode).set({ usedAt: now }).where(eq(setupCode.codeHash, codeHash));
}

/** False where it was no good before. */
export async function voidSetupCode(tx: Tx, code: string, now: Date): Promise<boolean> {
  const good = and(
    eq(setupCode.codeHash, hashCode(code)),
    isNull(setupCode.usedAt),
    gt(setupCode.expiresAt, now),
  );
  const voided = await tx.update(setupCode).set({ expiresAt: now }).where(good).returning();
  return voided.length > 0;
}

/** An operator has printed a code for a bloc of his own: the sample is not wanted. */
export async function setupAwaited(tx: Tx): Promise<boolean> {
  const [row] = await rows(
    tx,
    z.object({ awaited: z.boolean() }),
    sql`select exists (select from setup_code) as awaited`,
  );
  return row?.awaited === true;
}
