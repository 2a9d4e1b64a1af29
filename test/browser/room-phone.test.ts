import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { furnishedRoom, SOON } from './furnished-room.ts';
import type { RoomPage } from './room-page.ts';

/** Not empty, and longer than a phone's screen is high. */
const LONG = Array.from({ length: 60 }, (_, n) => `Dòng thứ ${n + 1}.`).join('\n');
const report = { name: 'Báo cáo quý.txt', mimeType: 'text/plain', buffer: Buffer.from('Số liệu quý') };

/** Each style, once, that the buttons of one message have. */
const stylesOf = (at: RoomPage): Promise<string[][]> =>
  at.page.evaluate(`[...document.querySelectorAll('[data-testid=options]')].map(box => [...new Set(
    [...box.querySelectorAll('button')].map(node => getComputedStyle(node)).map(style => [
      style.textAlign, style.justifyContent, style.fontWeight].join(' ')))])`);

/** Each height, once, of the lines of all messages. */
const lineHeights = (at: RoomPage): Promise<string[]> =>
  at.page.evaluate(
    `[...new Set([...document.querySelectorAll('.line')].map(node => getComputedStyle(node).lineHeight))]`,
  );

/** Pixels by which the last row of what is said of a command stands to the right of it, where there are several. */
const hangingBy = (at: RoomPage): Promise<number[]> =>
  at.page.evaluate(`[...document.querySelectorAll('.line')].flatMap(line => {
    const command = line.firstChild;
    if (!(command instanceof HTMLButtonElement)) return [];
    const range = document.createRange();
    range.selectNodeContents(command.nextSibling);
    const [start, last] = [command.getBoundingClientRect(), [...range.getClientRects()].at(-1)];
    return last.top > start.top + start.height / 2 ? [last.left - start.left] : [];
  })`);

describe.skipIf(!hasBrowser)('the demo room under a finger', () => {
  const house = furnishedRoom();

  it('brings one’s own file into sight, wherever one was reading', async () => {
    const { group, first, second } = house.group();
    await house.client().say(group, second.id, LONG);
    const at = await house.visit('phone');
    await at.open(first.id, group);
    await at.withText('Dòng thứ 60.').last().waitFor();
    await at.scrollLog('top');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(true);
    await at.attach([report]);
    await at.say('Gửi báo cáo quý');
    const sent = at.from(first.id, 'Gửi báo cáo quý').last();
    await sent.waitFor();
    await expect.poll(() => at.inSight(sent), SOON).toBe(true);
    await expect.poll(() => at.fromEnd(), SOON).toBeLessThan(48);
  });

  it('stays at the end while the composer grows', async () => {
    const { group, first, second } = house.group();
    await house.client().say(group, second.id, LONG);
    const at = await house.visit('phone');
    await at.open(first.id, group);
    await at.withText('Dòng thứ 60.').last().waitFor();
    await at.scrollLog('bottom');
    await expect.poll(() => at.newBelow.isVisible(), SOON).toBe(false);
    // A scroll that the page hears of before it hears that the composer has grown.
    await at.page.evaluate(`{
      const area = document.querySelector('[data-testid=compose]');
      area.value = 'Một\\nhai\\nba\\nbốn\\nnăm';
      area.dispatchEvent(new Event('input'));
      document.querySelector('[data-testid=log]').dispatchEvent(new Event('scroll'));
    }`);
    await at.attach([report, report]);
    await expect.poll(() => at.chips.count(), SOON).toBe(2);
    await expect.poll(() => at.fromEnd(), SOON).toBeLessThan(4);
  });

  it('shows what can be done with a message to a tap on its bubble, not to a tap on its buttons', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id, first.id);
    await at.say('/hann');
    const offered = at.option('/han');
    await offered.tap();
    const asked = at.messages.filter({ has: at.page.locator('[aria-pressed="true"]') });
    await asked.waitFor();
    expect(await at.openActions()).toBe(0);
    // Clear of the actions themselves, which open at the finger's left.
    const tap = () => asked.locator('.text').tap({ position: { x: 160, y: 8 } });
    await tap();
    await expect.poll(() => at.openActions(), SOON).toBe(1);
    await tap();
    await expect.poll(() => at.openActions(), SOON).toBe(0);
  });

  it('gives all buttons of a message one style', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id, first.id);
    await at.say('/nop_bao_cao');
    await at.option('Hủy').waitFor();
    const styles = await stylesOf(at);
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.filter(found => found.length > 1)).toEqual([]);
    await at.option('Hủy').tap();
  });

  it('tells where the news is when the clock was moved, over none of it', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id);
    await at.page.reload();
    await at.back.click();
    await at.move('next');
    const note = at.toast.locator('div');
    await note.waitFor();
    await at.unread(first.id).waitFor();
    expect(await note.textContent()).toMatch(/1\s+tin riêng/);
    const [toast, rows] = await Promise.all([
      note.boundingBox(),
      at.page.getByTestId('chat-list').locator('li').last().boundingBox(),
    ]);
    expect(toast?.y).toBeGreaterThan((rows?.y ?? 0) + (rows?.height ?? 0));
    await at.enter(first.id);
    await at.move('next');
    await note.waitFor();
    const [again, log] = await Promise.all([note.boundingBox(), at.log.boundingBox()]);
    expect(again?.y).toBeGreaterThanOrEqual((log?.y ?? 0) + (log?.height ?? 0));
  });

  it('sets a list of commands in even lines that hang under their command', async () => {
    const { first } = house.group();
    const at = await house.visit('phone');
    await at.open(first.id, first.id);
    await at.say('/tro_giup');
    await at.fromBot('Các lệnh hay dùng').last().waitFor();
    expect(await lineHeights(at)).toHaveLength(1);
    const hanging = await hangingBy(at);
    expect(hanging.length).toBeGreaterThan(0);
    expect(Math.min(...hanging)).toBeGreaterThan(8);
  });
});
