/** Whether sends may be risked after one of them ended with nobody knowing. */
export interface LineCheck {
  /** An outcome was unknown: the line must show that it is well before anything is sent again. */
  doubt(): void;
  /** True where nothing stands against sending. */
  isWell(): Promise<boolean>;
}

/**
 * A message whose outcome is unknown is sent once more and never again, so the second time must not be wasted on
 * an outage that still lasts: a call without effects has to succeed first. Whoever waits shares one such call.
 */
export function createLineCheck(harmless: () => Promise<unknown>): LineCheck {
  let doubtful = false;
  let asking: Promise<boolean> | null = null;
  const ask = () =>
    harmless().then(
      () => {
        doubtful = false;
        return true;
      },
      () => false,
    );
  return {
    doubt: () => {
      doubtful = true;
    },
    async isWell() {
      if (!doubtful) return true;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}
