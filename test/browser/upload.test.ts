import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { testDatabase } from '../support/database.ts';
import { stubPeople } from '../support/stub-people.ts';
import { zaloBot } from '../support/zalo/bot.ts';
import { hasBrowser, launchBrowser, openTab } from './browser.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const SHOTS = join(projectRoot(), 'test-results');
const pdf = (name: string, bytes = 2_000) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, name)]),
});

describe.skipIf(!hasBrowser)('the page to send files by, on a phone', async () => {
  const database = await testDatabase();
  const zalo = await zaloBot(database, { at: AT });
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    await stubPeople(database, AT);
    await database.owner.sql`update account set platform = 'room', bot_id = 'room'`;
    await database.owner.sql`update chat_binding set platform = 'room', bot_id = 'room'`;
    await zalo.moveIn();
  });

  const linkFor = async (person: string) =>
    /http:\S+\/l\/\S+/.exec(await zalo.say(person, person, '/nop_bao_cao tháng'))?.[0] ?? '';

  test('several files go one by one, one is taken back, and the chat goes on', async () => {
    const { page, complaints, close } = await openTab(browser, 'phone');
    await page.goto(await linkFor('ha'));
    await page.screenshot({ path: join(SHOTS, 'upload-empty.png') });
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await page.locator('#pick').setInputFiles([pdf('Báo cáo tháng 5.pdf'), pdf('Phụ lục.pdf', 900_000)]);
    await page
      .locator('#camera')
      .setInputFiles([
        { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
      ]);
    await page.locator('li button').nth(2).waitFor();
    await page.screenshot({ path: join(SHOTS, 'upload-files.png') });
    await page.getByRole('button', { name: 'Bỏ Phụ lục.pdf' }).click();
    await page.getByText('Phụ lục.pdf').waitFor({ state: 'detached' });
    // The camera may have pushed the page out of memory: what was sent is still there.
    await page.reload();
    expect(await page.locator('li .name').allTextContents()).toEqual(['Báo cáo tháng 5.pdf', 'anh.jpg']);
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
    const before = zalo.bot.sent.length;
    await page.locator('#send').click();
    await page.locator('#done').waitFor();
    // The link is used up: how long it would be good is nobody's business any more.
    expect(await page.getByText('Liên kết có hiệu lực').isVisible()).toBe(false);
    await page.screenshot({ path: join(SHOTS, 'upload-done.png') });
    await zalo.engine.settle();
    const text = zalo.bot.sent
      .slice(before)
      .map(one => one.text)
      .join();
    expect(text).toContain('Báo cáo tháng 5.pdf');
    expect(text).toContain('Xác nhận');
    expect(complaints).toEqual([]);
    await close();
  });

  test('what is not taken says why, and the rest goes on', async () => {
    const { page, close } = await openTab(browser, 'narrow');
    await page.goto(await linkFor('mai'));
    await page
      .locator('#pick')
      .setInputFiles([
        { name: 'chuong-trinh.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ........') },
        pdf('TỐI MẬT.pdf'),
        pdf('Báo cáo.pdf'),
      ]);
    await page.locator('li:not(.bad) button').waitFor();
    expect(await page.locator('li.bad .note').allTextContents()).toEqual([
      expect.stringContaining('không thuộc các loại đó'),
      expect.stringContaining('không tiếp nhận tài liệu có độ mật'),
    ]);
    await page.screenshot({ path: join(SHOTS, 'upload-refused.png') });
    expect(await page.locator('#send').isDisabled()).toBe(false);
    await close();
  });

  test('an old link says so on its page', async () => {
    const { page, close } = await openTab(browser, 'phone');
    const link = await linkFor('phuc');
    await zalo.engine.clock.moveTo(new Date(AT.getTime() + 30 * 60_000));
    await page.goto(link);
    await page.screenshot({ path: join(SHOTS, 'upload-expired.png') });
    expect(await page.textContent('main')).toContain('Liên kết đã hết hạn');
    await close();
  });
});
