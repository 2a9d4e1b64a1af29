import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asset, pageFolder } from '../../src/web/assets.ts';
import { servedRoom } from './room/served-room.ts';

const { origin } = await servedRoom();

test('the front door leads to the page', async () => {
  const response = await fetch(`${origin}/`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/room']);
});

test('the page is found from sources and from what was built of them', () => {
  const folder = pageFolder('room');
  expect(folder.endsWith('/src/web/room/page')).toBe(true);
  expect(pageFolder('room', join(folder, '../../../../dist/src/web'))).toBe(folder);
});

test('a file of the page comes with its type, nothing else comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tlk-page-'));
  await writeFile(join(folder, 'room.css'), 'a{}');
  await writeFile(join(folder, 'notes.txt'), 'x');
  expect(await asset(folder, 'room.css')).toEqual({
    type: 'text/css; charset=utf-8',
    bytes: Buffer.from('a{}'),
  });
  for (const path of [
    'notes.txt',
    'none.css',
    '../page/room.css',
    './room.css',
    '/room.css',
    '.css',
    'a//room.css',
  ]) {
    expect([path, await asset(folder, path)]).toEqual([path, null]);
  }
});

test('nothing is cached and nothing foreign may run', async () => {
  for (const path of ['/room', '/room/nothing.js', '/room/..%2froutes.ts', '/room/%2e%2e/routes.ts']) {
    const { status, headers } = await fetch(`${origin}${path}`, { redirect: 'manual' });
    if (path !== '/room') expect([path, status]).toEqual([path, 404]);
    if (!path.includes('%2e')) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    }
  }
});
