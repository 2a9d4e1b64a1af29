import { h } from './dom.js';
import { start } from './session.js';
import { on, store } from './store.js';
import { toast, toasts } from './toast.js';
import { chatPane } from './view-chat.js';
import { chatList } from './view-list.js';
import { stage } from './view-stage.js';
import { words } from './words.js';

const app = document.getElementById('app') ?? document.body;
const offline = h(
  'div',
  { class: 'offline', role: 'status', hidden: true, 'data-testid': 'offline' },
  words.reconnecting,
);
const panes = h('div', { class: 'panes' }, chatList(), chatPane());
const skip = h(
  'button',
  { type: 'button', class: 'skip', onclick: () => document.querySelector('textarea')?.focus() },
  words.skip,
);

on('online', () => {
  offline.hidden = store.online;
});
on('opened', () => panes.classList.toggle('in-chat', store.chatId !== null));
on('trouble', (/** @type {string} */ what) => toast(what || words.network, 'bad'));

async function begin() {
  panes.append(toasts);
  app.replaceChildren(skip, stage(), offline, panes);
  try {
    await start();
  } catch (error) {
    app.replaceChildren(
      h(
        'div',
        { class: 'cannot-start', role: 'alert' },
        h('h1', {}, words.cannotStart),
        h('p', {}, error instanceof Error ? error.message : words.unclear),
        h(
          'button',
          { type: 'button', class: 'button primary', onclick: () => location.reload() },
          words.retry,
        ),
      ),
    );
  }
}

void begin();
