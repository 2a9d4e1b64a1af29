import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBinaries } from '../../../db/embedded/binaries.ts';
import { stepDown } from '../../../db/embedded/run-as.ts';
import { readyFolder } from '../../support/ready-folder.ts';
import { ownFolder, startIn } from './folder.ts';

test('a folder of another major version is left alone', async () => {
  const folder = await ownFolder();
  await mkdir(join(folder, 'pg'));
  await writeFile(join(folder, 'pg', 'PG_VERSION'), '17\n');
  await expect(startIn(folder)).rejects.toMatchObject({
    trouble: { code: 'not_our_version', dataDir: folder, found: '17', ours: '18' },
  });
  expect(await readFile(join(folder, 'pg', 'PG_VERSION'), 'utf8')).toBe('17\n');
});

test('a place where no folder can be made is named', async () => {
  const folder = await ownFolder();
  await writeFile(join(folder, 'file'), '');
  const dataDir = join(folder, 'file', 'data');
  await expect(startIn(dataDir)).rejects.toMatchObject({
    trouble: { code: 'data_dir_not_writable', dataDir },
  });
});

test('a server that does not start says why, in its own last lines', async () => {
  const folder = await readyFolder();
  await appendFile(join(folder, 'pg', 'postgresql.conf'), '\nno_such_setting = 1\n');
  await expect(startIn(folder)).rejects.toMatchObject({
    trouble: {
      code: 'cannot_start',
      dataDir: folder,
      log: expect.arrayContaining([expect.stringContaining('no_such_setting')]),
    },
  });
});

test('root that cannot step down is told so, and nothing changes hands', async () => {
  const folder = await ownFolder();
  await mkdir(join(folder, 'pg'));
  const { postgres } = await findBinaries();
  await expect(stepDown(join(folder, 'pg'), postgres)).rejects.toMatchObject({ code: 'cannot_run_as_root' });
});
