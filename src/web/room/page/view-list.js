import { botAvatar, groupAvatar } from './avatar.js';
import { h, shown } from './dom.js';
import { badge, briefTime } from './format.js';
import { icon } from './icons.js';
import { goTo } from './session.js';
import { myChats, on, store, titleOf, unreadOf, wordsOf } from './store.js';
import { groupDialog } from './view-group.js';
import { words } from './words.js';

/** @import { Chat, Message } from './types.js' */

/** The chats of the current person, the one with the newest message on top. */
export function chatList() {
  const list = h('ul', { class: 'chats', 'data-testid': 'chat-list' });

  /** Rows stay the same elements while they look the same: a finger may be on one. @type {Map<string, {look: string, row: HTMLElement}>} */
  let rows = new Map();

  function fill() {
    const focused = document.activeElement?.getAttribute('data-chat');
    rows = new Map(
      myChats().map(chat => {
        const at = chat.last && briefTime(chat.last.at, store.room.now);
        const look = JSON.stringify([chat.id === store.chatId, unreadOf(chat), chat.last?.seq, at, store.me]);
        const known = rows.get(chat.id);
        return [chat.id, known?.look === look ? known : { look, row: row(chat) }];
      }),
    );
    const wanted = [...rows.values()].map(known => known.row);
    if (wanted.length === list.children.length && wanted.every((node, at) => node === list.children[at]))
      return;
    list.replaceChildren(...wanted);
    if (focused) rows.get(focused)?.row.querySelector('button')?.focus();
  }
  for (const topic of ['chats', 'opened', 'now', 'me']) on(topic, fill);
  const { dialog, show } = groupDialog();
  return h(
    'nav',
    { class: 'list-pane', 'aria-label': words.chats },
    h(
      'div',
      { class: 'list-head' },
      h('h1', {}, words.chats),
      h('span', { class: 'list-tag' }, words.room),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.newGroup,
          title: words.newGroup,
          'aria-haspopup': 'dialog',
          'data-testid': 'group-new',
          onclick: show,
        },
        icon('newGroup'),
      ),
    ),
    list,
    dialog,
  );
}

/** @param {Chat} chat */
function row(chat) {
  const unread = unreadOf(chat);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: `chat-row${unread > 0 ? ' has-unread' : ''}`,
        'aria-current': chat.id === store.chatId && 'true',
        'data-chat': chat.id,
        'data-testid': 'chat-row',
        onclick: () => goTo(chat.id),
      },
      chat.kind === 'group' ? groupAvatar() : botAvatar(),
      h(
        'span',
        { class: 'chat-row-text' },
        h('span', { class: 'chat-row-title' }, shown(titleOf(chat))),
        h('span', { class: 'chat-row-last' }, preview(chat)),
      ),
      h(
        'span',
        { class: 'chat-row-side' },
        chat.last && h('time', { datetime: chat.last.at }, briefTime(chat.last.at, store.room.now)),
        unread > 0 &&
          h(
            'span',
            { class: 'badge', 'data-testid': 'unread' },
            h('span', { 'aria-hidden': 'true' }, badge(unread)),
            h('span', { class: 'sr-only' }, words.unread(unread)),
          ),
      ),
    ),
  );
}

/** @param {Chat} chat */
function preview({ kind, last }) {
  if (!last) return words.noMessages;
  const said = gist(last);
  if (last.from === store.me) return shown(words.saidBy(words.you, said));
  return shown(kind === 'group' ? words.saidBy(last.fromName, said) : said);
}

/** One line of what a message holds. @param {Message} message */
export function gist(message) {
  const files = message.files ?? (message.file ? [message.file] : []);
  return wordsOf(message).replace(/\s+/g, ' ') || files.map(({ name }) => name).join(', ') || words.table;
}
