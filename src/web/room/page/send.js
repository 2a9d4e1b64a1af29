import { api } from './api.js';
import { keep, keyFor } from './drafts.js';
import { settlePending, showPending } from './feed.js';
import { messageOf, store } from './store.js';
import { nudge } from './updates.js';
import { words } from './words.js';

/** @import { Draft } from './types.js' */

/** Letters, as the room counts them. */
const LONGEST = 4_096;

/** @param {unknown} error */
const reason = error => (error instanceof Error ? error.message : words.unclear);

/** What is wrong with its length, or nothing. @param {string} text */
export const tooLong = text => (text.length > LONGEST ? words.textTooLong(text.length - LONGEST) : '');

/**
 * Sends a draft. Whatever goes wrong, the words are in the draft again afterwards.
 * @param {Draft} draft
 * @param {string} chat
 * @param {() => void} changed
 */
export async function send(draft, chat, changed) {
  const person = store.me;
  const blank = draft.text.trim() === '';
  if (draft.busy || tooLong(draft.text) !== '') return;
  draft.error = '';
  if (draft.edit) {
    if (!blank) await sendEdit(draft, person, chat, draft.edit, changed);
  } else if (draft.uploads.length > 0) await sendFiles(draft, person, chat, changed);
  else if (!blank) await sendText(draft, person, chat, changed);
  keep(person, chat);
  changed();
}

/** The field is free for the next words at once. @param {Draft} draft @param {string} person @param {string} chat @param {() => void} changed */
async function sendText(draft, person, chat, changed) {
  const { text, replyTo } = draft;
  const key = keyFor(draft, JSON.stringify([text, replyTo]));
  const { tried } = draft;
  Object.assign(draft, { text: '', replyTo: null, tried: null });
  const pending = { key, text, id: /** @type {string | null} */ (null) };
  showPending(chat, pending);
  changed();
  try {
    const { message } = await api.event(chat, { person, text, key, ...(replyTo && { replyTo }) });
    pending.id = message;
    // Here already, or somebody else is shown by now; otherwise it goes when the message comes.
    if (message && messageOf(chat, message)) settlePending(chat, other => other === pending);
    nudge();
  } catch (error) {
    settlePending(chat, other => other === pending);
    draft.text = draft.text === '' ? text : `${text}\n${draft.text}`;
    draft.replyTo ??= replyTo;
    Object.assign(draft, { tried, error: reason(error) });
  }
}

/** @param {Draft} draft @param {string} person @param {string} chat @param {() => void} changed */
async function sendFiles(draft, person, chat, changed) {
  draft.busy = true;
  changed();
  try {
    await Promise.all(draft.uploads.map(settled));
    const files = draft.uploads.flatMap(({ ref }) => ref ?? []);
    if (files.length < draft.uploads.length) throw new Error(words.uploadsFailed);
    // The room takes no reply with files in it: the words go first, as an answer of their own.
    if (draft.replyTo && draft.text.trim() !== '') {
      const key = keyFor(draft, JSON.stringify([draft.text, draft.replyTo]));
      await api.event(chat, { person, text: draft.text, replyTo: draft.replyTo, key });
      Object.assign(draft, { text: '', replyTo: null });
    }
    const caption = draft.text.trim() === '' ? '' : draft.text;
    await api.event(chat, { person, files, caption, key: keyFor(draft, JSON.stringify([caption, files])) });
    Object.assign(draft, { text: '', replyTo: null, uploads: [], tried: null });
    nudge();
  } catch (error) {
    draft.error = reason(error);
  }
  draft.busy = false;
}

/** Over, well or not. @param {import('./types.js').Upload} item @returns {Promise<void>} */
async function settled(item) {
  await item.over;
  if (item.state === 'going') await settled(item);
}

/** @param {Draft} draft @param {string} person @param {string} chat @param {{id: string, before: string}} edit @param {() => void} changed */
async function sendEdit(draft, person, chat, edit, changed) {
  draft.busy = true;
  changed();
  try {
    const { text } = draft;
    await api.event(chat, {
      person,
      edit: edit.id,
      text,
      key: keyFor(draft, JSON.stringify([text, edit.id])),
    });
    Object.assign(draft, { text: edit.before, edit: null, tried: null });
    nudge();
  } catch (error) {
    draft.error = reason(error);
  }
  draft.busy = false;
}
