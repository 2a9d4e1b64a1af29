import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Connection, connect } from '../../db/client.ts';
import { livingPostmaster } from '../../db/embedded/postmaster-file.ts';
import { stopServer } from '../../db/embedded/server.ts';
import { type Chronicle, inhabitants, type Messenger, type Neighbourhood, receiptsOf } from './inhabitant.ts';
import { moveOutOfRoom } from './move-out.ts';
import { type RoomProcess, startRoom } from './room-process.ts';
import { drawnSeed } from './seed.ts';
import { seededRandom } from './shuffle.ts';

/** A kill comes after so many acts of people and then within so many ms, at random. */
const ACTS = 4;
const WITHIN_MS = 1_500;
/** Acts of one life at most: 200 lives must fit into what Zalo lets a bot say in a month. */
const MOST_ACTS = 9;
export const SAMPLE_GROUP = 'khoi-1';
const CONTACTS = ['lan', 'tuan', 'ha', 'phuc', 'anh', 'mai', 'thang'];
export const SAMPLE_PEOPLE = [...CONTACTS, 'dung', 'binh'];

/** The messenger on which a bot is killed again and again. */
export interface KillStage<Id> {
  platform: string;
  botId: string;
  /** What the bot is started with. */
  env: Record<string, string>;
  /** Where it must listen; 0: anywhere. */
  port: number;
  secret: string;
  messenger: Messenger<Id>;
  /** The sample's people and its group, by the ids that the demo room has for them. */
  cast: ReadonlyMap<string, Id>;
  /** The bot is there for people once this resolves. */
  reached(): Promise<void>;
  /** How many messages of the bot people have before them. */
  shown(): number;
  /** Everything that people said has arrived. */
  delivered(): Promise<void>;
  /** Calls that the messenger would have refused for their shape. */
  problems(): unknown[];
  close(): Promise<void>;
}

