import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { type Connection, connect } from '../../db/client.ts';
import { livingPostmaster } from '../../db/embedded/postmaster-file.ts';
import { stopServer } from '../../db/embedded/server.ts';
import { enterBloc } from '../../db/tx.ts';
import { readyFolder } from '../support/ready-folder.ts';
import { roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { drawnSeed } from '../support/seed.ts';
import { seededRandom } from '../support/shuffle.ts';
import { size } from '../support/size.ts';
import { type Deeds, stubbornPerson, type World } from '../support/stubborn-people.ts';

/** The sample's people who act for a unit; one of each unit scores for it. */
const PEOPLE = {
  lan: true,
  dung: false,
  tuan: true,
  ha: true,
  phuc: true,
  anh: false,
  mai: true,
  thang: true,
};
const BLOC = 1;
const WORLDS = size(1, 20);
/** Every third is the database's: all three kinds of end. */
const KILLS = size(2, 10);
/** A kill comes after so many events of a life, and then within so many ms, at random. */
const EVENTS = 20;
const WITHIN_MS = 300;

async function postmaster(dataDir: string): Promise<{ pid: number; socket: string }> {
  const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), socket: join(lines[4] ?? '', '.s.PGSQL.5432') };
}

async function asked<T>(dataDir: string, task: (db: Connection['db']) => Promise<T>): Promise<T> {
  const { socket: path } = await postmaster(dataDir);
  const { db, end } = connect(
    { kind: 'socket', path, user: 'postgres', database: 'postgres' },
    { role: null, max: 1 },
  );
  return task(db).finally(end);
}

/** Messages that people have, though nothing says so: to be sent again, on a messenger without keys as duplicates. */
const inDoubt = (dataDir: string) =>
  asked(dataDir, async db => {
    const [row] = await db.execute(sql`select count(*)::int as n, count(distinct o.chat_id)::int as chats
      from outbox o join room.message m on m.dedupe_key = 'bot:' || o.dedupe_key where o.state = 'sending'`);
    return { n: Number(row?.n), chats: Number(row?.chats) };
  });

async function kill(bot: RoomProcess): Promise<void> {
  const gone = once(bot.child, 'exit');
  bot.child.kill('SIGKILL');
  await gone;
}

/** A life with `KILLS` violent ends, and what everybody did in it. */
async function life(
  seed: number,
  dataDir: string,
): Promise<{ bot: RoomProcess; deeds: Deeds[]; doubts: number[] }> {
  const random = seededRandom(seed);
  let bot = await startRoom({ dataDir });
  // Also where the test fails: no bot, and no database that outlives it.
  onTestFinished(async () => {
    world.over = true;
    bot.child.kill('SIGKILL');
    const pg = join(dataDir, 'pg');
    const server = await livingPostmaster(pg);
    if (server) await stopServer(pg, server);
  });
  const world: World = { url: bot.url, open: true, over: false, taken: 0 };
  const people = Object.entries(PEOPLE).map(([person, scores], n) =>
    stubbornPerson(world, person, scores, seed + n),
  );
  const living = Promise.all(people.map(one => one.live()));
  // Heard of when it is waited for, below.
  living.catch(() => undefined);
  const doubts: number[] = [];
  for (let n = 0; n < KILLS; n += 1) {
    const before = world.taken;
    const events = Math.floor(random() * EVENTS);
    while (world.taken < before + events) await wait(1);
    // The close of a period: reminders are decided, said and planned anew while the end comes.
    if (n % 3 === 1)
      void roomClient(bot.url)
        .clock({ next: true })
        .catch(() => undefined);
    await wait(random() * WITHIN_MS);
    if (n % 3 === 2) {
      process.kill((await postmaster(dataDir)).pid, 'SIGKILL');
      await wait(random() * WITHIN_MS);
      expect(bot.child.exitCode, bot.log.join('\n')).toBeNull();
      continue;
    }
    await kill(bot);
    // Unless the database is just down too.
    const doubt = await inDoubt(dataDir).catch(() => null);
    expect(doubt?.n).toBe(doubt?.chats);
    doubts.push(doubt?.n ?? 0);
    bot = await startRoom({ dataDir });
    world.url = bot.url;
  }
  // A life in which nothing was handed in or scored would show nothing.
  const worked = () =>
    people.some(one => one.deeds.receipts.size > 0) && people.some(one => one.deeds.points.size > 0);
  while (!worked()) await wait(10);
  world.open = false;
  await living;
  await roomClient(bot.url).clock({ by: 1 });
  for (const { listen } of people) await listen();
  return { bot, deeds: people.map(one => one.deeds), doubts };
}

