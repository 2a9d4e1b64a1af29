import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../support/database.ts';
import { nineVoters, voters } from '../support/nine-voters.ts';
import { drawnSeed } from '../support/seed.ts';
import { shuffled } from '../support/shuffle.ts';
import { size } from '../support/size.ts';
import { type DumpedRow, looks, rightOnes } from './linker.ts';

const RUNS = size(1, 1000);
const SEED = drawnSeed();
const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: line => lines.push(line) });
const database = await testDatabase();
const { sql } = database.owner;
const { room, engine } = await nineVoters(database, log);
const labels = voters.map((_, n) => `Phương án ZQ${'KLMNOPRST'[n]}`);

const shown = z.object({
  seq: z.number(),
  body: z.looseObject({
    options: z.array(z.array(z.object({ token: z.string(), label: z.string() }))).optional(),
  }),
});
const post = (person: string, event: Record<string, unknown>) =>
  room.call('POST', `/chats/${person}/events`, { person, ...event });

/** Presses the last button of that label that the person was shown. */
async function press(person: string, label: string, settled = true): Promise<void> {
  const found = await sql`select seq, body from room.message where chat_id = ${person} and from_person is null
    and body::text like ${`%${label}%`} order by seq desc limit 1`;
  const [message] = z.array(shown).parse([...found]);
  const option = message?.body.options?.flat().find(one => one.label === label);
  if (!message || !option) throw new Error(`${person} has no button ${label}`);
  await post(person, { choose: option.token, message: `m${message.seq}` });
  if (settled) await engine.settle();
}

async function all(acts: Promise<void>[]): Promise<void> {
  await Promise.all(acts);
  await engine.settle();
}

/** Everything of every table that was written since that transaction. */
async function dump(since: string): Promise<DumpedRow[]> {
  const tables = await sql<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'room') order by 1`;
  const all = tables.map(
    ({ name }) => sql<{ place: string; transaction: string; text: string }[]>`
      select ctid::text as place, xmin::text as transaction, t::text as text from ${sql.unsafe(name)} t
      where age(xmin) <= age(${since}::xid)`,
  );
  return (await Promise.all(all)).flatMap((rows, n) =>
    rows.map(row => ({ table: tables[n]?.name.replace('public.', '') ?? '', ...row })),
  );
}

/** What names a voter: his ids and his unit's, wherever they stand. */
const identities = new Map<string, string[]>();
for (const user of voters) {
  const [who] = await sql<{ person: string; unit: string; name: string }[]>`
    select a.person_id::text as person, m.unit_id::text as unit, a.display_name as name
    from account a join membership m on m.person_id = a.person_id where a.user_id = ${user}`;
  if (!who) throw new Error(`no voter ${user}`);
  identities.set(user, [who.person, who.name, `"${user}"`, `,${user},`, `|${user}|`]);
}

/** One ballot: nine voters in a random order, each for another of nine options. */
async function vote(seed: number) {
  const order = shuffled(voters, seed).items;
  const truth = shuffled([0, 1, 2, 3, 4, 5, 6, 7, 8], seed + 1).items;
  const [start] = await sql<{ xid: string }[]>`select pg_current_xact_id()::xid::text as xid`;
  lines.length = 0;
  await post('v0', { text: `/binh_xet Cờ thi đua ${seed}: ${labels.join('; ')}; chọn 1` });
  await engine.settle();
  await press('v0', 'Mở bỏ phiếu kín trong chat');
  const chosen = order.map((person, n) => ({ person, label: labels[truth[n] ?? 0] ?? '' }));
  await all(chosen.map(({ person }) => press(person, 'Bỏ phiếu', false)));
  await all(chosen.map(({ person, label }) => press(person, label, false)));
  // One by one, each in a transaction of its own.
  for (const { person } of chosen) await press(person, 'Bỏ phiếu');
  // A finger too many, when all is over.
  await all(chosen.filter((_, n) => n % 3 === 0).map(({ person, label }) => press(person, label, false)));
  await press('v0', 'Kết thúc').catch(async () => {
    await post('v0', { text: '/binh_xet' });
    await engine.settle();
    const [last] = await sql<{ no: number }[]>`select max(no) as no from ballot`;
    await post('v0', { text: `/binh_xet ${last?.no}` });
    await engine.settle();
    await press('v0', 'Kết thúc');
  });
  await press('v0', 'Kết thúc ngay');
  const rows = await dump(start?.xid ?? '0');
  const names = order.map(person => identities.get(person) ?? []);
  const choices = labels.map((_, n) => [
    `:o${n}"`,
    `"o${n}"`,
    labels.map((__, m) => (m === n ? 'y' : 'n')).join(''),
  ]);
  return { traces: { names, choices, rows, log: lines.join('') }, truth };
}

test(`nobody with all rows, logs and messages tells who chose what better than chance (seed ${SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const right: Record<string, number> = {};
  for (let run = 0; run < RUNS; run++) {
    const { traces, truth } = await vote(SEED + 2 * run);
    const box = traces.rows.filter(row => row.table === 'ballot_box');
    expect(box).toHaveLength(1);
    expect(box[0]?.text.match(/[yn]{9}/g)).toHaveLength(9);
    for (const [look, guess] of Object.entries(looks))
      right[look] = (right[look] ?? 0) + rightOnes(guess(traces), truth, SEED + run);
    await sql`truncate room.message, inbox, inbox_file, outbox, due cascade`;
  }
  // Of a random order of nine, one stands in its place on average, with variance 1.
  for (const [look, n] of Object.entries(right))
    expect(Math.abs(n - RUNS), `${look}: ${n} right of ${9 * RUNS}`).toBeLessThanOrEqual(3 * Math.sqrt(RUNS));
});
