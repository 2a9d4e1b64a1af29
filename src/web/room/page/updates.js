import { api } from './api.js';
import { ingest, setNow } from './feed.js';
import { comeBack, refresh } from './session.js';
import { emit, store } from './store.js';

/** Seconds the room may keep us waiting. */
const WAIT = 25;
/** Milliseconds after which silence means a dead connection. */
const PATIENCE = 40_000;
const LONGEST_PAUSE = 8_000;

let stopLast = () => {};
/** Ends a pause between two attempts. */
let hurry = () => {};

/** Tries at once instead of waiting for the next attempt. */
export const nudge = () => hurry();

addEventListener('online', nudge);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && nudge());

/** @param {boolean} online */
function setOnline(online) {
  if (store.online === online) return;
  store.online = online;
  emit('online');
}

/** @param {number} failures */
function pause(failures) {
  const longest = Math.min(LONGEST_PAUSE, 400 * 2 ** failures);
  return new Promise(resolve => {
    const timer = setTimeout(resolve, longest * (0.7 + Math.random() * 0.3));
    hurry = () => {
      clearTimeout(timer);
      resolve(undefined);
    };
  });
}

/**
 * Hears everything new of the person's chats until somebody else is chosen.
 * @param {() => boolean} isCurrent
 */
export async function listen(isCurrent) {
  stopLast();
  const stop = new AbortController();
  stopLast = () => stop.abort();
  for (let failures = store.online ? 0 : 1; isCurrent(); ) {
    try {
      // The room has been begun anew and knows none of what this page shows.
      if (failures > 0 && !(await comeBack())) return location.reload();
      if (failures > 0) setOnline(true);
      failures = 0;
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)]);
      const heard = await api.updates(store.me, store.last, WAIT, signal);
      if (!isCurrent()) return;
      take(heard);
    } catch {
      if (!isCurrent()) return;
      setOnline(false);
      await pause(failures++);
    }
  }
}

/** @param {import('./types.js').Heard} heard */
function take({ messages, last, now }) {
  setNow(now);
  if (!ingest(messages, last)) void refresh().catch(() => {});
}

/** What is there right now, beside the listening. */
export async function drain() {
  for (let before = -1; store.last > before; ) {
    before = store.last;
    take(await api.updates(store.me, before, 0));
  }
}
