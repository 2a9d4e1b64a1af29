import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { freePort } from '../support/free-port.ts';
import { plain, type RoomClient, roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { hasBrowser, launchBrowser, openTab } from './browser.ts';
import { SOON } from './furnished-room.ts';

const SHOTS = join(projectRoot(), 'test-results');
/** The browser's own words of answers that are no 200. */
const REFUSED = /status of 4(?:09|10|22)|ERR_INTERNET_DISCONNECTED/;

describe.skipIf(!hasBrowser)('a score sheet on one page, on a phone', () => {
  let room: RoomProcess;
  let client: RoomClient;
  let browser: Browser;
  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    const port = await freePort();
    const env = { PUBLIC_URL: `http://127.0.0.1:${port}` };
    [room, browser] = await Promise.all([startRoom({ port, env }), launchBrowser()]);
    client = roomClient(room.url);
  });
  afterAll(async () => {
    await browser?.close();
    await room?.stop();
  });

  const linkFor = async (person: string) => {
    const said = (await client.say(person, person, '/cham_diem trang')).map(plain).join('\n');
    return /http:\S+\/l\/\S+/.exec(said)?.[0] ?? said;
  };
  const row = (page: Page, n: number) => page.locator('.criterion').nth(n);
  const field = (page: Page, n: number) => row(page, n).locator('.answer');
  const state = (page: Page, n: number) => row(page, n).locator('.state');
  async function opened(person: string, screen: 'phone' | 'narrow' = 'phone') {
    const tab = await openTab(browser, screen);
    await tab.page.goto(await linkFor(person));
    return tab;
  }

  it('saves while one types, names a bad value and keeps it, and goes on in the chat', async () => {
    const { page, complaints, close } = await opened('mai');
    expect(await page.locator('main').textContent()).toContain('Trạm Y tế xã');
    await field(page, 0).pressSequentially('18');
    await state(page, 0).getByText('Đã lưu').waitFor();
    await field(page, 1).fill('9.5');
    await state(page, 1).getByText('Đã lưu').waitFor();
    expect(await field(page, 1).inputValue()).toBe('9,5');
    await field(page, 2).fill('99');
    await state(page, 2).getByText('tối đa 8 điểm').waitFor();
    expect(await field(page, 2).inputValue()).toBe('99');
    expect(await page.locator('#standing').textContent()).toContain('Còn 10 tiêu chí');
    await page.screenshot({ path: join(SHOTS, 'score-form.png') });
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.reload();
    expect(await field(page, 0).inputValue()).toBe('18');
    expect(await field(page, 2).inputValue()).toBe('');
    const said = (await client.say('mai', 'mai', '/cham_diem')).map(plain).join('\n');
    expect(said).toContain('đã có 2/12 tiêu chí');
    expect(complaints.filter(one => !REFUSED.test(one))).toEqual([]);
    await close();
  });

  it('takes evidence: a document typed, a file chosen, and one taken back', async () => {
    const { page, complaints, close } = await opened('mai', 'narrow');
    const proof = row(page, 0).locator('.proof');
    await proof.locator('summary').click();
    await proof.locator('input[type="text"]').fill('12/BC-TYT ngày 10/6/2026');
    await proof.locator('input[type="text"]').press('Enter');
    await proof.getByText('12/BC-TYT ngày 10/6/2026').waitFor();
    const buffer = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
    await proof
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Báo cáo quý.pdf', mimeType: 'application/pdf', buffer });
    await proof.getByText('Báo cáo quý.pdf').waitFor();
    await page.screenshot({ path: join(SHOTS, 'score-form-evidence.png') });
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await proof.getByRole('button', { name: 'Bỏ 12/BC-TYT ngày 10/6/2026' }).click();
    await proof.getByText('12/BC-TYT').waitFor({ state: 'detached' });
    expect(await proof.locator('summary').textContent()).toContain('(1)');
    expect(complaints).toEqual([]);
    await close();
  });

  it('two people on one form: the second is shown what the first wrote and decides', async () => {
    const [one, two] = [await opened('phuc'), await opened('anh', 'narrow')];
    await field(one.page, 0).fill('15');
    await state(one.page, 0).getByText('Đã lưu').waitFor();
    await field(two.page, 0).fill('16');
    await state(two.page, 0).getByText('vừa ghi 15 điểm').waitFor();
    await two.page.screenshot({ path: join(SHOTS, 'score-form-conflict.png') });
    expect(await two.page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await row(two.page, 0).getByRole('button', { name: 'Ghi 16' }).click();
    await state(two.page, 0).getByText('Đã lưu').waitFor();
    await field(one.page, 0).fill('14');
    await state(one.page, 0).getByText('vừa ghi 16 điểm').waitFor();
    await row(one.page, 0).getByRole('button', { name: 'Giữ 16 điểm' }).click();
    expect(await field(one.page, 0).inputValue()).toBe('16');
    await Promise.all([one.close(), two.close()]);
  });

  it('without a network what was typed is kept and saved later', async () => {
    const { page, close } = await opened('thang');
    await page.context().setOffline(true);
    await field(page, 3).fill('7');
    await state(page, 3).getByText('Mất kết nối').waitFor();
    await page.context().setOffline(false);
    await state(page, 3).getByText('Đã lưu').waitFor();
    await close();
  });

  it('an old link says so on its page, and to a page that was left open', async () => {
    const { page, close } = await opened('ha');
    const url = page.url();
    await client.clock({ by: 49 * 3600 });
    await field(page, 0).fill('15');
    await expect.poll(() => state(page, 0).textContent(), SOON).toContain('Liên kết đã hết hạn');
    expect(await field(page, 0).inputValue()).toBe('15');
    await page.goto(url);
    expect(await page.textContent('main')).toContain('Liên kết đã hết hạn');
    await page.screenshot({ path: join(SHOTS, 'score-form-expired.png') });
    await close();
  });
});
