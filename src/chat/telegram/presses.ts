/** Ends the waiting sign on buttons that were pressed. */
export interface Presses {
  /** Unless its turn has something to say soon, the sign ends without a word. */
  arrived(callbackQueryId: string): void;
  /** The turn's message takes the sign's place. */
  end(callbackQueryId: string): void;
  /** Words that the presser alone sees, for a moment; false where the sign has ended already. @throws as the Bot API */
  tell(callbackQueryId: string, words: string): Promise<boolean>;
  /** No sign is left waiting. */
  stop(): void;
}

const AT_ONCE = 8;
/** A turn that has not spoken by then is behind others; a client gives the sign up after some seconds by itself. */
const PATIENCE_MS = 2_000;
/** Signs remembered as ended. */
const KEPT = 1_000;

/** What a press came to is said by its turn, mostly as a message. Ending the sign is worth a try and no more. */
export function createPresses(
  answer: (callbackQueryId: string, words?: string) => Promise<unknown>,
  patienceMs = PATIENCE_MS,
): Presses {
  const timers = new Map<string, NodeJS.Timeout>();
  const ended = new Set<string>();
  const waiting: string[] = [];
  let busy = 0;
  const next = () => {
    const id = busy < AT_ONCE ? waiting.shift() : undefined;
    if (id === undefined) return;
    busy += 1;
    const done = () => {
      busy -= 1;
      next();
    };
    answer(id).then(done, done);
  };
  /** False where it has been before. */
  const take = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (ended.has(id)) return false;
    ended.add(id);
    for (const oldest of ended.size > KEPT ? ended : []) {
      ended.delete(oldest);
      break;
    }
    return true;
  };
  const end = (id: string) => {
    if (!take(id)) return;
    waiting.push(id);
    next();
  };
  return {
    arrived(id) {
      if (!ended.has(id) && !timers.has(id)) timers.set(id, setTimeout(end, patienceMs, id));
    },
    end,
    async tell(id, words) {
      if (!take(id)) return false;
      await answer(id, words);
      return true;
    },
    stop() {
      for (const id of [...timers.keys()]) end(id);
    },
  };
}
