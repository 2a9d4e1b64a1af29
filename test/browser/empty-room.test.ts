import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { hasBrowser, launchBrowser, openTab } from './browser.ts';
import { roomPage } from './room-page.ts';

describe.skipIf(!hasBrowser)('a room where nobody is yet', () => {
  let room: RoomProcess | undefined;
  beforeAll(async () => {
    room = await startRoom({ setupCode: true });
  });
  afterAll(() => room?.stop());

  it('asks for a name, and its first person sets a bloc up with the operator’s code', async () => {
    const browser = await launchBrowser();
    const { page, complaints, close } = await openTab(browser, 'phone');
    const at = roomPage(page, room?.url ?? '');
    await page.goto(`${room?.url}/room`);
    await at.dialog.getByText('Phòng thử chưa có ai').waitFor();
    await page.getByTestId('new-name').fill('Đỗ Thị Minh Nguyệt');
    await page.getByTestId('new-add').click();
    await at.welcome.waitFor();
    expect(await at.whoName.textContent()).toBe('Đỗ Thị Minh Nguyệt');
    await at.say(room?.setupCode ?? '');
    await at.fromBot('Tên khối (cụm) thi đua là gì?').waitFor();
    expect(complaints).toEqual([]);
    await close();
    await browser.close();
  });
});
