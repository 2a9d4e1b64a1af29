import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { plainText } from '../../../src/chat/plain.ts';
import { linkRoutes } from '../../../src/web/links/routes.ts';
import { testDatabase } from '../../support/database.ts';
import { testEngine } from '../../support/engine.ts';
import { said, stubAdapter } from '../../support/stub-adapter.ts';
import { stubPeople } from '../../support/stub-people.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const ORIGIN = 'https://khoi.example.vn';
const PDF = new TextEncoder().encode('%PDF-1.7\nbáo cáo');

const database = await testDatabase();
const adapter = stubAdapter();
const engine = await testEngine(database, [adapter], AT, [], ORIGIN);
/** No document is read in time just now. */
let busy = false;
const routes = linkRoutes({
  db: database.app.db,
  now: engine.clock.now,
  lookThrough: async ({ bytes }) => {
    if (Buffer.from(bytes).includes('MARKED')) return 'secret';
    return busy ? 'not-in-time' : 'free';
  },
});
beforeAll(async () => {
  await stubPeople(database, AT);
});

let events = 0;
/** What the bot says to it, in the person's private chat. */
async function say(person: string, text: string): Promise<string> {
  const before = adapter.sent.length;
  events += 1;
  await engine.intake.store([said(`u${events}`, person, text, AT)]);
  await engine.settle();
  return heard(before);
}
const heard = (before: number) =>
  adapter.sent
    .slice(before)
    .map(one => plainText(one.message))
    .join('\n');

const tokenIn = (text: string) => /https:\/\/khoi\.example\.vn\/l\/(\S+)/.exec(text)?.[1] ?? '';
const call = (method: string, path: string, body?: Uint8Array) =>
  routes.request(`/l/${path}`, { method, ...(body && { body }) });
const put = (token: string, name: string, body: Uint8Array = PDF) =>
  call('POST', `${token}/files?name=${encodeURIComponent(name)}`, body);
const errorOf = async (response: Response) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(await response.json()).error.code;
const count = async (query: ReturnType<typeof sql>) => Number((await database.owner.db.execute(query))[0]?.n);

describe('a link to send files by', () => {
  test('is given where the messenger hands over none, names the report and its end, and goes on in the chat', async () => {
    const asked = await say('ha', '/nop_bao_cao tháng');
    expect(asked).toContain('đến 09:30, thứ Hai, 08/6/2026');
    const token = tokenIn(asked);
    const page = await call('GET', token);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Báo cáo kết quả phong trào thi đua tháng'),
    ]);
    expect((await put(token, 'Bao cao.pdf')).status).toBe(201);
    expect((await put(token, 'anh', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]))).status).toBe(201);
    const before = adapter.sent.length;
    expect((await call('POST', `${token}/done`)).status).toBe(200);
    await engine.settle();
    const review = heard(before);
    expect(review).toContain('Bao cao.pdf');
    expect(review).toContain('anh.jpg');
    expect(review).toContain('Không mở được Bao cao.pdf để kiểm tra độ mật');
    expect(await say('ha', 'xác nhận')).toContain('Biên nhận số 1');
  });

  test('is given too where a document of the year takes evidence, and what was typed stays', async () => {
    const token = tokenIn(await say('ha', '/sang_kien Số hóa hồ sơ; hiệu quả: nhanh hơn'));
    expect(await (await call('GET', token)).text()).toContain('minh chứng của sáng kiến');
    await put(token, 'mo-ta.pdf');
    const before = adapter.sent.length;
    await call('POST', `${token}/done`);
    await engine.settle();
    expect(heard(before)).toMatch(/Tên: Số hóa hồ sơ[\s\S]*Tệp: mo-ta\.pdf/);
    expect(tokenIn(heard(before)), 'one file is enough').toBe('');
    await say('ha', 'hủy');
  });

  test('serves once: what comes after is refused, also at the same moment', async () => {
    const token = tokenIn(await say('mai', '/nop_bao_cao tháng'));
    await put(token, 'a.pdf');
    const done = await Promise.all([1, 2, 3, 4].map(() => call('POST', `${token}/done`)));
    expect(done.map(one => one.status).toSorted()).toEqual([200, 410, 410, 410]);
    expect((await put(token, 'b.pdf')).status).toBe(410);
    expect((await call('GET', token)).status).toBe(410);
    await engine.settle();
    expect(
      await count(
        sql`select count(*)::int as n from inbox where event_key like 'link:%' and user_id = 'mai'`,
      ),
    ).toBe(1);
  });

  test('is not used up by whoever only looks: previews, HEAD, a page opened twice', async () => {
    const token = tokenIn(await say('phuc', '/nop_bao_cao tháng'));
    for (const method of ['GET', 'HEAD', 'GET']) expect((await call(method, token)).status).toBe(200);
    expect((await put(token, 'a.pdf')).status).toBe(201);
    expect(await (await call('GET', token)).text()).toContain('a.pdf');
    expect((await call('POST', `${token}/done`)).status).toBe(200);
  });

  test('ends after 30 minutes', async () => {
    const token = tokenIn(await say('thang', '/nop_bao_cao tháng'));
    await put(token, 'a.pdf');
    await engine.clock.moveTo(new Date(AT.getTime() + 30 * 60_000));
    expect((await call('POST', `${token}/done`)).status).toBe(410);
    expect(await (await call('GET', token)).text()).toContain('hết hạn');
  });
});

