import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { enterBloc } from '../../db/tx.ts';
import { testDatabase } from '../support/database.ts';

const GLOBAL = [
  'account',
  'account_code',
  'chat_binding',
  'domain_clock',
  'due',
  'holiday',
  'inbox',
  'inbox_file',
  'message_count',
  'outbox',
  'person',
  'setup_code',
];

const database = await testDatabase();

const newBloc = (name: string) =>
  database.app.db.transaction(async tx => {
    const [next] = await tx.execute(sql`select nextval('bloc_bloc_id_seq')::int as id`);
    const blocId = Number(next?.id);
    await enterBloc(tx, blocId);
    await tx.execute(sql`insert into bloc (bloc_id, name, label, level, council_name, council_area, settings, created_at)
      values (${blocId}, ${name}, 'khối', 'xã', 'HĐTĐKT', 'Hải Phòng', '{}', now())`);
    await tx.execute(sql`insert into unit (bloc_id, id, name, position, valid_from)
      values (${blocId}, gen_random_uuid(), ${`Phòng của ${name}`}, 1, '2026-01-01')`);
    return blocId;
  });

test('every table but the few global ones belongs to a bloc: first in its key, and behind forced row security', async () => {
  const tables = await database.owner.db.execute(sql`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first_key
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const domain = tables.filter(table => !GLOBAL.includes(String(table.name)));
  expect(domain.length).toBeGreaterThan(15);
  for (const table of domain) expect(table).toMatchObject({ forced: true, first_key: 'bloc_id' });
  expect(tables.length - domain.length).toBe(GLOBAL.length);
});

test('every reference between rows of blocs carries the bloc', async () => {
  const loose = await database.owner.db.execute(sql`
    select k.conname from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and t.relforcerowsecurity and a.attname <> 'bloc_id'`);
  expect([...loose]).toEqual([]);
});

test('a query that forgot its bloc sees nothing, also right after another bloc was left', async () => {
  await newBloc('A');
  const seen = await database.app.db.execute(sql`select * from unit`);
  expect([...seen]).toEqual([]);
});

test('in one bloc the other’s rows do not exist, to read, to change or to point at', async () => {
  const [a, b] = [await newBloc('B'), await newBloc('C')];
  await database.app.db.transaction(async tx => {
    await enterBloc(tx, a);
    const units = await tx.execute(sql`select name from unit`);
    expect([...units]).toEqual([{ name: 'Phòng của B' }]);
    const changed = await tx.execute(sql`update unit set name = 'x' where bloc_id = ${b} returning 1`);
    expect(changed.length).toBe(0);
  });
  const strayInsert = database.app.db.transaction(async tx => {
    await enterBloc(tx, a);
    await tx.execute(sql`insert into unit (bloc_id, id, name, position, valid_from)
      values (${b}, gen_random_uuid(), 'lạc', 2, '2026-01-01')`);
  });
  await expect(strayInsert).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('a turn’s bloc ends with its transaction, and two at once do not mix', async () => {
  const blocs = await Promise.all(['D', 'E', 'F', 'G'].map(newBloc));
  const rounds = Array.from({ length: 40 }, (_, n) => blocs[n % blocs.length] ?? 0);
  const seen = await Promise.all(
    rounds.map(bloc =>
      database.app.db.transaction(async tx => {
        await enterBloc(tx, bloc);
        const [row] = await tx.execute(sql`select array_agg(distinct bloc_id)::text as all from unit`);
        return row?.all;
      }),
    ),
  );
  expect(seen).toEqual(rounds.map(bloc => `{${bloc}}`));
});

test('intake and sends cannot reach a bloc’s rows at all', async () => {
  for (const table of ['bloc', 'unit', 'submission', 'score_entry', 'audit'])
    await expect(database.system.db.execute(sql.raw(`select * from ${table}`))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
});

test('history can be added to, never changed or removed', async () => {
  for (const table of [
    'submission',
    'submission_file',
    'score_entry',
    'deadline_revision',
    'file',
    'audit',
    'audit_head',
    'announcement',
    'feedback_entry',
    'ballot_tally',
    'ballot_decision',
    'ballot_publication',
    'target_report',
    'initiative_revision',
    'registration',
    'season_phase',
    'meeting_decision',
    'award_step',
  ])
    for (const act of [`delete from ${table}`, `update ${table} set bloc_id = bloc_id`])
      await expect(database.app.db.execute(sql.raw(act))).rejects.toMatchObject({ cause: { code: '42501' } });
});
