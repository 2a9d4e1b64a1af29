import { mkdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkLibraries } from '../../../db/embedded/binaries.ts';
import { ownFolder } from './folder.ts';

test('library links that npm left out are made, and made again without harm', async () => {
  const root = await ownFolder();
  await mkdir(join(root, 'native', 'lib'), { recursive: true });
  await writeFile(join(root, 'native', 'lib', 'libx.so.5.18'), 'library');
  const links = [{ source: 'native/lib/libx.so.5.18', target: 'native/lib/libx.so.5' }];
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await linkLibraries(root);
  await linkLibraries(root);
  expect(await readlink(join(root, 'native', 'lib', 'libx.so.5'))).toBe('libx.so.5.18');
  expect(await readFile(join(root, 'native', 'lib', 'libx.so.5'), 'utf8')).toBe('library');
});
