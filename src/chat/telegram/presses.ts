/** Ends the waiting sign on buttons that were pressed. */
export interface Presses {
  answer(callbackQueryId: string): void;
}

const AT_ONCE = 8;

/**
 * What a press came to is said by its turn, as a message; this only tells the presser's client that it arrived. It is
 * worth a try and no more: after some seconds the client gives the sign up by itself.
 */
export function createPresses(answer: (callbackQueryId: string) => Promise<unknown>): Presses {
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
  return {
    answer(id) {
      waiting.push(id);
      next();
    },
  };
}
