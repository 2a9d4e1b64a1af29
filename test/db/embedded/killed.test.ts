import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../db/client.ts';
import { poll } from '../../../db/embedded/poll.ts';
import { isServerOf } from '../../../db/embedded/server-process.ts';
import type { DatabaseTarget } from '../../../db/target.ts';
import { startChild } from '../../support/child.ts';
import { readyFolder } from '../../support/ready-folder.ts';
import { serverPid, startIn } from './folder.ts';

async function run(target: DatabaseTarget, query: string): Promise<unknown[]> {
  const { sql, end } = connect(target, { role: null, max: 1 });
  return [...(await sql.unsafe(query).finally(end))];
}

const goneFrom = (pid: number, folder: string) =>
  poll(10, 500, async () => ((await isServerOf(pid, join(folder, 'pg'))) ? null : true));

async function folderWithRow(): Promise<string> {
  const folder = await readyFolder();
  const embedded = await startIn(folder);
  await run(embedded.target, 'create table kept as select 1 as n');
  await embedded.stop();
  return folder;
}

test('the server of a killed bot is taken over by the next start', async () => {
  const folder = await folderWithRow();
  const bot = startChild('embedded-child', [folder]);
  expect(await bot.said).toEqual({ code: 'ready' });
  const pid = await serverPid(folder);
  await bot.kill();
  const next = await startIn(folder);
  expect(await serverPid(folder)).toBe(pid);
  expect(await run(next.target, 'select n from kept')).toEqual([{ n: 1 }]);
  await next.stop();
  expect(await isServerOf(pid, join(folder, 'pg'))).toBe(false);
});

test('bot and server both killed: the next start recovers every row', async () => {
  const folder = await folderWithRow();
  const bot = startChild('embedded-child', [folder]);
  expect(await bot.said).toEqual({ code: 'ready' });
  const pid = await serverPid(folder);
  await bot.kill();
  process.kill(pid, 'SIGKILL');
  const next = await startIn(folder);
  expect(await serverPid(folder)).not.toBe(pid);
  expect(await run(next.target, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('a server killed under the bot is up again at the same address', async () => {
  const folder = await folderWithRow();
  const { target } = await startIn(folder);
  const pid = await serverPid(folder);
  process.kill(pid, 'SIGKILL');
  expect(await goneFrom(pid, folder)).toBe(true);
  const answer = await poll(20, 500, () => run(target, 'select n from kept').catch(() => null));
  expect(answer).toEqual([{ n: 1 }]);
  expect(await serverPid(folder)).not.toBe(pid);
});

test('a number in postmaster.pid that now belongs to a stranger does not block the start', async () => {
  const folder = await folderWithRow();
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
  await once(stranger, 'spawn');
  onTestFinished(() => void stranger.kill('SIGKILL'));
  const pg = join(folder, 'pg');
  const options = await readFile(join(pg, 'postmaster.opts'), 'utf8');
  expect(options).toContain(pg);
  await writeFile(join(pg, 'postmaster.pid'), `${stranger.pid}\n${pg}\n0\n5432\n/nowhere\n\n0 0\nready   \n`);
  const { target } = await startIn(folder);
  expect(await run(target, 'select n from kept')).toEqual([{ n: 1 }]);
  expect(stranger.exitCode).toBeNull();
});
