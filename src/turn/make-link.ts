import type { MadeLink } from '../../commands/ports-links.ts';
import { addLink } from '../../db/links.ts';
import type { Tx } from '../../db/tx.ts';
import { type LinkSubject, linkEnds } from '../core/link.ts';

interface LinkFacts {
  blocId: number;
  personId: string | null;
  subject: LinkSubject;
}

/** Whoever has the address has what is behind it, until it ends. The bloc must be entered. */
export async function makeLink(
  tx: Tx,
  publicUrl: string | null,
  facts: LinkFacts,
  now: Date,
): Promise<MadeLink | null> {
  if (publicUrl === null) return null;
  const expiresAt = linkEnds(facts.subject.purpose, now);
  const token = await addLink(tx, { ...facts, createdAt: now, expiresAt });
  return { url: `${publicUrl}/l/${token}`, expiresAt };
}
