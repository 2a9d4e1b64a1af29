/** @import { Chat, Message, Pending, Person, RoomState } from './types.js' */

/**
 * What the page knows, and who wants to hear of changes. Topics: `me`, `opened`, `chats`, `messages`,
 * `pending`, `now`, `online`, `people`, `nobody`, `compose`, `insert`.
 *
 * @typedef {{list: Message[], ready: boolean, failed: boolean}} Log
 * @typedef {{chat: string, added: Message[], changed: Message[]}} Change
 */

/** @type {Map<string, Set<(detail: any) => void>>} */
const listeners = new Map();

export const store = {
  /** @type {RoomState} */
  room: { now: '1970-01-01T00:00:00Z', bot: { name: '' }, persons: [], chats: [], commands: [], hints: [] },
  me: '',
  /** @type {string | null} */
  chatId: null,
  /** Only chats that have been opened as this person. @type {Map<string, Log>} */
  logs: new Map(),
  /** @type {Map<string, Pending[]>} */
  pending: new Map(),
  /** The `seq` up to which this person's updates are known. */
  last: 0,
  /** Others' messages heard since the page began, by chat. @type {Map<string, number>} */
  heard: new Map(),
  online: true,
};

/**
 * @param {string} topic
 * @param {(detail: any) => void} listener
 */
export function on(topic, listener) {
  const known = listeners.get(topic) ?? new Set();
  listeners.set(topic, known.add(listener));
}

/**
 * @param {string} topic
 * @param {unknown} [detail]
 */
export function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

/** @param {string} id @returns {Person | undefined} */
export const personOf = id => store.room.persons.find(person => person.id === id);

/** @param {string | null} id @returns {Chat | undefined} */
export const chatOf = id => store.room.chats.find(chat => chat.id === id);

/** @param {string} person @returns {Chat[]} */
export const chatsOf = person => store.room.chats.filter(chat => chat.members.includes(person));

/** The chat with the bot alone. @param {string} person */
export const privateChatOf = person => chatsOf(person).find(chat => chat.kind === 'private');

/** Newest first. */
export const myChats = () => chatsOf(store.me).sort((a, b) => (b.last?.seq ?? 0) - (a.last?.seq ?? 0));

/** A private chat is called after who answers there. @param {Chat} chat */
export const titleOf = chat => (chat.kind === 'private' ? store.room.bot.name : chat.title);

/** @param {Chat} chat @param {string} [person] */
export const unreadOf = (chat, person = store.me) => chat.unread[person] ?? 0;

/** What waits for this person in private. @param {string} person */
export function unreadElsewhere(person) {
  const own = privateChatOf(person);
  return own ? unreadOf(own, person) : 0;
}

/** @param {string} chat @param {string} id */
export const messageOf = (chat, id) => store.logs.get(chat)?.list.find(message => message.id === id);

/**
 * Replaces a known message where it stands, appends an unknown one.
 * @param {Message[]} list
 * @param {Message} message
 * @returns {'added' | 'changed' | 'known'}
 */
export function upsert(list, message) {
  const at = list.findLastIndex(known => known.id === message.id);
  const known = list[at];
  if (!known) {
    list.push(message);
    return 'added';
  }
  if (message.seq <= known.seq) return 'known';
  list[at] = message;
  return 'changed';
}

/** Plain words of a message, for previews and for the one who hears the page. @param {Message} message */
export function wordsOf(message) {
  const lines = message.lines.map(line => line.map(inlineText).join(''));
  return lines.join('\n').trim();
}

/** @param {import('./types.js').Inline} inline */
function inlineText(inline) {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return inline.bold;
  if ('italic' in inline) return inline.italic;
  if ('code' in inline) return inline.code;
  if ('mention' in inline) return inline.mention;
  return inline.link;
}
