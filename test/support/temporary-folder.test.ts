import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isServerOf } from '../../db/embedded/server-process.ts';
import { ownFolder, serverPid } from '../db/embedded/folder.ts';
import { startChild } from './child.ts';
import { sweepLeftovers } from './temporary-folder.ts';

test('the server and folder of a killed test run are cleared by the next', async () => {
  // No process has this number: Linux counts to 4 194 304 at most.
  const temp = await ownFolder();
  const folder = join(temp, 'tlk-test-99999999-killed');
  await mkdir(folder);
  const bot = startChild('embedded-child', [folder]);
  expect(await bot.said).toEqual({ code: 'ready' });
  const pid = await serverPid(folder);
  await bot.kill();
  await sweepLeftovers(temp);
  expect(await isServerOf(pid, join(folder, 'pg'))).toBe(false);
  expect(existsSync(folder)).toBe(false);
});
