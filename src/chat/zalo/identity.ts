import type { Me } from './methods.ts';

/** Who the bot is on the platform, as far as it has said so yet. */
export interface Identity {
  /** Ids that are its own: messages from them are its echo. */
  ids: readonly string[];
  /** As it stands after an `@`; null until the platform was asked, or where it does not say. */
  displayName: string | null;
}

/** A token is `<digits>:<secret>`; the digits name the bot in our rows, also while the platform is away. */
export const botIdOf = (token: string): string => token.slice(0, token.indexOf(':'));

export function identityOf(token: string, me: Me | null): Identity {
  const ids = me ? [botIdOf(token), me.id] : [botIdOf(token)];
  return { ids, displayName: me?.display_name?.trim() || null };
}
