import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../log.ts';
import type { Connection, OpenConnection, Pipeline } from '../connection.ts';
import { createZaloAdapter, type ZaloAdapterDeps } from './adapter.ts';
import { createZaloClient } from './client.ts';
import { botIdOf, identityOf } from './identity.ts';
import { zaloMethods } from './methods.ts';
import { poll } from './poll.ts';
import { register } from './register.ts';
import { eventKey, eventName, kept, readUpdate } from './update.ts';
import { webhookRoutes } from './webhook.ts';
import { type WebhookSettings, webhookAddress } from './webhook-address.ts';

/** Milliseconds. */
const POLL_FLOOR = 1_000;

/** Shows that a process is the only one that polls for a bot. */
export interface SolePoller {
  held(): Promise<boolean>;
  release(): Promise<void>;
}

/** Milliseconds, which tests shorten. */
export interface ZaloPace {
  /** Until a message that nobody answers is given up. */
  sendMs: number;
  /** The first pause where the bot's number is used up. */
  quotaPauseMs: number;
}

const usualPace: ZaloPace = { sendMs: 20_000, quotaPauseMs: 60_000 };

export interface ZaloDeps {
  token: string;
  apiRoot: string;
  /** Null, or no public address: polling. */
  webhook: WebhookSettings | null;
  fileLink: ZaloAdapterDeps['fileLink'];
  solePoller(botId: string): SolePoller;
  pace?: Partial<ZaloPace> | undefined;
  /** Called whenever Zalo was heard of. */
  answered(): void;
  log: Logger;
}

/** A bot on Zalo, by webhook or, for trials, by polling. */
export function zaloConnection(deps: ZaloDeps): Connection {
  const { token, apiRoot, webhook, answered, log } = deps;
  const { sendMs, quotaPauseMs } = { ...usualPace, ...deps.pace };
  const botId = botIdOf(token);
  const methods = zaloMethods(createZaloClient({ apiRoot, token }), sendMs);
  let identity = identityOf(token, null);

  function open({ intake }: Pipeline): OpenConnection {
    const over = new AbortController();
    const { signal } = over;
    const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
    let working: Promise<unknown> = Promise.resolve();

    const take = async (raw: unknown) => {
      answered();
      const update = readUpdate(raw);
      if (!update) return log.info({ event: eventName(raw) }, 'nothing to answer in this event of Zalo');
      const address = { platform: 'zalo', botId, chatId: update.message.chat.id } as const;
      await intake.store([{ address, eventKey: eventKey(update), raw: kept(update) }]);
    };
    const polling = async () => {
      const lock = deps.solePoller(botId);
      const alone = () => lock.held();
      await poll({ methods, alone, take, answered, floorMs: POLL_FLOOR, log, pause, signal });
      await lock.release();
    };

    return {
      routes: webhook && webhookRoutes({ path: webhook.path, secret: webhook.secret, take }),
      start: () => {
        const url = webhook && { url: webhookAddress(webhook, token), secret: webhook.secret };
        const known = (found: typeof identity) => {
          identity = found;
        };
        const registered = register({ token, methods, webhook: url, known, log, pause, signal });
        working = Promise.all([registered, webhook ? undefined : polling()]);
      },
      stop: async () => {
        over.abort();
        await working;
      },
    };
  }

  const { fileLink } = deps;
  return {
    adapter: createZaloAdapter({
      botId,
      methods,
      apiRoot,
      identity: () => identity,
      fileLink,
      quotaPauseMs,
    }),
    deepLink: () => null,
    open,
  };
}
