import { acceptDrops, attach, chipRow, named } from './attach.js';
import { h, isTouch, shown } from './dom.js';
import { draftOf, keep } from './drafts.js';
import { icon } from './icons.js';
import { send, tooLong } from './send.js';
import { messageOf, on, store, wordsOf } from './store.js';
import { suggestions } from './suggest.js';
import { editable } from './view-actions.js';
import { gist } from './view-list.js';
import { words } from './words.js';

/** Where one writes: words, commands, files, a reply, an edit. Everything typed belongs to a draft. */
export function composer() {
  const area = h('textarea', {
    class: 'compose-area',
    rows: '1',
    placeholder: words.write,
    'aria-label': words.writeLabel,
    autocomplete: 'off',
    'data-testid': 'compose',
    oninput: typed,
    onkeydown: key,
    onpaste: paste,
    onblur: () => menu.update(),
    onclick: () => menu.update(),
  });
  const menu = suggestions(area, typed);
  const chips = chipRow(current, show);
  const bar = h('div', { class: 'compose-bar', hidden: true });
  const error = h('p', { class: 'compose-error', role: 'alert', 'data-testid': 'compose-error' });
  const picker = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'data-testid': 'file-input',
    onchange: picked,
  });
  const tool = (
    /** @type {'attach' | 'slash'} */ name,
    /** @type {string} */ label,
    /** @type {() => void} */ run,
  ) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': label,
        title: label,
        'data-testid': `tool-${name}`,
        onclick: run,
      },
      icon(name),
    );
  const sendIcon = h('span', { class: 'send-icon' });
  const sendButton = h('button', { class: 'send', 'data-testid': 'send' }, sendIcon);
  const form = h(
    'form',
    { class: 'compose', onsubmit: submit },
    menu.list,
    bar,
    chips.row,
    error,
    h(
      'div',
      { class: 'compose-row' },
      tool('attach', words.attach, () => picker.click()),
      tool('slash', words.commands, slash),
      area,
      sendButton,
    ),
    picker,
  );

  function current() {
    return store.chatId === null ? null : draftOf(store.me, store.chatId);
  }

  /** Draws the draft of the chat that is open. */
  function show() {
    const draft = current();
    if (!draft) return;
    if (area.value !== draft.text) area.value = draft.text;
    area.readOnly = draft.busy;
    chips.show();
    showBar(draft);
    error.textContent = tooLong(draft.text) || draft.error;
    const ready = draft.text.trim() !== '' || draft.uploads.length > 0;
    sendButton.classList.toggle('ready', ready);
    sendButton.classList.toggle('busy', draft.busy);
    sendButton.setAttribute('aria-label', draft.edit ? words.save : words.send);
    sendIcon.replaceChildren(icon(draft.edit ? 'check' : 'send'));
    grow();
    menu.update();
  }

  /** @param {import('./types.js').Draft} draft */
  function showBar({ replyTo, edit }) {
    const id = edit?.id ?? replyTo;
    const about = id ? messageOf(store.chatId ?? '', id) : undefined;
    bar.hidden = !about;
    if (!about) return;
    bar.replaceChildren(
      icon(edit ? 'edit' : 'reply'),
      h(
        'div',
        { class: 'compose-about' },
        h('strong', {}, edit ? words.editing : words.replyingTo(shown(about.fromName))),
        h('span', {}, shown(gist(about))),
      ),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': words.cancel, onclick: leave },
        icon('close'),
      ),
    );
  }

  function grow() {
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight}px`);
  }

  function typed() {
    const draft = current();
    if (!draft || store.chatId === null) return;
    draft.text = area.value;
    keep(store.me, store.chatId);
    show();
  }

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const draft = current();
    if (draft && store.chatId !== null) void send(draft, store.chatId, show);
    focus();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    // While an input method still shapes a letter, Enter belongs to it.
    if (event.isComposing || menu.key(event)) return;
    const draft = current();
    if (event.key === 'Enter' && !event.shiftKey && !isTouch()) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Escape' && (draft?.edit || draft?.replyTo)) leave();
    else if (event.key === 'ArrowUp' && draft?.text === '' && !draft.edit) {
      const last = editable();
      if (last) event.preventDefault();
      if (last) begin({ edit: last.id });
    }
  }

  /** Leaves a reply or an edit; the words that an edit pushed aside come back. */
  function leave() {
    const draft = current();
    if (!draft) return;
    if (draft.edit) Object.assign(draft, { text: draft.edit.before, edit: null });
    else draft.replyTo = null;
    show();
    focus();
  }

  /** @param {{reply?: string, edit?: string}} what */
  function begin({ reply, edit }) {
    const draft = current();
    if (!draft || draft.busy) return focus();
    if (reply) {
      if (draft.edit) leave();
      draft.replyTo = reply;
    }
    const message = edit ? messageOf(store.chatId ?? '', edit) : undefined;
    if (message)
      Object.assign(draft, {
        edit: { id: message.id, before: draft.edit?.before ?? draft.text },
        text: wordsOf(message),
      });
    show();
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }

  /** Puts a command before what has been typed, in place of another command. @param {string} text */
  function insert(text) {
    const rest = /^\/\S*\s*$/.test(area.value) ? '' : area.value;
    area.value = text + rest;
    area.focus();
    area.setSelectionRange(text.length, text.length);
    typed();
  }

  function slash() {
    area.focus();
    if (area.value === '/') area.value = '';
    else if (area.value === '') area.value = '/';
    typed();
  }

  /** @param {File[]} files */
  function add(files) {
    const draft = current();
    if (draft && !draft.busy && !draft.edit && files.length > 0) attach(draft, files, show);
    focus();
  }

  function picked() {
    add([...(picker.files ?? [])]);
    picker.value = '';
  }

  /** @param {ClipboardEvent} event */
  function paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files.map(named));
  }

  function focus() {
    if (!isTouch() || document.activeElement === area) area.focus({ preventScroll: true });
  }

  on('compose', begin);
  on('insert', insert);
  on('say', (/** @type {string} */ text) => {
    const draft = current();
    if (!draft || store.chatId === null) return;
    if (draft.text.trim() !== '' || draft.uploads.length > 0 || draft.edit) return insert(`${text} `);
    draft.text = text;
    void send(draft, store.chatId, show);
  });
  return { form, show, focus, acceptDrops: (/** @type {HTMLElement} */ pane) => acceptDrops(pane, add) };
}
