import { z } from 'zod';
import { plain, type RoomClient, type RoomMessage, roomClient } from './room-client.ts';
import { startRoom } from './room-process.ts';
import type { Stage, StoryChat, StoryMessage } from './story-chat.ts';

const made = z.looseObject({ person: z.looseObject({ id: z.string() }) });
const grouped = z.looseObject({ chat: z.looseObject({ id: z.string() }) });

/** The demo room, spoken to over HTTP. */
export function roomStory(room: RoomClient): StoryChat {
  /** What the room knows of a message that a story was shown. */
  const shown = new WeakMap<StoryMessage, RoomMessage>();
  const asStory = (message: RoomMessage): StoryMessage => {
    const { chat, seq, from } = message;
    const labels = (message.options ?? []).flat().map(option => option.label);
    const story = { chat, seq, from, text: plain(message), labels };
    shown.set(story, message);
    return story;
  };
  const asStories = (messages: readonly RoomMessage[]) => messages.map(asStory);

  return {
    persons: async () => (await room.state()).persons.map(({ id, name }) => ({ id, name })),
    groups: async () =>
      (await room.state()).chats.flatMap(({ id, title, kind }) => (kind === 'group' ? [{ id, title }] : [])),
    newPerson: async name => made.parse(await room.call('POST', '/persons', { name })).person.id,
    makeGroup: async (title, persons) => {
      const { chat } = grouped.parse(await room.call('POST', '/groups', { title, persons }));
      await room.call('POST', '/settle');
      return chat.id;
    },
    say: async (chat, person, text) => asStories(await room.say(chat, person, text)),
    press: async (person, message, label) => {
      const under = shown.get(message);
      if (!under) throw new Error(`not a message of the room: ${message.text}`);
      return asStories(await room.press(person, under, label));
    },
    attach: async (person, files) => asStories(await room.attach(person, person, [...files])),
    read: async (chat, person, after) => asStories(await room.messages(chat, person, after)),
    clock: move => room.clock(move),
  };
}

/** The real program with its demo room. */
export const roomStage: Stage = {
  name: 'room',
  open: async set => {
    const process = await startRoom(set);
    return {
      chat: roomStory(roomClient(process.url)),
      setupCode: process.setupCode ?? '',
      close: process.stop,
    };
  },
};
