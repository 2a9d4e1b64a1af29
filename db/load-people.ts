import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { NewBloc } from '../src/core/new-bloc.ts';
import type { LoadTools, Place } from './load-place.ts';
import { noteBlocOf, personOf, rememberChat } from './people.ts';
import { chatBinding, person } from './schema/people.ts';
import { membership } from './schema/unit.ts';
import { rows, type Tx } from './tx.ts';

export type LoadRefusal =
  /** The council has a bloc of this name with a season of this year. */
  | { kind: 'exists'; blocId: number }
  /** Somebody of another name is known under this id in the demo room. */
  | { kind: 'account_taken'; user: string; name: string; known: string };

const ROOM = { platform: 'room', botId: 'room' } as const;

/** The id of a bloc's group in the demo room. */
export const roomGroupId = (blocId: number) => `khoi-${blocId}`;

/** One person may act in several blocs, but a file must not make a stranger of the room somebody's contact. */
export async function takenAccount(
  tx: Tx,
  { persons }: NewBloc,
  { sameName }: LoadTools,
): Promise<LoadRefusal | null> {
  const known = await rows(
    tx,
    z.object({ user: z.string(), name: z.string() }),
    sql`select a.user_id as user, p.display_name as name from account a join person p on p.id = a.person_id
      where a.platform = ${ROOM.platform} and a.bot_id = ${ROOM.botId}`,
  );
  const names = new Map(known.map(({ user, name }) => [user, name]));
  for (const { roomUser, name } of persons) {
    const other = roomUser === null ? undefined : names.get(roomUser);
    if (roomUser !== null && other !== undefined && !sameName(other, name))
      return { kind: 'account_taken', user: roomUser, name, known: other };
  }
  return null;
}

/** Persons with their posts, their private chats in the demo room, and the bloc's group there. */
export async function loadPeople(place: Place, given: NewBloc, unitIds: string[]): Promise<void> {
  const { tx, blocId, since, now } = place;
  for (const { name, roomUser, unit, role } of given.persons) {
    const personId =
      roomUser === null ? await addPerson(place, name) : await addRoomPerson(place, roomUser, name);
    const unitId = unitIds[unit];
    if (unitId === undefined) throw new RangeError(`no unit ${unit}`);
    await tx.insert(membership).values({ blocId, id: uuidv7(), unitId, personId, role, validFrom: since });
    await noteBlocOf(tx, personId, blocId, true);
  }
  if (given.roomGroup) {
    const { title } = given.roomGroup;
    const chat = { ...ROOM, chatId: roomGroupId(blocId), kind: 'group' as const, title };
    await tx.insert(chatBinding).values({ ...chat, blocId, createdAt: now });
  }
}

/** Known by name only, until the lead's code brings an account. */
async function addPerson({ tx, now }: Place, displayName: string): Promise<string> {
  const id = uuidv7();
  await tx.insert(person).values({ id, displayName, createdAt: now });
  return id;
}

async function addRoomPerson({ tx, now }: Place, userId: string, displayName: string): Promise<string> {
  const personId = await personOf(tx, { ...ROOM, userId, displayName }, now);
  await rememberChat(tx, { ...ROOM, chatId: userId, kind: 'private', title: displayName, personId }, now);
  return personId;
}
