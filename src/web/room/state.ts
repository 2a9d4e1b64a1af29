import type { RoomDeps } from './deps.ts';

/** Everything a page needs to begin with. */
export async function stateOf({ store, clock, commands, botName, who, hints }: RoomDeps) {
  const [people, chats, sentences] = await Promise.all([store.persons(), store.chatsInFull(), hints()]);
  const known = await who(people.map(person => person.id));
  const persons = people.map(({ id, name }) => {
    const { role, unit } = known.get(id) ?? { role: null, unit: null };
    return { id, name, role, unit };
  });
  return {
    now: clock.now().toISOString(),
    bot: { name: botName },
    persons,
    chats,
    commands,
    hints: sentences,
  };
}

/** A newcomer, known to nobody, with his private chat. */
export async function welcome({ store }: RoomDeps, name: string) {
  const { id } = await store.addPerson({ id: null, name });
  const chat = (await store.chatsInFull()).find(candidate => candidate.id === id);
  return { person: { id, name, role: null, unit: null }, chat };
}
