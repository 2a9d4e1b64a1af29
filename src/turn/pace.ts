import type { BulkRoom } from '../../db/outbox.ts';
import type { ChatAdapter } from '../chat/port.ts';

/** A tenth of a second's room comes free at a time, and no more than two tenths are saved up: a pause is caught up, gently. */
const TENTHS = 10;
const SAVED = 2;

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
    if (perSecond === undefined) return [];
    const tenth = perSecond / TENTHS;
    const most = Math.max(1, SAVED * tenth);
    return [{ name: nameOf(one), tenth, most, room: most }];
  });
  let timer: NodeJS.Timeout | null = null;

  const gain = () => {
    const shut = bots.filter(bot => bot.room < 1);
    for (const bot of bots) bot.room = Math.min(bot.most, bot.room + bot.tenth);
    if (shut.some(bot => bot.room >= 1)) opened();
    if (timer && bots.every(bot => bot.room === bot.most)) {
      clearInterval(timer);
      timer = null;
    }
  };

  return {
    room(free: number): BulkRoom {
      const open = bots.filter(bot => bot.room >= 1);
      return {
        most: Math.min(free, ...open.map(bot => Math.floor(bot.room))),
        held: bots.filter(bot => bot.room < 1).map(bot => bot.name),
      };
    },
    took(message: Omit<Paced, 'capabilities'>): void {
      const bot = bots.find(one => one.name === nameOf(message));
      if (!bot) return;
      bot.room -= 1;
      timer ??= setInterval(gain, 1_000 / TENTHS).unref();
    },
  };
}
