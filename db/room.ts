import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { insertRoomFile, type NewRoomFile, one, ROOM_LOCK, roomMessageQueries } from './room-messages.ts';
import { rows, type Tx } from './tx.ts';

const personRow = z.object({ id: z.string(), name: z.string() });
const chatRow = z.object({ id: z.string(), kind: z.enum(['private', 'group']), title: z.string() });
const memberRow = z.object({ chatId: z.string(), personId: z.string(), unread: z.number() });
const fileInfo = z.object({ ref: z.string(), name: z.string(), mime: z.string(), size: z.number() });
const fileRow = z.object({ ...fileInfo.shape, bytes: z.instanceof(Uint8Array) });
/** The room's storage: the queries behind the port of `src/chat/room/ports.ts`. */
export function roomQueries(db: Tx) {
  return {
    ...roomMessageQueries(db),

    addPerson: (person: { id: string | null; name: string }) =>
      db.transaction(async tx => {
        await tx.execute(ROOM_LOCK);
        const [added] = await rows(
          tx,
          personRow,
          sql`insert into room.person (id, name) select coalesce(${person.id}::text,
              'u' || coalesce(max(substring(id from '^u(\\d{1,9})$')::int), 0) + 1), ${person.name}::text
            from room.person returning id, name`,
        );
        if (!added) throw new Error('the person was not stored');
        await tx.execute(
          sql`insert into room.chat (id, kind, title) values (${added.id}, 'private', ${added.name})`,
        );
        await tx.execute(sql`insert into room.member (chat_id, person_id) values (${added.id}, ${added.id})`);
        return added;
      }),

    addGroup: (group: { id: string | null; title: string }) =>
      db.transaction(async tx => {
        await tx.execute(ROOM_LOCK);
        const [added] = await rows(
          tx,
          chatRow,
          sql`insert into room.chat (id, kind, title) select coalesce(${group.id}::text,
              'g' || coalesce(max(substring(id from '^g(\\d{1,9})$')::int), 0) + 1), 'group', ${group.title}::text
            from room.chat returning id, kind, title`,
        );
        if (!added) throw new Error('the group was not stored');
        return added;
      }),

    addMember: async (chatId: string, personId: string) => {
      const added = await rows(
        db,
        z.object({ chatId: z.string() }),
        sql`insert into room.member (chat_id, person_id) values (${chatId}, ${personId})
          on conflict do nothing returning chat_id as "chatId"`,
      );
      return added.length > 0;
    },

    persons: () => rows(db, personRow, sql`select id, name from room.person order by position`),
    chats: () => rows(db, chatRow, sql`select id, kind, title from room.chat order by position`),

    members: () =>
      rows(
        db,
        memberRow,
        sql`select me.chat_id as "chatId", me.person_id as "personId", (
            select count(*)::int from room.message m where m.chat_id = me.chat_id and m.seq > me.read_up_to
              and m.version_of is null and m.from_person is distinct from me.person_id) as unread
          from room.member me join room.person p on p.id = me.person_id order by p.position`,
      ),

    chat: async (chatId: string) =>
      one(await rows(db, chatRow, sql`select id, kind, title from room.chat where id = ${chatId}`)),

    member: async (chatId: string, personId: string) =>
      one(
        await rows(
          db,
          personRow,
          sql`select p.id, p.name from room.member me join room.person p on p.id = me.person_id
            where me.chat_id = ${chatId} and me.person_id = ${personId}`,
        ),
      ),

    markRead: async (chatId: string, personId: string, upTo: number) => {
      await db.execute(sql`update room.member set read_up_to = greatest(read_up_to,
          least(${upTo}::bigint, (select coalesce(max(seq), 0) from room.message where chat_id = ${chatId})))
        where chat_id = ${chatId} and person_id = ${personId}`);
    },

    addFile: (file: NewRoomFile) => insertRoomFile(db, file),

    fileInfos: (refs: string[]) =>
      rows(
        db,
        fileInfo,
        sql`select ref, name, mime, size from room.file where ref in (
          select jsonb_array_elements_text(${JSON.stringify(refs)}::text::jsonb))`,
      ),

    file: async (ref: string) =>
      one(
        await rows(db, fileRow, sql`select ref, name, mime, size, bytes from room.file where ref = ${ref}`),
      ),
  };
}
