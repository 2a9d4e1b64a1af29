import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keepFile } from '../../../db/inbox-files.ts';
import { enterBloc } from '../../../db/tx.ts';
import { makeLink } from '../../../src/turn/make-link.ts';
import { linkRoutes } from '../../../src/web/links/routes.ts';
import { testDatabase } from '../../support/database.ts';
import { stubPeople } from '../../support/stub-people.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const database = await testDatabase();
const blocId = await stubPeople(database, AT);
let now = AT;
const routes = linkRoutes({ db: database.app.db, now: () => now });
const get = (path: string, method = 'GET') => routes.request(path, { method });

/** A link to a stored file; its path. */
async function linkTo(name: string, mime: string, bytes: Uint8Array): Promise<string> {
  const made = await database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const sha256 = await keepFile(tx, blocId, bytes, AT);
    const subject = { purpose: 'download', sha256, name, mime } as const;
    return makeLink(tx, 'https://khoi.example.vn', { blocId, personId: null, subject }, AT);
  });
  return new URL(made?.url ?? '').pathname;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a file is named on its page and comes whole under its own name, as often as one likes, for a day', async () => {
  const path = await linkTo('Tổng hợp <6> tháng.xlsx', XLSX, Uint8Array.from([1, 2, 255]));
  const page = await (await get(path)).text();
  expect(page).toContain('Tổng hợp &lt;6&gt; tháng.xlsx');
  const href = /href="([^"]+)" download/.exec(page)?.[1] ?? '';
  for (const again of [1, 2]) {
    const file = await get(href);
    expect([again, file.status, file.headers.get('content-type')]).toEqual([again, 200, XLSX]);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''T%E1%BB%95ng%20h%E1%BB%A3p%20%3C6%3E%20th%C3%A1ng.xlsx`,
    );
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(Uint8Array.from([1, 2, 255]));
  }
  now = new Date(AT.getTime() + 24 * 3_600_000 - 1);
  expect((await get(href)).status).toBe(200);
  now = new Date(AT.getTime() + 24 * 3_600_000);
  expect([(await get(href)).status, (await get(path)).status]).toEqual([410, 410]);
  now = AT;
});

test('a picture is shown where a messenger fetches it', async () => {
  const path = await linkTo('bang.png', 'image/png', Uint8Array.from([137, 80]));
  const picture = await get(`${path}/bang.png`);
  expect([picture.headers.get('content-type'), picture.headers.get('content-disposition')]).toEqual([
    'image/png',
    'inline',
  ]);
});

test('nothing else stands behind it: other names, other methods, or a file that is gone', async () => {
  const path = await linkTo('a.txt', 'text/plain', Uint8Array.from([7]));
  for (const one of [`${path}/b.txt`, `${path}/../a.txt`, `${path}/files`])
    expect((await get(one)).status).toBe(404);
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await get(path, method)).status).toBe(404);
  await database.owner.db.execute(sql`delete from file where size = 1`);
  expect((await get(`${path}/a.txt`)).status).toBe(410);
});
