import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root.ts';
import { size } from '../support/size.ts';
import type { OpenStage } from '../support/story-chat.ts';
import { type Answers, fromPlan, fromPlanClock, planAnswers } from './from-plan.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

const folder = join(projectRoot(), '..', 'shared', 'plans');
interface Told extends Partial<Omit<Answers, 'units'>> {
  seed: string;
  /** Units of the bloc afterwards. */
  units: string[];
  sheet: RegExp[];
}

const told: Told[] = [
  { seed: 'seed_000', units: ['Công an tỉnh'], sheet: [/Tổng kết.*tháng 12\/2026/] },
  {
    seed: 'seed_001',
    units: ['Thanh tra tỉnh'],
    sheet: [/trước tháng 6\/2026|Chỉ tiêu/, /12,5 – 13/, /8\.200 – 8\.700/],
  },
  { seed: 'seed_002', units: ['Thanh tra tỉnh'], sheet: [/100/, /≥ 1/] },
  { seed: 'seed_003', units: ['Thanh tra tỉnh'], sheet: [/chưa định ngày/] },
  {
    seed: 'seed_004',
    area: 'thành phố Hải Phòng',
    units: ['Văn phòng HĐND và UBND xã', 'Ban Quản lý dự án đầu tư xây dựng'],
    sheet: [/Cam kết của mỗi đơn vị\n.*≥ 1/],
  },
];

describe.skipIf(!existsSync(folder))('a real plan goes from document to running season', () => {
  describe.each(stagesFor(4))('over $name', stage => {
    // At gate size all of them; else the one that is a bloc's own and whole.
    test.each(told.slice(size(-1, 0)))(
      '$seed',
      async ({ seed, units, sheet, ...own }) => {
        const opened = await stage.open({ clock: fromPlanClock, setupCode: true });
        open.push(opened);
        const file = {
          name: `${seed}.txt`,
          mime: 'text/plain',
          bytes: readFileSync(join(folder, `${seed}.txt`)),
        };
        const made = await fromPlan(opened.chat, opened.setupCode, file, { ...planAnswers, ...own });
        const tale = made.lines.join('\n');
        expect(tale).toContain('Đã ghi kế hoạch vào năm thi đua.');
        for (const unit of units) expect(made.members).toContain(unit);
        for (const words of sheet) expect(made.sheet).toMatch(words);
        expect(tale).not.toMatch(/undefined|\[object|NaN|null/);
      },
      120_000,
    );
  });
});
