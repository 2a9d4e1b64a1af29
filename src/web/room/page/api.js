import { words } from './words.js';

/** @import { Heard, Person, Chat, RoomFile, RoomState } from './types.js' */

const BASE = '/room/api';

/** What the room refused, or `network` where it could not be reached. `message` is fit for people. */
class ApiError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number} status
   */
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** @param {string} text @param {number} status */
function refusal(text, status) {
  try {
    const { error } = JSON.parse(text);
    return new ApiError(String(error.code), String(error.message), status);
  } catch {
    return new ApiError('unclear', words.unclear, status);
  }
}

/**
 * @param {string} path
 * @param {{body?: unknown, signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
async function call(path, { body, signal } = {}) {
  /** @type {RequestInit} */
  const init = { signal: signal ?? null, cache: 'no-store' };
  if (body !== undefined) {
    init.method = 'POST';
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response;
  let text;
  try {
    response = await fetch(BASE + path, init);
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('network', words.network);
  }
  if (!response.ok) throw refusal(text, response.status);
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new ApiError('unclear', words.unclear, response.status);
  }
}

/** @param {string} id */
const part = id => encodeURIComponent(id);

export const api = {
  /** @returns {Promise<RoomState>} */
  state: () => call('/state'),
  /** @param {string} name @returns {Promise<{person: Person, chat: Chat}>} */
  addPerson: name => call('/persons', { body: { name } }),
  /** @param {string} title @param {string[]} persons @returns {Promise<{chat: Chat}>} */
  makeGroup: (title, persons) => call('/groups', { body: { title, persons } }),
  /** @param {string} chat @param {string} person @param {number} after @returns {Promise<Heard>} */
  messages: (chat, person, after) =>
    call(`/chats/${part(chat)}/messages?person=${part(person)}&after=${after}`),
  /**
   * @param {string} person
   * @param {number} after
   * @param {number} wait seconds
   * @param {AbortSignal} [signal]
   * @returns {Promise<Heard>}
   */
  updates: (person, after, wait, signal) =>
    call(`/updates?person=${part(person)}&after=${after}&wait=${wait}`, signal ? { signal } : {}),
  /** @param {string} chat @param {object} event @returns {Promise<{key: string, message: string | null}>} */
  event: (chat, event) => call(`/chats/${part(chat)}/events`, { body: event }),
  /** @param {string} chat @param {string} person @param {number} upTo */
  read: (chat, person, upTo) => call(`/chats/${part(chat)}/read`, { body: { person, upTo } }),
  /** @param {{by: number} | {next: true}} move @returns {Promise<{now: string}>} */
  clock: move => call('/clock', { body: move }),
  /** Once everything said so far has been answered. */
  settle: () => call('/settle', { body: {} }),
  /** @param {string} ref */
  fileUrl: ref => `${BASE}/files/${part(ref)}`,
};

/**
 * Only XMLHttpRequest tells how far an upload has come.
 * @param {File} file
 * @param {(share: number) => void} progress
 * @returns {{done: Promise<RoomFile>, stop: () => void}}
 */
export function upload(file, progress) {
  const request = new XMLHttpRequest();
  /** @type {Promise<RoomFile>} */
  const done = new Promise((resolve, reject) => {
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError('network', words.network));
    request.onabort = () => reject(new ApiError('stopped', ''));
    request.onload = () => {
      if (request.status !== 201) return reject(refusal(request.responseText, request.status));
      try {
        resolve(JSON.parse(request.responseText).file);
      } catch {
        reject(new ApiError('unclear', words.unclear, request.status));
      }
    };
  });
  request.open('POST', `${BASE}/files?name=${part(file.name)}`);
  request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
  request.send(file);
  return { done, stop: () => request.abort() };
}
