import { deliver } from './push.ts';
import { type FakeBot, hexId, type ZaloWorld } from './world.ts';

interface How {
  /** Picked from the `@` list. */
  mentions?: boolean;
  /** The message is an answer to one of the bot's. */
  answers?: boolean;
  bot?: FakeBot;
}

/** What people do on Zalo. Each act resolves once it was delivered, with the update, null where the bot hears nothing. */
export function people(world: ZaloWorld, origin: string) {
  const [first] = world.bots;
  const isGroup = (chat: string) => world.groups.has(chat);

  const message = (person: string, chat: string) => ({
    message_id: hexId(),
    date: world.now(),
    from: { id: person, display_name: world.people.get(person) ?? person, is_bot: false },
    chat: { id: chat, chat_type: isGroup(chat) ? 'GROUP' : 'PRIVATE' },
  });

  /** In groups the platform hands over what mentions the bot or answers it; nothing else. */
  function addressed(chat: string, text: string, how: How, bot: FakeBot): string | null {
    if (!isGroup(chat)) return text;
    if (how.answers) return world.switches.replyMentions ? `@${bot.displayName} ${text}` : text;
    return how.mentions ? `@${bot.displayName} ${text}` : null;
  }

  async function send(
    event_name: string,
    person: string,
    chat: string,
    how: How,
    content: (text: string) => object,
    text = '',
  ) {
    const bot = how.bot ?? first;
    if (!bot) throw new Error('nobody to write to');
    const heard = addressed(chat, text, how, bot);
    if (heard === null) return null;
    if (!isGroup(chat)) bot.met.add(chat);
    const update = { event_name, message: { ...message(person, chat), ...content(heard) } };
    await deliver(world, bot, update);
    return update;
  }

  return {
    person: (name: string, id = hexId()): string => {
      world.people.set(id, name);
      return id;
    },
    group: (title: string, members: readonly string[], id = `zgr-${hexId()}`): string => {
      world.groups.set(id, { title, members: new Set(members) });
      return id;
    },
    says: (person: string, chat: string, text: string, how: How = {}) =>
      send(
        'message.text.received',
        person,
        chat,
        how,
        heard => ({ text: heard, message_type: 'TEXT' }),
        text,
      ),
    showsPicture: (person: string, chat: string, bytes: Uint8Array, caption: string, how: How = {}) => {
      const path = `/pictures/${hexId()}.jpg`;
      world.pictures.set(path, bytes);
      const field = world.switches.photoField;
      const content = (heard: string) => ({
        message_type: 'CHAT_PHOTO',
        [field]: origin + path,
        ...(heard !== '' && { caption: heard }),
      });
      return send('message.image.received', person, chat, how, content, caption);
    },
    /** Files, links, videos and cards: the platform tells that there was something, no more. */
    sendsFile: async (person: string, chat: string, how: How = {}) => {
      if (!world.switches.unsupportedBare)
        return send('message.unsupported.received', person, chat, { answers: true, ...how }, () => ({
          date: 0,
        }));
      const bot = how.bot ?? first;
      const update = { event_name: 'message.unsupported.received' };
      if (bot) await deliver(world, bot, update);
      return update;
    },
  };
}
