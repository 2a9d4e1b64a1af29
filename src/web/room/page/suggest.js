import { h, shown } from './dom.js';
import { fold } from './format.js';
import { chatOf, personOf, store } from './store.js';
import { words } from './words.js';

/** @typedef {{title: string, detail: string, insert: string}} Suggestion */

/** Most people offered after an `@`. */
const MOST_NAMES = 8;

/**
 * What fits the words before the caret: commands after a leading `/`, names after an `@` in a group.
 * @param {string} before
 * @returns {{from: number, items: Suggestion[], label: string}}
 */
function fitting(before) {
  const [, command] = /^\/(\S*)$/.exec(before) ?? [];
  if (command !== undefined) return { from: 0, items: commandsFor(fold(command)), label: words.commandList };
  const at = /(?:^|\s)@([^@\n]{0,40})$/.exec(before);
  const chat = chatOf(store.chatId);
  if (!at || chat?.kind !== 'group') return { from: 0, items: [], label: '' };
  const typed = at[1] ?? '';
  return {
    from: before.length - typed.length - 1,
    items: namesFor(typed, chat.members),
    label: words.mentionList,
  };
}

/** @param {string} typed */
function commandsFor(typed) {
  const rank = (/** @type {{name: string, summary: string}} */ { name, summary }) => {
    const [title, detail] = [fold(name), fold(summary)];
    if (title.startsWith(typed)) return 0;
    if (title.replaceAll(' ', '').startsWith(typed.replaceAll(' ', ''))) return 1;
    return ` ${title} ${detail}`.includes(` ${typed}`) ? 2 : 3;
  };
  return store.room.commands
    .map(command => ({ command, rank: rank(command) }))
    .filter(found => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command: { name, summary } }) => ({ title: `/${name}`, detail: summary, insert: `/${name} ` }));
}

/** @param {string} typed @param {string[]} members */
function namesFor(typed, members) {
  const people = members.filter(id => id !== store.me).map(id => personOf(id));
  const all = [
    { title: store.room.bot.name, detail: words.botKind },
    ...people.flatMap(person => (person ? [{ title: person.name, detail: person.unit ?? '' }] : [])),
  ];
  const wanted = fold(typed);
  // A name that stands there in full needs no more help.
  if (all.some(({ title }) => typed.trimEnd() !== typed && fold(title) === wanted)) return [];
  return all
    .filter(({ title }) => ` ${fold(title)}`.includes(` ${wanted}`))
    .slice(0, MOST_NAMES)
    .map(found => ({ ...found, insert: `@${found.title} ` }));
}

/** The menu over the composer. @param {HTMLTextAreaElement} area @param {() => void} changed */
export function suggestions(area, changed) {
  const list = h('ul', {
    class: 'suggest',
    id: 'suggest',
    role: 'listbox',
    hidden: true,
    'data-testid': 'suggest',
  });
  /** @type {Suggestion[]} */
  let items = [];
  let from = 0;
  let at = 0;
  /** Put away by Escape until the words change. @type {string | null} */
  let dismissed = null;

  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': 'suggest',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
  })) {
    area.setAttribute(name, value);
  }

  function update() {
    const before = area.value.slice(0, area.selectionStart);
    if (dismissed !== area.value) dismissed = null;
    const found = fitting(before);
    items = dismissed === null && document.activeElement === area ? found.items : [];
    ({ from } = found);
    at = 0;
    list.setAttribute('aria-label', found.label);
    list.replaceChildren(...items.map(row));
    list.hidden = items.length === 0;
    area.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  }

  /** @param {Suggestion} item @param {number} index */
  const row = (item, index) =>
    h(
      'li',
      {
        role: 'option',
        id: `suggest-${index}`,
        class: 'suggest-row',
        // The field must keep its focus, else a phone's keyboard would go down and up.
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: () => take(index),
      },
      h('strong', {}, shown(item.title)),
      h('span', {}, shown(item.detail)),
    );

  function mark() {
    [...list.children].forEach((node, index) => {
      node.setAttribute('aria-selected', String(index === at));
      if (index === at && !list.hidden) node.scrollIntoView({ block: 'nearest' });
    });
    if (list.hidden) area.removeAttribute('aria-activedescendant');
    else area.setAttribute('aria-activedescendant', `suggest-${at}`);
  }

  /** @param {number} index */
  function take(index) {
    const item = items[index];
    if (!item) return;
    const caret = area.selectionStart;
    area.setRangeText(item.insert, from, caret, 'end');
    area.focus();
    changed();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the menu took it */
  function key(event) {
    if (list.hidden) return false;
    const whole = items[at]?.insert.trimEnd() === area.value.trim();
    if (event.key === 'Escape') {
      dismissed = area.value;
      update();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      at = (at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length;
      mark();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !whole)) take(at);
    else return false;
    event.preventDefault();
    return true;
  }

  return { list, update, key };
}
