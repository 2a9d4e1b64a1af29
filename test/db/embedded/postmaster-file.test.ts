import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearStaleFile } from '../../../db/embedded/postmaster-file.ts';

const ended = () => spawnSync('true').pid;

test('a server’s file that is just being written is left to it', async () => {
  const pg = await mkdtemp(join(tmpdir(), 'tlk-pid-'));
  onTestFinished(() => rm(pg, { recursive: true }));
  const file = join(pg, 'postmaster.pid');
  await writeFile(file, '');
  const judged = clearStaleFile(pg);
  const whole = `${ended()}\n${pg}\n1\n5432\n/tmp/tlk-db-x\n\n1 2\nstarting\n`;
  setTimeout(() => void writeFile(file, whole), 100);
  expect(await judged).toEqual({ socketDir: '/tmp/tlk-db-x' });
  expect(await readFile(file, 'utf8')).toBe(whole);
});

test('one that a power cut left empty is put aside', async () => {
  const pg = await mkdtemp(join(tmpdir(), 'tlk-pid-'));
  onTestFinished(() => rm(pg, { recursive: true }));
  await writeFile(join(pg, 'postmaster.pid'), '');
  expect(await clearStaleFile(pg)).toEqual({ socketDir: '' });
  await expect(readFile(join(pg, 'postmaster.pid'))).rejects.toThrow('ENOENT');
});
