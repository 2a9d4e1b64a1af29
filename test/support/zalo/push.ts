import { setTimeout as wait } from 'node:timers/promises';
import type { FakeBot, ZaloWorld } from './world.ts';

/** As the platform calls; resolves with the status, 0 where nobody answers. */
async function post(bot: FakeBot, body: unknown, secret: string | null): Promise<number> {
  if (!bot.webhook) return 0;
  try {
    const response = await fetch(bot.webhook.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Java/1.8.0_192',
        ...(secret !== null && { 'X-Bot-Api-Secret-Token': secret }),
      },
      body: JSON.stringify(body),
    });
    return response.status;
  } catch {
    return 0;
  }
}

/** No chat, no sender, a date in seconds. */
export const probe = (world: ZaloWorld, bot: FakeBot): Promise<number> =>
  post(
    bot,
    {
      event_name: 'webhook.test',
      message: { date: 1_787_124_248, message_id: 'webhook-test', text: 'Zalo Bot Platform webhook test' },
    },
    world.switches.probeSigned ? (bot.webhook?.secret ?? null) : null,
  );

/** To the webhook, again where it does not answer 200; without one it waits to be polled. */
export async function deliver(world: ZaloWorld, bot: FakeBot, update: unknown): Promise<void> {
  const { shape, pushes, patience } = world.switches;
  const body = shape === 'flat' ? update : { ok: true, result: update };
  for (let n = 0; n < pushes; n += 1) {
    if (!bot.webhook) {
      bot.queue.push(update);
      continue;
    }
    for (let tries = 0; tries < patience.tries; tries += 1) {
      if (tries > 0) await wait(patience.everyMs);
      if ((await post(bot, body, bot.webhook.secret)) === 200) break;
    }
  }
}
