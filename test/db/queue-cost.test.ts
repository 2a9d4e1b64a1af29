import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { connect } from '../../db/client.ts';
import { changeDue, claimDue, finishDue } from '../../db/due.ts';
import { claimEvents, finishEvents, storeEvents } from '../../db/inbox.ts';
import { claimMessages, enqueue, recordSends } from '../../db/outbox.ts';
import { rows, type Tx } from '../../db/tx.ts';
import { testDatabase } from '../support/database.ts';

/** As long as a plan may grow old: made while the queues are empty and known to be, then kept. */
const database = await testDatabase();
const lasting = connect(database.target, {
  ...{ role: 'tlk_system', max: 1, lasting: true },
  settings: { plan_cache_mode: 'force_generic_plan' },
});
afterAll(lasting.end);

const HISTORY = 2_000;
const OWNER = 1;
let seen = 0;

/** So many chats write, are answered, and everything is done with. Returns the rows that were looked at. */
async function turns(tx: Tx, count: number, chats: string[]): Promise<number> {
  const ours = Array.from({ length: count }, () => {
    seen += 1;
    return { n: seen, ...{ platform: 'telegram', botId: 'stub', chatId: chats[seen % chats.length] ?? '' } };
  });
  await storeEvents(
    tx,
    ours.map(({ n, ...address }) => ({
      ...{ ...address, eventKey: `e${n}`, userId: `u${n}`, raw: { n } },
      ...({ chatKind: 'private', state: 'waiting' } as const),
    })),
  );
  await enqueue(
    tx,
    ours.map(({ n, ...address }) => ({
      ...{ ...address, dedupeKey: `m${n}`, blocId: null, body: { lines: [['Xin chào']] } },
      ...({ chatKind: 'private', class: 'reply' } as const),
    })),
  );
  const before = await read(tx);
  for (;;) {
    const events = await claimEvents(tx, 64);
    const ids = events.map(({ id }) => id);
    const moreEvents = await finishEvents(tx, ids, []);
    const messages = await claimMessages(tx, OWNER, 64);
    const moreMessages = await recordSends(
      tx,
      OWNER,
      messages.map(({ id }) => ({
        ...({ id, state: 'sent', messageId: `${id}`, error: null, afterMs: 0 } as const),
        ...{ unknown: false, chatId: null, rest: null },
      })),
    );
    if (!moreEvents && !moreMessages) break;
  }
  return (await read(tx)) - before;
}

/** Rows of the queues that the transaction has fetched through their indexes or gone through. */
async function read(tx: Tx): Promise<number> {
  const [row] = await rows(
    tx,
    z.object({ read: z.coerce.number() }),
    sql`select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read) as read
      from pg_stat_xact_user_tables where relname in ('inbox', 'outbox', 'due')`,
  );
  return row?.read ?? 0;
}

const EIGHT = new Date('2026-06-08T01:00:00Z');
const PER_BLOC = 20;

/** Something is due in each of these blocs at the same time. Returns the rows looked at to take and finish it all. */
async function morning(tx: Tx, blocs: number[], due = 0): Promise<number> {
  for (const bloc of blocs) {
    const insert = Array.from({ length: due }, (_, n) => ({
      kind: 'remind',
      key: `${bloc}/${n}`,
      at: EIGHT,
    }));
    await changeDue(tx, bloc, { insert, move: [], remove: [] });
  }
  const before = await read(tx);
  for (const bloc of blocs) {
    const claimed = await claimDue(tx, bloc, ['remind', 'nudge'], EIGHT);
    expect(claimed).toHaveLength(due);
    await finishDue(
      tx,
      claimed.map(({ id }) => id),
      EIGHT,
    );
  }
  return (await read(tx)) - before;
}

const many = Array.from({ length: HISTORY }, (_, n) => `c${n}`);

beforeAll(async () => {
  await database.owner.sql.unsafe('analyze inbox, outbox, due');
  // A bot that starts looks for what it left, and finds nothing.
  await lasting.db.transaction(tx => turns(tx, 0, []));
  await lasting.db.transaction(tx => morning(tx, [1]));
});

test('a turn and its answer cost the same after thousands of others, with the plans of the first day', async () => {
  const first = await lasting.db.transaction(tx => turns(tx, 1, ['first']));
  await lasting.db.transaction(tx => turns(tx, HISTORY, many));
  const later = await lasting.db.transaction(tx => turns(tx, 1, ['later']));
  expect({ first, later }).toEqual({ first, later: first });
});

test('fifty who write at once cost fifty times one, and not the square of it', async () => {
  const one = await lasting.db.transaction(tx => turns(tx, 1, ['alone']));
  const fifty = await lasting.db.transaction(tx => turns(tx, 50, many));
  expect(fifty).toBeLessThanOrEqual(50 * one);
});

test('on the morning of a common deadline a bloc costs what is its own, however many others wait', async () => {
  const alone = await lasting.db.transaction(tx => morning(tx, [10], PER_BLOC));
  const all = Array.from({ length: 100 }, (_, n) => 100 + n);
  const together = await lasting.db.transaction(tx => morning(tx, all, PER_BLOC));
  expect(together).toBe(all.length * alone);
});
