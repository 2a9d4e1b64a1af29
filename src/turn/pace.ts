import type { BulkRoom } from '../../db/outbox.ts';
import type { ChatAdapter } from '../chat/port.ts';
import { elapsedMs } from '../clock.ts';

/** So much of a second's room is saved up at most: a short pause is caught up, a longer one is over. */
const SAVED = 0.2;
const LOOK_MS = 50;

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
    const most = Math.max(1, SAVED * perSecond);
    return [{ name: nameOf(one), perSecond, most, room: most }];
  });
  let at = elapsedMs();
  let timer: NodeJS.Timeout | null = null;

  const gain = () => {
    const seconds = (elapsedMs() - at) / 1_000;
    at += seconds * 1_000;
    for (const bot of bots) bot.room = Math.min(bot.most, bot.room + seconds * bot.perSecond);
  };
  const look = () => {
    const shut = bots.filter(bot => bot.room < 1);
    gain();
    if (shut.some(bot => bot.room >= 1)) opened();
    if (!timer || bots.some(bot => bot.room < bot.most)) return;
    clearInterval(timer);
    timer = null;
  };

  return {
    room(free: number): BulkRoom {
      gain();
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
      timer ??= setInterval(look, LOOK_MS).unref();
    },
  };
}
