import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { hasBrowser } from './browser.ts';
import { furnishedRoom } from './furnished-room.ts';

const PLAN = join(projectRoot(), 'test', 'plan', 'fixtures', '02-xa-phu-luc.txt');

/** Where pictures go that somebody wants to look at. */
const { SHOTS } = process.env;
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
};

describe.skipIf(!hasBrowser)('a plan document in the room, on a phone', () => {
  const house = furnishedRoom();

  it('is sent as a file, gone through by buttons, and becomes part of the year', async () => {
    const at = await house.visit('phone');
    await at.open('lan', 'lan');
    await at.say('/nap_ke_hoach');
    await at.fromBot('gửi văn bản kế hoạch').waitFor();
    const file = { name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: readFileSync(PLAN) };
    await at.attach([file]);
    await at.say('');
    await at.fromBot('Xem lại trước khi ghi').waitFor();
    expect(await at.overflow()).toBeLessThanOrEqual(0);
    await shot(at.page, 'plan-review');
    for (let n = 0; n < 20; n += 1) {
      if ((await at.fromBot('Đã ghi kế hoạch').count()) > 0) break;
      const before = await at.messages.count();
      await at.option(/^(Ghi vào năm|Đúng như vậy|Đã xem, vẫn ghi)/).click();
      await expect.poll(() => at.messages.count()).toBeGreaterThan(before);
    }
    await at.say('/ke_hoach');
    await at.fromBot('Kế hoạch thi đua –').waitFor();
    expect(await at.overflow()).toBeLessThanOrEqual(0);
    await shot(at.page, 'plan-sheet');
  });
});