/** A life with so many ends by SIGKILL, after which everything that was promised must hold. */
export async function survivesKills<Id>(stage: KillStage<Id>, kills: number): Promise<void> {
  const seed = drawnSeed();
  console.info(`seed ${seed}`);
  const random = seededRandom(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'tlk-killed-'));
  let bot: RoomProcess = await startRoom({ dataDir, env: { CLOCK: '' } });
  onTestFinished(async () => {
    bot.child.kill('SIGKILL');
    await stage.close();
    const pg = join(dataDir, 'pg');
    const server = await livingPostmaster(pg);
    if (server) await stopServer(pg, server);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  const ids = new Map([...stage.cast].map(([id, there]) => [id, String(there)]));
  await asked(dataDir, db => moveOutOfRoom(db, stage, ids));
  const logs: string[] = [];
  const again = async () => {
    logs.push(...bot.log);
    const gone = once(bot.child, 'exit');
    bot.child.kill('SIGKILL');
    await gone;
    bot = await startRoom({ dataDir, port: stage.port, env: { CLOCK: '', ...stage.env } });
  };
  await again();
  await stage.reached();

  const chronicle: Chronicle = { acts: 0, unanswered: [] };
  const life = inhabitants(stage.messenger, chronicle, () => new Date(), random);
  let over = false;
  let allowed = 0;
  // Each contact apart: nobody does two things at once.
  const living = Promise.all(
    neighbourhoods(stage).map(async own => {
      while (!over) await (chronicle.acts < allowed ? life.act(own) : wait(10));
    }),
  );
  living.catch(() => undefined);
  for (let n = 0; n < kills; n += 1) {
    allowed = chronicle.acts + MOST_ACTS;
    const acts = chronicle.acts + Math.floor(random() * ACTS);
    while (chronicle.acts < acts) await wait(10);
    await wait(random() * WITHIN_MS);
    await again();
  }
  over = true;
  await living;
  await stage.delivered();
  // The last life may have begun after everything was said.
  const health = () => fetch(`${bot.url}/healthz`).then(response => response.json());
  const contact = { platforms: { [stage.platform]: { lastContact: expect.any(String) } } };
  await expect.poll(health, { timeout: 10_000 }).toMatchObject(contact);
  await quiet(dataDir);
  await everythingHolds(dataDir, stage, chronicle);
  expect([...logs, ...bot.log].join('\n')).not.toContain(stage.secret);
}

function neighbourhoods<Id>({ cast }: KillStage<Id>): Neighbourhood<Id>[] {
  const group = cast.get(SAMPLE_GROUP);
  return CONTACTS.flatMap(id => {
    const user = cast.get(id);
    if (user === undefined || group === undefined) return [];
    return [{ blocId: 1, group, contacts: [user], people: [user] }];
  });
}

async function asked<T>(dataDir: string, task: (db: Connection['db']) => Promise<T>): Promise<T> {
  const lines = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n');
  const path = join(lines[4] ?? '', '.s.PGSQL.5432');
  const target = { kind: 'socket' as const, path, user: 'postgres', database: 'postgres' };
  const { db, end } = connect(target, { role: null, max: 1 });
  return task(db).finally(end);
}

/**
 * What the bot took up again after the last kill is done and said. People may be far ahead of it: an answer that comes
 * a second time after a kill is to them the answer to what they said since.
 */
async function quiet(dataDir: string): Promise<void> {
  const open = () =>
    asked(dataDir, async db => {
      const [row] = await db.execute(
        sql`select (select count(*)::int from outbox where state in ('waiting', 'sending'))
          + (select count(*)::int from inbox where state in ('fetching', 'waiting', 'secret')) as n`,
      );
      return Number(row?.n);
    });
  for (let tries = 1_200; tries > 0 && (await open()) > 0; tries -= 1) await wait(100);
}

const counts = z.object({
  sent: z.number(),
  unsent: z.number(),
  given_up: z.number(),
  unknowns: z.number(),
  undone: z.number(),
  silent: z.number(),
});

async function everythingHolds<Id>(
  dataDir: string,
  stage: KillStage<Id>,
  chronicle: Chronicle,
): Promise<void> {
  // Chats in which an answer was given up.
  const lost = new Set<string>();
  await asked(dataDir, async db => {
    const givenUp = await db.execute(
      sql`select chat_id from outbox where state = 'unknown' and class = 'reply'`,
    );
    for (const row of givenUp) lost.add(String(row.chat_id));
    const kept = [...(await db.execute(sql`select bloc_id, receipt_no, document_number from submission`))];
    expect(kept.length).toBeGreaterThan(0);
    // Nothing but what is kept has a receipt.
    const receipts = neighbourhoods(stage).flatMap(own => receiptsOf(stage.messenger, own));
    const found = new Map(kept.map(row => [`${row.bloc_id}:${row.receipt_no}`, row.document_number]));
    for (const [number, document] of receipts) expect(found.get(number)).toBe(document);
    const unshown = found.size - new Map(receipts).size;
    // Words lie one level deeper where the update has a wrapping of ours.
    const [row] = await db.execute(sql`select count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state not in ('sent', 'unknown'))::int as unsent, count(*) filter (where state = 'unknown')::int as given_up, coalesce(sum(unknowns), 0)::int as unknowns,
      (select count(*)::int from inbox where state <> 'done') as undone,
      (select count(*)::int from inbox i where coalesce(i.raw->'update', i.raw)->'message'->>'text' is not null
        and not exists (select from outbox o where o.dedupe_key like 'in:' || i.id || ':reply:%')) as silent
      from outbox where not body ? 'pinned'`);
    const said = counts.parse(row);
    expect(said).toMatchObject({ unsent: 0, undone: 0, silent: 0 });
    // Twice in a row nobody knew whether a message had arrived: only such a receipt may be missing.
    expect(unshown).toBeLessThanOrEqual(said.given_up);
    expect(chronicle.unanswered.length).toBeLessThanOrEqual(said.given_up);
    const shown = stage.shown();
    console.info(
      `${chronicle.acts} acts, ${said.sent} sent, ${shown} shown, ${said.unknowns} unknown outcomes`,
    );
    expect(shown).toBeGreaterThanOrEqual(said.sent);
    expect(shown).toBeLessThanOrEqual(said.sent + said.unknowns);
  });
  expect(chronicle.unanswered.filter(act => !lost.has(act.split(': ')[0] ?? ''))).toEqual([]);
  expect(stage.problems()).toEqual([]);
}
