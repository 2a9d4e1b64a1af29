import { personAvatar } from './avatar.js';
import { h, isTouch, shown } from './dom.js';
import { fold, postOf } from './format.js';
import { icon } from './icons.js';
import { makeGroup } from './session.js';
import { store } from './store.js';
import { words } from './words.js';

/** Letters; the room takes no more. */
const LONGEST_TITLE = 100;

/** A sheet (on a phone) or a popover that makes a group with the assistant in it. */
export function groupDialog() {
  const title = h('input', {
    class: 'field',
    'aria-label': words.groupTitle,
    placeholder: words.groupTitle,
    autocomplete: 'off',
    'data-testid': 'group-title',
  });
  const search = h('input', {
    type: 'search',
    class: 'field',
    placeholder: words.searchPeople,
    'aria-label': words.searchPeople,
    autocomplete: 'off',
    oninput: () => fill(),
  });
  const all = h('input', { type: 'checkbox', 'data-testid': 'group-all', onchange: takeAll });
  const list = h('ul', { class: 'people' });
  const wrong = h('p', { class: 'field-error', role: 'alert' });
  const make = h('button', { class: 'button primary', 'data-testid': 'group-make' });
  const dialog = h(
    'dialog',
    {
      class: 'sheet',
      'aria-label': words.newGroup,
      'data-testid': 'group-dialog',
      onclick: (/** @type {MouseEvent} */ event) => event.target === dialog && dialog.close(),
    },
    h(
      'form',
      { class: 'sheet-inside', onsubmit: submit },
      h(
        'div',
        { class: 'sheet-head' },
        h('h2', {}, words.newGroup),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: () => dialog.close() },
          icon('close'),
        ),
      ),
      h('div', { class: 'sheet-field' }, title),
      h('div', { class: 'search' }, icon('search'), search),
      h('label', { class: 'pick pick-all' }, all, words.everybody),
      list,
      h('div', { class: 'sheet-foot' }, make, wrong),
    ),
  );

  /** @type {Set<string>} */
  const chosen = new Set();
  const others = () => store.room.persons.filter(({ id }) => id !== store.me);

  function takeAll() {
    for (const { id } of others()) {
      if (all.checked) chosen.add(id);
      else chosen.delete(id);
    }
    fill();
  }

  function fill() {
    const wanted = fold(search.value).split(' ');
    const found = others().filter(person => {
      const known = fold(`${person.name} ${person.unit ?? ''}`);
      return wanted.every(word => known.includes(word));
    });
    list.replaceChildren(...found.map(row));
    count();
  }

  function count() {
    const size = others().length;
    all.checked = size > 0 && chosen.size === size;
    all.indeterminate = chosen.size > 0 && chosen.size < size;
    make.textContent = words.makeGroup(chosen.size + 1);
  }

  /** @param {import('./types.js').Person} person */
  function row(person) {
    const box = h('input', {
      type: 'checkbox',
      'data-person': person.id,
      onchange: () => {
        if (box.checked) chosen.add(person.id);
        else chosen.delete(person.id);
        count();
      },
    });
    box.checked = chosen.has(person.id);
    return h(
      'li',
      {},
      h(
        'label',
        { class: 'person pick' },
        box,
        personAvatar(person),
        h(
          'span',
          { class: 'person-text' },
          h('strong', {}, shown(person.name)),
          h('span', {}, postOf(person)),
        ),
      ),
    );
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const given = title.value.trim();
    wrong.textContent =
      given === ''
        ? words.titleNeeded
        : given.length > LONGEST_TITLE
          ? words.titleTooLong(LONGEST_TITLE)
          : '';
    if (wrong.textContent !== '') return title.focus();
    make.disabled = true;
    try {
      await makeGroup(given, [store.me, ...chosen]);
      dialog.close();
    } catch (error) {
      wrong.textContent = error instanceof Error ? error.message : words.unclear;
    } finally {
      make.disabled = false;
    }
  }

  function show() {
    title.value = '';
    search.value = '';
    wrong.textContent = '';
    chosen.clear();
    fill();
    dialog.showModal();
    if (isTouch()) dialog.focus();
    else title.focus();
  }

  return { dialog, show };
}
