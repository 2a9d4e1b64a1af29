import type { Logger } from '../../log.ts';
import type { BotApi } from './api.ts';
import { type MenuCommand, menus } from './menu.ts';
import { allowedUpdates } from './update.ts';

/** Who the bot is on Telegram. */
export interface Identity {
  id: number;
  username: string;
}

const RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 30_000;
/** Calls of ours that Telegram makes at once; chats beyond wait for their turn. */
const MAX_CONNECTIONS = 40;

/** Menus are a help, no more: without them everything can still be typed. */
async function showMenus(api: BotApi, commands: readonly MenuCommand[], log: Logger): Promise<void> {
  try {
    for (const menu of menus(commands)) await api.raw.setMyCommands(menu);
  } catch (error) {
    log.warn({ err: error }, 'menus not set');
  }
}

interface RegisterDeps {
  api: BotApi;
  commands: readonly MenuCommand[];
  /** Null: polling, which a webhook of before would forbid. */
  webhook: { url: string; secret: string } | null;
  log: Logger;
  pause(ms: number): Promise<void>;
  signal: AbortSignal;
}

/** Asks who we are, says how updates are to come and what the menus show. Tries on until it is told to end: then null. */
export async function register({
  api,
  commands,
  webhook,
  log,
  pause,
  signal,
}: RegisterDeps): Promise<Identity | null> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const { id, username, can_read_all_group_messages: readsAll } = await api.raw.getMe();
      if (webhook) {
        await api.raw.setWebhook({
          url: webhook.url,
          secret_token: webhook.secret,
          allowed_updates: allowedUpdates,
          max_connections: MAX_CONNECTIONS,
        });
      } else await api.raw.deleteWebhook({});
      await showMenus(api, commands, log);
      log.info({ bot: username, webhook: webhook !== null, readsAll }, 'Telegram connected');
      return { id, username };
    } catch (error) {
      failures += 1;
      log.error({ err: error, failures }, 'Telegram not reached');
      await pause(Math.min(RETRY_MS * 2 ** Math.min(failures - 1, 10), SLOWEST_RETRY_MS));
    }
  }
  return null;
}