const hundredths = (points: string) => Math.round(Number(points.replace(',', '.')) * 100);

async function everythingHolds(dataDir: string, deeds: Deeds[]): Promise<void> {
  await asked(dataDir, async db => {
    const all = async (query: ReturnType<typeof sql>) => [...(await db.execute(query))];

    const inbox =
      await all(sql`select event_key, state, chat_id, exists (select from outbox o where o.state = 'sent'
      and o.dedupe_key like 'in:' || i.id || ':reply:%') as answered from inbox i`);
    const keys = inbox.map(row => row.event_key);
    expect(keys.toSorted()).toEqual(deeds.flatMap(one => one.taken).toSorted());
    expect(inbox.filter(row => row.state !== 'done' || !row.answered)).toEqual([]);

    const outbox = await all(
      sql`select dedupe_key, state, unknowns, attempts from outbox where state <> 'sent'`,
    );
    expect(outbox).toEqual([]);
    const [said] = await all(sql`select count(*)::int as sent, (select count(*)::int from room.message
      where dedupe_key like 'bot:%') as shown from outbox`);
    expect(said?.shown).toBe(said?.sent);

    const submissions = await all(sql`select s.receipt_no, s.document_number from submission s order by 1`);
    expect(submissions.map(row => row.receipt_no)).toEqual(submissions.map((_, n) => n + 1));
    // Without a document: a unit's sheet, which is a submission too where none was there yet.
    const handedIn = submissions.filter(row => row.document_number !== null);
    const [sheets] = await all(sql`select count(*)::int as sent from sheet where submitted_at is not null`);
    expect(submissions.length - handedIn.length).toBeLessThanOrEqual(Number(sheets?.sent));
    const receipts = new Map(deeds.flatMap(one => [...one.receipts]));
    expect(receipts.size).toBe(deeds.reduce((sum, one) => sum + one.receipts.size, 0));
    expect(new Map(handedIn.map(row => [row.receipt_no, row.document_number]))).toEqual(receipts);
    const versions = await all(sql`select obligation_id from submission group by obligation_id
      having count(*) <> max(version) or min(version) <> 1`);
    expect(versions).toEqual([]);

    const gaps =
      await all(sql`select sheet_id, criterion_key from score_entry group by sheet_id, criterion_key
      having count(*) <> max(version) or min(version) <> 1`);
    expect(gaps).toEqual([]);
    const entered = await all(sql`select distinct on (e.sheet_id, e.criterion_key) a.user_id, c.no, e.points
      from score_entry e join criterion c on c.table_id = e.table_id and c.key = e.criterion_key
      join account a on a.person_id = e.entered_by order by e.sheet_id, e.criterion_key, e.version desc`);
    for (const [n, person] of Object.keys(PEOPLE).entries()) {
      const own = entered.filter(row => row.user_id === person).map(row => [row.no, row.points]);
      const answered = [...(deeds[n]?.points ?? [])].map(([no, points]) => [no, hundredths(points)]);
      expect(own.toSorted()).toEqual(answered.toSorted());
    }

    const [reminders] = await all(sql`select
      (select coalesce(sum((detail->>'messages')::int), 0)::int from audit where action = 'reminder.sent') as told,
      (select count(*)::int from outbox where dedupe_key like 'due:%') as queued`);
    expect(reminders?.queued).toBe(reminders?.told);
    const tampered = await db.transaction(async tx => {
      await enterBloc(tx, BLOC);
      return verifyAudit(tx);
    });
    expect(tampered).toBeNull();
  });
}

test(
  'a bot or a database killed at any moment loses nothing and doubles nothing',
  async () => {
    const seed = drawnSeed();
    console.info(`seed ${seed}`);
    for (let n = 0; n < WORLDS; n += 1) {
      const dataDir = await readyFolder();
      const { bot, deeds, doubts } = await life(seed + 100 * n, dataDir);
      await everythingHolds(dataDir, deeds);
      console.info(
        `life ${n}: ${deeds.reduce((sum, one) => sum + one.taken.length, 0)} events, in doubt ${doubts}`,
      );
      await bot.stop();
    }
  },
  size(60_000, 30 * 60_000),
);
