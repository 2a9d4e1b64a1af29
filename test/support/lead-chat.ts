import { plain, type RoomClient, type RoomMessage } from './room-client.ts';

/** The sample's lead alone with the assistant, and what others hear meanwhile. */
export function leadChat(room: RoomClient) {
  const only = (messages: RoomMessage[], asked: string): RoomMessage => {
    const last = messages.at(-1);
    if (!last) throw new Error(`no answer to ${asked}`);
    return last;
  };
  const heardIn = new Map<string, number>();
  const newIn = async (chat: string, person: string) => {
    const messages = await room.messages(chat, person, heardIn.get(chat) ?? 0);
    heardIn.set(chat, messages.at(-1)?.seq ?? heardIn.get(chat) ?? 0);
    return messages
      .filter(one => one.from === null)
      .map(plain)
      .join('\n');
  };
  return {
    /** The last of what the assistant answers. */
    say: async (text: string, person = 'lan') => only(await room.say(person, person, text), text),
    press: async (message: RoomMessage, label: string, person = 'lan') =>
      only(await room.press(person, message, label), label),
    /** What the assistant has said in that chat since this was last asked. */
    newIn,
    /** The same command, shown and at once carried out. */
    done: async (text: string) => {
      const shown = only(await room.say('lan', 'lan', text), text);
      return only(await room.press('lan', shown, 'Thực hiện'), 'Thực hiện');
    },
  };
}
