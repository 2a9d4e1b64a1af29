import { expect, test } from 'vitest';
import { startChild } from '../../support/child.ts';
import { readyFolder } from '../../support/ready-folder.ts';
import { size } from '../../support/size.ts';
import { ownFolder } from './folder.ts';

test('a second process on the folder is refused and the first goes on; then the folder is free again', async () => {
  const folder = await readyFolder();
  const first = startChild('embedded-child', [folder]);
  expect(await first.said).toEqual({ code: 'ready' });
  const second = startChild('embedded-child', [folder]);
  expect(await second.said).toEqual({ code: 'data_dir_in_use' });
  await second.finish();
  await first.finish();
  const third = startChild('embedded-child', [folder]);
  expect(await third.said).toEqual({ code: 'ready' });
  await third.finish();
});

test('of several first starts at once exactly one gets the folder', async () => {
  const folder = await ownFolder();
  const starters = Array.from({ length: size(2, 6) }, () => startChild('embedded-child', [folder]));
  const said = await Promise.all(starters.map(starter => starter.said));
  await Promise.all(starters.map(starter => starter.finish()));
  const refused = Array.from({ length: starters.length - 1 }, () => 'data_dir_in_use');
  expect(said.map(({ code }) => code).sort()).toEqual([...refused, 'ready']);
});
