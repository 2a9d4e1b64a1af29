import { z } from 'zod';
import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { enterBloc } from '../../db/tx.ts';
import { messageSchema } from '../core/message.ts';
import type { DueWork } from './kinds.ts';
import { owingOf } from './owing.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('lead') }),
    z.object({ kind: z.literal('units') }),
    z.object({ kind: z.enum(['these', 'others']), unitIds: z.array(z.string()) }),
    z.object({ kind: z.literal('groups') }),
    z.object({ kind: z.literal('unit'), unitId: z.string() }),
    z.object({ kind: z.literal('person'), personId: z.string() }),
  ]),
  body: messageSchema,
  /** Whose act it was: he knows. */
  by: z.string().nullable(),
  /** The deadline that it asks for. */
  owed: z.string().nullish(),
});

/** What was said in quiet hours is passed on in the morning, in its order, to whom it is still true and new. */
export async function settleNews(work: DueWork): Promise<void> {
  const { tx, blocId, rows, now } = work;
  await enterBloc(tx, blocId);
  const reach = await reachOf(tx, blocId, now);
  const news = rows.map(({ id, key, item }) => ({ id, key, ...itemSchema.parse(item) }));
  const owing = news.some(one => one.owed) ? await owingOf(work, reach) : null;
  for (const { id, key, to, body, by, owed } of news) {
    const left = owing && owed ? owing(owed) : null;
    const chats =
      to.kind === 'groups'
        ? reach.groups.filter(() => left?.anybody !== false)
        : reach
            .chatsOf(to)
            .filter(({ personId }) => personId !== by && left?.unaware.has(personId) !== false);
    const chatKind = to.kind === 'groups' ? 'group' : 'private';
    await enqueue(tx, toEach(chats, { chatKind, blocId, cause: key, body }));
    await finishDue(tx, [id], now);
  }
}
