import { z } from 'zod';
import { type Line, messageSchema, type Option, type Table } from '../../core/message.ts';
import type { MessageRow } from './ports.ts';

export const roomFileSchema = z.object({
  ref: z.string(),
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});
export type RoomFile = z.infer<typeof roomFileSchema>;

/** What one version of a message holds, as stored. */
export const roomBodySchema = messageSchema
  .pick({ lines: true, table: true, options: true, replyTo: true })
  .extend({ files: z.array(roomFileSchema) });
export type RoomBody = z.infer<typeof roomBodySchema>;

/** A message as docs/room-api.md describes it: one version, shown to one person. */
export interface RoomMessage {
  chat: string;
  seq: number;
  id: string;
  from: string | null;
  fromName: string;
  at: string;
  lines: Line[];
  table?: Table;
  options?: Option[][];
  /** The bot's messages carry at most one file, people's any number. */
  file?: RoomFile;
  files?: RoomFile[];
  replyTo?: string;
  edited: boolean;
  chosen?: string;
}

const MESSAGE_ID = /^m(\d{1,15})$/;

/** A message's id is the `seq` of its first version. */
export const messageIdOf = (firstSeq: number): string => `m${firstSeq}`;

export function firstSeqOf(messageId: string): number | null {
  const [, digits] = MESSAGE_ID.exec(messageId) ?? [];
  return digits === undefined ? null : Number(digits);
}

export function asRoomMessage(row: MessageRow, botName: string): RoomMessage {
  const { lines, table, options, replyTo, files } = roomBodySchema.parse(row.body);
  const [file] = files;
  return {
    chat: row.chatId,
    seq: row.seq,
    id: messageIdOf(row.versionOf ?? row.seq),
    from: row.fromPerson,
    fromName: row.fromPerson === null ? botName : (row.fromName ?? row.fromPerson),
    at: row.at.toISOString(),
    lines,
    edited: row.versionOf !== null,
    ...(table && { table }),
    ...(options && { options }),
    ...(replyTo !== undefined && { replyTo }),
    ...(file && (row.fromPerson === null ? { file } : { files })),
  };
}

/** A person's words as lines; the room knows no markup. */
export function linesOf(text: string): Line[] {
  if (text === '') return [];
  return text.split(/\r\n|\r|\n/).map(line => (line === '' ? [] : [line]));
}
