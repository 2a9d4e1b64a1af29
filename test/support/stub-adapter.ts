import { z } from 'zod';
import type { ChatAdapter, Outgoing, RawEvent, SendOutcome } from '../../src/chat/port.ts';

const rawSchema = z.object({
  chat: z.string(),
  kind: z.enum(['private', 'group']),
  from: z.object({ userId: z.string(), displayName: z.string() }),
  at: z.coerce.date(),
  text: z.string(),
});

export interface StubAdapter extends ChatAdapter {
  /** Everything delivered, in the order of arrival; a message delivered twice stands here twice. */
  sent: Outgoing[];
  /** Decides the outcome of each send; by default all goes well. */
  outcome: (outgoing: Outgoing) => SendOutcome | Promise<SendOutcome>;
}

/** A messenger in memory, for tests of the pipeline: raw updates are what `said` makes. */
export function stubAdapter(): StubAdapter {
  let count = 0;
  const sent: Outgoing[] = [];
  const adapter: StubAdapter = {
    platform: 'telegram',
    botId: 'stub',
    capabilities: {
      buttons: true,
      edits: true,
      filesIn: false,
      filesOut: false,
      mentions: true,
      tables: false,
      opensPrivateChats: true,
      textUnits: 4096,
    },
    sent,
    outcome: () => {
      count += 1;
      return { kind: 'sent', messageId: `m${count}` };
    },
    parse: raw => {
      const { chat, kind, from, at, text } = rawSchema.parse(raw);
      const [name = '', ...words] = text.slice(1).split(' ');
      return {
        address: { platform: 'telegram', botId: 'stub', chatId: chat },
        chatKind: kind,
        chatTitle: chat,
        from,
        messageId: null,
        at,
        body: text.startsWith('!')
          ? { kind: 'choice', token: text.slice(1), messageId: null }
          : text.startsWith('/')
            ? { kind: 'command', name, words: words.join(' ') }
            : { kind: 'text', text, addressed: kind === 'private', repliesTo: null },
      };
    },
    send: async outgoing => {
      const outcome = await adapter.outcome(outgoing);
      if (outcome.kind === 'sent' || outcome.kind === 'unknown') sent.push(outgoing);
      return outcome;
    },
    fetchFile: async () => Uint8Array.from([37, 80, 68, 70]),
  };
  return adapter;
}

/** A private message; `text` with `!` in front presses the button of that token. */
export function said(eventKey: string, userId: string, text: string, at = new Date()): RawEvent {
  return {
    address: { platform: 'telegram', botId: 'stub', chatId: userId },
    eventKey,
    raw: { chat: userId, kind: 'private', from: { userId, displayName: userId }, at, text },
  };
}
