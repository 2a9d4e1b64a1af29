import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { run } from '../../src/operator/run.ts';
import { fakeZalo } from '../support/zalo/fake-zalo.ts';

const fake = await fakeZalo({ bots: ['Bot Khối', 'Bot Hai'] });
afterAll(fake.close);
const lan = fake.person('Lan');
await fake.says(lan, lan, 'chào');
for (const bot of fake.world.bots) bot.queue.length = 0;

const env = {
  ZALO_BOT_TOKEN: fake.world.bots.map(bot => bot.token).join(','),
  ZALO_API_ROOT: fake.apiRoot,
};
const check = (args: string[], more: Record<string, string> = {}) =>
  run(['zalo-check', ...args], () => readConfig({ ...env, ...more }));
const line = (lines: readonly string[], name: string) => lines.find(one => one.trim().startsWith(name)) ?? '';

test('each bot is looked at and nothing is sent or changed unasked', async () => {
  const { code, lines } = await check([]);
  expect(code).toBe(0);
  expect(lines.filter(one => one.startsWith('Bot '))).toHaveLength(2);
  expect(line(lines, 'Vào được nhóm')).toMatch(/ĐẠT +true/);
  expect(line(lines, 'Gửi tin thường')).toContain('–');
  expect(lines.join('\n')).toContain('Tự kiểm tra trong Zalo');
  expect(lines.join('\n')).not.toContain(fake.bot.token);
  expect(fake.bot.sent).toEqual([]);
  expect([...fake.bot.calls.keys()]).not.toContain('setWebhook');
});

test('with a chat the sends are tried: what must arrive arrives, what must be refused is', async () => {
  const { lines } = await check([lan]);
  for (const name of ['Gửi tin thường', 'Gửi tin có chữ đậm', 'Tin 2000', 'Tin dài quá', 'Nhóm không có'])
    expect(line(lines, name)).toContain('ĐẠT');
  expect(fake.bot.sent).toHaveLength(3);
});

test('what is wrong is named, with what to do', async () => {
  fake.world.switches.canJoinGroups = false;
  fake.bot.webhook = { url: 'http://127.0.0.1:9/elsewhere', secret: 'x' };
  const { code, lines } = await check([], {
    PUBLIC_URL: 'https://khoi.example.vn',
    ZALO_WEBHOOK_SECRET: 'bi-mat-8-ky-tu',
  });
  expect(code).toBe(1);
  expect(line(lines, 'Vào được nhóm')).toContain('CHƯA');
  expect(line(lines, 'Webhook')).toContain('elsewhere →');
  expect(line(lines, 'Zalo gọi tới được')).toContain('Cloudflare');
});

test('a refused token, no bot at all, too many words', async () => {
  const wrong = await check([], { ZALO_BOT_TOKEN: '1234567:khong-dung-ma-nay' });
  expect(wrong.code).toBe(1);
  expect(line(wrong.lines, 'Mã bot')).toContain('401');
  expect(await check([], { ZALO_BOT_TOKEN: '' })).toMatchObject({ code: 1 });
  expect(await check(['a', 'b'])).toMatchObject({ code: 2 });
});
