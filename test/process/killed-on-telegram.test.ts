import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Connection, connect } from '../../db/client.ts';
import { livingPostmaster } from '../../db/embedded/postmaster-file.ts';
import { stopServer } from '../../db/embedded/server.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { drawnSeed } from '../support/seed.ts';
import { seededRandom } from '../support/shuffle.ts';
import { size } from '../support/size.ts';
import { type FakeTelegram, fakeTelegram } from '../support/telegram/fake-telegram.ts';
import { type Chronicle, inhabitants, type Neighbourhood } from '../support/telegram/inhabitant.ts';

const KILLS = size(2, 200);
/** A kill comes within so many ms after people began to act, at random. */
const WITHIN_MS = 1_500;
const CONTACTS = ['lan', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang'];
const OTHERS = ['dung', 'binh'];

async function asked<T>(dataDir: string, task: (db: Connection['db']) => Promise<T>): Promise<T> {
  const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
  const path = join(lines[4] ?? '', '.s.PGSQL.5432');
  const target = { kind: 'socket' as const, path, user: 'postgres', database: 'postgres' };
  const { db, end } = connect(target, { role: null, max: 1 });
  return task(db).finally(end);
}

/** The sample bloc moves from the demo room to Telegram, everybody having pressed Start. */
async function moveToTelegram(dataDir: string, telegram: FakeTelegram): Promise<Neighbourhood> {
  const { people, world } = telegram;
  const users = new Map([...CONTACTS, ...OTHERS].map(id => [id, people.user(id)]));
  for (const user of users.values()) people.starts(user);
  const group = people.group('Khối', [...users.values()]);
  await asked(dataDir, async db => {
    for (const [id, user] of [...users, ['khoi-1', group] as const]) {
      const [bot, to] = [String(world.bot.id), String(user)];
      await db.execute(sql`update account set platform = 'telegram', bot_id = ${bot}, user_id = ${to}
        where platform = 'room' and user_id = ${id}`);
      await db.execute(sql`update chat_binding set platform = 'telegram', bot_id = ${bot}, chat_id = ${to}
        where platform = 'room' and chat_id = ${id}`);
    }
  });
  const contacts = CONTACTS.map(id => users.get(id) ?? 0);
  return { blocId: 1, group, contacts, people: [...users.values()] };
}

const counts = z.object({
  sent: z.number(),
  unsent: z.number(),
  unknowns: z.number(),
  undone: z.number(),
  silent: z.number(),
});

/** What the bot took up again after the last kill is said. */
async function quiet(dataDir: string): Promise<void> {
  const open = () =>
    asked(dataDir, async db => {
      const [row] = await db.execute(
        sql`select count(*)::int as n from outbox where state in ('waiting', 'sending')`,
      );
      return Number(row?.n);
    });
  for (let tries = 300; tries > 0 && (await open()) > 0; tries -= 1) await wait(100);
}

async function everythingHolds(dataDir: string, telegram: FakeTelegram, chronicle: Chronicle): Promise<void> {
  await asked(dataDir, async db => {
    const kept = [...(await db.execute(sql`select bloc_id, receipt_no, document_number from submission`))];
    expect(new Map(kept.map(row => [`${row.bloc_id}:${row.receipt_no}`, row.document_number]))).toEqual(
      chronicle.receipts,
    );
    const [row] = await db.execute(sql`select count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state not in ('sent', 'unknown'))::int as unsent, coalesce(sum(unknowns), 0)::int as unknowns,
      (select count(*)::int from inbox where state <> 'done') as undone,
      (select count(*)::int from inbox i where i.raw->'update'->'message'->>'text' is not null and not exists
        (select from outbox o where o.dedupe_key like 'in:' || i.id || ':reply:%')) as silent from outbox`);
    const found = counts.parse(row);
    expect(found).toMatchObject({ unsent: 0, undone: 0, silent: 0 });
    const shown = [...telegram.world.chats.values()]
      .flatMap(chat => chat.messages)
      .filter(one => one.wire.from?.id === telegram.world.bot.id).length;
    console.info(
      `${chronicle.acts} acts, ${found.sent} sent, ${shown} shown, ${found.unknowns} unknown outcomes`,
    );
    expect(shown).toBeGreaterThanOrEqual(found.sent);
    expect(shown).toBeLessThanOrEqual(found.sent + found.unknowns);
  });
  expect(chronicle.unanswered).toEqual([]);
  expect(telegram.problems()).toEqual([]);
}

test(
  `killed ${KILLS} times on Telegram, the bot loses nothing and says nothing twice that it knows to be said`,
  async () => {
    const seed = drawnSeed();
    console.info(`seed ${seed}`);
    const random = seededRandom(seed);
    const dataDir = await mkdtemp(join(tmpdir(), 'tlk-telegram-'));
    const telegram = await fakeTelegram();
    let bot: RoomProcess = await startRoom({ dataDir, env: { CLOCK: '' } });
    onTestFinished(async () => {
      bot.child.kill('SIGKILL');
      await telegram.close();
      const pg = join(dataDir, 'pg');
      const server = await livingPostmaster(pg);
      if (server) await stopServer(pg, server);
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });
    const bloc = await moveToTelegram(dataDir, telegram);
    const env = { CLOCK: '', TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
    const logs: string[] = [];
    const again = async () => {
      logs.push(...bot.log);
      const gone = once(bot.child, 'exit');
      bot.child.kill('SIGKILL');
      await gone;
      bot = await startRoom({ dataDir, env });
    };
    await again();

    const chronicle: Chronicle = { acts: 0, receipts: new Map(), unanswered: [] };
    const life = inhabitants(telegram, chronicle, () => new Date(), random);
    let over = false;
    // Each contact apart: nobody does two things at once.
    const living = Promise.all(
      bloc.contacts.map(async user => {
        while (!over) await life.act({ ...bloc, contacts: [user], people: [user] });
      }),
    );
    living.catch(() => undefined);
    for (let n = 0; n < KILLS; n += 1) {
      await wait(random() * WITHIN_MS);
      await again();
    }
    over = true;
    await living;
    await telegram.delivery.delivered();
    const health = await fetch(`${bot.url}/healthz`).then(response => response.json());
    expect(health).toMatchObject({ platforms: { telegram: { lastContact: expect.any(String) } } });
    await quiet(dataDir);
    await everythingHolds(dataDir, telegram, chronicle);
    expect(chronicle.receipts.size).toBeGreaterThan(0);
    const [, secret = ''] = telegram.token.split(':');
    expect([...logs, ...bot.log].join('\n')).not.toContain(secret);
  },
  size(120_000, 60 * 60_000),
);
