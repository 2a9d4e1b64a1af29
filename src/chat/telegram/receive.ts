import type { RawEvent } from '../port.ts';
import { hear } from './hear.ts';
import { type RawTelegram, updateSchema } from './update.ts';

export interface Received {
  /** For the inbox; none where there is nothing for us in it. */
  events: RawEvent[];
  /** Ids of pressed buttons. */
  presses: string[];
}

/** An update as Telegram gives it → what is stored of it: no more than is read. */
export function receive(updates: readonly unknown[], bot: RawTelegram['bot'], at: Date): Received {
  const events: RawEvent[] = [];
  const presses: string[] = [];
  for (const given of updates) {
    const read = updateSchema.safeParse(given);
    if (!read.success) continue;
    const update = read.data;
    if (update.callback_query) presses.push(update.callback_query.id);
    const raw: RawTelegram = { bot, at: at.toISOString(), update };
    const event = hear(raw);
    if (event) events.push({ address: event.address, eventKey: String(update.update_id), raw });
  }
  return { events, presses };
}
