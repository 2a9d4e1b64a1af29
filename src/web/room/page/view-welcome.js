import { botAvatar } from './avatar.js';
import { h, shown } from './dom.js';
import { icon } from './icons.js';
import { emit, personOf, store } from './store.js';
import { words } from './words.js';

/** `/han: xem các hạn` */
const LABELLED = /^(\/\w+)\s*[:–-]?\s*(.*)$/s;

/** The first thing a newcomer reads in his private chat. */
export function welcomeCard() {
  const name = shown(personOf(store.me)?.name ?? '');
  const hints = store.room.hints.map(hint =>
    h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'hint', 'data-testid': 'hint', onclick: () => use(hint) },
        marked(hint),
        icon('go'),
      ),
    ),
  );
  return h(
    'div',
    { class: 'welcome', 'data-testid': 'welcome' },
    botAvatar(),
    h('h2', {}, words.hello(name)),
    h('p', {}, words.welcome(store.room.bot.name)),
    hints.length > 0 && h('p', { class: 'welcome-try' }, words.tryThis),
    hints.length > 0 && h('ul', { class: 'hints' }, ...hints),
  );
}

/** The command, and what it is for. @param {string} hint */
function marked(hint) {
  const [, command, purpose] = LABELLED.exec(shown(hint)) ?? [];
  if (!command) return h('span', {}, shown(hint));
  return h('span', { class: 'hint-text' }, h('strong', {}, command), purpose && h('span', {}, purpose));
}

/** A command is sent; of a sentence, the command in it or all its words go into the composer. @param {string} hint */
function use(hint) {
  const [, command] = LABELLED.exec(hint) ?? [];
  const [inside] = /\/\w+/.exec(hint) ?? [];
  if (command) emit('say', command);
  else emit('insert', inside ? `${inside} ` : hint);
}
