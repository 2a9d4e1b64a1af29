import { test } from 'vitest';
import { SAMPLE_GROUP, SAMPLE_PEOPLE, survivesKills } from '../support/killed-bot.ts';
import { size } from '../support/size.ts';
import { fakeTelegram } from '../support/telegram/fake-telegram.ts';
import { telegramMessenger } from '../support/telegram/messenger.ts';

const KILLS = size(1, 200);

test(
  `killed ${KILLS} times on Telegram, the bot loses nothing and says nothing twice that it knows to be said`,
  async () => {
    const telegram = await fakeTelegram();
    const { people, world, token, apiRoot } = telegram;
    const users = new Map(SAMPLE_PEOPLE.map(id => [id, people.user(id)]));
    for (const user of users.values()) people.starts(user);
    const cast = new Map([...users, [SAMPLE_GROUP, people.group('Khối', [...users.values()])]]);
    await survivesKills(
      {
        ...{ platform: 'telegram', botId: String(world.bot.id), port: 0, cast },
        env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot },
        secret: token.split(':')[1] ?? '',
        messenger: telegramMessenger(telegram),
        // What is said before waits to be fetched.
        reached: async () => undefined,
        shown: () =>
          [...world.chats.values()]
            .flatMap(chat => chat.messages)
            .filter(one => one.wire.from?.id === world.bot.id).length,
        delivered: () => telegram.delivery.delivered(),
        problems: telegram.problems,
        close: telegram.close,
      },
      KILLS,
    );
  },
  size(120_000, 60 * 60_000),
);
