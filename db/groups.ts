import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { hashCode } from './pairing.ts';
import { groupCode } from './schema/unit.ts';
import { idText, instantText, rows, type Tx } from './tx.ts';

interface ChatKey {
  platform: string;
  botId: string;
  chatId: string;
}

export async function addGroupCode(
  tx: Tx,
  given: { blocId: number; code: string; createdBy: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { code, ...facts } = given;
  await tx.insert(groupCode).values({ ...facts, codeHash: hashCode(code) });
}

const codeSchema = z.object({
  hash: z.string(),
  createdBy: z.string(),
  expiresAt: instantText,
  usedAt: instantText.nullable(),
});
export type FoundGroupCode = z.infer<typeof codeSchema>;

/** Characters of a code's hash that stand for it in a button. */
const HINT = 12;
export const codeHint = (hash: string) => hash.slice(0, HINT);

/** The entered bloc's code by itself or by its hint, locked. */
export async function findGroupCode(
  tx: Tx,
  by: { code: string } | { hint: string },
): Promise<FoundGroupCode | null> {
  const start = 'code' in by ? hashCode(by.code) : by.hint;
  const [found] = await rows(
    tx,
    codeSchema,
    sql`select code_hash as hash, created_by as "createdBy", expires_at as "expiresAt", used_at as "usedAt"
      from group_code where starts_with(code_hash, ${start}) for update`,
  );
  return found ?? null;
}

export async function useGroupCode(tx: Tx, hash: string, now: Date): Promise<void> {
  await tx.execute(
    sql`update group_code set used_at = ${now.toISOString()}::timestamptz where code_hash = ${hash}`,
  );
}

/** The chat becomes the bloc's group, or nobody's; of a group with topics, this one. */
export async function bindChat(
  tx: Tx,
  chat: ChatKey,
  blocId: number | null,
  topic: string | null,
): Promise<void> {
  await tx.execute(sql`update chat_binding set bloc_id = ${blocId}, topic = ${topic} where kind = 'group'
    and platform = ${chat.platform} and bot_id = ${chat.botId} and chat_id = ${chat.chatId}`);
}

/** The bloc whose group a chat is, null for none. */
export async function blocOfGroup(tx: Tx, chat: ChatKey): Promise<number | null> {
  const [found] = await rows(
    tx,
    z.object({ blocId: idText.nullable() }),
    sql`select bloc_id as "blocId" from chat_binding where kind = 'group'
      and platform = ${chat.platform} and bot_id = ${chat.botId} and chat_id = ${chat.chatId}`,
  );
  return found?.blocId ?? null;
}

const groupSchema = z.object({
  platform: z.enum(['room', 'telegram', 'zalo']),
  botId: z.string(),
  chatId: z.string(),
  title: z.string(),
  ref: z.string(),
});
export type BoundGroup = z.infer<typeof groupSchema>;

/** A bloc's groups; `ref` stands for the chat in a button. */
export const boundGroups = (tx: Tx, blocId: number): Promise<BoundGroup[]> =>
  rows(
    tx,
    groupSchema,
    sql`select platform, bot_id as "botId", chat_id as "chatId", title,
      left(md5(platform || '|' || bot_id || '|' || chat_id), 8) as ref from chat_binding
      where kind = 'group' and gone_at is null and bloc_id = ${blocId} order by created_at`,
  );
