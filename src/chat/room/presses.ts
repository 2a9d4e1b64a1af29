/** Which button each person pressed last. */
export interface Presses {
  press(messageId: string, personId: string, token: string): void;
  of(messageId: string, personId: string): string | undefined;
}

const MESSAGES_KEPT = 2_000;

/**
 * In memory only, for the look of the page: a stored press would stand beside a person's name, which a
 * secret ballot must not allow.
 */
export function createPresses(): Presses {
  const byMessage = new Map<string, Map<string, string>>();
  return {
    press(messageId, personId, token) {
      const pressed = byMessage.get(messageId) ?? new Map<string, string>();
      byMessage.set(messageId, pressed.set(personId, token));
      const [oldest] = byMessage.keys();
      if (byMessage.size > MESSAGES_KEPT && oldest !== undefined) byMessage.delete(oldest);
    },
    of: (messageId, personId) => byMessage.get(messageId)?.get(personId),
  };
}
