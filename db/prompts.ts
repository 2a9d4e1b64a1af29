import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { messageSchema } from '../src/core/message.ts';
import { rows, type Tx } from './tx.ts';

const promptSchema = z.object({
  options: messageSchema.shape.options.unwrap(),
  wants: messageSchema.shape.wants.unwrap().nullable(),
  /** It came on its own, not as an answer. */
  unasked: z.boolean(),
});
export type Prompt = z.infer<typeof promptSchema>;

/** A bulk message may have come between a question and its answer, rarely more. */
const LOOKED_AT = 6;

/**
 * The newest messages with options that a chat of a messenger without buttons (Zalo alone, as the index knows) has
 * seen, the last that was said first (an answer passes notices that wait); in a group those that ask this person or
 * nobody in particular.
 */
export function newestPrompts(
  tx: Tx,
  chat: { botId: string; chatId: string },
  userId: string,
): Promise<Prompt[]> {
  return rows(
    tx,
    promptSchema,
    sql`select body->'options' as options, body->>'wants' as wants, class = 'bulk' as unasked from (select * from outbox
      where platform = 'zalo' and body ? 'options' and bot_id = ${chat.botId} and chat_id = ${chat.chatId}
        and state in ('sending', 'sent', 'unknown') and coalesce(body->>'asks', ${userId}) = ${userId}
      order by id desc limit ${LOOKED_AT}) newest order by claimed_at desc nulls last, id desc`,
  );
}
