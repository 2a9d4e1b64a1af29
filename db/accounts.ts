import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { hashCode } from './pairing.ts';
import type { AccountFacts } from './people.ts';
import { account, accountCode } from './schema/people.ts';
import { idText, instantText, rows, type Tx } from './tx.ts';

/** A code by which a person brings another account of his own; what was said is known to nobody but its reader. */
export async function addAccountCode(
  tx: Tx,
  { code, ...facts }: { code: string; personId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.insert(accountCode).values({ ...facts, codeHash: hashCode(code) });
}

const codeSchema = z.object({
  personId: z.string(),
  expiresAt: instantText,
  usedAt: instantText.nullable(),
});

/** Locked: of two who bring it at once, one is first. */
export async function findAccountCode(tx: Tx, code: string): Promise<z.infer<typeof codeSchema> | null> {
  const [found] = await rows(
    tx,
    codeSchema,
    sql`select person_id as "personId", expires_at as "expiresAt", used_at as "usedAt" from account_code
      where code_hash = ${hashCode(code)} for update`,
  );
  return found ?? null;
}

export async function useAccountCode(tx: Tx, code: string, now: Date): Promise<void> {
  await tx.execute(
    sql`update account_code set used_at = ${now.toISOString()}::timestamptz where code_hash = ${hashCode(code)}`,
  );
}

/** False where it was no good before. */
export async function voidAccountCode(tx: Tx, code: string, now: Date): Promise<boolean> {
  const good = and(
    eq(accountCode.codeHash, hashCode(code)),
    isNull(accountCode.usedAt),
    gt(accountCode.expiresAt, now),
  );
  const voided = await tx.update(accountCode).set({ expiresAt: now }).where(good).returning();
  return voided.length > 0;
}

/** Whose the account is now, and in which blocs he is; null for one that is new. */
export async function holderOf(
  tx: Tx,
  { platform, botId, userId }: AccountFacts,
): Promise<{ personId: string; blocIds: number[] } | null> {
  const [found] = await rows(
    tx,
    z.object({ personId: z.string(), blocIds: z.array(idText) }),
    sql`select p.id as "personId", p.bloc_ids as "blocIds" from account a join person p on p.id = a.person_id
      where a.platform = ${platform} and a.bot_id = ${botId} and a.user_id = ${userId}`,
  );
  return found ?? null;
}

/** The account is that person's from here on. */
export async function giveAccount(tx: Tx, given: AccountFacts, personId: string, now: Date): Promise<void> {
  await tx
    .insert(account)
    .values({ ...given, personId, createdAt: now })
    .onConflictDoUpdate({ target: [account.platform, account.botId, account.userId], set: { personId } });
}

/** On which messengers a person is known, each once. */
export async function platformsOf(tx: Tx, personId: string): Promise<string[]> {
  const found = await rows(
    tx,
    z.object({ platform: z.string() }),
    sql`select distinct platform from account where person_id = ${personId}::uuid order by 1`,
  );
  return found.map(one => one.platform);
}
