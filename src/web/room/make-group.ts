import { ROOM_BOT_ID } from '../../chat/room/hear.ts';
import type { RawRoomEvent } from '../../chat/room/raw.ts';
import type { RoomDeps } from './deps.ts';
import { RoomProblem } from './problem.ts';

/** A group of these persons, the first of whom made it; the bot is in it from the beginning and hears of it. */
export async function makeGroup(
  { store, intake, clock }: RoomDeps,
  { title, persons }: { title: string; persons: string[] },
) {
  const known = new Map((await store.persons()).map(person => [person.id, person]));
  const [maker] = persons;
  const from = maker === undefined ? undefined : known.get(maker);
  if (!from || persons.some(id => !known.has(id))) throw new RoomProblem('unknown-person');
  const chat = await store.addGroup({ id: null, title });
  for (const id of persons) await store.addMember(chat.id, id);
  const key = `made-${chat.id}`;
  const raw: RawRoomEvent = { key, chat, from, at: clock.now().toISOString(), what: { kind: 'made' } };
  const address = { platform: 'room' as const, botId: ROOM_BOT_ID, chatId: chat.id };
  await intake.store([{ address, eventKey: key, raw }]);
  return { chat: { ...chat, members: persons } };
}
