import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'vitest';
import { botIdOf } from '../../src/chat/zalo/identity.ts';
import { freePort } from '../support/free-port.ts';
import { SAMPLE_GROUP, SAMPLE_PEOPLE, survivesKills } from '../support/killed-bot.ts';
import { size } from '../support/size.ts';
import { fakeZalo } from '../support/zalo/fake-zalo.ts';
import { zaloMessenger } from '../support/zalo/messenger.ts';

const KILLS = size(1, 200);
const SECRET = 'bi-mat-cua-webhook';
/** Calls that a bot which is down misses are made again; how often Zalo does is not known. */
const patience = { tries: 2_000, everyMs: 50 };

test(
  `killed ${KILLS} times on Zalo, the bot loses nothing and says nothing twice that it knows to be said`,
  async () => {
    const zalo = await fakeZalo({ switches: { patience } });
    const { bot, apiRoot } = zalo;
    const port = await freePort();
    for (const id of SAMPLE_PEOPLE) bot.met.add(zalo.person(id, id));
    const group = zalo.group('Khối', SAMPLE_PEOPLE);
    await survivesKills(
      {
        ...{ platform: 'zalo', botId: botIdOf(bot.token), port },
        cast: new Map([...SAMPLE_PEOPLE.map(id => [id, id] as const), [SAMPLE_GROUP, group]]),
        env: {
          ...{ ZALO_BOT_TOKEN: bot.token, ZALO_API_ROOT: apiRoot, ZALO_WEBHOOK_SECRET: SECRET },
          PUBLIC_URL: `http://127.0.0.1:${port}`,
        },
        secret: bot.token.split(':')[1] ?? '',
        messenger: zaloMessenger(zalo),
        reached: async () => {
          while (!bot.webhook) await wait(5);
        },
        shown: () => bot.sent.length,
        // People wait until what they say is taken.
        delivered: async () => undefined,
        problems: zalo.problems,
        close: zalo.close,
      },
      KILLS,
    );
  },
  size(120_000, 60 * 60_000),
);
