import { h } from './dom.js';
import { icon } from './icons.js';
import { emit, store, wordsOf } from './store.js';
import { toast } from './toast.js';
import { words } from './words.js';

/** @import { Message } from './types.js' */

/** The last message of one's own that is text alone: the one that may be edited. */
export function editable() {
  const list = store.logs.get(store.chatId ?? '')?.list ?? [];
  const last = list.findLast(message => message.from === store.me);
  return last && !last.files?.length ? last : undefined;
}

/** What can be done with a message; shown on hover, on a tap, and to the keyboard. @param {Message} message */
export function actionsOf(message) {
  const act = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ run) =>
    h(
      'button',
      {
        type: 'button',
        class: 'act',
        tabindex: '-1',
        'aria-label': label,
        title: label,
        'data-act': name,
        onclick: run,
      },
      icon(name === 'reply' ? 'reply' : name === 'edit' ? 'edit' : 'copy'),
    );
  const text = wordsOf(message);
  return h(
    'div',
    { class: 'acts', role: 'toolbar', 'aria-label': words.actions },
    act('reply', words.reply, () => emit('compose', { reply: message.id })),
    text !== '' && act('copy', words.copy, () => copy(text)),
    message.from === store.me &&
      !message.files?.length &&
      act('edit', words.edit, () => emit('compose', { edit: message.id })),
  );
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  } catch {
    // Not allowed outside https; selecting by hand still works.
  }
}

/**
 * Taps and keys inside the conversation: a tap on a bubble shows what can be done with it, arrows walk
 * from message to message and through the actions.
 * @param {HTMLElement} log
 */
export function handleActions(log) {
  log.addEventListener('click', event => {
    const at = event.target instanceof Element ? event.target : null;
    const tapped = at?.closest('.msg');
    for (const open of log.querySelectorAll('.msg.active'))
      if (open !== tapped) open.classList.remove('active');
    const acts = tapped?.querySelector('.acts');
    if (!(acts instanceof HTMLElement) || !tapped || !at) return;
    if (at.closest('.act')) return tapped.classList.remove('active');
    const touch = 'pointerType' in event && event.pointerType !== 'mouse';
    if (!touch || at.closest('button, a, .table-box') || !at.closest('.bubble')) return;
    // Where the finger is, as a long message may reach out of sight.
    const bubble = at.closest('.bubble')?.getBoundingClientRect();
    const from = bubble ? Math.max(-24, Math.min(event.clientY - bubble.top - 64, bubble.height - 40)) : 0;
    acts.style.setProperty('top', `${Math.round(from)}px`);
    tapped.classList.toggle('active');
  });

  log.addEventListener('keydown', event => {
    const { key } = event;
    const active = document.activeElement;
    const message = active?.closest('.msg') ?? null;
    if (active !== log && active !== message && !active?.classList.contains('act')) return;
    const all = [...log.querySelectorAll('.msg[data-id]')];
    const at = message ? all.indexOf(message) : all.length;
    const actions = [...(message?.querySelectorAll('.act') ?? [])];
    const here = active ? actions.indexOf(active) : -1;
    const goal = {
      ArrowUp: all[Math.max(0, at - 1)],
      ArrowDown: all[at + 1],
      ArrowRight: actions[here + 1],
      ArrowLeft: actions[here - 1] ?? message,
      Enter: here < 0 ? actions[0] : undefined,
    }[key];
    if (key === 'Escape') emit('compose', {});
    if (!(goal instanceof HTMLElement)) return;
    event.preventDefault();
    goal.focus();
  });
}
