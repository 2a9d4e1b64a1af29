import { api } from './api.js';
import { h, shown } from './dom.js';
import { setNow } from './feed.js';
import { clockLine, momentLine } from './format.js';
import { icon } from './icons.js';
import { refresh } from './session.js';
import { emit, myChats, on, store, unreadOf } from './store.js';
import { toast } from './toast.js';
import { drain } from './updates.js';
import { words } from './words.js';

/** @typedef {{by: number} | {next: true}} Move */

/** The room's clock and the buttons that push it on. */
export function clockBar() {
  const day = h('span', { class: 'clock-day' });
  const time = h('span', { class: 'clock-time' });
  const face = h(
    'time',
    { class: 'clock-face', 'data-testid': 'clock' },
    day,
    h('span', { class: 'clock-dot' }, ' · '),
    time,
  );
  /** @type {[string, string, Move][]} */
  const moves = [
    ['hour', words.hour, { by: 3_600 }],
    ['day', words.day, { by: 86_400 }],
    ['next', words.next, { next: true }],
  ];
  const buttons = moves.map(([name, label, move]) =>
    h(
      'button',
      {
        type: 'button',
        class: `clock-move move-${name}`,
        'data-testid': `clock-${name}`,
        onclick: (/** @type {{currentTarget: HTMLButtonElement}} */ { currentTarget }) =>
          run(move, currentTarget),
      },
      h('span', { class: 'clock-label' }, label),
    ),
  );
  const bar = h(
    'section',
    { class: 'clock', 'aria-label': words.clock },
    icon('clock'),
    face,
    h('div', { class: 'clock-moves' }, ...buttons),
  );

  /** @param {Move} move @param {HTMLButtonElement} pressed */
  async function run(move, pressed) {
    if (bar.getAttribute('aria-busy') === 'true') return;
    setBusy(pressed);
    try {
      toast(await advance(move));
    } catch (error) {
      toast(error instanceof Error ? error.message : words.unclear, 'bad');
    }
    setBusy(null);
  }

  /** @param {HTMLButtonElement | null} pressed */
  function setBusy(pressed) {
    bar.setAttribute('aria-busy', String(pressed !== null));
    // Not `disabled`, which would throw the keyboard's focus away.
    for (const button of buttons) {
      button.setAttribute('aria-disabled', String(pressed !== null));
      button.classList.toggle('busy', button === pressed);
    }
  }

  function show() {
    const line = clockLine(store.room.now);
    day.textContent = line.day;
    time.textContent = line.time;
    face.dateTime = store.room.now;
  }
  on('now', show);
  return bar;
}

/** Unread messages in people's private chats, by person. */
function privately() {
  const own = store.room.chats.filter(chat => chat.kind === 'private');
  return new Map(own.flatMap(chat => chat.members.map(person => [person, unreadOf(chat, person)])));
}

/** @param {Move} move @returns {Promise<string>} what came of it */
async function advance(move) {
  await refresh();
  const unread = privately();
  const heard = new Map(store.heard);
  const { now } = await api.clock(move);
  await api.settle().catch(() => {});
  setNow(now);
  await drain();
  await refresh();
  const others = [...privately()].filter(([id, count]) => id !== store.me && count > (unread.get(id) ?? 0));
  emit('people');
  const news = myChats().map(({ id, kind, title }) => ({
    count: (store.heard.get(id) ?? 0) - (heard.get(id) ?? 0),
    group: kind === 'group' ? shown(title) : null,
  }));
  return words.arrived(
    momentLine(now),
    news.filter(({ count }) => count > 0),
    others.length,
  );
}
