import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type LinkPurpose, type LinkSubject, linkSubjectSchema } from '../src/core/link.ts';
import { link } from './schema/link.ts';
import { enterBloc, instantText, rows, type Tx } from './tx.ts';

/** Bytes of chance in a token. */
const CHANCE = 32;

/** `12-kJ8f…`: the bloc, so that it can be found behind its wall, and what nobody guesses. */
const newToken = (blocId: number) => `${blocId}-${randomBytes(CHANCE).toString('base64url')}`;

/** The bloc that a token names; null for what has not even the shape of one. */
function blocOfToken(token: string): number | null {
  const [, bloc] = /^([1-9]\d{0,11})-[\w-]{43}$/.exec(token) ?? [];
  return bloc ? Number(bloc) : null;
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

export interface NewLink {
  blocId: number;
  personId: string | null;
  subject: LinkSubject;
  createdAt: Date;
  expiresAt: Date;
}

/** Returns the token, which is stored nowhere. */
export async function addLink(tx: Tx, given: NewLink): Promise<string> {
  const token = newToken(given.blocId);
  await tx.insert(link).values({ ...given, purpose: given.subject.purpose, tokenHash: hashToken(token) });
  return token;
}

const linkSchema = z.object({
  tokenHash: z.string(),
  personId: z.string().nullable(),
  subject: linkSubjectSchema,
  expiresAt: instantText,
  usedAt: instantText.nullable(),
});
export type FoundLink = z.infer<typeof linkSchema> & { blocId: number };

/** Enters the token's bloc. `hold`: of two who come with it at once, one is first. */
export async function findLink(tx: Tx, token: string, hold: boolean): Promise<FoundLink | null> {
  const blocId = blocOfToken(token);
  if (blocId === null) return null;
  await enterBloc(tx, blocId);
  const [found] = await rows(
    tx,
    linkSchema,
    sql`select token_hash as "tokenHash", person_id as "personId", subject, expires_at as "expiresAt",
      used_at as "usedAt" from link where token_hash = ${hashToken(token)}
      ${hold ? sql`for no key update` : sql``}`,
  );
  return found ? { ...found, blocId } : null;
}

/** The link's bloc must be entered. */
export async function useLink(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.execute(
    sql`update link set used_at = ${now.toISOString()}::timestamptz where token_hash = ${tokenHash}`,
  );
}

/** A person's links of that purpose in the entered bloc serve no more. */
export async function endLinks(tx: Tx, personId: string, purpose: LinkPurpose, now: Date): Promise<void> {
  await tx.execute(sql`update link set used_at = ${now.toISOString()}::timestamptz
    where person_id = ${personId}::uuid and purpose = ${purpose} and used_at is null`);
}
