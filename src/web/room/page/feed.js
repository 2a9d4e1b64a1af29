import { api } from './api.js';
import { chatOf, emit, store, unreadOf, upsert } from './store.js';

/** @import { Message, Pending } from './types.js' */

/** How far the current person has read, as told to the room. @type {Map<string, number>} */
export const readUpTo = new Map();

/**
 * Takes in messages of any of this person's chats; the same message twice changes nothing.
 * @param {Message[]} messages
 * @param {number} last
 * @returns {boolean} false where one belongs to a chat that is not known yet
 */
export function ingest(messages, last) {
  /** @type {Map<string, import('./store.js').Change>} */
  const changes = new Map();
  let allKnown = true;
  for (const message of messages) {
    const chat = chatOf(message.chat);
    if (!chat) {
      allKnown = false;
      continue;
    }
    const change = changes.get(chat.id) ?? { chat: chat.id, added: [], changed: [] };
    changes.set(chat.id, change);
    const log = store.logs.get(chat.id);
    const outcome = log ? upsert(log.list, message) : 'known';
    if (outcome === 'added') change.added.push(message);
    if (outcome === 'changed') change.changed.push(message);
    const isNew = message.seq > store.last && !message.edited;
    if (isNew ? message.seq > (chat.last?.seq ?? 0) : chat.last?.id === message.id) chat.last = message;
    if (isNew && message.from !== store.me) {
      chat.unread[store.me] = unreadOf(chat) + 1;
      store.heard.set(chat.id, (store.heard.get(chat.id) ?? 0) + 1);
    }
    settlePending(chat.id, pending => pending.id === message.id);
  }
  store.last = Math.max(store.last, last);
  for (const change of changes.values()) emit('messages', change);
  if (changes.size > 0) emit('chats');
  return allKnown;
}

/** @param {string} now the room's clock goes forward only; a slow answer may bring an older time */
export function setNow(now) {
  if (now <= store.room.now) return;
  store.room.now = now;
  emit('now');
}

/** Everything in this chat has been seen. @param {string} chat */
export function markRead(chat) {
  const known = chatOf(chat);
  const upTo = store.logs.get(chat)?.list.reduce((most, { seq }) => Math.max(most, seq), 0) ?? 0;
  if (!known || upTo <= (readUpTo.get(chat) ?? 0)) return;
  const wasUnread = unreadOf(known) > 0;
  readUpTo.set(chat, upTo);
  known.unread[store.me] = 0;
  if (!wasUnread) return;
  emit('chats');
  // Not knowing it costs the room a badge, no more.
  api.read(chat, store.me, upTo).catch(() => {});
}

/** @param {string} chat @param {Pending} pending */
export function showPending(chat, pending) {
  store.pending.set(chat, [...(store.pending.get(chat) ?? []), pending]);
  emit('pending', chat);
}

/** @param {string} chat @param {(pending: Pending) => boolean} which */
export function settlePending(chat, which) {
  const waiting = store.pending.get(chat) ?? [];
  const rest = waiting.filter(pending => !which(pending));
  if (rest.length === waiting.length) return;
  store.pending.set(chat, rest);
  emit('pending', chat);
}

/** Presses a button, as the current person. @param {Message} message @param {string} token */
export async function choose(message, token) {
  const me = store.me;
  await api.event(message.chat, { person: me, choose: token, message: message.id });
  const log = store.me === me ? store.logs.get(message.chat) : undefined;
  const at = log?.list.findIndex(({ id }) => id === message.id) ?? -1;
  const current = log?.list[at];
  if (!log || !current) return;
  const changed = { ...current, chosen: token };
  log.list[at] = changed;
  emit('messages', { chat: message.chat, added: [], changed: [changed] });
}
