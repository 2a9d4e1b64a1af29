import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { connect } from '../../db/client.ts';
import { rows, type Tx } from '../../db/tx.ts';
import { testDatabase } from '../support/database.ts';

const { owner, target } = await testDatabase();

const preparedFor = (marker: string) => sql`
  select count(*)::int as count from pg_prepared_statements where statement like ${`%${marker}%`}
    and statement not like '%pg_prepared_statements%'`;

test('a drizzle query is prepared once and used again, in a transaction and in a savepoint of it', async () => {
  await owner.db.transaction(async tx => {
    const ask = async (n: number) => tx.execute(sql`select ${n}::int + 1 as "insideTx"`);
    await ask(1);
    await ask(2);
    await tx.transaction(async inner => {
      await inner.execute(sql`select ${3}::int as "insideSavepoint"`);
      await inner.execute(sql`select ${4}::int as "insideSavepoint"`);
    });
    expect([...(await tx.execute(preparedFor('insideTx')))]).toEqual([{ count: 1 }]);
    expect([...(await tx.execute(preparedFor('insideSavepoint')))]).toEqual([{ count: 1 }]);
  });
});

test('a failed savepoint undoes its own part only', async () => {
  const left = await owner.db.transaction(async tx => {
    await tx.execute(sql`create temporary table kept (n int) on commit drop`);
    await tx.execute(sql`insert into kept values (${1})`);
    await tx
      .transaction(async inner => {
        await inner.execute(sql`insert into kept values (${2})`);
        throw new Error('undone');
      })
      .catch(() => undefined);
    return tx.execute(sql`select n from kept`);
  });
  expect([...left]).toEqual([{ n: 1 }]);
});

const backend = async (tx: Tx) => {
  const [row] = await rows(tx, z.object({ pid: z.number() }), sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const kill = (pid: number) => owner.sql`select pg_terminate_backend(${pid}, 5000)`;

test('a transaction whose connection breaks is over: nothing of it is said on another one', async () => {
  const { db, end } = connect(target, { role: null, max: 1 });
  await db.execute(sql`create table stray (n int)`);
  const broken = db.transaction(async tx => {
    await kill(await backend(tx));
    await tx.execute(sql`insert into stray values (1)`).catch(() => undefined);
    // Here the pool has its next connection, and somebody else is at it.
    await db.transaction(other => other.execute(sql`insert into stray values (2)`));
    await tx.execute(sql`insert into stray values (3)`);
  });
  await expect(broken).rejects.toThrow();
  expect([...(await db.execute(sql`select n from stray`))]).toEqual([{ n: 2 }]);
  await end();
});

test('a connection that breaks under a statement fails that statement, and the next one works', async () => {
  const { db, end } = connect(target, { role: null, max: 2 });
  for (let n = 0; n < 20; n += 1) {
    const dying = db.transaction(async tx => {
      const pid = await backend(tx);
      await Promise.all([tx.execute(sql`select pg_sleep(60)`), kill(pid)]);
    });
    await expect(dying).rejects.toThrow();
    expect([...(await db.execute(sql`select 1 as n`))]).toEqual([{ n: 1 }]);
  }
  await end();
});

test('what failed in a transaction keeps nothing of it, though somebody caught the failure', async () => {
  await owner.db.execute(sql`create table half (n int primary key)`);
  const caught = owner.db.transaction(async tx => {
    await tx.execute(sql`insert into half values (1)`);
    await tx.execute(sql`insert into half values (1)`).catch(() => undefined);
  });
  await expect(caught).rejects.toThrow();
  expect([...(await owner.db.execute(sql`select n from half`))]).toEqual([]);
});

test('a statement that comes after the end of its transaction is refused', async () => {
  let late: Tx | undefined;
  await owner.db.transaction(async tx => {
    late = tx;
  });
  await expect(late?.execute(sql`select 1`)).rejects.toThrow();
});

test('a connection that says nothing is given up, and whoever waits gets another', async () => {
  const { db, end } = connect(target, {
    role: null,
    max: 1,
    patienceMs: 300,
    settings: { statement_timeout: 0 },
  });
  const silent = db.execute(sql`select pg_sleep(60)`);
  const next = db.execute(sql`select 1 as n`);
  await expect(silent).rejects.toThrow();
  expect([...(await next)]).toEqual([{ n: 1 }]);
  await end();
});

test('a slow statement is ended by the server before that', async () => {
  const { db, end } = connect(target, { role: null, max: 1, patienceMs: 500 });
  const pid = await backend(db);
  await expect(db.execute(sql`select pg_sleep(60)`)).rejects.toMatchObject({ cause: { code: '57014' } });
  expect(await backend(db)).toBe(pid);
  await end();
});

test('arrays come back as they went', async () => {
  const word = fc.string({ unit: 'grapheme' }).filter(text => !text.includes('\0'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(word)), fc.array(fc.maxSafeInteger()), async (texts, numbers) => {
      const query = sql`select ${sql.param(texts)}::text[] as texts, ${sql.param(numbers)}::bigint[] as numbers`;
      expect([...(await owner.db.execute(query))]).toEqual([{ texts, numbers }]);
    }),
    { numRuns: 50 },
  );
});