describe('what is sent by a link', () => {
  test('is taken by what it is, not by its name', async () => {
    const token = tokenIn(await say('tuan', '/nop_bao_cao tháng'));
    const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
    expect(await errorOf(await put(token, 'bao cao.pdf', program))).toBe('kind');
    expect(await errorOf(await put(token, 'a.html', new TextEncoder().encode('<script>')))).toBe('kind');
    expect(await errorOf(await put(token, 'a.pdf', new Uint8Array()))).toBe('empty');
    expect(await errorOf(await put(token, 'a.pdf', new Uint8Array(20 * 1024 * 1024 + 1)))).toBe('too-large');
    expect(await errorOf(await call('POST', `${token}/done`))).toBe('nothing-yet');
  });

  test('with a secrecy marking in name or words is stored nowhere', async () => {
    const token = tokenIn(await say('tuan', '/nop_bao_cao tháng'));
    expect(await errorOf(await put(token, 'TỐI MẬT.pdf'))).toBe('secret');
    expect(await errorOf(await put(token, 'a.pdf', new TextEncoder().encode('%PDF-1.7 MARKED')))).toBe(
      'secret',
    );
    const hash = createHash('sha256').update(new TextEncoder().encode('%PDF-1.7 MARKED')).digest('hex');
    expect(await count(sql`select count(*)::int as n from link_file where sha256 = ${hash}`)).toBe(0);
  });

  test('and could not be looked through in time is not kept, until it can be', async () => {
    const token = tokenIn(await say('tuan', '/nop_bao_cao tháng'));
    const slow = new TextEncoder().encode('%PDF-1.7 slow');
    busy = true;
    expect(await errorOf(await put(token, 'a.pdf', slow))).toBe('not-in-time');
    busy = false;
    expect(await count(sql`select count(*)::int as n from link_file where size = ${slow.length}`)).toBe(0);
    expect((await put(token, 'a.pdf', slow)).status).toBe(201);
    expect((await call('DELETE', `${token}/files/1`)).status).toBe(200);
  });

  test('can be taken back, and the same file twice is one; there are ten at most', async () => {
    const token = tokenIn(await say('tuan', '/nop_bao_cao tháng'));
    const files = z.object({ files: z.array(z.object({ position: z.number(), name: z.string() })) });
    for (const name of ['a.pdf', 'b.pdf'])
      expect(files.parse(await (await put(token, name)).json()).files).toHaveLength(1);
    expect(files.parse(await (await call('DELETE', `${token}/files/1`)).json()).files).toEqual([]);
    for (let n = 0; n < 10; n += 1) await put(token, `${n}.txt`, new TextEncoder().encode(`tệp ${n}`));
    expect(await errorOf(await put(token, 'x.txt', new TextEncoder().encode('tệp x')))).toBe('too-many');
  });

  test('for another report than the one at hand is not mixed up with it', async () => {
    const first = tokenIn(await say('lan', '/nop_bao_cao tháng'));
    await say('lan', '/huy');
    await say('lan', '/nop_bao_cao điển hình');
    await say('lan', '12/BC-VP ngày 8/6/2026');
    await put(first, 'thang.pdf');
    const before = adapter.sent.length;
    await call('POST', `${first}/done`);
    await engine.settle();
    expect(heard(before)).toContain('Tệp vừa nhận được gửi qua liên kết của “Báo cáo kết quả phong trào');
  });
});

describe('a token', () => {
  test('that was guessed, cut or bent opens nothing, and is nowhere in the database', async () => {
    const token = tokenIn(await say('anh', '/nop_bao_cao tháng'));
    const [bloc = '', secret = ''] = [
      token.slice(0, token.indexOf('-')),
      token.slice(token.indexOf('-') + 1),
    ];
    const bent = [
      `${Number(bloc) + 1}-${secret}`,
      `${bloc}-${secret.slice(1)}A`,
      secret,
      `${bloc}-`,
      '../etc',
      `${bloc}-${'A'.repeat(43)}`,
    ];
    for (const one of bent) expect((await call('GET', one)).status).toBe(404);
    expect(await count(sql`select count(*)::int as n from link where link::text like ${`%${secret}%`}`)).toBe(
      0,
    );
    // In the message itself, where its reader finds it, and only there.
    expect(
      await count(sql`select count(*)::int as n from audit where audit::text like ${`%${secret}%`}`),
    ).toBe(0);
  });

  test('travels no further than its page: no referrer, no cache, no foreign content', async () => {
    const token = tokenIn(await say('anh', '/nop_bao_cao tháng'));
    const page = await call('GET', token);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(await page.text()).not.toMatch(/https?:\/\//);
  });
});
