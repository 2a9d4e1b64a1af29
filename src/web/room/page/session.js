import { api } from './api.js';
import { isWide, remember, remembered } from './dom.js';
import { readUpTo } from './feed.js';
import { canGoBack, isOurEntry, readRoute, writeRoute } from './route.js';
import { chatOf, chatsOf, emit, personOf, privateChatOf, store, upsert } from './store.js';
import { listen } from './updates.js';

/** @import { Message, RoomState } from './types.js' */

const LAST_PERSON = 'tlk.room.person';

/** Most messages of one answer of the room. */
const AT_ONCE = 500;

/** Grows with every change of person: an answer meant for the one before is dropped. */
let generation = 0;

export async function start() {
  await refresh();
  addEventListener('popstate', followRoute);
  const route = readRoute();
  const known = remembered(LAST_PERSON);
  const person = [route.person, known].map(id => personOf(id ?? '')).find(Boolean) ?? store.room.persons[0];
  // Nobody is there yet: whoever came first is asked for.
  if (!person) return emit('nobody');
  const own = privateChatOf(person.id)?.id ?? null;
  const asked = chatsOf(person.id).find(chat => chat.id === route.chat)?.id ?? null;
  // A newcomer on a phone sees the welcome at once, with the list one step back.
  const chat = asked ?? (isWide() || known === null ? own : null);
  const overList = chat !== null && !asked && !isWide();
  if (overList) writeRoute({ person: person.id, chat: null }, 'replace');
  writeRoute({ person: person.id, chat }, overList ? 'push' : 'replace');
  await become(person.id, chat);
}

/** The room as it is now; what has been opened stays open. */
export async function refresh() {
  takeState(await api.state());
}

/** @param {RoomState} room */
function takeState(room) {
  if (room.now < store.room.now) room.now = store.room.now;
  for (const chat of room.chats) {
    const known = chatOf(chat.id);
    const seq = chat.last?.seq ?? 0;
    // What has been heard or read meanwhile is newer than this picture.
    if (known?.last && seq < known.last.seq) Object.assign(chat, { last: known.last, unread: known.unread });
    else if (seq > 0 && seq <= (readUpTo.get(chat.id) ?? 0)) chat.unread[store.me] = 0;
  }
  store.room = room;
  emit('now');
  emit('chats');
}

/** After a break: false where it is another room by now, begun anew under the same address. */
export async function comeBack() {
  const room = await api.state();
  const lost = room.chats.some(({ id, last }) => (last?.seq ?? 0) < (chatOf(id)?.last?.seq ?? 0));
  if (lost || room.now < store.room.now || !room.persons.some(({ id }) => id === store.me)) return false;
  takeState(room);
  return true;
}

/** @param {string} person @param {string | null} chat */
async function become(person, chat) {
  generation++;
  const mine = generation;
  store.me = person;
  store.chatId = null;
  store.logs.clear();
  store.pending.clear();
  readUpTo.clear();
  store.last = Math.max(0, ...chatsOf(person).map(({ last }) => last?.seq ?? 0));
  remember(LAST_PERSON, person);
  emit('me');
  void listen(() => mine === generation);
  await openChat(chat);
}

/** Speaks as another person: in the same group if he is in it, else in his private chat. @param {string} person */
export async function switchTo(person) {
  await refresh();
  const here = chatOf(store.chatId);
  const stays = here?.kind === 'group' && here.members.includes(person);
  const keepsList = store.chatId === null && !isWide();
  const chat = stays ? here.id : keepsList ? null : (privateChatOf(person)?.id ?? null);
  writeRoute({ person, chat }, 'replace');
  await become(person, chat);
}

/** @param {string} name */
export async function addPerson(name) {
  const { person } = await api.addPerson(name);
  await switchTo(person.id);
  goTo(privateChatOf(person.id)?.id ?? null);
}

/** @param {string} title @param {string[]} persons the first makes it */
export async function makeGroup(title, persons) {
  const { chat } = await api.makeGroup(title, persons);
  await refresh();
  goTo(chat.id);
}

/** @param {string | null} chat null is the list, on a phone */
export function goTo(chat) {
  if (chat === store.chatId) return;
  const narrow = !isWide();
  if (chat === null && narrow && canGoBack()) return history.back();
  writeRoute(
    { person: store.me, chat },
    narrow && chat !== null && store.chatId === null ? 'push' : 'replace',
  );
  void openChat(chat);
}

function followRoute() {
  const route = readRoute();
  // Going back is a way out of a chat, never out of a person.
  const other = isOurEntry() ? undefined : personOf(route.person ?? '');
  const person = other?.id ?? store.me;
  const mayOpen = chatsOf(person).some(chat => chat.id === route.chat);
  const chat = mayOpen ? route.chat : isWide() ? (privateChatOf(person)?.id ?? null) : null;
  writeRoute({ person, chat }, 'replace');
  if (person !== store.me) void become(person, chat);
  else if (chat !== store.chatId) void openChat(chat);
}

/** @param {string | null} chat */
async function openChat(chat) {
  store.chatId = chat;
  emit('opened');
  if (chat !== null && !store.logs.get(chat)?.ready) await load(chat);
}

/** All messages of a chat. @param {string} chat */
export async function load(chat) {
  const mine = generation;
  /** What comes in meanwhile is kept here. @type {import('./store.js').Log} */
  const log = { list: [], ready: false, failed: false };
  store.logs.set(chat, log);
  /** @type {Message[]} */
  const list = [];
  try {
    for (let after = 0, full = true; full; ) {
      const heard = await api.messages(chat, store.me, after);
      if (mine !== generation) return;
      for (const message of heard.messages) upsert(list, message);
      full = heard.messages.length >= AT_ONCE;
      after = heard.last;
    }
    for (const message of log.list) upsert(list, message);
    store.logs.set(chat, { list, ready: true, failed: false });
  } catch {
    log.failed = true;
  }
  if (mine === generation && store.chatId === chat) emit('opened');
}
