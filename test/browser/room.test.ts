import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { found, furnishedRoom, SOON } from './furnished-room.ts';

/** `2026-06-08T07:55…`: Vietnam is seven hours ahead, all year. */
const inVietnam = (instant: Date) => new Date(instant.getTime() + 7 * 3_600_000).toISOString();

describe.skipIf(!hasBrowser)('the demo room in a browser', () => {
  const house = furnishedRoom();

  it('says who one is, and leads a newcomer by its hints to a first answer', async () => {
    const at = await house.visit('desktop');
    await at.open();
    const me = found(house.state().persons[0]);
    expect(await at.whoName.textContent()).toBe(me.name);
    expect(await at.whoPost.textContent()).toContain(found(me.unit ?? undefined));
    await at.addPerson('Trần Văn Mới');
    await at.welcome.waitFor();
    await at.hints.first().click();
    await expect.poll(() => at.fromBot(/./).count(), SOON).toBeGreaterThan(0);
    expect(await at.welcome.count()).toBe(0);
  });

  it('shows the times of Vietnam in a browser that lives elsewhere', async () => {
    const at = await house.visit('phone');
    const { first } = house.group();
    await at.open(first.id, first.id);
    const { now } = await house.client().state();
    await at.say('/tro_giup');
    await at.fromBot('/han').last().waitFor();
    const [year, month, date] = inVietnam(now).slice(0, 10).split('-').map(Number);
    expect(await at.clock.textContent()).toContain(
      inVietnam(now).slice(0, 10).split('-').reverse().join('/'),
    );
    expect(await at.log.textContent()).toContain(`, ${date}/${month}/${year}`);
    const [answer] = (await house.client().messages(first.id, first.id)).slice(-1);
    const shown = at.messages.last().getByRole('time');
    expect(await shown.textContent()).toBe(inVietnam(found(answer).at).slice(11, 16));
  });

  it('finds people without accents', async () => {
    const at = await house.visit('phone');
    await at.open();
    const someone = found(house.state().persons.find(({ name }) => /đ/i.test(name)));
    const bare = someone.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
    expect(await at.searchPeople(bare)).toEqual([someone.name]);
  });

  it('brings what one tab says into another, counted while it is not read', async () => {
    const { group, first, second } = house.group();
    const [here, there] = [await house.visit('desktop'), await house.visit('desktop')];
    await here.open(first.id, group);
    await there.open(second.id, group);
    await there.messages.or(there.empty).last().waitFor();
    await there.scrollLog('bottom');
    await expect.poll(() => there.unread(group).count(), SOON).toBe(0);
    await there.enter(second.id);
    await here.say('Kính gửi các đồng chí');
    await here.say('Dòng một\n\nDòng ba <b>không đậm</b>');
    await expect.poll(() => there.unread(group).textContent(), SOON).toContain('2');
    await there.enter(group);
    await there.withText('<b>không đậm</b>').last().waitFor();
    await expect.poll(() => there.unread(group).count(), SOON).toBe(0);
    const unread = async () => (await house.client().state()).chats.find(({ id }) => id === group)?.unread;
    await expect.poll(unread, SOON).toMatchObject({ [second.id]: 0 });
  });

  it('stays where one reads and tells of what comes below', async () => {
    const { group, first, second } = house.group();
    for (let n = 1; n <= 30; n++) await house.client().say(group, second.id, `Dòng thứ ${n}.`);
    const at = await house.visit('phone');
    await at.open(first.id, group);
    await at.withText('Dòng thứ 30.').last().waitFor();
    await at.scrollLog('bottom');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(false);
    await at.scrollLog('top');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(true);
    await house.client().say(group, second.id, 'Tin ở dưới cùng');
    await expect.poll(() => at.newBelow.textContent(), SOON).toContain('1 tin mới');
    expect(await at.fromEnd()).toBeGreaterThan(300);
    await at.newBelow.click();
    await expect.poll(() => at.fromEnd(), SOON).toBeLessThan(48);
  });

  it('goes from list to chat and back on a phone, also with the browser’s own button', async () => {
    const { group, first } = house.group();
    const at = await house.visit('phone');
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
    const { group, second } = house.group();
    const at = await house.visit('narrow');
    await house.client().say(group, second.id, `${'dài'.repeat(120)} https://example.org/${'x'.repeat(200)}`);
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

  it('makes a group, where the assistant says how to bind it', async () => {
    const at = await house.visit('desktop');
    const { first, second } = house.group();
    await at.open(first.id);
    await at.makeGroup('Nhóm mới của khối');
    await at.fromBot('/gan_nhom').waitFor();
    const made = (await house.client().state()).chats.find(({ title }) => title === 'Nhóm mới của khối');
    expect(made?.members[0]).toBe(first.id);
    expect(made?.members).toContain(second.id);
  });

  it('moves the clock to the next thing due and tells what came of it', async () => {
    const { first } = house.group();
    const at = await house.visit('desktop');
    await at.open(first.id, first.id);
    const [before, face] = [await house.client().state(), await at.clock.textContent()];
    await at.move('next');
    await at.toast.filter({ hasText: /^Đã tới \d\d:\d\d (T[2-7]|CN): / }).waitFor();
    const after = await house.client().state();
    expect(after.now.getTime()).toBeGreaterThanOrEqual(before.now.getTime());
    await at.move('day');
    await expect.poll(() => at.clock.textContent(), SOON).not.toContain(face?.slice(0, 13));
  });

  it('can be used without a mouse', async () => {
    const { group, first, second } = house.group();
    await house.client().say(group, second.id, 'Đồng chí nào đã nộp?');
    const at = await house.visit('desktop');
    await at.open(first.id, group);
    await at.withText('Đồng chí nào đã nộp?').last().waitFor();
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
    house.mayComplainOf(/Failed to load|ERR_/);
    const { group, first, second } = house.group();
    const at = await house.visit('desktop');
    await at.open(first.id, group);
    await at.compose.fill('Nháp trước khi mất kết nối');
    await house.restart(() => at.offline.waitFor({ timeout: SOON.timeout }));
    await house.client().say(group, second.id, 'Tin sau khi phòng trở lại');
    await at.withText('Tin sau khi phòng trở lại').waitFor();
    await at.offline.waitFor({ state: 'hidden' });
    expect(await at.compose.inputValue()).toBe('Nháp trước khi mất kết nối');
  });
});
