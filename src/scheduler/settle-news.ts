import { z } from 'zod';
import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { enterBloc } from '../../db/tx.ts';
import { messageSchema } from '../core/message.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('lead') }),
    z.object({ kind: z.literal('units') }),
    z.object({ kind: z.literal('groups') }),
    z.object({ kind: z.literal('unit'), unitId: z.string() }),
    z.object({ kind: z.literal('person'), personId: z.string() }),
  ]),
  body: messageSchema,
  /** Whose act it was: he knows. */
  by: z.string().nullable(),
});

/** What was said in quiet hours is passed on in the morning, in its order. */
export async function settleNews({ tx, blocId, rows, now }: DueWork): Promise<void> {
  await enterBloc(tx, blocId);
  const reach = await reachOf(tx, blocId, now);
  for (const { id, key, item } of rows) {
    const { to, body, by } = itemSchema.parse(item);
    const chats =
      to.kind === 'groups' ? reach.groups : reach.chatsOf(to).filter(chat => chat.personId !== by);
    const chatKind = to.kind === 'groups' ? 'group' : 'private';
    await enqueue(tx, toEach(chats, { chatKind, blocId, cause: key, body }));
    await finishDue(tx, [id], now);
  }
}
