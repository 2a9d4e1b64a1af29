import { sql } from 'drizzle-orm';
import { date, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { app, system, owner } = await testDatabase();

test('numbers, days and instants come back as such, raw and through drizzle', async () => {
  const wanted = { big: 9_007_199_254_740_991, day: '2026-02-28', at: new Date('2026-11-20T01:02:03.004Z') };
  const raw = await owner.sql`
    select 9007199254740991::bigint as big, '2026-02-28'::date as day, '2026-11-20 08:02:03.004+07'::timestamptz as at`;
  const drizzled = await owner.db.execute(sql`
    select 9007199254740991::bigint as big, '2026-02-28'::date as day, '2026-11-20 08:02:03.004+07'::timestamptz as at`);
  expect([...raw]).toEqual([wanted]);
  expect([...drizzled]).toEqual([wanted]);
});

test('an id beyond the safe integers is an error, not a neighbouring number', async () => {
  await expect(owner.sql`select 9007199254740993::bigint`).rejects.toThrow(RangeError);
  expect([...(await owner.sql`select 1::bigint as n`)]).toEqual([{ n: 1 }]);
});

test('columns of drizzle keep instants, days and JSON whole', async () => {
  const note = pgTable('note', {
    at: timestamp('at', { withTimezone: true, precision: 3 }),
    day: date('day'),
    body: jsonb('body'),
  });
  const row = {
    at: new Date('2026-12-31T17:00:00.001Z'),
    day: '2027-01-01',
    body: { text: 'Khối "Một"', list: [1, '2', null] },
  };
  await owner.db.transaction(async tx => {
    await tx.execute(
      sql`create temporary table note (at timestamptz(3), day date, body jsonb) on commit drop`,
    );
    await tx.insert(note).values(row);
    expect(await tx.select().from(note)).toEqual([row]);
    expect([...(await tx.execute(sql`select jsonb_typeof(body) as type from note`))]).toEqual([
      { type: 'object' },
    ]);
  });
});

test('raw JSON parameters are written as the value they are', async () => {
  const [row] = await owner.sql`select jsonb_typeof(${owner.sql.json({ a: 1 })}::jsonb) as type`;
  expect(row).toEqual({ type: 'object' });
});

test('each pool works as its role, in UTC', async () => {
  const who = 'select current_user as role, current_setting($1) as zone';
  expect([...(await app.sql.unsafe(who, ['TimeZone']))]).toEqual([{ role: 'tlk_app', zone: 'UTC' }]);
  expect([...(await system.sql.unsafe(who, ['TimeZone']))]).toEqual([{ role: 'tlk_system', zone: 'UTC' }]);
});
