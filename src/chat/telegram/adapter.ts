import { InputFile } from 'grammy';
import { replyHint } from '../../text/reply-hint.ts';
import { createLineCheck } from '../line-check.ts';
import { lineText, plainText } from '../plain.ts';
import type { ChatAdapter, Outgoing, SendOutcome } from '../port.ts';
import type { BotApi } from './api.ts';
import { fetchFile } from './files.ts';
import { hear } from './hear.ts';
import { messageIdOf, placeOf } from './ids.ts';
import { cannotBeEdited, isTooLate, isUnchanged, outcomeOf, topicIsGone } from './outcome.ts';
import { createPresses, type Presses } from './presses.ts';
import { CAPTION_UNITS, type Call, render, TEXT_UNITS } from './render.ts';

/** Telegram takes no larger file from a bot. */
const LARGEST_UPLOAD = 50 * 1024 * 1024;
/** What Telegram takes of a bot in a second, all chats together. */
const BULK_PER_SECOND = 30;
/** Characters of what is shown in passing. */
const TOAST = 200;
/** What was shown in passing is no message. */
const NO_MESSAGE = 'toast';
/** Until a message is tried again that is held back while Telegram is away. */
const HELD_MS = 1_000;

export interface TelegramAdapterDeps {
  api: BotApi;
  /** The bytes of a bloc's stored file, null where that bloc has none such. */
  readFile(sha256: string, blocId: number | null): Promise<Uint8Array | null>;
  /** Telegram's own number where not given; null: as many as there are. */
  bulkPerSecond?: number | null | undefined;
  /** Those that the connection hears of. */
  presses?: Presses;
}

export function createTelegramAdapter({
  api,
  readFile,
  bulkPerSecond = BULK_PER_SECOND,
  presses = createPresses(api.answerPress),
}: TelegramAdapterDeps): ChatAdapter {
  const line = createLineCheck(api.probe);

  async function send(outgoing: Outgoing): Promise<SendOutcome> {
    if (!(await line.isWell()))
      return { kind: 'later', afterMs: HELD_MS, because: 'Telegram does not answer' };
    let bytes: Uint8Array | null = null;
    const { file, press, toast } = outgoing.message;
    const shown = press !== undefined && toast ? await showInPassing(outgoing, press) : null;
    if (shown) return shown;
    if (press !== undefined) presses.end(press);
    if (file) {
      bytes = await readFile(file.sha256, outgoing.blocId);
      if (!bytes) return { kind: 'refused', because: `no stored file ${file.sha256}` };
      if (bytes.length > LARGEST_UPLOAD) return { kind: 'refused', because: `${bytes.length} bytes` };
    }
    const outcome = await deliver(outgoing, bytes && new InputFile(bytes, file && quoted(file.name)));
    if (outcome.kind === 'unknown') line.doubt();
    return outcome;
  }

  /** Null where it must be said as a message after all. */
  async function showInPassing({ message }: Outgoing, press: string): Promise<SendOutcome | null> {
    const words = plainText(message);
    if (words.length > TOAST) return null;
    try {
      return (await presses.tell(press, words)) ? { kind: 'sent', messageId: NO_MESSAGE } : null;
    } catch (error) {
      return isTooLate(error) ? null : outcomeOf(error);
    }
  }

  /** Each way of saying it in turn, as long as Telegram refuses for certain. */
  async function deliver(outgoing: Outgoing, document: InputFile | null): Promise<SendOutcome> {
    const editing = outgoing.editsMessageId === null ? null : placeOf(outgoing.editsMessageId);
    let last: SendOutcome = { kind: 'refused', because: 'nothing to say' };
    for (const call of render(outgoing)) {
      const edited = editing && (await edit(call, editing.messageId));
      last = edited ?? (await (outgoing.message.pinned ? makePinned(call) : make(call, document)));
      if (!mayBePlainer(last, call)) return last;
    }
    return last;
  }

  async function make(call: Call, document: InputFile | null): Promise<SendOutcome> {
    try {
      return { kind: 'sent', messageId: messageIdOf(await api.call(call, document)) };
    } catch (error) {
      const { message_thread_id: topic, ...general } = call.place;
      if (topic === undefined || !topicIsGone(error)) return outcomeOf(error);
      return make({ ...call, place: general }, document);
    }
  }

  /** One that cannot be pinned after all stands where it was said. */
  async function makePinned(call: Call): Promise<SendOutcome> {
    const { chat_id } = call.place;
    try {
      if (!(await api.mayPin(chat_id))) return { kind: 'needless', because: 'may not pin' };
    } catch (error) {
      const outcome = outcomeOf(error);
      // Nothing was said yet.
      return outcome.kind === 'unknown' ? { ...outcome, kind: 'later', afterMs: HELD_MS } : outcome;
    }
    const made = await make(call, null);
    const place = made.kind === 'sent' ? placeOf(made.messageId) : null;
    if (place) await api.pin(chat_id, place.messageId).catch(() => {});
    return made;
  }

  /** Null where the message must be said anew. */
  async function edit(call: Call, messageId: number): Promise<SendOutcome | null> {
    if (call.method === 'sendDocument') return null;
    try {
      await api.edit(call, messageId);
    } catch (error) {
      if (cannotBeEdited(error)) return null;
      if (!isUnchanged(error)) return outcomeOf(error);
    }
    return { kind: 'sent', messageId: String(messageId) };
  }

  return {
    platform: 'telegram',
    botId: api.botId,
    capabilities: {
      buttons: true,
      edits: true,
      filesIn: true,
      filesOut: true,
      mentions: true,
      tables: true,
      opensPrivateChats: false,
      textUnits: TEXT_UNITS,
      captionUnits: CAPTION_UNITS,
      pins: true,
      ...(bulkPerSecond !== null && { bulkPerSecond }),
    },
    parse: hear,
    layout: message => {
      const hint = replyHint(message);
      return { message, ending: hint ? lineText(hint).length + 2 : 0 };
    },
    send: outgoing =>
      send(outgoing).catch((error: unknown) => {
        // Not Telegram's fault: our own database did not give the file.
        const because = error instanceof Error ? error.message : String(error);
        return { kind: 'later' as const, afterMs: HELD_MS, because };
      }),
    fetchFile: (file, maxBytes) => fetchFile(api, file, maxBytes),
  };
}

/** A server that does not know rich messages answers 404, as it does to a wrong token. */
const mayBePlainer = (outcome: SendOutcome, { method }: Call) =>
  outcome.kind === 'refused' ||
  (outcome.kind === 'later' && method === 'sendRichMessage' && outcome.because.startsWith('404'));

/** grammY writes the name bare into the part's header, where a semicolon or a blank would end it. */
const quoted = (name: string) => `"${name.replace(/[\p{Cc}"\\]+/gu, ' ')}"`;
