import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../../../db/audit.ts';
import { migrateTo } from '../../../db/backup/migration-level.ts';
import { checkBackup } from '../../../db/backup/read.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { writeBackup } from '../../../db/backup/write.ts';
import { describeSchema } from '../../../db/catalogue/describe-schema.ts';
import { connect } from '../../../db/client.ts';
import { migrate } from '../../../db/migrate.ts';
import type { DatabaseTarget } from '../../../db/target.ts';
import { enterBloc } from '../../../db/tx.ts';
import { BackupProblem } from '../../../src/core/backup-problem.ts';
import { blocRoom } from '../../support/bloc-room.ts';
import { emptyDatabase, openedDatabase, testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { answer, dataOf, liveIn } from './lived-in.ts';

const database = await testDatabase();
const lived = await blocRoom(database);
let folder: string;
let good: string;

beforeAll(async () => {
  await liveIn(lived);
  folder = await temporaryFolder();
  good = join(folder, 'good.tlk.gz');
  await writeBackup(database.target, good);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refusal = (task: Promise<unknown>) =>
  task.then(
    () => null,
    (error: unknown) => (error instanceof BackupProblem ? error.trouble : Promise.reject(error)),
  );

async function asOwner<T>(
  target: DatabaseTarget,
  task: (sql: ReturnType<typeof connect>['sql']) => Promise<T>,
): Promise<T> {
  const { sql, end } = connect(target, { role: null, max: 1 });
  return task(sql).finally(end);
}

test('every table of ours is in it, with every row', async () => {
  const { sql } = database.owner;
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'room') order by 1`;
  const lines = (await dataOf(good)).split('\n');
  const inIt = lines.flatMap((text, at) =>
    text.startsWith('{"table":') ? [{ at, ...JSON.parse(text) }] : [],
  );
  expect(inIt.map(({ table }) => table).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  let filled = 0;
  for (const { at, table } of inIt) {
    const [row] = await sql.unsafe<{ count: number }[]>(`select count(*) as count from ${table}`);
    const end = lines.findIndex((text, n) => n > at && text === '\\.');
    expect({ table, rows: end - at - 1 }).toEqual({ table, rows: row?.count });
    if (end > at + 1) filled += 1;
  }
  expect(filled).toBeGreaterThan(20);
});

test('every identity column is in it, and nothing else counts', async () => {
  const { sql } = database.owner;
  const sequences = await sql`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind = 'S' and n.nspname in ('public', 'room')`;
  const footer = JSON.parse((await dataOf(good)).trim().split('\n').at(-1) ?? '');
  expect(footer.counters).toHaveLength(sequences.length);
});

test('restored, it is the same to the last byte, and people read the same', async () => {
  const target = await emptyDatabase();
  const done = await restoreBackup(target, good);
  expect(done).toMatchObject({ schemaDiffered: false, rows: (await checkBackup(good)).rows });
  const again = join(folder, 'again.tlk.gz');
  await writeBackup(target, again);
  expect(await dataOf(again)).toBe(await dataOf(good));

  const restored = openedDatabase(target);
  expect(await describeSchema(restored.owner.sql)).toBe(await describeSchema(database.owner.sql));
  for (const blocId of lived.blocs) {
    const bad = await restored.app.db.transaction(async tx => {
      await enterBloc(tx, blocId);
      return verifyAudit(tx);
    });
    expect(bad).toBeNull();
  }
  const twin = await blocRoom(restored, { files: [], at: lived.engine.clock.now() });
  for (const [person, words] of [
    ['mai', '/han'],
    ['lan', '/tien_do'],
    ['tuan', '/cham_diem'],
    ['ha', '/toi'],
  ] as const)
    expect(await answer(twin, person, words)).toBe(await answer(lived, person, words));
  // The next receipt and the next event go on counting.
  expect(await answer(twin, 'mai', '/han')).toContain('đã nộp');
});

test('a login that row-level security binds can do both', async () => {
  const target = await emptyDatabase();
  const owner = `tlk_plain_${process.pid}`;
  const server = inject('server');
  if (target.kind !== 'socket' || server.kind !== 'socket') return;
  await asOwner(server, async sql => {
    await sql.unsafe(`create role ${owner} login; grant tlk_app, tlk_system to ${owner};
      alter database ${target.database} owner to ${owner}`);
  });
  afterAll(() => asOwner(server, sql => sql.unsafe(`drop role ${owner}`)));
  const plain = { ...target, user: owner };
  await restoreBackup(plain, good);
  const [role] = await asOwner(
    plain,
    sql => sql`select rolsuper or rolbypassrls as mighty,
    (select count(*) from unit) as seen from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({ mighty: false, seen: 0 });
  const again = join(folder, 'plain.tlk.gz');
  await writeBackup(plain, again);
  expect(await dataOf(again)).toBe(await dataOf(good));
});

test('what others write meanwhile is either wholly in it or not at all', async () => {
  const { sql } = database.owner;
  await sql`create table if not exists public.pair_a (id int primary key)`;
  await sql`create table if not exists public.pair_b (id int primary key)`;
  await sql`grant select on pair_a, pair_b to tlk_system`;
  await sql`with a as (insert into pair_a values (-1)) insert into pair_b values (-1)`;
  let writing = true;
  const writer = (async () => {
    for (let n = 0; writing; n += 1)
      await sql.begin(async tx => {
        await tx`insert into pair_a values (${n})`;
        await tx`insert into pair_b values (${n})`;
      });
  })();
  const file = join(folder, 'busy.tlk.gz');
  await writeBackup(database.target, file);
  writing = false;
  await writer;
  const text = await dataOf(file);
  const rowsOf = (name: string) => text.split(`"public.${name}"`)[1]?.split('\\.')[0]?.split('\n').length;
  expect(rowsOf('pair_a')).toBe(rowsOf('pair_b'));
  await sql`drop table pair_a, pair_b`;
});

describe('an older release’s backup', () => {
  test('is restored at its level and migrated on', async () => {
    const old = await emptyDatabase();
    await migrateTo(old, 2);
    await asOwner(
      old,
      sql => sql`insert into person (id, display_name, created_at)
      values (gen_random_uuid(), 'Lan', now())`,
    );
    const file = join(folder, 'old.tlk.gz');
    await writeBackup(old, file);
    const target = await emptyDatabase();
    await restoreBackup(target, file);
    expect(await asOwner(target, sql => sql`select display_name from person`)).toEqual([
      { display_name: 'Lan' },
    ]);
    expect(await migrate(target)).toBe(0);
  });

  test('one of a release that knows more than this one is refused', async () => {
    const text = gunzipSync(await readFile(good)).toString();
    const file = join(folder, 'newer.tlk.gz');
    await writeFile(file, gzipSync(text.replace(/"migrations":\[/, '"migrations":["unknown",')));
    const target = await emptyDatabase();
    expect(await refusal(restoreBackup(target, file))).toMatchObject({ code: 'other_release' });
  });
});

describe('refused, and nothing is written', () => {
  test('a database with a row in it', async () => {
    const target = await emptyDatabase();
    await migrate(target);
    await asOwner(target, sql => sql`insert into setup_code values ('x', now(), now())`);
    expect(await refusal(restoreBackup(target, good))).toEqual({
      code: 'not_empty',
      table: 'public.setup_code',
    });
    expect(await asOwner(target, sql => sql`select * from bloc`)).toHaveLength(0);
  });

  test('a file that was cut, changed or is something else; the database can be filled afterwards', async () => {
    const target = await emptyDatabase();
    const whole = await readFile(good);
    const cut = join(folder, 'cut.tlk.gz');
    await writeFile(cut, whole);
    await truncate(cut, whole.length - 200);
    expect(await refusal(restoreBackup(target, cut))).toMatchObject({ code: 'damaged' });
    const text = gunzipSync(whole).toString();
    const changed = join(folder, 'changed.tlk.gz');
    await writeFile(changed, gzipSync(text.replace('Nguyễn Thị Hồng Lan', 'Nguyễn Thị Hồng Lam')));
    expect(await refusal(restoreBackup(target, changed))).toMatchObject({
      code: 'damaged',
      table: 'public.inbox',
    });
    const short = join(folder, 'short.tlk.gz');
    await writeFile(short, gzipSync(text.slice(0, text.lastIndexOf('{"tables"'))));
    expect(await refusal(restoreBackup(target, short))).toMatchObject({ code: 'damaged' });
    const other = join(folder, 'other.txt');
    await writeFile(other, 'no backup');
    expect(await refusal(restoreBackup(target, other))).toMatchObject({ code: 'not_a_backup' });
    expect(await refusal(restoreBackup(target, join(folder, 'none')))).toMatchObject({ why: 'ENOENT' });
    expect((await restoreBackup(target, good)).rows).toBeGreaterThan(100);
  });

  test('a row that points nowhere, as foreign keys would have it', async () => {
    const text = gunzipSync(await readFile(good)).toString();
    // Everything fits but the reference: a membership's person is gone.
    const person = /\{"table":"public\.person"[^\n]*\n([\s\S]*?)\\\.\n\{"rows":(\d+),"sha256":"(\w+)"\}/.exec(
      text,
    );
    const rows = (person?.[1] ?? '').split('\n').slice(1).join('\n');
    const hash = createHash('sha256').update(rows).digest('hex');
    const less = text
      .replace(person?.[1] ?? 'x', rows)
      .replace(
        `{"rows":${person?.[2]},"sha256":"${person?.[3]}"}`,
        JSON.stringify({ rows: Number(person?.[2]) - 1, sha256: hash }),
      );
    const file = join(folder, 'orphan.tlk.gz');
    await writeFile(file, gzipSync(less));
    expect((await checkBackup(file)).rows).toBe((await checkBackup(good)).rows - 1);
    const target = await emptyDatabase();
    expect(await refusal(restoreBackup(target, file))).toMatchObject({ code: 'damaged' });
    expect(await asOwner(target, sql => sql`select * from person`)).toHaveLength(0);
    expect((await restoreBackup(target, good)).rows).toBeGreaterThan(100);
  });

  test('writing over a file, or where there is nothing', async () => {
    expect(await refusal(writeBackup(database.target, good))).toEqual({ code: 'file_exists', file: good });
    const nowhere = await refusal(writeBackup(database.target, join(folder, 'no/such/x')));
    expect(nowhere).toMatchObject({ code: 'file_failed', why: 'ENOENT' });
    expect(await refusal(writeBackup(await emptyDatabase(), join(folder, 'empty')))).toEqual({
      code: 'nothing_here',
    });
    expect((await readdir(folder)).filter(name => name.includes('.part-') || name === 'empty')).toEqual([]);
  });
});

test('only its owner may read the file', async () => {
  expect((await stat(good)).mode & 0o777).toBe(0o600);
});
