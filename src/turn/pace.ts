import type { BulkRoom, ClaimedMessage } from '../../db/outbox.ts';
import type { ChatAdapter } from '../chat/port.ts';
import { elapsedMs } from '../clock.ts';

/** Messages travel for different times: what left a second apart may arrive a little closer. */
const SECOND_MS = 1_015;
/** Timers are not finer than this under load. */
const LEAST_WAIT_MS = 5;

interface Paced {
  platform: string;
  botId: string;
  capabilities: Pick<ChatAdapter['capabilities'], 'bulkPerSecond'>;
}

type Sent = Pick<ClaimedMessage, 'platform' | 'botId' | 'chatId' | 'class'>;

const nameOf = ({ platform, botId }: Omit<Paced, 'capabilities'>) => `${platform}|${botId}`;

/**
 * How many messages that nobody asked for may go out now, by what each messenger takes in a second, and one a second to
 * a chat: whoever sends more is refused, and soon for longer. Answers count but are not held up, since people ask more
 * slowly. `opened` is called when there is room again.
 */
export function createPace(adapters: readonly Paced[], opened: () => void) {
  const bots = adapters.flatMap(one => {
    const { bulkPerSecond: perSecond } = one.capabilities;
    return perSecond === undefined ? [] : [{ name: nameOf(one), perSecond: Math.max(1, perSecond) }];
  });
  /** Of the last second, the oldest first. */
  let sent: { bot: string; chat: string; at: number; bulk: boolean }[] = [];
  let timer: NodeJS.Timeout | null = null;

  const forget = () => {
    const since = elapsedMs() - SECOND_MS;
    sent = sent.filter(one => one.at > since);
  };
  const roomOf = ({ name, perSecond }: (typeof bots)[number]) =>
    perSecond - sent.filter(one => one.bot === name).length;
  const isShut = () => bots.some(bot => roomOf(bot) <= 0);
  const look = () => {
    timer = null;
    // Where only answers go out nothing waits for room.
    const awaited = isShut() || sent.some(one => one.bulk);
    forget();
    watch();
    if (awaited) opened();
  };
  const watch = () => {
    const [oldest] = sent;
    if (!oldest || timer) return;
    const wait = Math.max(LEAST_WAIT_MS, oldest.at + SECOND_MS - elapsedMs());
    timer = setTimeout(look, wait).unref();
  };

  return {
    room(free: number): BulkRoom {
      forget();
      const open = bots.filter(bot => roomOf(bot) > 0);
      return {
        most: Math.min(free, ...open.map(roomOf)),
        held: bots.filter(bot => roomOf(bot) <= 0).map(bot => bot.name),
        resting: [...new Set(sent.map(one => one.chat))],
      };
    },
    took(message: Sent): void {
      const bot = nameOf(message);
      if (!bots.some(one => one.name === bot)) return;
      const chat = `${bot}|${message.chatId}`;
      sent.push({ bot, chat, at: elapsedMs(), bulk: message.class === 'bulk' });
      watch();
    },
  };
}
