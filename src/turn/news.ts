import { addDue, removeDue } from '../../db/due.ts';
import type { Tx } from '../../db/tx.ts';
import { inWordsOf } from '../text/bloc-words.ts';
import { toMessage } from './messages.ts';
import type { Deferred } from './port-scope.ts';

/** Words that came up at a time when people are left alone wait in due rows of this kind. */
export const NEWS = 'news';

const prefixOf = (waits: string) => `${NEWS}:${waits}:`;

/** Keeps what is to be said for a good time; `inboxId` tells apart what several turns keep under one name. */
export async function keepNews(
  tx: Tx,
  bloc: { blocId: number; name: string },
  kept: Deferred['tell'],
  { at, inboxId, by }: { at: Date; inboxId: number; by: string | null },
): Promise<void> {
  const { blocId, name } = bloc;
  for (const [n, { to, say, waits = '', owed = null }] of kept.entries()) {
    const body = inWordsOf(name, toMessage(say, { kind: 'command', blocId }));
    await addDue(tx, blocId, {
      kind: NEWS,
      key: `${prefixOf(waits)}${inboxId}:${n}`,
      at,
      to,
      body,
      by,
      owed,
    });
  }
}

/** True where nobody has heard of it yet, and now nobody will. */
export const recallNews = async (tx: Tx, blocId: number, waits: string): Promise<boolean> =>
  (await removeDue(tx, blocId, NEWS, prefixOf(waits))) > 0;
