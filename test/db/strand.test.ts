import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { strandOf, TakenTogether } from '../../db/strand.ts';
import { enterBloc, leaveBloc, lookInto, type Tx } from '../../db/tx.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const { db } = database.app;
const BLOCS = [1, 2, 3];

const names = async (tx: Tx) => [...(await tx.execute(sql`select name from bloc`))].map(row => row.name);

beforeAll(async () => {
  for (const blocId of BLOCS)
    await database.owner.db.execute(sql`insert into bloc (bloc_id, name, label, level, council_name, council_area, settings, created_at)
      overriding system value values (${blocId}, ${`Khối ${blocId}`}, 'khối', 'xã', 'HĐTĐKT', 'xã', '{}', now())`);
});

test('strands of one transaction, side by side, see each its own bloc and nothing else, however their statements mix', async () => {
  const seen = await db.transaction(tx =>
    Promise.all(
      [...BLOCS, null].map(async (blocId, n) => {
        const own = strandOf(tx, blocId);
        const found: unknown[] = [];
        // Each at its own pace, so that every statement falls beside others of the rest.
        for (let round = 0; round < 12; round += 1) {
          for (let pause = 0; pause < (round * (n + 1)) % 4; pause += 1) await own.execute(sql`select 1`);
          found.push(...(await names(own)));
        }
        return new Set(found);
      }),
    ),
  );
  expect(seen.map(found => [...found])).toEqual([['Khối 1'], ['Khối 2'], ['Khối 3'], []]);
});

test('a strand may look into another bloc and come home, but not enter it', async () => {
  const looked = db.transaction(async tx => {
    const own = strandOf(tx, 1);
    const other = strandOf(tx, 2);
    await lookInto(own, 3);
    const there = [await names(own), await names(other)];
    await enterBloc(own, 1);
    const home = [await names(own), await names(other)];
    await leaveBloc(own);
    return [...there, ...home, await names(own), await names(other)];
  });
  expect(await looked).toEqual([['Khối 3'], ['Khối 2'], ['Khối 1'], ['Khối 2'], [], ['Khối 2']]);
  const refused = { cause: expect.any(TakenTogether) };
  await expect(db.transaction(tx => enterBloc(strandOf(tx, 1), 2))).rejects.toMatchObject(refused);
  await expect(db.transaction(tx => enterBloc(strandOf(tx, null), 2))).rejects.toMatchObject(refused);
});

test('what fails in one strand undoes the work of all, though the others went well', async () => {
  const rename = (tx: Tx, name: string) => tx.execute(sql`update bloc set name = ${name}`);
  const work = db.transaction(async tx => {
    await rename(strandOf(tx, 1), 'Khối khác');
    await strandOf(tx, 2)
      .execute(sql`select 1 / 0`)
      .catch(() => undefined);
  });
  await expect(work).rejects.toThrow();
  expect([...(await database.owner.db.execute(sql`select name from bloc where bloc_id = 1`))]).toEqual([
    { name: 'Khối 1' },
  ]);
});

test('there are none outside a transaction, and none has a transaction of its own', async () => {
  expect(() => strandOf(db, 1)).toThrow(TypeError);
  const inner = db.transaction(tx => strandOf(tx, 1).transaction(async () => undefined));
  await expect(inner).rejects.toThrow('no transaction of its own');
});
