import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RoomClient, type RoomState, roomClient } from '../support/room-client.ts';
import { type RoomProcess, startRoom } from '../support/room-process.ts';
import { hasBrowser, launchBrowser, openTab, type Screen, type Tab } from './browser.ts';
import { type RoomPage, roomPage } from './room-page.ts';

/** Milliseconds; for what comes over the wire. */
const SOON = { timeout: 10_000, interval: 50 };

describe.skipIf(!hasBrowser)('the demo room in a browser', () => {
  let room: RoomProcess;
  /** The same room after its process was killed. */
  let again: RoomProcess | undefined;
  let browser: Browser;
  let client: RoomClient;
  let state: RoomState;
  let tabs: Tab[] = [];

  beforeAll(async () => {
    [room, browser] = await Promise.all([startRoom(), launchBrowser()]);
    client = roomClient(room.url);
    state = await client.state();
  });
  afterAll(async () => {
    await browser?.close();
    await again?.stop();
    await room?.stop();
  });
  /** What a test lets the browser complain of. */
  let expected: RegExp | null = null;
  afterEach(async () => {
    const complaints = tabs.flatMap(tab => tab.complaints).filter(words => !expected?.test(words));
    await Promise.all(tabs.map(tab => tab.close()));
    tabs = [];
    expected = null;
    expect(complaints).toEqual([]);
  });

  async function visit(screen: Screen): Promise<RoomPage> {
    const tab = await openTab(browser, screen);
    tabs.push(tab);
    return roomPage(tab.page, room.url);
  }
  const groupOf = () => found(state.chats.find(chat => chat.kind === 'group'));
  /** Two people of the group. */
  const pair = () => {
    const [first, second] = groupOf().members.map(id => found(state.persons.find(one => one.id === id)));
    return { group: groupOf().id, first: found(first), second: found(second) };
  };
  function found<T>(value: T | undefined): T {
    if (value === undefined) throw new Error('the sample bloc lacks what this test needs');
    return value;
  }

  it('says who one is, and leads a newcomer by its hints to a first answer', async () => {
    const at = await visit('desktop');
    await at.open();
    const me = found(state.persons[0]);
    expect(await at.whoName.textContent()).toBe(me.name);
    expect(await at.whoPost.textContent()).toContain(found(me.unit ?? undefined));
    await at.addPerson('Trần Văn Mới');
    await at.welcome.waitFor();
    await at.hints.first().click();
    await expect.poll(() => at.fromBot(/./).count(), SOON).toBeGreaterThan(0);
    expect(await at.welcome.count()).toBe(0);
  });

  it('shows the times of Vietnam in a browser that lives elsewhere', async () => {
    const at = await visit('phone');
    const { first } = pair();
    await at.open(first.id, first.id);
    // 00:55 in UTC on 8 June 2026, and the bot's clock goes on from there.
    expect(await at.clock.textContent()).toMatch(/^T2 08\/06\/2026 · (07:5\d|08:|09:)/);
    await at.say('/tro_giup');
    await at.fromBot('/han').first().waitFor();
    expect(await at.log.textContent()).toContain('thứ Hai, 8/6/2026');
    expect(await at.withText('/tro_giup').first().getByRole('time').textContent()).toMatch(/^0[789]:/);
  });

  it('offers commands after a slash, found without accents, taken with the keyboard', async () => {
    const at = await visit('desktop');
    const { first } = pair();
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
    const at = await visit('desktop');
    const { group, first, second } = pair();
    await at.open(first.id, group);
    await at.compose.fill('Nháp của người thứ nhất');
    await at.switchTo(second.id);
    await at.whoName.filter({ hasText: second.name }).waitFor();
    expect(await at.chatTitle.textContent()).toBe(groupOf().title);
    expect(await at.compose.inputValue()).toBe('');
    await at.switchTo(first.id);
    await expect.poll(() => at.compose.inputValue(), SOON).toBe('Nháp của người thứ nhất');
    await at.page.reload();
    await expect.poll(() => at.compose.inputValue(), SOON).toBe('Nháp của người thứ nhất');
    expect(await at.whoName.textContent()).toBe(first.name);
    await at.compose.fill('');
  });

  it('finds people without accents', async () => {
    const at = await visit('phone');
    await at.open();
    const someone = found(state.persons.find(({ name }) => /đ/i.test(name)));
    const bare = someone.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
    expect(await at.searchPeople(bare)).toEqual([someone.name]);
  });

  it('brings what one tab says into another, counted while it is not read', async () => {
    const { group, first, second } = pair();
    const [here, there] = [await visit('desktop'), await visit('desktop')];
    await here.open(first.id, group);
    await there.open(second.id, second.id);
    await here.say('Kính gửi các đồng chí');
    await here.say('Dòng một\n\nDòng ba <b>không đậm</b>');
    await expect.poll(() => there.unread(group).textContent(), SOON).toContain('2');
    await there.enter(group);
    await there.withText('<b>không đậm</b>').waitFor();
    await expect.poll(() => there.unread(group).count(), SOON).toBe(0);
    const state = await client.state();
    expect(state.chats.find(chat => chat.id === group)).toMatchObject({ unread: { [second.id]: 0 } });
  });

  it('answers one message and edits one’s own last', async () => {
    const { group, first, second } = pair();
    const at = await visit('desktop');
    await client.say(group, second.id, 'Mẫu biểu lấy ở đâu?');
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
    const { first } = pair();
    const at = await visit('phone');
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
    const { first } = pair();
    const at = await visit('phone');
    await at.open(first.id, first.id);
    const buffer = Buffer.from('Báo cáo sơ kết 6 tháng đầu năm');
    await at.attach([
      { name: 'Báo cáo sơ kết.txt', mimeType: 'text/plain', buffer },
      { name: 'Lớn quá.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(20 * 1024 * 1024 + 1) },
    ]);
    expect(await at.error.textContent()).toContain('lớn hơn 20 MB');
    expect(await at.chips.count()).toBe(1);
    await at.say('Gửi báo cáo');
    const card = at.withText('Gửi báo cáo').last().getByTestId('file');
    await card.waitFor();
    expect(await at.chips.count()).toBe(0);
    const [download] = await Promise.all([at.page.waitForEvent('download'), card.click()]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).equals(buffer)).toBe(true);
  });

  it('gives the words back where the room refuses them', async () => {
    expected = /422/;
    const { group, first } = pair();
    const at = await visit('desktop');
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
    expected = /Failed to load|ERR_/;
    const { group, first } = pair();
    const at = await visit('desktop');
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

  it('stays where one reads and tells of what comes below', async () => {
    const { group, first, second } = pair();
    for (let n = 1; n <= 30; n++) await client.say(group, second.id, `Dòng thứ ${n}.`);
    const at = await visit('phone');
    await at.open(first.id, group);
    await at.withText('Dòng thứ 30.').last().waitFor();
    await at.scrollLog('bottom');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(false);
    await at.scrollLog('top');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(true);
    await client.say(group, second.id, 'Tin ở dưới cùng');
    await expect.poll(() => at.newBelow.textContent(), SOON).toContain('1 tin mới');
    expect(await at.fromEnd()).toBeGreaterThan(300);
    await at.newBelow.click();
    await expect.poll(() => at.fromEnd(), SOON).toBeLessThan(48);
  });

  it('goes from list to chat and back on a phone, also with the browser’s own button', async () => {
    const { group, first } = pair();
    const at = await visit('phone');
    await at.open(first.id);
    await at.page.reload();
    await at.back.click();
    await at.enter(group);
    await at.page.goBack();
    await at.chatRow(group).waitFor();
    expect(await at.compose.isVisible()).toBe(false);
    await at.page.goForward();
    await at.compose.waitFor();
    await at.back.click();
    await at.chatRow(group).waitFor();
    expect(await at.whoName.textContent()).toBe(first.name);
  });

  it('fits a narrow phone, names every control, and gives fingers room', async () => {
    const { group, second } = pair();
    const at = await visit('narrow');
    await client.say(group, second.id, `${'dài'.repeat(120)} https://example.org/${'x'.repeat(200)}`);
    await at.open(second.id, group);
    await at.withText('example.org').first().waitFor();
    expect(await at.overflow()).toBeLessThanOrEqual(0);
    expect(await at.smallTargets(40)).toEqual([]);
    expect(await at.nameless()).toEqual([]);
    await at.back.click();
    await at.chatRow(group).waitFor();
    expect(await at.overflow()).toBeLessThanOrEqual(0);
    expect(await at.smallTargets(40)).toEqual([]);
  });

  it('moves the clock to the next thing due and tells what came of it', async () => {
    const { first } = pair();
    const at = await visit('desktop');
    await at.open(first.id, first.id);
    const before = await client.state();
    await at.move('next');
    await at.toast.filter({ hasText: /^Đã tới \d\d:\d\d (thứ|Chủ nhật).*tin nhắn mới/ }).waitFor();
    const after = await client.state();
    expect(after.now.getTime()).toBeGreaterThanOrEqual(before.now.getTime());
    await at.move('day');
    await expect.poll(() => at.clock.textContent(), SOON).not.toContain('08/06/2026');
  });

  it('can be used without a mouse', async () => {
    const { group, first } = pair();
    const at = await visit('desktop');
    await at.open(first.id, group);
    await at.withText(/./).last().waitFor();
    await at.page.keyboard.press('Shift+Tab');
    await at.log.focus();
    await at.page.keyboard.press('ArrowUp');
    await at.page.keyboard.press('Enter');
    await at.page.keyboard.press('Enter');
    await at.page.keyboard.type('Trả lời bằng bàn phím');
    await at.page.keyboard.press('Enter');
    await at.withText('Trả lời bằng bàn phím').waitFor();
    await at.skip.focus();
    await at.page.keyboard.press('Enter');
    expect(await at.focused()).toBe('compose');
  });

  it('says when the room is gone, and catches up once it is back', async () => {
    expected = /Failed to load|ERR_/;
    const { group, first, second } = pair();
    const at = await visit('desktop');
    await at.open(first.id, group);
    await at.compose.fill('Nháp trước khi mất kết nối');
    const { dataDir, child } = room;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await at.offline.waitFor({ timeout: SOON.timeout });
    const port = Number(new URL(room.url).port);
    again = await startRoom({ dataDir, port });
    await client.say(group, second.id, 'Tin sau khi phòng trở lại');
    await at.withText('Tin sau khi phòng trở lại').waitFor();
    await at.offline.waitFor({ state: 'hidden' });
    expect(await at.compose.inputValue()).toBe('Nháp trước khi mất kết nối');
  });
});
