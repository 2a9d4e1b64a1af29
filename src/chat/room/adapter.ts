import { type ChatAdapter, FileTooLarge, type Outgoing, type SendOutcome } from '../port.ts';
import { hear, ROOM_BOT_ID } from './hear.ts';
import { firstSeqOf, messageIdOf } from './message.ts';
import type { NewFile, Post, RoomStore } from './store.ts';

export interface RoomAdapterDeps {
  store: RoomStore;
  botName: string;
  /** The bytes of a bloc's stored file, null where that bloc has none such. */
  readFile(sha256: string, blocId: number | null): Promise<Uint8Array | null>;
}

/** A failure here is our own database's: soon gone, and the room takes no message twice. */
const RETRY_MS = 2_000;

export function createRoomAdapter({ store, botName, readFile }: RoomAdapterDeps): ChatAdapter {
  async function deliver(outgoing: Outgoing): Promise<SendOutcome> {
    const { address, message, blocId, dedupeKey, editsMessageId } = outgoing;
    const { lines, table, options, replyTo } = message;
    let file: NewFile | undefined;
    if (message.file) {
      const { sha256, name, mime } = message.file;
      const bytes = await readFile(sha256, blocId);
      if (!bytes) return { kind: 'refused', because: `no stored file ${sha256}` };
      file = { name, mime, bytes };
    }
    const post: Post = {
      chatId: address.chatId,
      from: null,
      body: { lines, ...(table && { table }), ...(options && { options }), ...(replyTo && { replyTo }) },
      ...(file && { file }),
      versionOf: await editable(address.chatId, editsMessageId),
      dedupeKey: `bot:${dedupeKey}`,
    };
    const posted = await store.post(post);
    if (!posted) return { kind: 'gone', because: `no chat ${address.chatId} in the room` };
    return { kind: 'sent', messageId: messageIdOf(posted.row.versionOf ?? posted.row.seq) };
  }

  /** Null where there is nothing of the bot's to edit: then the message is said anew. */
  async function editable(chatId: string, messageId: string | null): Promise<number | null> {
    const seq = messageId === null ? null : firstSeqOf(messageId);
    if (seq === null) return null;
    const [first] = await store.versions(chatId, seq);
    return first && first.versionOf === null && first.fromPerson === null ? seq : null;
  }

  return {
    platform: 'room',
    botId: ROOM_BOT_ID,
    capabilities: {
      buttons: true,
      edits: true,
      filesIn: true,
      filesOut: true,
      mentions: true,
      tables: true,
      opensPrivateChats: true,
      textUnits: 4096,
    },
    parse: raw => hear(raw, botName),
    send: outgoing =>
      deliver(outgoing).catch((error: unknown) => ({
        kind: 'later' as const,
        afterMs: RETRY_MS,
        because: error instanceof Error ? error.message : String(error),
      })),
    async fetchFile(file, maxBytes) {
      const found = await store.file(file.ref);
      if (!found) throw new Error(`no file ${file.ref} in the room`);
      if (found.bytes.length > maxBytes)
        throw new FileTooLarge(`${file.ref} has ${found.bytes.length} bytes`);
      return found.bytes;
    },
  };
}
