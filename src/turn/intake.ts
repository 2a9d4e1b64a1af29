import { type NewInboxRow, storeEvents } from '../../db/inbox.ts';
import type { Tx } from '../../db/tx.ts';
import type { ChatAdapter, ChatEvent, RawEvent } from '../chat/port.ts';
import { secrecyMarking } from '../text/secrecy.ts';

/** How many events one INSERT carries at most. */
const BATCH = 500;

export interface Intake {
  /** Resolves when the events are committed; a second delivery resolves too and changes nothing. */
  store(events: RawEvent[]): Promise<void>;
}

const nextRound = () => new Promise(resolve => setImmediate(resolve));

interface Waiting {
  rows: NewInboxRow[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Verified updates → inbox rows. Whatever arrives while an INSERT is under way goes with the next one: under
 * load one commit serves many webhooks, alone an event waits for nobody.
 */
export function createIntake(deps: {
  db: Tx;
  adapters: readonly ChatAdapter[];
  /** Called after each commit that stored something new; `files`: some of it must be downloaded first. */
  stored(count: number, files: boolean): void;
}): Intake {
  const waiting: Waiting[] = [];
  let busy = false;

  const flush = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      // What has reached us already, on other connections, goes along.
      await nextRound();
      const batch = waiting.splice(0, BATCH);
      try {
        const rows = batch.flatMap(one => one.rows);
        const fresh = await storeEvents(deps.db, rows);
        for (const one of batch) one.resolve();
        if (fresh > 0)
          deps.stored(
            fresh,
            rows.some(row => row.state === 'fetching'),
          );
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    busy = false;
  };

  return {
    store: events =>
      new Promise((resolve, reject) => {
        const rows = events.flatMap(event => inboxRow(event, deps.adapters) ?? []);
        if (rows.length === 0) return resolve();
        waiting.push({ rows, resolve, reject });
        void flush();
      }),
  };
}

/** Null where there is nothing in it for us; of an event with a secrecy marking only the key remains (decision 16). */
function inboxRow(event: RawEvent, adapters: readonly ChatAdapter[]): NewInboxRow | null {
  const { platform, botId, chatId } = event.address;
  const adapter = adapters.find(one => one.platform === platform && one.botId === botId);
  const parsed = adapter?.parse(event.raw);
  if (!parsed) return null;
  const secret = wordsOf(parsed).some(words => secrecyMarking(words) !== null);
  const files = parsed.body.kind === 'file' || parsed.body.kind === 'photo';
  return {
    platform,
    botId,
    chatId,
    eventKey: event.eventKey,
    chatKind: parsed.chatKind,
    userId: parsed.from?.userId ?? null,
    raw: secret ? null : event.raw,
    state: secret ? 'secret' : files ? 'fetching' : 'waiting',
  };
}

function wordsOf({ body }: ChatEvent): string[] {
  switch (body.kind) {
    case 'text':
    case 'edited':
      return [body.text];
    case 'command':
      return [body.words];
    case 'file':
    case 'photo':
      return [body.caption, ...body.files.map(file => file.name)];
    default:
      return [];
  }
}
