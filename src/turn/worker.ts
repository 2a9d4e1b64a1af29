import { type ClaimedEvent, claimEvents, failEvent, finishEvents } from '../../db/inbox.ts';
import { enqueue, type NewMessage } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import { turnText } from '../text/turn.ts';
import type { TurnDeps } from './deps.ts';
import { type Loop, startLoop } from './loop.ts';
import { createSpeech } from './messages.ts';
import { TracelessFailure } from './traceless.ts';
import { blocOf, takeTurn } from './turn.ts';

/** Turns of different chats that share a transaction: one commit serves them all. */
const BATCH = 16;
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
  return startLoop({ name: 'worker', everyMs: 500, log: deps.log, round: () => takeTurns(deps, BATCH) });
}

/** One batch in one transaction. Where a turn fails, nothing of the batch stands and each is taken alone. */
async function takeTurns(deps: WorkerDeps, limit: number): Promise<boolean> {
  try {
    const { taken, said, dueNow } = await deps.db.transaction(tx => batch(tx, deps, limit));
    if (said > 0) deps.queued();
    if (dueNow) deps.dueNow();
    if (taken > 0) deps.seen.turned(taken);
    return taken > 0;
  } catch (error) {
    if (!(error instanceof TurnFailed)) throw error;
    if (limit > 1) {
      let more = true;
      for (let n = 0; n < limit && more; n += 1) more = await takeTurns(deps, 1);
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
}

async function batch(tx: Tx, deps: WorkerDeps, limit: number): Promise<Batch> {
  const events = await claimEvents(tx, limit);
  if (events.length === 0) return { taken: 0, said: 0, dueNow: false };
  const messages: NewMessage[] = [];
  const blank: number[] = [];
  let dueNow = false;
  // Bloc by bloc, so that two processes lock rows of several blocs in the same order.
  for (const event of events.toSorted((a, b) => (blocOf(a) ?? 0) - (blocOf(b) ?? 0) || a.id - b.id)) {
    try {
      const result = await takeTurn(tx, event, deps);
      messages.push(...result.messages);
      if (result.blank) blank.push(event.id);
      dueNow ||= result.dueNow;
    } catch (error) {
      throw new TurnFailed(event, error);
    }
  }
  const [first] = events;
  const ids = events.map(event => event.id);
  try {
    await Promise.all([enqueue(tx, messages), finishEvents(tx, ids, blank)]);
  } catch (error) {
    // Whose words could not be stored shows once each event is taken alone.
    if (!first) throw error;
    throw new TurnFailed(first, blank.includes(first.id) ? new TracelessFailure(error) : error);
  }
  return { taken: events.length, said: messages.length, dueNow };
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
