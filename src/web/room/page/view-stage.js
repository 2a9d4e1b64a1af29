import { personAvatar } from './avatar.js';
import { clockBar } from './clock.js';
import { h, shown } from './dom.js';
import { postOf } from './format.js';
import { icon } from './icons.js';
import { on, personOf, store, unreadElsewhere } from './store.js';
import { peopleDialog } from './view-people.js';
import { words } from './words.js';

/** The strip above the messenger: whom one plays, and what time it is there. */
export function stage() {
  const { dialog, show } = peopleDialog();
  const face = h('span', { class: 'who-face' });
  const name = h('strong', { class: 'who-name', 'data-testid': 'who-name' });
  const post = h('span', { class: 'who-post', 'data-testid': 'who-post' });
  const dot = h('span', { class: 'who-dot', hidden: true });
  const who = h(
    'button',
    {
      type: 'button',
      class: 'who',
      'aria-haspopup': 'dialog',
      'data-testid': 'person-switcher',
      onclick: show,
    },
    face,
    h(
      'span',
      { class: 'who-text' },
      h('span', { class: 'who-line' }, h('span', { class: 'who-are' }, `${words.youAre} `), name),
      h('span', { class: 'sr-only' }, ' — '),
      post,
    ),
    dot,
    icon('chevron'),
    h('span', { class: 'sr-only' }, `. ${words.switchPerson}`),
  );

  function showMe() {
    const me = personOf(store.me);
    if (!me) return;
    face.replaceChildren(personAvatar(me));
    name.textContent = shown(me.name);
    post.textContent = postOf(me);
    document.title = words.title(shown(me.name), store.room.bot.name);
    showDot();
  }
  function showDot() {
    dot.hidden = !store.room.persons.some(({ id }) => id !== store.me && unreadElsewhere(id) > 0);
  }
  on('me', showMe);
  on('people', showDot);
  return h('header', { class: 'stage' }, who, clockBar(), dialog);
}
