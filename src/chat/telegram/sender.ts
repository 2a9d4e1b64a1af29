import type { Person } from '../port.ts';
import type { TelegramMessage, TelegramUser } from './update.ts';

/** Telegram's own senders: of posts forwarded from a channel, of anonymous admins, of those who write as a channel. */
const NOBODY: readonly number[] = [777_000, 1_087_968_824, 136_817_688];

export const personOf = ({ id, first_name, last_name }: TelegramUser): Person => ({
  userId: String(id),
  displayName: [first_name, last_name].filter(Boolean).join(' '),
});

/** Null where nobody in person can be made out: an anonymous admin, a channel. */
export function senderOf({ from, sender_chat }: TelegramMessage): Person | null {
  if (!from || sender_chat || NOBODY.includes(from.id)) return null;
  return personOf(from);
}
