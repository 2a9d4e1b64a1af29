import type { RoomMessage } from '../../chat/room/message.ts';
import type { PersonRow } from '../../chat/room/ports.ts';
import type { RoomDeps } from './deps.ts';

export interface Listening {
  person: PersonRow;
  /** Null: all of the person's chats. */
  chatId: string | null;
  after: number;
  /** Seconds to wait for a first message. */
  wait: number;
}

/** Messages after `after`, at once or as soon as there is one. */
export async function listen({ store, clock }: RoomDeps, asked: Listening, gone: AbortSignal) {
  // Not AbortSignal.timeout: inside `any` nobody holds it, and once collected (Node 20) it never fires.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), asked.wait * 1000);
  const over = AbortSignal.any([gone, patience.signal]);
  let messages: RoomMessage[] = [];
  try {
    for (;;) {
      const seen = store.bell.count();
      messages = await store.read(asked.person, asked.chatId, asked.after);
      if (messages.length > 0 || asked.wait === 0 || over.aborted) break;
      await store.bell.heard(seen, over);
    }
  } finally {
    clearTimeout(timer);
  }
  return { messages, last: messages.at(-1)?.seq ?? asked.after, now: clock.now().toISOString() };
}
