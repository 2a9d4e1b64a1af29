import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { idText, instantText, rows, type Tx } from './tx.ts';

const messageRow = z.object({
  seq: idText,
  chatId: z.string(),
  versionOf: idText.nullable(),
  fromPerson: z.string().nullable(),
  fromName: z.string().nullable(),
  at: instantText,
  body: z.unknown(),
});

export interface NewRoomFile {
  ref: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
}

interface NewMessage {
  chatId: string;
  versionOf: number | null;
  fromPerson: string | null;
  at: Date;
  body: unknown;
  dedupeKey: string;
  file: NewRoomFile | null;
}

/**
 * Writers of the room take turns: else a reader who has seen `seq` 8 would never be shown a 7 committed
 * later, and two newcomers could get the same id.
 */
export const ROOM_LOCK = sql`select pg_advisory_xact_lock(hashtext('room.writers'))`;

export const one = <Row>(found: Row[]): Row | null => found[0] ?? null;

/** A message is dated when it was first sent; `m` is a version of it. */
const versionsWhere = (condition: SQL, tail: SQL = sql``) => sql`
  select m.seq, m.chat_id as "chatId", m.version_of as "versionOf", m.from_person as "fromPerson",
    p.name as "fromName", coalesce(f.at, m.at) as at, m.body
  from room.message m left join room.message f on f.seq = m.version_of
    left join room.person p on p.id = m.from_person
  where ${condition} ${tail}`;

export async function insertRoomFile(tx: Tx, file: NewRoomFile): Promise<void> {
  await tx.execute(sql`insert into room.file (ref, name, mime, size, bytes)
    values (${file.ref}, ${file.name}, ${file.mime}, ${file.bytes.length}, ${file.bytes})`);
}

/** The messages of the demo room: see `roomQueries`. */
export function roomMessageQueries(db: Tx) {
  return {
    addMessage: (message: NewMessage) =>
      db.transaction(async tx => {
        await tx.execute(ROOM_LOCK);
        const added = await rows(
          tx,
          z.object({ seq: idText }),
          sql`insert into room.message (chat_id, version_of, from_person, at, body, dedupe_key)
            select id, ${message.versionOf}::bigint, ${message.fromPerson}::text,
              ${message.at.toISOString()}::timestamptz, ${JSON.stringify(message.body)}::text::jsonb,
              ${message.dedupeKey}
            from room.chat where id = ${message.chatId}
            on conflict (dedupe_key) do nothing returning seq`,
        );
        const fresh = added.length > 0;
        if (fresh && message.file) await insertRoomFile(tx, message.file);
        const row = one(await rows(tx, messageRow, versionsWhere(sql`m.dedupe_key = ${message.dedupeKey}`)));
        return row && { row, fresh };
      }),

    messagesFor: (personId: string, chatId: string | null, after: number, limit: number) =>
      rows(
        db,
        messageRow,
        versionsWhere(
          sql`m.seq > ${after}::bigint and (${chatId}::text is null or m.chat_id = ${chatId}) and m.chat_id in (
            select chat_id from room.member where person_id = ${personId})`,
          sql`order by m.seq limit ${limit}`,
        ),
      ),

    versions: (chatId: string, firstSeq: number) =>
      rows(
        db,
        messageRow,
        versionsWhere(
          sql`m.chat_id = ${chatId} and (m.seq = ${firstSeq}::bigint or m.version_of = ${firstSeq}::bigint)`,
          sql`order by m.seq`,
        ),
      ),

    lastMessages: () =>
      rows(
        db,
        messageRow,
        versionsWhere(sql`m.seq in (
          select (select v.seq from room.message v where v.seq = newest.seq or v.version_of = newest.seq
            order by v.seq desc limit 1)
          from room.chat c cross join lateral (select seq from room.message
            where chat_id = c.id and version_of is null order by seq desc limit 1) newest)`),
      ),

    lastSeq: async () => {
      const found = one(
        await rows(db, z.object({ seq: idText }), sql`select coalesce(max(seq), 0) as seq from room.message`),
      );
      return found?.seq ?? 0;
    },
  };
}
