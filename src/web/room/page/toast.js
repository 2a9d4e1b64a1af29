import { h } from './dom.js';

/** Milliseconds; what went wrong is longer and worth more. */
const STAY = { plain: 3_500, bad: 6_000 };

const box = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite', 'data-testid': 'toast' });

export const toasts = box;

/**
 * A short word that goes away by itself.
 * @param {string} words
 * @param {'plain' | 'bad'} [tone]
 */
export function toast(words, tone = 'plain') {
  const note = h('div', { class: `toast toast-${tone}`, onclick: () => note.remove() }, words);
  box.replaceChildren(note);
  setTimeout(() => note.remove(), STAY[tone]);
}
