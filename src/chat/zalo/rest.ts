/** A bot whose number is used up says nothing at all for a while, longer each time it finds that still so. */
export interface Rest {
  /** Milliseconds until somebody should ask again; null: nothing stands against sending. */
  left(): number | null;
  /** The platform said that the number is used up; returns the pause. */
  refused(): number;
  /** Something went through. */
  over(): void;
}

/** Milliseconds. */
const LONGEST = 3_600_000;
/** How soon after the end of a pause whatever waited is noticed. */
const LOOK = 10_000;

export function createRest(firstMs: number): Rest {
  let pause = 0;
  let timer: NodeJS.Timeout | null = null;
  return {
    left: () => timer && Math.min(pause, LOOK),
    refused() {
      // Others of the same moment are refused too: that is one refusal.
      if (timer) return pause;
      pause = pause === 0 ? firstMs : Math.min(2 * pause, LONGEST);
      timer = setTimeout(() => {
        timer = null;
      }, pause).unref();
      return pause;
    },
    over() {
      pause = 0;
    },
  };
}
