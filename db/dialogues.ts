import { randomBytes } from 'node:crypto';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { dialogue } from './schema/dialogue.ts';
import type { Tx } from './tx.ts';

export interface DialogueKey {
  blocId: number;
  personId: string;
  scope: string;
}

const here = (key: DialogueKey) =>
  and(eq(dialogue.blocId, key.blocId), eq(dialogue.personId, key.personId), eq(dialogue.scope, key.scope));

/** Short, for buttons of 64 bytes. */
export const dialogueCode = () => randomBytes(6).toString('base64url');

export interface DialogueRow {
  code: string;
  rev: number;
  kind: string;
  version: number;
  state: unknown;
}

/** Whether anybody in that chat has an open question. The bloc is entered. */
export async function someoneTalks(tx: Tx, scope: string): Promise<boolean> {
  const open = and(eq(dialogue.scope, scope), isNull(dialogue.doneAt), isNull(dialogue.parkedAt));
  return (await tx.select({ code: dialogue.code }).from(dialogue).where(open).limit(1)).length > 0;
}

/** The chat that they were in has another name now. The bloc is entered. */
export async function moveDialogues(tx: Tx, fromScope: string, toScope: string): Promise<void> {
  await tx.update(dialogue).set({ scope: toScope }).where(eq(dialogue.scope, fromScope));
}

/** Whatever else is active here makes room for a conversation of this kind: only one may be. */
export async function parkOthers(tx: Tx, key: DialogueKey, kind: string, now: Date): Promise<void> {
  await tx
    .update(dialogue)
    .set({ parkedAt: now })
    .where(and(here(key), isNull(dialogue.parkedAt), ne(dialogue.kind, kind)));
}

/** The conversation after a step; no other is active here. */
export async function saveDialogue(tx: Tx, key: DialogueKey, row: DialogueRow, now: Date): Promise<void> {
  const values = { ...row, updatedAt: now, parkedAt: null, doneAt: null, remindedAt: null };
  await tx
    .insert(dialogue)
    .values({ ...key, ...values })
    .onConflictDoUpdate({
      target: [dialogue.blocId, dialogue.personId, dialogue.scope, dialogue.kind],
      set: values,
    });
}

/** `để sau`: kept as it is until its command is called again. */
export async function parkDialogue(tx: Tx, key: DialogueKey, kind: string, now: Date): Promise<void> {
  await tx
    .update(dialogue)
    .set({ parkedAt: now })
    .where(and(here(key), eq(dialogue.kind, kind)));
}

/** In which chat the person's open conversation of this code is, as `scope` names it. The bloc is looked into. */
export async function scopeOf(
  tx: Tx,
  { blocId, personId }: Omit<DialogueKey, 'scope'>,
  code: string,
): Promise<string | null> {
  const mine = and(eq(dialogue.blocId, blocId), eq(dialogue.personId, personId), eq(dialogue.code, code));
  const [found] = await tx.select({ scope: dialogue.scope }).from(dialogue).where(mine);
  return found?.scope ?? null;
}

/** Its question arrived nowhere, so that nobody answers it. The bloc is entered. */
export async function parkUnheard(tx: Tx, blocId: number, code: string, now: Date): Promise<void> {
  const unheard = and(eq(dialogue.blocId, blocId), eq(dialogue.code, code));
  await tx
    .update(dialogue)
    .set({ parkedAt: now })
    .where(and(unheard, isNull(dialogue.parkedAt)));
}

export async function endDialogue(tx: Tx, key: DialogueKey, kind: string): Promise<void> {
  await tx.delete(dialogue).where(and(here(key), eq(dialogue.kind, kind)));
}

/** It has done what it was for; of what was said in it nothing stays. */
export async function completeDialogue(tx: Tx, key: DialogueKey, kind: string, now: Date): Promise<void> {
  await tx
    .update(dialogue)
    .set({ state: {}, parkedAt: now, doneAt: now })
    .where(and(here(key), eq(dialogue.kind, kind)));
}

/** Whose conversation has buttons of this code, and when it ended with what it was for; null where it is no more. */
export async function ownerOf(
  tx: Tx,
  blocId: number,
  code: string,
): Promise<{ personId: string; kind: string; doneAt: Date | null } | null> {
  const [found] = await tx
    .select({ personId: dialogue.personId, kind: dialogue.kind, doneAt: dialogue.doneAt })
    .from(dialogue)
    .where(and(eq(dialogue.blocId, blocId), eq(dialogue.code, code)));
  return found ?? null;
}

/** The person was told that it still waits. */
export async function noteReminded(tx: Tx, key: DialogueKey, kind: string, now: Date): Promise<void> {
  await tx
    .update(dialogue)
    .set({ remindedAt: now })
    .where(and(here(key), eq(dialogue.kind, kind)));
}
