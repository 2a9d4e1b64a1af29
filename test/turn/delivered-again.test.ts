import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createIntake } from '../../src/turn/intake.ts';
import { testDatabase } from '../support/database.ts';
import { testEngine } from '../support/engine.ts';
import { shuffled } from '../support/shuffle.ts';
import { size } from '../support/size.ts';
import { said, stubAdapter } from '../support/stub-adapter.ts';

const database = await testDatabase();
const EVENTS = size(200, 1_000);
const DOORS = 8;

test('an event delivered again changes nothing: one row, one turn, one answer', async () => {
  const adapter = stubAdapter();
  const engine = await testEngine(database, [adapter]);
  const nothing = () => {};
  const doors = [
    engine.intake,
    ...Array.from({ length: DOORS - 1 }, () =>
      createIntake({ db: database.system.db, adapters: [adapter], stored: nothing }),
    ),
  ];
  const { items, seed } = shuffled(
    Array.from({ length: EVENTS }, (_, n) =>
      Array.from({ length: 1 + (n % 5) }, () => said(`e${n}`, `u${n % 50}`, n % 2 ? '/toi' : 'xin chào')),
    ).flat(),
  );
  await Promise.all(items.map((event, n) => doors[n % DOORS]?.store([event])));
  await engine.settle();
  // A straggler, long after its event is done.
  await engine.intake.store([said('e7', 'u7', '/toi')]);
  await engine.settle();

  const [rows] = await database.owner.db.execute(sql`select
    (select count(*)::int from inbox) as inbox,
    (select count(*)::int from inbox where state = 'done') as done,
    (select count(*)::int from outbox where state = 'sent') as sent`);
  expect(rows, `seed ${seed}`).toEqual({ inbox: EVENTS, done: EVENTS, sent: EVENTS });
  expect(adapter.sent).toHaveLength(EVENTS);
  await engine.stop();
}, 60_000);

test('one chat is answered in the order in which it wrote', async () => {
  const adapter = stubAdapter();
  const engine = await testEngine(database, [adapter]);
  const names = Array.from({ length: 30 }, (_, n) => `lệnh${n}`);
  for (const name of names)
    await engine.intake.store([said(`order-${name}`, 'u-order', `/tro_giup ${name}`)]);
  await engine.settle();
  const rows = await database.owner.db.execute(sql`select i.event_key, o.id as out from inbox i
    join outbox o on o.dedupe_key like 'in:' || i.id || ':%' where i.chat_id = 'u-order' order by o.id`);
  expect(rows.map(row => row.event_key)).toEqual(names.map(name => `order-${name}`));
  const sent = await database.owner.db.execute(
    sql`select message_id from outbox where chat_id = 'u-order' order by id`,
  );
  const numbers = sent.map(row => Number(String(row.message_id).slice(1)));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});
