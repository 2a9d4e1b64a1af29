import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type NewBloc, roomUsers } from '../src/core/new-bloc.ts';
import { roomGroupId } from './load-people.ts';
import { ROOM_LOCK } from './room-messages.ts';
import { rows, type Tx } from './tx.ts';

/**
 * Gives everybody of a loaded bloc a seat in the demo room, and the bloc its group there. On the platform's
 * side, hence apart from the load; to be called again does no harm, so a crash between the two heals itself.
 * @param db as `tlk_system`
 */
export async function seatInRoom(db: Tx, blocId: number, bloc: NewBloc): Promise<void> {
  const users = roomUsers(bloc);
  await db.transaction(async tx => {
    await tx.execute(ROOM_LOCK);
    for (const { user, name } of users) {
      await tx.execute(
        sql`insert into room.person (id, name) values (${user}, ${name}) on conflict do nothing`,
      );
      await tx.execute(sql`insert into room.chat (id, kind, title) values (${user}, 'private', ${name})
        on conflict do nothing`);
      await addMember(tx, user, user);
    }
    if (!bloc.roomGroup) return;
    const group = roomGroupId(blocId);
    await tx.execute(sql`insert into room.chat (id, kind, title) values (${group}, 'group', ${bloc.roomGroup.title})
      on conflict do nothing`);
    for (const { user } of users) await addMember(tx, group, user);
  });
}

async function addMember(tx: Tx, chatId: string, personId: string): Promise<void> {
  await tx.execute(sql`insert into room.member (chat_id, person_id) values (${chatId}, ${personId})
    on conflict do nothing`);
}

/** @param db as `tlk_system` */
export async function roomIsEmpty(db: Tx): Promise<boolean> {
  const [row] = await rows(
    db,
    z.object({ empty: z.boolean() }),
    sql`select not exists (select from room.person) as empty`,
  );
  return row?.empty === true;
}
