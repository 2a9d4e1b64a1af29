import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { owner } = await testDatabase();

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
