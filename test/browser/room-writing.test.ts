import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hasBrowser } from './browser.ts';
import { found, furnishedRoom, SOON } from './furnished-room.ts';

describe.skipIf(!hasBrowser)('writing in the demo room', () => {
  const house = furnishedRoom();

  it('offers commands after a slash, found without accents, taken with the keyboard', async () => {
    const at = await house.visit('desktop');
    const { first } = house.group();
    await at.open(first.id, first.id);
    await at.compose.pressSequentially('/nop');
    expect(await at.suggestions.first().textContent()).toContain('/nop_bao_cao');
    await at.compose.fill('/chấm');
    expect(await at.suggestions.first().textContent()).toContain('/cham_diem');
    await at.compose.fill('/');
    const second = found((await at.suggestions.locator('strong').allTextContents())[1]);
    await at.compose.press('ArrowDown');
    await at.compose.press('Tab');
    expect(await at.compose.inputValue()).toBe(`${second} `);
    expect(await at.suggestions.count()).toBe(0);
  });

  it('keeps the group and each draft when one becomes somebody else', async () => {
    const at = await house.visit('desktop');
    const { group, title, first, second } = house.group();
    await at.open(first.id, group);
    await at.compose.fill('Nháp của người thứ nhất');
    await at.switchTo(second.id);
    await at.whoName.filter({ hasText: second.name }).waitFor();
    expect(await at.chatTitle.textContent()).toBe(title);
    expect(await at.compose.inputValue()).toBe('');
    await at.switchTo(first.id);
    await expect.poll(() => at.compose.inputValue(), SOON).toBe('Nháp của người thứ nhất');
    await at.page.reload();
    await expect.poll(() => at.compose.inputValue(), SOON).toBe('Nháp của người thứ nhất');
    expect(await at.whoName.textContent()).toBe(first.name);
    await at.compose.fill('');
  });

  it('answers one message and edits one’s own last', async () => {
    const { group, first, second } = house.group();
    const at = await house.visit('desktop');
    await house.client().say(group, second.id, 'Mẫu biểu lấy ở đâu?');
    await at.open(first.id, group);
    const asked = at.withText('Mẫu biểu lấy ở đâu?').first();
    await asked.hover();
    await at.act(asked, 'reply').click();
    await at.say('Ở tệp đính kèm của kế hoạch.');
    const answer = at.withText('Ở tệp đính kèm').last();
    await answer.waitFor();
    expect(await answer.textContent()).toContain(second.name);
    await at.compose.press('ArrowUp');
    expect(await at.compose.inputValue()).toBe('Ở tệp đính kèm của kế hoạch.');
    await at.say('Ở phụ lục của kế hoạch.');
    await at.withText('Ở phụ lục của kế hoạch.').filter({ hasText: 'đã sửa' }).waitFor();
  });

  it('shows which button was pressed and lets no other be', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id, first.id);
    await at.say('/hann');
    const offered = at.option('/han');
    await offered.waitFor();
    await offered.click();
    const pressed = at.page.locator('[aria-pressed="true"]');
    await pressed.waitFor();
    expect(await pressed.textContent()).toContain('/han');
    expect(await pressed.isDisabled()).toBe(true);
    await at.page.reload();
    await pressed.waitFor();
  });

  it('sends a file and gives it back as it was', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id, first.id);
    const buffer = Buffer.from('Báo cáo sơ kết 6 tháng đầu năm');
    await at.attach([{ name: 'Báo cáo sơ kết.txt', mimeType: 'text/plain', buffer }]);
    const tooLarge = join(await temporaryFolder(), 'Lớn quá.pdf');
    await writeFile(tooLarge, '');
    await truncate(tooLarge, 20 * 1024 * 1024 + 1);
    await at.attach(tooLarge);
    expect(await at.error.textContent()).toContain('lớn hơn 20 MB');
    expect(await at.chips.count()).toBe(1);
    await at.say('Gửi báo cáo');
    const card = at.from(first.id, 'Gửi báo cáo').last().getByTestId('file');
    await card.waitFor();
    expect(await at.chips.count()).toBe(0);
    // Once the bot has answered, nothing moves under the finger any more.
    await house.client().call('POST', '/settle', {});
    const [answer] = (await house.client().messages(first.id, first.id)).slice(-1);
    await at.message(found(answer).id).waitFor();
    const [download] = await Promise.all([at.page.waitForEvent('download'), card.click()]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).equals(buffer)).toBe(true);
  });

  it('gives the words back where the room refuses them', async () => {
    house.mayComplainOf(/422/);
    const { group, first } = house.group();
    const at = await house.visit('desktop');
    await at.open(first.id, group);
    await at.say('TÀI LIỆU MẬT: số liệu');
    await expect.poll(() => at.error.textContent(), SOON).toContain('độ mật');
    expect(await at.compose.inputValue()).toBe('TÀI LIỆU MẬT: số liệu');
    expect(await at.withText('số liệu').count()).toBe(0);
    await at.say('Số liệu đã gửi theo đường công văn.');
    await at.withText('Số liệu đã gửi theo đường công văn.').waitFor();
    expect(await at.error.textContent()).toBe('');
  });

  it('keeps the words where they cannot be sent', async () => {
    house.mayComplainOf(/Failed to load|ERR_/);
    const { group, first } = house.group();
    const at = await house.visit('desktop');
    await at.open(first.id, group);
    await at.page.context().setOffline(true);
    await at.say('Gửi khi mất mạng');
    await expect.poll(() => at.error.textContent(), SOON).not.toBe('');
    expect(await at.compose.inputValue()).toBe('Gửi khi mất mạng');
    await at.page.context().setOffline(false);
    await at.compose.press('Enter');
    await at.withText('Gửi khi mất mạng').waitFor();
    expect(await at.withText('Gửi khi mất mạng').count()).toBe(1);
  });
});
