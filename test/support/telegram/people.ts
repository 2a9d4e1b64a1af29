import type { Delivery, WireUpdate } from './delivery.ts';
import { memberOf } from './members.ts';
import { keep, type Upload } from './methods.ts';
import { privateChat, withoutReply } from './sending.ts';
import {
  ANONYMOUS,
  type Chat,
  emptyChat,
  reachesBot,
  type Shown,
  show,
  shownIn,
  type WireChat,
  type WireMessage,
  type WireUser,
  type World,
} from './world.ts';

interface How {
  /** Id of the message answered. */
  replyTo?: number;
  topic?: number;
  /** As an admin who hides who he is. */
  anonymous?: boolean;
}

/** What people do, and what the bot gets to know of it: null where that is nothing. */
export function createPeople(world: World, delivery: Delivery) {
  const userOf = (id: number): WireUser => {
    const user = world.users.get(id);
    if (!user) throw new Error(`no user ${id}`);
    return user;
  };
  const chatOf = (id: number): Chat => world.chats.get(id) ?? privateChat(world, id);

  function wrote(chatId: number, userId: number, content: Record<string, unknown>, how: How = {}) {
    const chat = chatOf(chatId);
    if (chat.upgradedTo !== null) throw new Error('this group is no more');
    if (chat.wire.type === 'private') chat.started = true;
    const answered = how.replyTo === undefined ? undefined : shownIn(chat, how.replyTo)?.wire;
    const message: WireMessage = {
      message_id: world.next('message'),
      from: how.anonymous ? ANONYMOUS : userOf(userId),
      ...(how.anonymous && { sender_chat: chat.wire }),
      chat: chat.wire,
      date: world.now(),
      ...(how.topic !== undefined && { message_thread_id: how.topic, is_topic_message: true }),
      ...(answered && { reply_to_message: withoutReply(answered) }),
      ...(!answered && how.topic !== undefined && { reply_to_message: topicStart(chat, how.topic) }),
      ...content,
    };
    const reaches = reachesBot(world, chat, message);
    const shown = show(world, chat, message);
    return { shown, update: reaches ? delivery.push({ message }) : null };
  }

  const topicStart = (chat: Chat, topic: number) => {
    const start = shownIn(chat, topic)?.wire;
    if (!start) throw new Error(`no topic ${topic}`);
    return start;
  };

  const service = (chat: Chat, from: WireUser, content: Record<string, unknown>): WireMessage => {
    const message = {
      message_id: world.next('message'),
      from,
      chat: chat.wire,
      date: world.now(),
      ...content,
    };
    show(world, chat, message);
    return message;
  };

  function becomes(chat: Chat, by: number, status: Chat['bot'] | 'kicked'): WireUpdate | null {
    const before = memberOf(world, chat.bot === 'none' ? 'left' : chat.bot);
    chat.bot = status === 'kicked' ? 'none' : status;
    const now = memberOf(world, status === 'none' ? 'left' : status);
    const change = { chat: chat.wire, from: userOf(by), date: world.now() };
    return delivery.push({ my_chat_member: { ...change, old_chat_member: before, new_chat_member: now } });
  }

  return {
    /** Somebody who has never written to the bot. */
    user(first_name: string, last_name?: string): number {
      const id = world.next('user');
      world.users.set(id, { id, is_bot: false, first_name, ...(last_name && { last_name }) });
      return id;
    },
    /** Presses Start: the bot may write from now on. The message is none that the bot need know of. */
    starts: (userId: number): void => {
      chatOf(userId).started = true;
    },
    /** A group of these people, to which the first of them adds the bot. */
    group(title: string, members: readonly number[], type: 'group' | 'supergroup' = 'supergroup'): number {
      const number = world.next('chat');
      const wire: WireChat = { id: type === 'group' ? -number : -1_000_000_000_000 - number, type, title };
      const chat = emptyChat(wire, members);
      world.chats.set(wire.id, chat);
      this.adds(wire.id, members[0] ?? 0);
      return wire.id;
    },
    adds(chatId: number, by: number): void {
      const chat = chatOf(chatId);
      becomes(chat, by, 'member');
      const message = service(chat, userOf(by), { new_chat_members: [world.bot] });
      delivery.push({ message });
    },
    promotes: (chatId: number, by: number) => becomes(chatOf(chatId), by, 'administrator'),
    kicks: (chatId: number, by: number) => becomes(chatOf(chatId), by, 'kicked'),
    blocks(userId: number): WireUpdate | null {
      const chat = chatOf(userId);
      chat.blocked = true;
      const user = userOf(userId);
      const [was, is] = [memberOf(world, 'member'), memberOf(world, 'kicked')];
      const change = { chat: chat.wire, from: user, date: world.now() };
      return delivery.push({ my_chat_member: { ...change, old_chat_member: was, new_chat_member: is } });
    },
    unblocks(userId: number): WireUpdate | null {
      const chat = chatOf(userId);
      chat.blocked = false;
      const [was, is] = [memberOf(world, 'kicked'), memberOf(world, 'member')];
      const change = { chat: chat.wire, from: userOf(userId), date: world.now() };
      return delivery.push({ my_chat_member: { ...change, old_chat_member: was, new_chat_member: is } });
    },
    joins(chatId: number, userId: number): WireUpdate | null {
      const chat = chatOf(chatId);
      chat.members.add(userId);
      const message = service(chat, userOf(userId), { new_chat_members: [userOf(userId)] });
      return delivery.push({ message });
    },
    leaves(chatId: number, userId: number): WireUpdate | null {
      const chat = chatOf(chatId);
      chat.members.delete(userId);
      return delivery.push({ message: service(chat, userOf(userId), { left_chat_member: userOf(userId) }) });
    },
    says(chatId: number, userId: number, text: string, how: How = {}) {
      const [command] = /^\/\w+(?:@\w+)?/.exec(text) ?? [];
      const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : [];
      return wrote(chatId, userId, { text, ...(command && { entities }) }, how);
    },
    sends(chatId: number, userId: number, file: Upload, how: How & { caption?: string } = {}) {
      const { caption, ...rest } = how;
      const kept = keep(world, file);
      const { file_name: _, mime_type: __, ...small } = kept;
      const content = file.mime.startsWith('image/')
        ? {
            photo: [
              { ...small, width: 90, height: 60 },
              { ...small, width: 1280, height: 853 },
            ],
          }
        : { document: kept };
      return wrote(chatId, userId, { ...content, ...(caption && { caption }) }, rest);
    },
    /** A file as Telegram describes it, for somebody to share. */
    keeps: (file: Upload) => keep(world, file),
    shares: (chatId: number, userId: number, content: Record<string, unknown>) =>
      wrote(chatId, userId, content),
    edits(chatId: number, messageId: number, text: string): WireUpdate | null {
      const chat = chatOf(chatId);
      const shown = shownIn(chat, messageId);
      if (!shown) throw new Error('nothing to edit');
      shown.wire = { ...shown.wire, text, edit_date: world.now() };
      return reachesBot(world, chat, shown.wire) ? delivery.push({ edited_message: shown.wire }) : null;
    },
    /** @throws where the message has no such button */
    presses(chatId: number, userId: number, shown: Shown, data: string): WireUpdate | null {
      if (!JSON.stringify(shown.wire.reply_markup ?? {}).includes(JSON.stringify(data))) {
        throw new Error(`no button ${data}`);
      }
      const id = String(world.next('update'));
      world.presses.set(id, { at: world.now(), userId });
      const query = { id, from: userOf(userId), message: shown.wire, chat_instance: String(chatId), data };
      return delivery.push({ callback_query: query });
    },
    /** The group becomes a supergroup under a new id; both chats tell of it. */
    upgrades(chatId: number, by: number): number {
      const old = chatOf(chatId);
      const id = -1_000_000_000_000 - world.next('chat');
      const chat = emptyChat({ id, type: 'supergroup', title: old.wire.title ?? '' }, old.members);
      chat.bot = old.bot;
      world.chats.set(id, chat);
      const to = service(old, userOf(by), { migrate_to_chat_id: id });
      old.upgradedTo = id;
      delivery.push({ message: to });
      const from = service(chat, ANONYMOUS, { sender_chat: chat.wire, migrate_from_chat_id: chatId });
      delivery.push({ message: from });
      return id;
    },
    topic(chatId: number, by: number, name: string): number {
      const chat = chatOf(chatId);
      chat.wire.is_forum = true;
      const message = service(chat, userOf(by), {});
      message.message_thread_id = message.message_id;
      message.is_topic_message = true;
      message.forum_topic_created = { name, icon_color: 7_322_096 };
      chat.topics.add(message.message_id);
      delivery.push({ message });
      return message.message_id;
    },
    deletesTopic: (chatId: number, topic: number) => chatOf(chatId).topics.delete(topic),
    /** What that person sees of a chat, in the order of sending. */
    reads: (chatId: number, userId: number | null = null): Shown[] =>
      (world.chats.get(chatId)?.messages ?? []).filter(
        one => !one.deleted && (one.onlyFor === null || one.onlyFor === userId),
      ),
  };
}
