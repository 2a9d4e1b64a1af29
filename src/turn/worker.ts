import { type ClaimedEvent, claimEvents, failEvent, finishEvents, type Share } from '../../db/inbox.ts';
import { enqueue } from '../../db/outbox.ts';
import { strandOf } from '../../db/strand.ts';
import type { Tx } from '../../db/tx.ts';
import { turnText } from '../text/turn.ts';
import type { TurnDeps } from './deps.ts';
import { type Loop, startLoop } from './loop.ts';
import { createSpeech } from './messages.ts';
import { TracelessFailure } from './traceless.ts';
import { type TurnResult, takeTurn } from './turn.ts';

/** Turns of different chats that share a transaction: one commit serves them all. */
const BATCH = 16;
/**
 * Batches under way at once: while the database is at one we are at the other. Each hand has blocs of its own, so
 * that neither waits for rows that the other's transaction has locked.
 */
const HANDS = 2;
/** After so many failed attempts an event is set aside and its sender told. */
const ATTEMPTS = 5;

export interface WorkerDeps extends TurnDeps {
  db: Tx;
  /** Called after a commit that left messages to send. */
  queued(): void;
  /** Called after a commit that left something for the tick to do at once. */
  dueNow(): void;
}

/** Carries the cause through the rollback of the batch it spoilt. */
class TurnFailed extends Error {
  readonly event: ClaimedEvent;
  constructor(event: ClaimedEvent, cause: unknown) {
    super(`turn of event ${event.id} failed`, { cause });
    this.event = event;
  }
}

/** Takes turns as long as there are any: one chat in order, many chats at once, in any number of processes. */
export function startWorker(deps: WorkerDeps): Loop {
  const hands: Loop[] = Array.from({ length: HANDS }, (_, rest) => {
    const round = async () => {
      const more = await takeTurns(deps, { of: HANDS, rest }, BATCH);
      // It may be the other's: so is a chat that has moved to another bloc.
      if (more) for (const other of hands) if (other !== hands[rest]) other.wake();
      return more;
    };
    return startLoop({ name: `worker ${rest}`, everyMs: 500, log: deps.log, round });
  });
  return {
    wake: () => {
      for (const hand of hands) hand.wake();
    },
    idle: async () => {
      await Promise.all(hands.map(hand => hand.idle()));
    },
    stop: async () => {
      await Promise.all(hands.map(hand => hand.stop()));
    },
  };
}

/**
 * One batch in one transaction: whether there may be more to take. Where a turn fails, nothing of the batch stands
 * and each is taken alone.
 */
async function takeTurns(deps: WorkerDeps, share: Share, limit: number): Promise<boolean> {
  try {
    const { taken, said, dueNow, more } = await deps.db.transaction(tx => batch(tx, deps, share, limit));
    if (said > 0) deps.queued();
    if (dueNow) deps.dueNow();
    if (taken > 0) deps.seen.turned(taken);
    return more;
  } catch (error) {
    if (!(error instanceof TurnFailed)) throw error;
    if (limit > 1) {
      let more = true;
      for (let n = 0; n < limit && more; n += 1) more = await takeTurns(deps, share, 1);
      return true;
    }
    await setBack(deps, error);
    return true;
  }
}

interface Batch {
  taken: number;
  said: number;
  dueNow: boolean;
  more: boolean;
}

async function batch(tx: Tx, deps: WorkerDeps, share: Share, limit: number): Promise<Batch> {
  const events = await claimEvents(tx, limit, share);
  if (events.length === 0) return { taken: 0, said: 0, dueNow: false, more: false };
  const results = await sideBySide(tx, deps, events);
  const messages = results.flatMap(result => result.messages);
  const blank = results.flatMap(result => (result.blank ? [result.id] : []));
  const dueNow = results.some(result => result.dueNow);
  const [first] = events;
  const ids = events.map(event => event.id);
  try {
    const [, more] = await Promise.all([enqueue(tx, messages), finishEvents(tx, ids, blank)]);
    return { taken: events.length, said: messages.length, dueNow, more };
  } catch (error) {
    // Whose words could not be stored shows once each event is taken alone.
    if (!first) throw error;
    throw new TurnFailed(first, blank.includes(first.id) ? new TracelessFailure(error) : error);
  }
}

/** The turns of a bloc one after the other, those of several blocs side by side; all have ended when it returns. */
async function sideBySide(
  tx: Tx,
  deps: WorkerDeps,
  events: readonly ClaimedEvent[],
): Promise<({ id: number } & TurnResult)[]> {
  const blocs = [...new Set(events.map(event => event.blocId))];
  const ended = await Promise.allSettled(
    blocs.map(async blocId => {
      const own = blocs.length > 1 ? strandOf(tx, blocId) : tx;
      const results: ({ id: number } & TurnResult)[] = [];
      for (const event of events.filter(one => one.blocId === blocId)) {
        const result = await takeTurn(own, event, deps).catch((error: unknown) => {
          throw new TurnFailed(event, error);
        });
        results.push({ id: event.id, ...result });
      }
      return results;
    }),
  );
  return ended.flatMap(one => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** Later again; or for good, and then the person hears of it with a code that the log knows. */
async function setBack(deps: WorkerDeps, { event, cause }: TurnFailed): Promise<void> {
  deps.seen.failed();
  const code = `E${event.id}`;
  deps.log.error({ err: cause, event: event.id, code, attempts: event.attempts + 1 }, 'turn failed');
  const message = cause instanceof Error ? cause.message : String(cause);
  const blank = cause instanceof TracelessFailure;
  await deps.db.transaction(async tx => {
    if ((await failEvent(tx, event.id, message, { most: ATTEMPTS, blank })) !== 'dead') return;
    const { platform, botId, chatId, chatKind } = event;
    const speech = createSpeech(`dead:${event.id}`, null);
    const here = { address: { platform, botId, chatId }, kind: chatKind, replyTo: null, asks: null };
    speech.say(here, [turnText.apology(code)], { kind: 'command' });
    await enqueue(tx, speech.rows(null));
  });
  deps.queued();
}
