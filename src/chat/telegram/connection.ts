import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import type { Connection, OpenConnection, Pipeline } from '../connection.ts';
import { createTelegramAdapter, type TelegramAdapterDeps } from './adapter.ts';
import { type ApiSettings, createApi } from './api.ts';
import { receive } from './intake.ts';
import type { MenuCommand } from './menu.ts';
import { poll } from './poll.ts';
import { createPresses } from './presses.ts';
import { type Identity, register } from './register.ts';
import { WEBHOOK_PATH, webhookRoutes } from './webhook.ts';

export interface TelegramDeps extends ApiSettings {
  /** Null: long polling. */
  webhook: { secret: string; publicUrl: string } | null;
  readFile: TelegramAdapterDeps['readFile'];
  commands: readonly MenuCommand[];
  /** The domain's clock. */
  now(): Date;
  /** Called whenever Telegram was heard of. */
  answered(): void;
  log: Logger;
}

/** A bot on Telegram, by long polling or by webhook. */
export function telegramConnection(deps: TelegramDeps): Connection {
  const { webhook, commands, now, answered, log } = deps;
  const api = createApi(deps);
  let me: Identity | null = null;

  function open({ intake }: Pipeline): OpenConnection {
    const over = new AbortController();
    const { signal } = over;
    const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
    const presses = createPresses(id => api.raw.answerCallbackQuery({ callback_query_id: id }));
    let working: Promise<void> = Promise.resolve();

    const take = async (updates: readonly unknown[]): Promise<boolean> => {
      if (!me) return false;
      const received = receive(updates, me, now());
      await intake.store(received.events);
      received.presses.forEach(presses.answer);
      return true;
    };

    const work = async () => {
      const url = webhook && `${webhook.publicUrl}${WEBHOOK_PATH}`;
      me = await register({
        api,
        commands,
        webhook: webhook && { ...webhook, url: url ?? '' },
        log,
        pause,
        signal,
      });
      if (!me || webhook) return;
      const stored = async (updates: readonly unknown[]) => void (await take(updates));
      await poll({ api, take: stored, answered, log, pause, signal });
    };

    return {
      routes:
        webhook &&
        webhookRoutes({
          secret: webhook.secret,
          take: async update => {
            answered();
            return take([update]);
          },
        }),
      start: () => {
        working = work();
      },
      stop: async () => {
        over.abort();
        await working;
      },
    };
  }

  return {
    adapter: createTelegramAdapter({ api, readFile: deps.readFile }),
    deepLink: (payload, to) => {
      if (!me) return null;
      const query = payload === '' ? '' : `?${to === 'group' ? 'startgroup' : 'start'}=${payload}`;
      return `https://t.me/${me.username}${query}`;
    },
    open,
  };
}
