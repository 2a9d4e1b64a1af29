import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import type { Connection, OpenConnection, Pipeline } from '../connection.ts';
import { createTelegramAdapter, type TelegramAdapterDeps } from './adapter.ts';
import { type ApiSettings, createApi } from './api.ts';
import type { MenuCommand } from './menu.ts';
import { poll } from './poll.ts';
import { createPresses } from './presses.ts';
import { receive } from './receive.ts';
import { type Identity, register } from './register.ts';
import { WEBHOOK_PATH, webhookRoutes } from './webhook.ts';

export interface TelegramDeps extends ApiSettings {
  /** Null, or no public address: long polling. */
  webhookSecret: string | null;
  publicUrl: string | null;
  readFile: TelegramAdapterDeps['readFile'];
  bulkPerSecond?: TelegramAdapterDeps['bulkPerSecond'];
  commands: readonly MenuCommand[];
  /** The domain's clock. */
  now(): Date;
  /** Called whenever Telegram was heard of. */
  answered(): void;
  log: Logger;
}

/** A bot on Telegram, by long polling or by webhook. */
export function telegramConnection(deps: TelegramDeps): Connection {
  const { webhookSecret: secret, publicUrl, commands, now, answered, log } = deps;
  const webhook = secret !== null && publicUrl !== null ? { secret, url: publicUrl + WEBHOOK_PATH } : null;
  const api = createApi(deps);
  const presses = createPresses(api.answerPress);
  let me: Identity | null = null;

  function open({ intake }: Pipeline): OpenConnection {
    const over = new AbortController();
    const { signal } = over;
    const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
    let working: Promise<void> = Promise.resolve();

    const store = async (updates: readonly unknown[], bot: Identity) => {
      const received = receive(updates, bot, now());
      await intake.store(received.events);
      received.presses.forEach(presses.arrived);
    };
    const posted = async (update: unknown) => {
      answered();
      if (me) await store([update], me);
      return me !== null;
    };
    const work = async () => {
      const bot = await register({ api, commands, webhook, log, pause, signal });
      me = bot;
      if (!bot || webhook) return;
      await poll({ api, take: updates => store(updates, bot), answered, log, pause, signal });
    };

    return {
      routes: webhook && webhookRoutes({ secret: webhook.secret, take: posted }),
      start: () => {
        working = work();
      },
      stop: async () => {
        over.abort();
        await working;
        presses.stop();
      },
    };
  }

  return {
    adapter: createTelegramAdapter({
      ...{ api, presses, readFile: deps.readFile, bulkPerSecond: deps.bulkPerSecond },
    }),
    deepLink: (payload, to) => {
      if (!me) return null;
      const query = payload === '' ? '' : `?${to === 'group' ? 'startgroup' : 'start'}=${payload}`;
      return `https://t.me/${me.username}${query}`;
    },
    open,
  };
}
