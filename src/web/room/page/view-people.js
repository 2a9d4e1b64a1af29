import { personAvatar } from './avatar.js';
import { h, isTouch, shown } from './dom.js';
import { badge, fold, postOf } from './format.js';
import { icon } from './icons.js';
import { addPerson, refresh, switchTo } from './session.js';
import { emit, on, store, unreadElsewhere } from './store.js';
import { words } from './words.js';

/** Letters; the room takes no more. */
const LONGEST_NAME = 100;

/** A sheet (on a phone) or a popover with everybody one can be. */
export function peopleDialog() {
  const search = h('input', {
    type: 'search',
    class: 'field',
    placeholder: words.searchPeople,
    'aria-label': words.searchPeople,
    autocomplete: 'off',
    'data-testid': 'person-search',
    oninput: () => fill(),
    onkeydown: step,
  });
  const list = h('ul', { class: 'people', onkeydown: step });
  const none = h('p', { class: 'people-none', hidden: true }, words.noSuchPerson);
  const name = h('input', {
    class: 'field',
    'aria-label': words.newName,
    placeholder: words.newName,
    autocomplete: 'off',
    'data-testid': 'new-name',
  });
  const wrong = h('p', { class: 'field-error', role: 'alert' });
  const form = h(
    'form',
    { class: 'add-form', hidden: true, onsubmit: add },
    name,
    h('button', { class: 'button primary', 'data-testid': 'new-add' }, words.add),
  );
  const opener = h(
    'button',
    { type: 'button', class: 'add-person', 'data-testid': 'person-new', onclick: () => offerForm(true) },
    h('span', { class: 'avatar avatar-add', 'aria-hidden': 'true' }, icon('plus')),
    words.addPerson,
  );
  const dialog = h(
    'dialog',
    {
      class: 'sheet',
      'aria-label': words.people,
      'data-testid': 'person-dialog',
      onclick: (/** @type {MouseEvent} */ event) => event.target === dialog && dialog.close(),
    },
    h(
      'div',
      { class: 'sheet-inside' },
      h(
        'div',
        { class: 'sheet-head' },
        h('h2', {}, words.people),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => dialog.close() },
          icon('close'),
        ),
      ),
      h('div', { class: 'search' }, icon('search'), search),
      list,
      none,
      h('div', { class: 'sheet-foot' }, opener, form, wrong),
    ),
  );

  /** @param {boolean} open */
  function offerForm(open) {
    form.hidden = !open;
    opener.hidden = open;
    wrong.textContent = '';
    if (!open) return;
    name.value = search.value.trim();
    name.focus();
  }

  /** @param {SubmitEvent} event */
  async function add(event) {
    event.preventDefault();
    const given = name.value.trim();
    wrong.textContent =
      given === '' ? words.nameNeeded : given.length > LONGEST_NAME ? words.nameTooLong(LONGEST_NAME) : '';
    if (wrong.textContent !== '') return name.focus();
    try {
      await addPerson(given);
      dialog.close();
    } catch (error) {
      wrong.textContent = error instanceof Error ? error.message : words.unclear;
    }
  }

  /** @param {string} id */
  async function pick(id) {
    dialog.close();
    if (id !== store.me) await switchTo(id).catch(() => emit('trouble'));
  }

  function fill() {
    const wanted = fold(search.value).split(' ');
    const found = store.room.persons.filter(person => {
      const known = fold(`${person.name} ${person.unit ?? ''} ${person.role ?? ''}`);
      return wanted.every(word => known.includes(word));
    });
    list.replaceChildren(...found.map(row));
    none.hidden = found.length > 0;
  }

  /** @param {import('./types.js').Person} person */
  function row(person) {
    const mine = person.id === store.me;
    const unread = unreadElsewhere(person.id);
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'person',
          'aria-current': mine && 'true',
          'data-person': person.id,
          onclick: () => pick(person.id),
        },
        personAvatar(person),
        h(
          'span',
          { class: 'person-text' },
          h('strong', {}, shown(person.name)),
          h('span', {}, postOf(person)),
        ),
        unread > 0 &&
          h(
            'span',
            { class: 'badge' },
            h('span', { 'aria-hidden': 'true' }, badge(unread)),
            h('span', { class: 'sr-only' }, words.unread(unread)),
          ),
        mine &&
          h('span', { class: 'person-mine' }, icon('check'), h('span', { class: 'sr-only' }, words.current)),
      ),
    );
  }

  /** Arrows walk through search field and list. @param {KeyboardEvent} event */
  function step(event) {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter' && event.target === search && !event.isComposing)
      list.querySelector('button')?.click();
    if (way === 0) return;
    event.preventDefault();
    const stops = [search, ...list.querySelectorAll('button')];
    const { activeElement } = document;
    const at = stops.findIndex(stop => stop.isSameNode(activeElement));
    stops[at + way]?.focus();
  }

  function show() {
    search.value = '';
    offerForm(false);
    fill();
    dialog.showModal();
    if (isTouch()) dialog.focus();
    else search.focus();
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    // Others' unread counts are not among this person's updates.
    refresh().then(fill, () => {});
  }

  on('nobody', () => {
    show();
    offerForm(true);
    wrong.textContent = words.nobodyYet;
  });
  return { dialog, show };
}
