import { h, scrolling } from './dom.js';
import { dayLine, sameDay } from './format.js';
import { store } from './store.js';
import { handleActions } from './view-actions.js';
import { beginsRun, messageView, pendingView } from './view-message.js';
import { words } from './words.js';

/** @import { Message } from './types.js' */

/** Messages drawn at once; older ones follow when one scrolls up. */
const AT_ONCE = 120;
/** Pixels from the end that still count as being there. */
const NEAR = 48;

/** The scrolling conversation. `onMove` is told whenever the reader may have come to the end, or left it. */
export function createLog(/** @type {() => void} */ onMove) {
  const waiting = h('div', { class: 'waiting' });
  const log = h('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'off',
    tabindex: '0',
    'data-testid': 'log',
  });
  let chat = '';
  /** Index of the oldest message drawn. */
  let from = 0;
  /** Index of the first unread message when the chat was opened; -1 for none. */
  let unreadFrom = -1;
  let atEnd = true;
  /** Where it was scrolled to when that was last looked at. */
  let lastTop = 0;

  const list = () => store.logs.get(chat)?.list ?? [];

  /** @param {Message} message @param {number} at */
  function nodesOf(message, at) {
    const before = list()[at - 1];
    const newDay = !before || !sameDay(before.at, message.at);
    return [
      newDay && h('div', { class: 'day' }, h('span', {}, dayLine(message.at))),
      at === unreadFrom && h('div', { class: 'unread-line' }, h('span', {}, words.unreadFrom)),
      messageView(message, beginsRun(message, before) || at === unreadFrom),
    ].filter(node => node !== false);
  }

  const drawn = (/** @type {number} */ start, /** @type {number} */ end) =>
    list()
      .slice(start, end)
      .flatMap((message, at) => nodesOf(message, start + at));

  /** @param {string} id */
  const nodeOf = id => log.querySelector(`.msg[data-id="${CSS.escape(id)}"]`);

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    lastTop = log.scrollTop;
    atEnd = true;
  }

  /** Draws a chat anew. @param {string} id @param {number} unread */
  function show(id, unread) {
    chat = id;
    const all = list();
    const others = all.flatMap((message, at) => (message.from === store.me ? [] : [at]));
    unreadFrom = unread > 0 ? (others.at(-unread) ?? others[0] ?? -1) : -1;
    from = Math.max(0, Math.min(all.length - AT_ONCE, unreadFrom < 0 ? all.length : unreadFrom - 20));
    log.replaceChildren(...drawn(from, all.length), waiting);
    showWaiting();
    toEnd();
    const line = log.querySelector('.unread-line');
    if (line && line.getBoundingClientRect().top < log.getBoundingClientRect().top)
      line.scrollIntoView({ block: 'start' });
    moved();
  }

  /** @param {Node} node in place of the conversation */
  function showInstead(node) {
    log.replaceChildren(node, waiting);
    showWaiting();
  }

  function showWaiting() {
    waiting.replaceChildren(...(store.pending.get(chat) ?? []).map(pendingView));
  }

  /**
   * Who sits at the end, and who has spoken, goes along.
   * @param {Message[]} messages
   * @returns {boolean} whether the reader went along
   */
  function add(messages) {
    const along = atEnd || messages.some(({ from: speaker }) => speaker === store.me);
    const all = list();
    for (const message of messages) {
      const at = all.findLastIndex(({ id }) => id === message.id);
      waiting.before(...nodesOf(message, at));
    }
    if (!along) return false;
    toEnd();
    const first = messages.find(({ from: speaker }) => speaker !== store.me);
    const node = first && nodeOf(first.id);
    // What is longer than the screen is read from its beginning.
    if (node && node.getBoundingClientRect().top < log.getBoundingClientRect().top) {
      node.scrollIntoView({ block: 'start' });
      moved();
    }
    return true;
  }

  /** @param {Message[]} messages */
  function change(messages) {
    const stay = atEnd;
    const all = list();
    for (const message of messages) {
      const old = nodeOf(message.id);
      if (!old) continue;
      const at = all.findIndex(({ id }) => id === message.id);
      const fresh = messageView(message, old.classList.contains('first') || beginsRun(message, all[at - 1]));
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(fresh);
      if (hadFocus) fresh.focus({ preventScroll: true });
    }
    if (stay) toEnd();
  }

  function older() {
    if (from === 0) return;
    const start = Math.max(0, from - AT_ONCE);
    const below = log.scrollHeight - log.scrollTop;
    log.prepend(...drawn(start, from));
    from = start;
    log.scrollTop = log.scrollHeight - below;
  }

  /** @param {string} id */
  function goTo(id) {
    const at = list().findIndex(message => message.id === id);
    while (at >= 0 && at < from) older();
    const node = nodeOf(id);
    if (!node) return;
    node.scrollIntoView({ block: 'center', behavior: scrolling() });
    node.classList.remove('flash');
    requestAnimationFrame(() => node.classList.add('flash'));
  }

  function moved() {
    const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    // A composer that has just grown moves the end away; only who scrolls up has left it.
    atEnd = isNear || (atEnd && log.scrollTop >= lastTop);
    lastTop = log.scrollTop;
    if (log.scrollTop < 300) older();
    onMove();
  }

  log.addEventListener('scroll', moved, { passive: true });
  log.addEventListener('click', event => {
    const quote = event.target instanceof Element ? event.target.closest('[data-quote]') : null;
    if (quote) goTo(quote.getAttribute('data-quote') ?? '');
  });
  // The keyboard of a phone, a growing composer, a picture: the end stays in sight.
  new ResizeObserver(() => atEnd && toEnd()).observe(log);
  handleActions(log);

  return { log, show, showInstead, showWaiting, add, change, toEnd, isAtEnd: () => atEnd };
}
