import { createDelivery, type DeliverySettings } from './delivery.ts';
import { createPeople } from './people.ts';
import { serveBotApi } from './server.ts';
import { createWorld } from './world.ts';

export interface FakeSettings extends Partial<DeliverySettings> {
  now?(): Date;
}

/** As @BotFather would give it; nobody's. */
export const FAKE_TOKEN = '123456789:AAfake-token-of-a-bot-of-nobody';

/**
 * Telegram as a bot sees it, over real HTTP on this machine (what it keeps to: test/support/telegram.test.ts). Every
 * call and every update is checked against the Bot API's own schema.
 */
export async function fakeTelegram({ now = () => new Date(), ...given }: FakeSettings = {}) {
  const world = createWorld(now);
  const delivery = createDelivery(world, { retryMs: 20, timeoutMs: 60_000, ...given });
  const server = await serveBotApi(world, delivery, FAKE_TOKEN);
  return {
    ...server,
    token: FAKE_TOKEN,
    world,
    delivery,
    people: createPeople(world, delivery),
    /** Calls that the real Bot API would have refused for their shape. */
    problems: () => server.calls.filter(call => call.problems.length > 0),
    async close(): Promise<void> {
      delivery.end();
      await server.close();
    },
  };
}
export type FakeTelegram = Awaited<ReturnType<typeof fakeTelegram>>;
