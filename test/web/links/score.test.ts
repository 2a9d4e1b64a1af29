import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plainText } from '../../../src/chat/plain.ts';
import { linkRoutes } from '../../../src/web/links/routes.ts';
import { testDatabase } from '../../support/database.ts';
import { testEngine } from '../../support/engine.ts';
import { said, stubAdapter } from '../../support/stub-adapter.ts';
import { stubPeople } from '../../support/stub-people.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const ORIGIN = 'https://khoi.example.vn';
const database = await testDatabase();
const adapter = stubAdapter();
const engine = await testEngine(database, [adapter], AT, [], ORIGIN);
const routes = linkRoutes({ db: database.app.db, now: engine.clock.now });
beforeAll(async () => {
  await stubPeople(database, AT);
});

let events = 0;
async function say(person: string, text: string): Promise<string> {
  const before = adapter.sent.length;
  events += 1;
  await engine.intake.store([said(`s${events}`, person, text, AT)]);
  await engine.settle();
  return adapter.sent
    .slice(before)
    .map(one => plainText(one.message))
    .join('\n');
}
const linkFor = async (person: string) =>
  /https:\/\/khoi\.example\.vn\/l\/(\S+)/.exec(await say(person, '/cham_diem trang'))?.[1] ?? '';
const page = async (token: string) => (await routes.request(`/l/${token}`)).text();
const toldSchema = z.object({
  saw: z.number().optional(),
  text: z.string().optional(),
  message: z.string().optional(),
  standing: z.string().optional(),
});
const proofsSchema = z.object({
  evidence: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
});
async function answer(token: string, key: string, saw: number, text: string) {
  const body = JSON.stringify({ key, saw, text });
  const response = await routes.request(`/l/${token}/answer`, { method: 'POST', body });
  return { status: response.status, ...toldSchema.parse(await response.json()) };
}
const entries = async () =>
  Number((await database.owner.db.execute(sql`select count(*)::int as n from score_entry`))[0]?.n);

test('a sheet is filled on one page: each answer is saved at once, read as in the chat, and the chat goes on from there', async () => {
  const token = await linkFor('mai');
  const shown = await page(token);
  expect(shown).toContain('Trạm Y tế xã');
  const [first = '', second = ''] = [...shown.matchAll(/data-key="([^"]+)"/g)].map(found => found[1]);
  expect(await answer(token, first, 0, '18')).toMatchObject({ status: 200, saw: 1, text: '18' });
  expect(await answer(token, second, 0, '9.5')).toMatchObject({ status: 200, text: '9,5' });
  expect(await answer(token, second, 1, '99')).toMatchObject({ status: 422 });
  expect(await answer(token, second, 1, 'nhiều')).toMatchObject({ status: 422 });
  expect(await page(token)).toContain('value="9,5"');
  expect(await say('mai', '/cham_diem')).toContain('đã có 2/12 tiêu chí');
});

test('two contacts at once: the second is shown the first’s answer and overwrites only when told to', async () => {
  const [one, other] = [await linkFor('phuc'), await linkFor('anh')];
  const key = /data-key="([^"]+)"/.exec(await page(one))?.[1] ?? '';
  await answer(one, key, 0, '10');
  const refused = await answer(other, key, 0, '12');
  expect(refused).toMatchObject({ status: 409, saw: 1, text: '10' });
  expect(refused.message).toContain('Hoàng Văn Phúc vừa ghi 10 điểm');
  expect(await answer(other, key, 1, '12')).toMatchObject({ status: 200, saw: 2 });
  const race = await Promise.all(['13', '14', '15'].map(text => answer(one, key, 2, text)));
  expect(race.map(told => told.status).toSorted()).toEqual([200, 409, 409]);
});

test('evidence is given on the page and in the chat alike: a document, an address, a file; taken back it is gone', async () => {
  const token = await linkFor('mai');
  const key = /data-key="([^"]+)"/.exec(await page(token))?.[1] ?? '';
  const ask = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
    const response = await routes.request(`/l/${token}/${path}`, { method, ...(body ? { body } : {}) });
    return { status: response.status, ...proofsSchema.parse(await response.json()) };
  };
  const give = (text: string) => ask('POST', 'evidence', JSON.stringify({ key, text }));
  expect(await give('  12/BC-TYT ngày 10/6/2026 ')).toMatchObject({
    status: 200,
    evidence: [{ text: '12/BC-TYT ngày 10/6/2026' }],
  });
  expect(await give('https://tyt.example.vn/bc')).toMatchObject({ status: 200 });
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
  const file = await ask('POST', `file?key=${encodeURIComponent(key)}&name=bc.pdf`, pdf);
  expect(file).toMatchObject({ status: 200 });
  expect(file.evidence).toHaveLength(3);
  expect(await say('mai', '/cham_diem')).toBeTruthy();
  expect(await say('mai', 'tiêu chí 1')).toContain('https://tyt.example.vn/bc');
  const left = await ask('DELETE', `evidence/${file.evidence?.[0]?.id}`);
  expect(left.evidence?.map(one => one.text)).toEqual(['https://tyt.example.vn/bc', 'bc.pdf']);
  expect(await page(token)).toContain('bc.pdf');

  for (const [method, path, body, status] of [
    ['POST', 'evidence', JSON.stringify({ key, text: ' ' }), 400],
    ['POST', 'evidence', JSON.stringify({ key, text: 'x'.repeat(400) }), 400],
    ['POST', 'evidence', JSON.stringify({ key: 'không có', text: '1/BC' }), 404],
    ['POST', 'evidence', JSON.stringify({ key, text: 'Công văn 3/CV (MẬT)' }), 422],
    ['POST', `file?key=${key}&name=toi.mat.exe`, 'MZ', 415],
    ['DELETE', `evidence/${'0'.repeat(36)}`, undefined, 404],
  ] as const)
    expect(await ask(method, path, body), path).toMatchObject({ status });
  expect((await ask('DELETE', `evidence/${file.evidence?.[0]?.id}`)).status).toBe(404);
});

test('what is not an answer changes nothing; a sheet that was sent can be read and no more', async () => {
  const token = await linkFor('ha');
  const keys = [...(await page(token)).matchAll(/data-key="([^"]+)"/g)].map(found => found[1] ?? '');
  const before = await entries();
  for (const body of ['', '{', '[]', JSON.stringify({ key: 'x', saw: -1, text: '1' }), 'x'.repeat(9000)]) {
    const { status } = await routes.request(`/l/${token}/answer`, { method: 'POST', body });
    expect(status).toBe(400);
  }
  expect((await answer(token, 'nowhere', 0, '1')).status).toBe(404);
  expect(await entries()).toBe(before);
  for (const key of keys) await answer(token, key, 0, '2');
  await say('ha', '/cham_diem');
  expect(await say('ha', 'gửi')).toContain('Đã gửi bản chấm');
  expect((await answer(token, keys[0] ?? '', 1, '1')).status).toBe(409);
  expect(await page(token)).toContain('chỉ xem được');
});

test('whoever no longer acts for the unit, and whoever guesses, sees nothing', async () => {
  const token = await linkFor('tuan');
  await database.owner.db.execute(
    sql`update membership set valid_to = '2026-06-01' where person_id = (select id from person where display_name = 'Lê Minh Tuấn')`,
  );
  expect((await routes.request(`/l/${token}`)).status).toBe(410);
  expect((await routes.request(`/l/${token.slice(0, -1)}x`)).status).toBe(404);
});
