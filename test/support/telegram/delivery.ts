import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ApiProblem, badRequest } from './answer.ts';
import { updateProblems } from './wire.ts';
import type { World } from './world.ts';

export interface WireUpdate extends Record<string, unknown> {
  update_id: number;
}

interface Webhook {
  url: string;
  secret: string | undefined;
}

/** What Telegram sends unless told otherwise. */
const DEFAULT_TYPES = ['message', 'edited_message', 'callback_query', 'my_chat_member'];

const webhookSchema = z.looseObject({
  url: z.string(),
  secret_token: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
});
const pollSchema = z.looseObject({
  offset: z.number().default(0),
  limit: z.number().default(100),
  timeout: z.number().default(0),
  allowed_updates: z.array(z.string()).optional(),
});

export interface DeliverySettings {
  /** Milliseconds until an undelivered update is posted again, and after which an answer is no longer waited for. */
  retryMs: number;
  timeoutMs: number;
}

/** How updates reach the bot: asked for, or posted; each until it is confirmed. */
export function createDelivery(world: World, settings: DeliverySettings) {
  let types: readonly string[] = DEFAULT_TYPES;
  let webhook: Webhook | null = null;
  let pending: WireUpdate[] = [];
  let poller: { wake(): void; ended: boolean; replaced: boolean } | null = null;
  /** Chats whose updates are being posted: one after the other. */
  const posting = new Map<string, Promise<void>>();
  let ended = false;
  /** How often each update is delivered besides the once that is needed. */
  let extra = 0;
  let dropConfirmations = 0;
  let held = false;
  let wrongSecret: string | null = null;

  const chatOf = (update: WireUpdate): string => {
    const [, inner] = Object.entries(update).find(([key]) => key !== 'update_id') ?? [];
    const found = z
      .looseObject({
        chat: z.looseObject({ id: z.number() }).optional(),
        message: z.looseObject({}).optional(),
      })
      .safeParse(inner).data;
    const nested = z.looseObject({ chat: z.looseObject({ id: z.number() }) }).safeParse(found?.message).data;
    return String(found?.chat?.id ?? nested?.chat.id ?? '');
  };

  async function post(update: WireUpdate): Promise<boolean> {
    if (!webhook) return false;
    const secret = wrongSecret ?? webhook.secret;
    const response = await fetch(webhook.url, {
      method: 'POST',
      body: JSON.stringify(update),
      headers: {
        'Content-Type': 'application/json',
        ...(secret !== undefined && { 'X-Telegram-Bot-Api-Secret-Token': secret }),
      },
      signal: AbortSignal.timeout(settings.timeoutMs),
    }).catch(() => null);
    await response?.arrayBuffer().catch(() => undefined);
    return response?.ok === true;
  }

  async function deliver(update: WireUpdate): Promise<void> {
    let times = 1 + extra;
    while (!ended && webhook && times > 0) {
      if (await post(update)) times -= 1;
      else await wait(settings.retryMs);
    }
    if (times === 0) pending = pending.filter(one => one !== update);
  }

  const postInOrder = (update: WireUpdate) => {
    const chat = chatOf(update);
    const next = (posting.get(chat) ?? Promise.resolve()).then(() => deliver(update));
    posting.set(chat, next);
  };

  return {
    /** @throws where the update is none that Telegram could send */
    push(body: Record<string, unknown>): WireUpdate | null {
      const update = { update_id: world.next('update'), ...body };
      const problems = updateProblems(update);
      if (problems.length > 0) throw new Error(`no update of Telegram: ${problems.join('; ')}`);
      if (!types.some(type => type in body)) return null;
      if (held) return update;
      pending.push(update);
      if (webhook) postInOrder(update);
      else poller?.wake();
      return update;
    },
    /** What the bot has not confirmed yet. */
    pending: (): readonly WireUpdate[] => pending,
    /** Somebody waits for news. */
    polling: () => poller !== null && !poller.ended,
    /** From now on somebody else brings the updates. */
    hold() {
      held = true;
    },
    /** Faults: each update comes so many times more, polls are not confirmed, the secret is another. */
    disturb(how: { extra?: number; dropConfirmations?: number; secret?: string | null }): void {
      extra = how.extra ?? extra;
      dropConfirmations = how.dropConfirmations ?? dropConfirmations;
      if (how.secret !== undefined) wrongSecret = how.secret;
    },
    end() {
      ended = true;
      poller?.wake();
    },
    /** Resolves once all that was pushed is delivered. */
    async delivered(withinMs = 20_000): Promise<void> {
      for (let left = withinMs; left > 0 && pending.length > 0; left -= 5) await wait(5);
      if (pending.length > 0) throw new Error(`${pending.length} updates not delivered`);
    },

    setWebhook(payload: unknown): true {
      const { url, secret_token: secret, allowed_updates } = webhookSchema.parse(payload);
      if (url === '') return this.deleteWebhook(payload);
      const { protocol, hostname } = new URL(url);
      // Only this machine may be called without encryption.
      if (protocol !== 'https:' && hostname !== '127.0.0.1') {
        throw badRequest('bad webhook: an HTTPS URL must be provided for webhook');
      }
      webhook = { url, secret };
      types = allowed_updates ?? types;
      for (const update of pending) postInOrder(update);
      return true;
    },
    deleteWebhook(payload: unknown): true {
      const { drop_pending_updates: drop } = z
        .looseObject({ drop_pending_updates: z.boolean().optional() })
        .parse(payload ?? {});
      webhook = null;
      if (drop) pending = [];
      return true;
    },
    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending.length,
      allowed_updates: types,
    }),
    async getUpdates(payload: unknown, gone: AbortSignal): Promise<WireUpdate[]> {
      if (webhook) {
        throw new ApiProblem(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      const { offset, limit, timeout, allowed_updates } = pollSchema.parse(payload);
      types = allowed_updates ?? types;
      if (poller && !poller.ended) {
        poller.replaced = true;
        poller.wake();
      }
      if (dropConfirmations > 0 && offset > 0) dropConfirmations -= 1;
      else pending = pending.filter(update => update.update_id >= offset);
      const mine = { wake: () => {}, ended: false, replaced: false };
      poller = mine;
      if (pending.length === 0 && timeout > 0) {
        await new Promise<void>(resolve => {
          mine.wake = resolve;
          gone.addEventListener('abort', () => resolve());
          setTimeout(resolve, timeout * 1_000).unref();
        });
      }
      mine.ended = true;
      if (mine.replaced) {
        throw new ApiProblem(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        );
      }
      return pending.slice(0, limit);
    },
  };
}
export type Delivery = ReturnType<typeof createDelivery>;
