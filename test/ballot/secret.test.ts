import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../support/database.ts';
import { markOf, nineVoters, votersOf } from '../support/nine-voters.ts';
import { drawnSeed } from '../support/seed.ts';
import { shuffled } from '../support/shuffle.ts';
import { size } from '../support/size.ts';
import { apartByBloc, type DumpedRow, looks, rightOnes } from './linker.ts';

/** Ballots run side by side in blocs of their own, round after round: within a bloc one vote follows the other. */
const BLOCS = size(2, 40);
const ROUNDS = size(1, 25);
const RUNS = BLOCS * ROUNDS;
const SEED = drawnSeed();
const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: line => lines.push(line) });
const database = await testDatabase();
const { sql } = database.owner;
const { room, engine, blocs } = await nineVoters(database, BLOCS, log);

const shown = z.object({
  chat: z.string(),
  seq: z.number(),
  body: z.looseObject({
    options: z.array(z.array(z.object({ token: z.string(), label: z.string() }))).optional(),
  }),
});
const post = (person: string, event: Record<string, unknown>) =>
  room.call('POST', `/chats/${person}/events`, { person, ...event });

/** The last button of each label that each person was shown. */
const buttons = new Map<string, { choose: string; message: string }>();
let read = 0;
async function look(): Promise<void> {
  const found = await sql`select chat_id as chat, seq, body from room.message
    where seq > ${read} and from_person is null order by seq`;
  for (const { chat, seq, body } of z.array(shown).parse([...found])) {
    for (const { token, label } of body.options?.flat() ?? [])
      buttons.set(`${chat} ${label}`, { choose: token, message: `m${seq}` });
    read = seq;
  }
}

async function press(person: string, label: string): Promise<void> {
  const button = buttons.get(`${person} ${label}`);
  if (!button) throw new Error(`${person} has no button ${label}`);
  await post(person, button);
}

async function all(acts: Promise<unknown>[]): Promise<void> {
  await Promise.all(acts);
  await engine.settle();
  await look();
}

/** Everything of every table that was written since that transaction. */
async function dump(since: string): Promise<DumpedRow[]> {
  const tables = await sql<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'room') order by 1`;
  const found: DumpedRow[] = [];
  for (const { name } of tables) {
    const rows = await sql<Omit<DumpedRow, 'table'>[]>`
      select (to_jsonb(t)->>'bloc_id')::int as bloc, ctid::text as place, xmin::text as transaction, t::text as text
      from ${sql.unsafe(name)} t where age(xmin) <= age(${since}::xid)`;
    found.push(...rows.map(row => ({ table: name.replace('public.', ''), ...row })));
  }
  return found;
}

/** What names a voter: his ids and his unit's, wherever they stand. */
const identities = new Map<string, string[]>();
for (const user of blocs.flatMap((_, bloc) => votersOf(bloc))) {
  const [who] = await sql<{ person: string; unit: string; name: string }[]>`
    select a.person_id::text as person, m.unit_id::text as unit, a.display_name as name
    from account a join membership m on m.person_id = a.person_id where a.user_id = ${user}`;
  if (!who) throw new Error(`no voter ${user}`);
  identities.set(user, [who.person, who.name, `"${user}"`, `,${user},`, `|${user}|`]);
}
const signsOf = (bloc: number) => [
  markOf(bloc),
  ...votersOf(bloc).flatMap(user => identities.get(user)?.[0] ?? []),
];
const known = blocs.map((id, bloc) => ({ id, signs: signsOf(bloc) }));

/** A ballot of one bloc: nine voters in a random order, each for another of nine options. */
function drawn(bloc: number, seed: number) {
  const labels = votersOf(bloc).map((_, n) => `Phương án ${'KLMNOPRST'[n]} ${markOf(bloc)}`);
  const order = shuffled(votersOf(bloc), seed).items;
  const truth = shuffled([0, 1, 2, 3, 4, 5, 6, 7, 8], seed + 1).items;
  const chosen = order.map((person, n) => ({ person, label: labels[truth[n] ?? 0] ?? '' }));
  return { lead: votersOf(bloc)[0] ?? '', seed, labels, order, truth, chosen };
}

/** One ballot in every bloc; what there is to look at, and who chose what. */
async function round(seeds: readonly number[]) {
  const ballots = seeds.map((seed, bloc) => drawn(bloc, seed));
  const [start] = await sql<{ xid: string }[]>`select pg_current_xact_id()::xid::text as xid`;
  lines.length = 0;
  const leads = (label: string) => all(ballots.map(({ lead }) => press(lead, label)));
  await all(
    ballots.map(({ lead, seed, labels }) =>
      post(lead, { text: `/binh_xet Cờ thi đua ${seed}: ${labels.join('; ')}; chọn 1` }),
    ),
  );
  await leads('Mở bỏ phiếu kín trong chat');
  const voters = ballots.flatMap(one => one.chosen);
  await all(voters.map(({ person }) => press(person, 'Bỏ phiếu')));
  await all(voters.map(({ person, label }) => press(person, label)));
  // One by one: within a bloc each in a transaction of its own.
  for (let n = 0; n < 9; n++)
    await all(ballots.map(({ chosen }) => press(chosen[n]?.person ?? '', 'Bỏ phiếu')));
  // A finger too many, when all is over.
  const fingers = ballots.flatMap(one => one.chosen.filter((_, n) => n % 3 === 0));
  await all(fingers.map(({ person, label }) => press(person, label)));
  await leads('Kết thúc');
  await leads('Kết thúc ngay');
  const rows = apartByBloc(known, await dump(start?.xid ?? '0'));
  const logged = apartByBloc(
    known,
    lines.map(text => ({ bloc: null, text })),
  );
  return ballots.map(({ order, labels, truth }, bloc) => {
    const names = order.map(person => identities.get(person) ?? []);
    const choices = labels.map((_, n) => [
      `:o${n}"`,
      `"o${n}"`,
      labels.map((__, m) => (m === n ? 'y' : 'n')).join(''),
    ]);
    const log = (logged[bloc] ?? []).map(line => line.text).join('');
    return { traces: { names, choices, rows: rows[bloc] ?? [], log }, truth };
  });
}

test(`nobody with all rows, logs and messages tells who chose what better than chance (seed ${SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const right: Record<string, number> = {};
  for (let run = 0; run < RUNS; run += BLOCS) {
    const played = await round(blocs.map((_, bloc) => SEED + 2 * (run + bloc)));
    for (const [bloc, { traces, truth }] of played.entries()) {
      const box = traces.rows.filter(row => row.table === 'ballot_box');
      expect(box).toHaveLength(1);
      expect(box[0]?.text.match(/[yn]{9}/g)).toHaveLength(9);
      const casts = traces.rows.filter(row => row.table === 'audit' && row.text.includes('ballot.cast'));
      expect(new Set(casts.map(row => row.transaction)).size, 'a transaction for each vote').toBe(9);
      for (const [look, guess] of Object.entries(looks))
        right[look] = (right[look] ?? 0) + rightOnes(guess(traces), truth, SEED + run + bloc);
    }
    await sql`truncate room.message, inbox, inbox_file, outbox, due cascade`;
  }
  // Of a random order of nine, one stands in its place on average, with variance 1.
  for (const [look, n] of Object.entries(right))
    expect(Math.abs(n - RUNS), `${look}: ${n} right of ${9 * RUNS}`).toBeLessThanOrEqual(3 * Math.sqrt(RUNS));
});
