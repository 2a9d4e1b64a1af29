import type { BulkRoom } from '../../db/outbox.ts';
import type { ChatAdapter } from '../chat/port.ts';

/** A little more than a second: what leaves us in one may arrive in less. */
const WINDOW_MS = 1_030;

interface Paced {
  platform: string;
  botId: string;
  capabilities: Pick<ChatAdapter['capabilities'], 'bulkPerSecond'>;
}

const nameOf = ({ platform, botId }: Omit<Paced, 'capabilities'>) => `${platform}|${botId}`;

/**
 * How many messages that nobody asked for may go out now, by what each messenger takes in a second: whoever sends more is
 * refused, and soon for longer. Answers are not held up, since people ask more slowly. `opened` is called when a bot
 * that had no room has some again.
 */
export function createPace(adapters: readonly Paced[], opened: () => void) {
  const bots = adapters.flatMap(one => {
    const { bulkPerSecond: perSecond } = one.capabilities;
    return perSecond === undefined ? [] : [{ name: nameOf(one), perSecond, lately: 0 }];
  });

  return {
    room(free: number): BulkRoom {
      const open = bots.filter(bot => bot.lately < bot.perSecond);
      return {
        most: Math.min(free, ...open.map(bot => bot.perSecond - bot.lately)),
        held: bots.filter(bot => !open.includes(bot)).map(bot => bot.name),
      };
    },
    took(message: Omit<Paced, 'capabilities'>): void {
      const bot = bots.find(one => one.name === nameOf(message));
      if (!bot) return;
      bot.lately += 1;
      setTimeout(() => {
        bot.lately -= 1;
        if (bot.lately === bot.perSecond - 1) opened();
      }, WINDOW_MS).unref();
    },
  };
}
