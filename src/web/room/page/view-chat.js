import { botAvatar, groupAvatar } from './avatar.js';
import { composer } from './compose.js';
import { h, isTouch, shown } from './dom.js';
import { markRead } from './feed.js';
import { icon } from './icons.js';
import { goTo, load } from './session.js';
import { chatOf, on, store, titleOf, unreadOf } from './store.js';
import { gist } from './view-list.js';
import { createLog } from './view-log.js';
import { welcomeCard } from './view-welcome.js';
import { words } from './words.js';

/** The conversation: its head, its messages, what one writes. */
export function chatPane() {
  const view = createLog(settle);
  const compose = composer();
  const head = h('div', { class: 'chat-head' });
  const spoken = h('div', { class: 'sr-only', 'aria-live': 'polite' });
  const pillText = h('span', {});
  const pill = h(
    'button',
    { type: 'button', class: 'pill', hidden: true, 'data-testid': 'new-below', onclick: down },
    icon('down'),
    pillText,
  );
  const none = h('div', { class: 'no-chat' }, h('p', {}, words.pickChat));
  const inside = h(
    'div',
    { class: 'chat-inside', hidden: true },
    head,
    h('div', { class: 'log-box' }, view.log, pill),
    compose.form,
  );
  const pane = h('main', { class: 'chat-pane' }, none, inside, spoken);
  compose.acceptDrops(inside);
  let missed = 0;
  /** False while something else stands in place of the messages. */
  let drawn = false;

  function down() {
    view.toEnd();
    settle();
    compose.focus();
  }

  /** Read what is seen; else say what waits below. */
  function settle() {
    const chat = store.chatId;
    const ready = chat !== null && store.logs.get(chat)?.ready === true && drawn;
    if (ready && view.isAtEnd() && document.visibilityState === 'visible') {
      missed = 0;
      markRead(chat);
    }
    pill.hidden = !ready || view.isAtEnd();
    pillText.textContent = missed > 0 ? words.newBelow(missed) : '';
    pill.setAttribute(
      'aria-label',
      missed > 0 ? `${words.toBottom}: ${words.newBelow(missed)}` : words.toBottom,
    );
  }

  function showHead() {
    const chat = chatOf(store.chatId);
    if (!chat) return;
    const group = chat.kind === 'group';
    const title = shown(titleOf(chat));
    view.log.setAttribute('aria-label', words.log(title));
    head.replaceChildren(
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button back',
          'aria-label': words.back,
          'data-testid': 'back',
          onclick: () => goTo(null),
        },
        icon('back'),
      ),
      group ? groupAvatar() : botAvatar(),
      h(
        'div',
        { class: 'chat-title' },
        h('h2', { 'data-testid': 'chat-title' }, title),
        h('p', {}, group ? words.members(chat.members.length) : words.botKind),
      ),
    );
  }

  function show() {
    const chat = chatOf(store.chatId);
    none.hidden = chat !== undefined;
    inside.hidden = chat === undefined;
    drawn = false;
    missed = 0;
    if (!chat) return;
    showHead();
    compose.show();
    const log = store.logs.get(chat.id);
    if (log?.failed) view.showInstead(failure(chat.id));
    else if (!log?.ready) view.showInstead(h('div', { class: 'loading', role: 'status' }, words.loading));
    else draw(chat, log.list.length === 0, unreadOf(chat));
    settle();
    if (!isTouch() && !document.querySelector('dialog[open]')) compose.focus();
  }

  /**
   * @param {import('./types.js').Chat} chat
   * @param {boolean} empty
   * @param {number} unread
   */
  function draw(chat, empty, unread) {
    drawn = true;
    if (!empty) view.show(chat.id, unread);
    else if (chat.kind === 'private') view.showInstead(welcomeCard());
    else view.showInstead(h('p', { class: 'empty', 'data-testid': 'empty' }, words.emptyGroup));
  }

  /** @param {string} chat */
  const failure = chat =>
    h(
      'div',
      { class: 'empty', role: 'alert' },
      h('p', {}, words.loadFailed),
      h('button', { type: 'button', class: 'button', onclick: () => load(chat) }, words.retry),
    );

  on('opened', show);
  on('online', () => {
    if (store.online && store.chatId !== null && store.logs.get(store.chatId)?.failed)
      void load(store.chatId);
  });
  on('messages', (/** @type {import('./store.js').Change} */ { chat: id, added, changed }) => {
    const chat = chatOf(id);
    const log = store.logs.get(id);
    if (id !== store.chatId || !chat || !log?.ready) return;
    const others = added.filter(message => message.from !== store.me);
    const isFirst = log.list.length === added.length;
    if (isFirst) draw(chat, false, 0);
    else view.change(changed);
    const wentAlong = isFirst || view.add(added);
    if (!wentAlong) missed += others.length;
    else if (document.visibilityState === 'visible') markRead(id);
    spoken.textContent = others
      .map(message => shown(words.saidBy(message.fromName, gist(message))))
      .join('. ');
    settle();
  });
  on('pending', chat => {
    if (chat !== store.chatId) return;
    view.showWaiting();
    if ((store.pending.get(chat) ?? []).length > 0) view.toEnd();
    settle();
  });
  document.addEventListener('visibilitychange', settle);
  return pane;
}
