import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../db/client.ts';
import { findBinaries } from '../../../db/embedded/binaries.ts';
import { stepDown } from '../../../db/embedded/run-as.ts';
import { isServerOf } from '../../../db/embedded/server-process.ts';
import type { DatabaseTarget } from '../../../db/target.ts';
import { readyFolder } from '../../support/ready-folder.ts';
import { ownFolder, serverPid, startIn } from './folder.ts';

const isRoot = process.getuid?.() === 0;

async function ask(target: DatabaseTarget, query: string): Promise<unknown> {
  const { sql, end } = connect(target, { role: null, max: 1 });
  const [row] = await sql.unsafe(query).finally(end);
  return row?.answer;
}

test('an empty folder becomes a PostgreSQL 18 in UTF-8, and the next start finds its rows', async () => {
  const folder = await ownFolder();
  const first = await startIn(folder);
  expect(await ask(first.target, `select current_setting('server_version_num')::int / 10000 as answer`)).toBe(
    18,
  );
  expect(await ask(first.target, `select current_setting('server_encoding') as answer`)).toBe('UTF8');
  await ask(first.target, `create table kept as select 'Khối thi đua số 1' as name`);
  await first.stop();
  const second = await startIn(folder);
  expect(await ask(second.target, 'select name as answer from kept')).toBe('Khối thi đua số 1');
});

test('stop leaves neither a process nor a socket', async () => {
  const folder = await readyFolder();
  const { target, stop } = await startIn(folder);
  const pid = await serverPid(folder);
  const socketDir = target.kind === 'socket' ? dirname(target.path) : '';
  expect(existsSync(socketDir)).toBe(true);
  await stop();
  expect(await isServerOf(pid, join(folder, 'pg'))).toBe(false);
  expect(existsSync(socketDir)).toBe(false);
  expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
});

test('a folder with spaces and Vietnamese letters, longer than a socket may be, will do', async () => {
  const name = ['Dữ liệu của khối, «số 1»', ...Array(6).fill('x'.repeat(80))].join('/');
  const { target } = await startIn(join(await ownFolder(), name));
  expect(await ask(target, 'select 1 as answer')).toBe(1);
});

test.runIf(isRoot)(
  'root starts it in a folder that only root may enter, and the files stay root’s',
  async () => {
    const folder = await ownFolder();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await startIn(folder);
    expect((await stat(join(folder, 'pg'))).uid).toBe(0);
  },
);

test.runIf(isRoot)(
  'where namespaces are refused, root hands an open folder to nobody, rows and all',
  async () => {
    const folder = await readyFolder();
    await chmod(folder, 0o755);
    const first = await startIn(folder);
    await ask(first.target, 'create table kept as select 7 as n');
    await first.stop();
    await stepDown(join(folder, 'pg'), (await findBinaries()).postgres);
    const second = await startIn(folder);
    expect(await ask(second.target, 'select n as answer from kept')).toBe(7);
    expect(await readFile(`/proc/${await serverPid(folder)}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
  },
);

test('what a killed first start left behind is cleared away', async () => {
  const folder = await ownFolder();
  // No process has this number: Linux counts to 4 194 304 at most.
  await mkdir(join(folder, 'pg.new-99999999', 'base'), { recursive: true });
  await writeFile(join(folder, 'pg.new-99999999', 'PG_VERSION'), '18\n');
  await startIn(folder);
  expect((await readdir(folder)).sort()).toEqual(['pg', 'postgres.log']);
});
