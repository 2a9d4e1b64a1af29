import type { Logger } from '../../log.ts';
import { type Identity, identityOf } from './identity.ts';
import type { ZaloMethods } from './methods.ts';

const RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 60_000;

interface RegisterDeps {
  token: string;
  methods: ZaloMethods;
  /** Null: polling. */
  webhook: { url: string; secret: string } | null;
  /** Called as soon as the bot knows who it is. */
  known(identity: Identity): void;
  log: Logger;
  pause(ms: number): Promise<void>;
  signal: AbortSignal;
}

/**
 * Asks who we are and says where updates are to go. Registrations are counted by the day, so that a webhook which is
 * there already is left alone; one that polling would need gone is left to its owner. Tries on until told to end.
 */
export async function register(deps: RegisterDeps): Promise<void> {
  const { token, methods, known, log, pause, signal } = deps;
  let failures = 0;
  let met = false;
  while (!signal.aborted) {
    try {
      if (!met) {
        const me = await methods.getMe();
        known(identityOf(token, me));
        met = true;
        const { display_name: name, can_join_groups: groups } = me;
        log.info({ bot: name, groups, webhook: deps.webhook !== null }, 'Zalo connected');
        if (groups === false) log.warn({ bot: name }, 'this Zalo bot cannot join groups');
      }
      await pointWebhook(deps);
      return;
    } catch (error) {
      failures += 1;
      log.error({ err: error, failures }, 'Zalo not reached');
      await pause(Math.min(RETRY_MS * 2 ** Math.min(failures - 1, 10), SLOWEST_RETRY_MS));
    }
  }
}

async function pointWebhook({ methods, webhook, log }: RegisterDeps): Promise<void> {
  const now = await methods.webhookUrl();
  if (!webhook) {
    if (now !== null)
      log.error('a webhook is set for this Zalo bot: polling hears nothing until it is removed');
    return;
  }
  if (now === webhook.url) return;
  const { verification } = await methods.setWebhook(webhook.url, webhook.secret);
  const { ok = true, outcome, hint } = verification ?? {};
  if (ok) log.info({ outcome }, 'Zalo webhook set');
  else log.error({ outcome, hint }, 'Zalo webhook set, but Zalo does not reach it');
}
