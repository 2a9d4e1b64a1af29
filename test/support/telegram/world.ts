/** What there is in the imitated Telegram: people, chats, messages, files. */
export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
}

export interface WireChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
  is_forum?: true;
}

/** As the Bot API shapes it; only what the imitation itself reads is named. */
export interface WireMessage extends Record<string, unknown> {
  message_id: number;
  chat: WireChat;
  date: number;
  from?: WireUser;
  text?: string;
}

export interface Chat {
  wire: WireChat;
  /** User ids; of a private chat its one person. */
  members: Set<number>;
  /** Of the bot; `none`: it was never here or is gone. */
  bot: 'none' | 'member' | 'administrator';
  messages: Shown[];
  topics: Set<number>;
  botWroteLast: boolean;
  /** The chat that this group has become. */
  upgradedTo: number | null;
  /** Of a private chat: the person stopped the bot, or never began. */
  blocked: boolean;
  started: boolean;
  pinned: Set<number>;
}

/** A message as people see it, in its newest version. */
export interface Shown {
  /** Grows over all chats, with each edit too. */
  seq: number;
  wire: WireMessage;
  edited: boolean;
  /** The only one who sees it. */
  onlyFor: number | null;
  deleted: boolean;
}

export interface StoredFile {
  id: string;
  path: string;
  name: string;
  bytes: Uint8Array;
}

/** Who speaks where an admin is anonymous. */
export const ANONYMOUS = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export interface World {
  bot: WireUser & { username: string };
  users: Map<number, WireUser>;
  chats: Map<number, Chat>;
  files: Map<string, StoredFile>;
  /** Ids of pressed buttons that still wait for their answer, with when they were pressed. */
  presses: Map<string, { at: number; userId: number }>;
  commands: Map<string, unknown>;
  privacy: boolean;
  /** Seconds. */
  now(): number;
  next(kind: 'message' | 'update' | 'user' | 'chat' | 'file' | 'seq'): number;
}

export function createWorld(now: () => Date): World {
  const counters = { message: 0, update: 700_000_000, user: 5_000_000, chat: 1_000_000, file: 0, seq: 0 };
  return {
    bot: { id: 123_456_789, is_bot: true, first_name: 'Trợ lý Khối', username: 'tro_ly_khoi_bot' },
    users: new Map(),
    chats: new Map(),
    files: new Map(),
    presses: new Map(),
    commands: new Map(),
    privacy: true,
    now: () => Math.floor(now().getTime() / 1_000),
    next: kind => {
      counters[kind] += 1;
      return counters[kind];
    },
  };
}

export function emptyChat(wire: WireChat, members: Iterable<number>): Chat {
  return {
    wire,
    members: new Set(members),
    bot: 'none',
    messages: [],
    topics: new Set(),
    botWroteLast: false,
    upgradedTo: null,
    blocked: false,
    started: false,
    pinned: new Set(),
  };
}

/** Puts a message into its chat. */
export function show(world: World, chat: Chat, wire: WireMessage, onlyFor: number | null = null): Shown {
  const shown = { seq: world.next('seq'), wire, edited: false, onlyFor, deleted: false };
  chat.messages.push(shown);
  chat.botWroteLast = wire.from?.id === world.bot.id;
  return shown;
}

export const shownIn = (chat: Chat, messageId: number): Shown | undefined =>
  chat.messages.find(one => one.wire.message_id === messageId && !one.deleted);

/** Whether a bot with privacy mode gets to see what somebody wrote. */
export function reachesBot(world: World, chat: Chat, message: WireMessage): boolean {
  if (chat.wire.type === 'private') return true;
  if (chat.bot === 'none') return false;
  if (chat.bot === 'administrator' || !world.privacy) return true;
  const text = message.text ?? (typeof message.caption === 'string' ? message.caption : '');
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  if (command) return command[1] ? command[1].toLowerCase() === world.bot.username : chat.botWroteLast;
  const { reply_to_message: to } = message;
  return typeof to === 'object' && to !== null && 'from' in to && isBot(world, to.from);
}

const isBot = (world: World, user: unknown) =>
  typeof user === 'object' && user !== null && 'id' in user && user.id === world.bot.id;
