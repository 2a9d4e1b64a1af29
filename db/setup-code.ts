import { hashCode } from './pairing.ts';
import { setupCode } from './schema/system.ts';
import type { Tx } from './tx.ts';

/** Good for creating one bloc; what was printed is known to nobody but its reader. */
export async function addSetupCode(
  tx: Tx,
  given: { code: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { code, createdAt, expiresAt } = given;
  await tx.insert(setupCode).values({ codeHash: hashCode(code), createdAt, expiresAt });
}
