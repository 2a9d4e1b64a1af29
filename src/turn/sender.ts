import {
  type ClaimedMessage,
  claimMessages,
  recordSends,
  releaseLost,
  type SendResult,
} from '../../db/outbox.ts';
import { moveChat } from '../../db/people.ts';
import type { Tx } from '../../db/tx.ts';
import { plainText } from '../chat/plain.ts';
import type { ChatAdapter, SendOutcome } from '../chat/port.ts';
import { splitOff } from '../chat/split.ts';
import { reasonForLog } from '../redact.ts';
import { withinBudget } from './budget.ts';
import { adapterOf, type TurnDeps } from './deps.ts';
import { type Loop, startLoop } from './loop.ts';
import { afterSend } from './outcome.ts';
import { createPace } from './pace.ts';
import { unheard } from './unheard.ts';

/** Chats written to at once; a slow one keeps its place and nobody else's. */
const IN_FLIGHT = 64;
/** Units of a part that are left for its lines, whatever its end takes. */
const LEAST_UNITS = 400;
/** Rounds between looks for messages that a dead process held; an idle round looks anyway. */
const LOOK_EVERY = 50;

export interface SenderDeps extends TurnDeps {
  db: Tx;
  /** Conversations whose question arrived nowhere. */
  blocs: Tx;
  /** This process among those that send; its session lock is what shows that it lives. */
  owner: number;
  lockClass: number;
}

/**
 * Sends from the outbox, outside any transaction: the first message of each chat, many chats at once. What is
 * longer than its messenger takes goes out part by part, the row keeping what is still to be said.
 */
export function startSender(deps: SenderDeps): Loop {
  const flying = new Set<Promise<void>>();
  /** Claimed and not yet recorded. */
  const inHand = new Set<number>();
  const pace = createPace(deps.adapters, () => loop?.wake());
  let finished: SendResult[] = [];
  let rounds = 0;
  /** Something was left in the outbox since the last round. */
  let queued = false;
  let loop: Loop | null = null;

  const record = async () => {
    const results = finished;
    finished = [];
    if (results.length === 0) return false;
    try {
      const more = await recordSends(deps.db, deps.owner, results);
      for (const { id } of results) inHand.delete(id);
      return more;
    } catch (error) {
      finished = [...results, ...finished];
      throw error;
    }
  };

  const launch = (message: ClaimedMessage) => {
    inHand.add(message.id);
    pace.took(message);
    const flight = sendOne(deps, message).then(result => {
      finished.push(result);
      flying.delete(flight);
      loop?.wake();
    });
    flying.add(flight);
  };

  const round = async () => {
    const recorded = finished.length;
    const called = queued;
    queued = false;
    const more = await record();
    const free = IN_FLIGHT - flying.size;
    // Woken by a send that has ended, and nothing waits: nothing to ask for.
    const wanted = free > 0 && (called || more || recorded === 0);
    const claimed = wanted ? await claimMessages(deps.db, deps.owner, free, pace.room(free)) : [];
    for (const message of claimed) launch(message);
    rounds += 1;
    const idle = claimed.length === 0 && recorded === 0;
    const look = idle || rounds % LOOK_EVERY === 0;
    const me = { owner: deps.owner, inHand: [...inHand] };
    const again = look ? await releaseLost(deps.db, deps.lockClass, me) : 0;
    // Fewer than asked for are all there were; what comes later wakes us.
    return again > 0 || (wanted && claimed.length === free);
  };

  loop = startLoop({ name: 'sender', everyMs: 500, log: deps.log, round });
  const { idle, stop } = loop;
  return {
    wake() {
      queued = true;
      loop?.wake();
    },
    async idle() {
      for (await idle(); flying.size > 0; await idle()) await Promise.race(flying);
    },
    async stop() {
      await stop();
      await Promise.all(flying);
      await record();
    },
  };
}

async function sendOne(deps: SenderDeps, message: ClaimedMessage): Promise<SendResult> {
  const { platform, botId, chatId, id, body } = message;
  const adapter = adapterOf(deps, platform, botId);
  const { textUnits = Number.POSITIVE_INFINITY, captionUnits = textUnits } = adapter?.capabilities ?? {};
  const laid = adapter?.layout?.(body) ?? { message: body, ending: 0 };
  const units = (body.file ? captionUnits : textUnits) - laid.ending;
  const { first, rest } = splitOff(laid.message, Math.max(units, LEAST_UNITS));
  // Of each part its own key, the same again for the same part; the last one, which asks, has the message's.
  const part = rest ? `~${plainText(body).length}` : '';
  const send = () => attempt(deps, adapter, { ...message, body: first }, `${message.dedupeKey}${part}`);
  const outcome = await withinBudget(deps.db, deps.clock.now(), message, send).catch(failed);
  try {
    if (outcome.kind === 'gone') await unheard(deps, message);
    if (outcome.kind === 'moved') await moveChat(deps.db, { platform, botId, chatId }, outcome.toChatId);
  } catch (error) {
    deps.log.error({ err: error, message: id }, 'chat not updated after a send');
  }
  deps.seen.sent(platform, outcome.kind);
  if (outcome.kind !== 'sent' && outcome.kind !== 'needless')
    deps.log.warn(
      {
        message: id,
        platform,
        outcome: outcome.kind,
        ...('because' in outcome && { because: reasonForLog(outcome.because) }),
      },
      'not sent',
    );
  return afterSend(message, outcome, rest);
}

/** Our own database, before anything was sent or while it was counted: to be on the safe side, unknown. */
const failed = (): SendOutcome => ({ kind: 'unknown', because: 'message count not to be had' });

async function attempt(
  deps: SenderDeps,
  adapter: ChatAdapter | null,
  message: ClaimedMessage,
  dedupeKey: string,
): Promise<SendOutcome> {
  const { botId, chatId, chatKind, body, blocId, editsMessageId, topic } = message;
  // A bot that is not configured today may be again tomorrow.
  if (!adapter) return { kind: 'later', afterMs: 60_000, because: 'bot not configured' };
  const address = { platform: adapter.platform, botId, chatId };
  try {
    return await adapter.send({
      ...{ address, chatKind, message: body, dedupeKey, blocId, editsMessageId },
      ...(topic !== null && { topic }),
    });
  } catch (error) {
    deps.log.error({ err: error, message: message.id }, 'adapter threw');
    return { kind: 'unknown', because: 'adapter threw' };
  }
}
