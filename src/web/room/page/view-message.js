import { botAvatar, personAvatar } from './avatar.js';
import { h, shown } from './dom.js';
import { choose } from './feed.js';
import { sameDay, timeOf } from './format.js';
import { icon } from './icons.js';
import { chatOf, messageOf, store } from './store.js';
import { toast } from './toast.js';
import { actionsOf } from './view-actions.js';
import { fileView, lineView, tableView } from './view-content.js';
import { gist } from './view-list.js';
import { words } from './words.js';

/** @import { Message, Option, Pending } from './types.js' */

/** A pause after which the name is said again, in milliseconds of the room's time. */
const PAUSE = 10 * 60_000;
/** Letters from which a button reads like a line of a list, and all others beside it. */
const LONG = 34;

/**
 * Whether a message begins a run of the same speaker.
 * @param {Message} message
 * @param {Message | undefined} before
 */
export const beginsRun = (message, before) =>
  !before ||
  before.from !== message.from ||
  !sameDay(before.at, message.at) ||
  Date.parse(message.at) - Date.parse(before.at) > PAUSE;

/**
 * @param {Message} message
 * @param {boolean} first of a run of the same speaker
 */
export function messageView(message, first) {
  const own = message.from === store.me;
  const side = own ? 'own' : message.from === null ? 'other bot' : 'other';
  const inGroup = chatOf(message.chat)?.kind === 'group';
  const files = message.files ?? (message.file ? [message.file] : []);
  const lines = message.lines.map(lineView);
  const meta = h(
    'span',
    { class: 'meta' },
    message.edited && h('span', { class: 'meta-edited' }, words.edited),
    h('time', { datetime: message.at }, timeOf(message.at)),
  );
  // The time sits in the last line of a text; this keeps the words clear of it.
  if (!message.table && files.length === 0) {
    lines.at(-1)?.append(h('span', { class: `meta-room${message.edited ? ' wide' : ''}` }));
  } else meta.classList.add('meta-below');

  const bubble = h(
    'div',
    { class: 'bubble' },
    first && !own && inGroup && nameView(message),
    message.replyTo !== undefined && quoteView(message.chat, message.replyTo),
    lines.length > 0 && h('div', { class: 'text', dir: 'auto' }, ...lines),
    message.table && tableView(message.table),
    ...files.map(fileView),
    meta,
    actionsOf(message),
  );
  const face = inGroup && !own && h('div', { class: 'face' }, first && faceOf(message));
  const classes = ['msg', side, first && 'first', message.table && 'has-table'].filter(Boolean).join(' ');
  const body = h('div', { class: 'stack' }, bubble, message.options && optionsView(message, message.options));
  return h(
    'article',
    {
      class: classes,
      tabindex: '-1',
      'aria-label': `${shown(message.fromName)}, ${timeOf(message.at)}`,
      'data-testid': 'message',
      'data-id': message.id,
      'data-from': message.from ?? 'bot',
    },
    face,
    body,
  );
}

/** @param {Message} message */
const faceOf = ({ from, fromName }) =>
  from === null ? botAvatar() : personAvatar({ id: from, name: fromName });

/** @param {Message} message */
const nameView = ({ from, fromName }) =>
  h(
    'div',
    { class: 'name' },
    h('span', {}, shown(fromName)),
    from === null && h('span', { class: 'bot-tag' }, words.botTag),
  );

/** What a message answers; a press leads there. @param {string} chat @param {string} id */
function quoteView(chat, id) {
  const quoted = messageOf(chat, id);
  if (!quoted) return h('div', { class: 'quote' }, h('span', {}, words.quoteGone));
  return h(
    'button',
    { type: 'button', class: 'quote', 'data-quote': id },
    h('strong', {}, shown(quoted.fromName)),
    h('span', {}, shown(gist(quoted))),
  );
}

/** @param {Message} message @param {Option[][]} rows */
function optionsView(message, rows) {
  const chosen = rows.flat().some(({ token }) => token === message.chosen) ? message.chosen : undefined;
  const isLong = rows.flat().some(({ label }) => label.length > LONG);
  const box = h('div', { class: `options${isLong ? ' long' : ''}`, 'data-testid': 'options' });

  /** @param {Option} option @param {HTMLButtonElement} button */
  async function press(option, button) {
    if (box.getAttribute('aria-busy') === 'true') return;
    box.setAttribute('aria-busy', 'true');
    button.classList.add('busy');
    try {
      await choose(message, option.token);
    } catch (error) {
      toast(error instanceof Error ? error.message : words.unclear, 'bad');
    }
    box.setAttribute('aria-busy', 'false');
    button.classList.remove('busy');
  }

  /** @param {Option} option */
  function buttonOf(option) {
    const isChosen = option.token === chosen;
    const button = h(
      'button',
      {
        type: 'button',
        class: ['option', option.tone, isChosen && 'chosen'].filter(Boolean).join(' '),
        disabled: chosen !== undefined,
        'aria-pressed': isChosen && 'true',
        'data-token': option.token,
        onclick: () => press(option, button),
      },
      isChosen && icon('check'),
      h('span', {}, shown(option.label)),
      isChosen && h('span', { class: 'sr-only' }, `, ${words.chosen}`),
    );
    return button;
  }
  box.append(...rows.map(row => h('div', { class: 'option-row' }, ...row.map(buttonOf))));
  return box;
}

/** A message on its way. @param {Pending} pending */
export const pendingView = ({ text }) =>
  h(
    'article',
    { class: 'msg own pending first', 'data-testid': 'pending' },
    h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'bubble' },
        h('div', { class: 'text' }, ...text.split('\n').map(line => lineView(line === '' ? [] : [line]))),
        h('span', { class: 'meta meta-below' }, icon('clock'), words.sending),
      ),
    ),
  );
