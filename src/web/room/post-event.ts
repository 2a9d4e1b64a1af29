import { randomUUID } from 'node:crypto';
import { ROOM_BOT_ID } from '../../chat/room/hear.ts';
import { firstSeqOf, linesOf, messageIdOf, roomBodySchema } from '../../chat/room/message.ts';
import type { ChatRow, MessageRow, PersonRow } from '../../chat/room/ports.ts';
import type { RawRoomEvent } from '../../chat/room/raw.ts';
import type { Post } from '../../chat/room/store.ts';
import { secrecyMarking } from '../../text/secrecy.ts';
import type { RoomDeps } from './deps.ts';
import type { ChooseInput, EditInput, EventInput, MessageInput } from './input.ts';
import { RoomProblem } from './problem.ts';

export interface Posted {
  key: string;
  /** The person's own message; null for a press of a button. */
  message: string | null;
  /** What has a higher `seq` came after the event. */
  seq: number;
}

/**
 * An event as a person: shown in the room like on a messenger, then handed to the inbox. Both take the
 * same key once, so a caller who is unsure may simply post again.
 */
export function eventPoster({ store, intake, clock }: RoomDeps) {
  type Done = { what: RawRoomEvent['what']; seq: number; at: Date; message: string | null };

  async function versionsOf(chat: ChatRow, messageId: string): Promise<[MessageRow, ...MessageRow[]]> {
    const seq = firstSeqOf(messageId);
    const [first, ...later] = seq === null ? [] : await store.versions(chat.id, seq);
    if (!first || first.versionOf !== null) throw new RoomProblem('unknown-message');
    return [first, ...later];
  }

  async function show(post: Post): Promise<MessageRow> {
    const posted = await store.post(post);
    if (!posted) throw new RoomProblem('unknown-chat');
    const { row } = posted;
    const same =
      row.chatId === post.chatId && row.fromPerson === post.from && row.versionOf === post.versionOf;
    if (!same) throw new RoomProblem('key-taken');
    return row;
  }

  async function say(chat: ChatRow, from: PersonRow, key: string, input: MessageInput): Promise<Done> {
    const text = 'text' in input ? input.text : input.caption;
    const refs = 'files' in input ? input.files : [];
    const infos = new Map((await store.fileInfos(refs)).map(info => [info.ref, info]));
    const files = refs.map(ref => {
      const info = infos.get(ref);
      if (!info) throw new RoomProblem('unknown-file');
      return info;
    });
    const answered = 'text' in input ? input.replyTo : undefined;
    const [target] = answered === undefined ? [] : await versionsOf(chat, answered);
    const row = await show({
      chatId: chat.id,
      from: from.id,
      body: { lines: linesOf(text), files, ...(answered !== undefined && { replyTo: answered }) },
      versionOf: null,
      dedupeKey: `event:${key}`,
    });
    const replyTo = target ? { id: messageIdOf(target.seq), toBot: target.fromPerson === null } : null;
    const id = messageIdOf(row.seq);
    return { what: { kind: 'message', id, text, files, replyTo }, seq: row.seq, at: row.at, message: id };
  }

  async function choose(chat: ChatRow, from: PersonRow, input: ChooseInput): Promise<Done> {
    // A button that an edit has taken away may still be pressed by someone who has not seen the edit.
    const versions = await versionsOf(chat, input.message);
    const offered = versions.flatMap(row => roomBodySchema.parse(row.body).options?.flat() ?? []);
    if (!offered.some(option => option.token === input.choose)) throw new RoomProblem('unknown-button');
    store.presses.press(input.message, from.id, input.choose);
    const what = { kind: 'choice' as const, messageId: input.message, token: input.choose };
    return { what, seq: await store.lastSeq(), at: clock.now(), message: null };
  }

  async function edit(chat: ChatRow, from: PersonRow, key: string, input: EditInput): Promise<Done> {
    const versions = await versionsOf(chat, input.edit);
    const [first] = versions;
    if (first.fromPerson !== from.id) throw new RoomProblem('not-yours');
    const row = await show({
      chatId: chat.id,
      from: from.id,
      body: { ...roomBodySchema.parse(versions.at(-1)?.body), lines: linesOf(input.text) },
      versionOf: first.seq,
      dedupeKey: `event:${key}`,
    });
    const what = { kind: 'edit' as const, messageId: input.edit, text: input.text };
    return { what, seq: row.seq, at: clock.now(), message: input.edit };
  }

  function perform(chat: ChatRow, from: PersonRow, key: string, input: EventInput): Promise<Done> {
    if ('choose' in input) return choose(chat, from, input);
    if ('edit' in input) return edit(chat, from, key, input);
    return say(chat, from, key, input);
  }

  return async (chat: ChatRow, from: PersonRow, input: EventInput): Promise<Posted> => {
    const words = 'text' in input ? input.text : 'caption' in input ? input.caption : '';
    if (secrecyMarking(words) !== null) throw new RoomProblem('marked-secret');
    const key = input.key ?? `e-${randomUUID()}`;
    const { what, seq, at, message } = await perform(chat, from, key, input);
    const raw: RawRoomEvent = { key, chat, from, at: at.toISOString(), what };
    const address = { platform: 'room' as const, botId: ROOM_BOT_ID, chatId: chat.id };
    await intake.store([{ address, eventKey: key, raw }]);
    return { key, message, seq };
  };
}
