import { randomKey, remember, remembered } from './dom.js';

/** @import { Draft } from './types.js' */

/** What is being written, by person and chat: it waits while one looks elsewhere. @type {Map<string, Draft>} */
const drafts = new Map();

/** @param {string} person @param {string} chat */
const placeOf = (person, chat) => `tlk.draft.${person}.${chat}`;

/** @param {string} person @param {string} chat @returns {Draft} */
export function draftOf(person, chat) {
  const place = placeOf(person, chat);
  const known = drafts.get(place);
  if (known) return known;
  /** @type {Draft} */
  const draft = {
    text: remembered(place) ?? '',
    replyTo: null,
    edit: null,
    uploads: [],
    tried: null,
    busy: false,
    error: '',
  };
  drafts.set(place, draft);
  return draft;
}

/** Keeps the words over a reload. @param {string} person @param {string} chat */
export function keep(person, chat) {
  const draft = draftOf(person, chat);
  remember(placeOf(person, chat), draft.edit ? draft.edit.before : draft.text);
}

/**
 * The key for sending this: the same as last time if the same was tried before, so that the room takes
 * it once although its first answer was lost.
 * @param {Draft} draft
 * @param {string} what
 */
export function keyFor(draft, what) {
  if (draft.tried?.text !== what) draft.tried = { key: randomKey(), text: what };
  return draft.tried.key;
}
