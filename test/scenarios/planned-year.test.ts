import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { size } from '../support/size.ts';
import type { OpenStage } from '../support/story-chat.ts';
import { fromPlanClock, planAnswers } from './from-plan.ts';
import { type Course, plannedYear } from './planned-year.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

const folder = join(projectRoot(), '..', 'shared', 'plans');
const expectedSchema = z.looseObject({
  deadlines: z.array(z.looseObject({})),
  unresolved_deadlines: z.array(z.looseObject({})).default([]),
  targets: z.array(z.looseObject({})),
});

interface Told extends Omit<Course, 'answers'> {
  seed: string;
  answers?: Partial<Course['answers']>;
  /** Duties still without a day in December. */
  undated: string[];
}

const REGIME = 'Chế độ thông tin, báo cáo';
const dated: Told['dated'] = [[REGIME, 'trước ngày 21/11/2026']];
const reports: Told['reports'] = [[REGIME, '2026-11-20T01:00:00Z']];
const plain = { dated, reports, reached: [], initiatives: false };

const told: Told[] = [
  {
    ...plain,
    seed: 'seed_000',
    answers: {
      units: '1. Công an tỉnh (Phó Trưởng khối)\n2. Viện Kiểm sát nhân dân tỉnh\n3. Tòa án nhân dân tỉnh',
    },
    undated: ['Sơ kết'],
  },
  {
    seed: 'seed_001',
    dated: [],
    reports: [
      ['Báo cáo sơ kết', '2026-05-29T01:00:00Z'],
      ['Báo cáo tổng kết', '2026-11-30T01:00:00Z'],
    ],
    reached: [
      [2, '12,7% đến 30/11, theo Thống kê tỉnh', '🟢'],
      [3, '8.150 USD đến 30/11', '🟡'],
      [11, '46% đến 30/11', '🔴'],
      [17, '60% đến 30/11', '🟢'],
    ],
    initiatives: false,
    undated: [],
  },
  {
    ...plain,
    seed: 'seed_002',
    reached: [
      [1, '100% đến 30/11', '🟢'],
      [2, '1 mô hình', '🟢'],
    ],
    undated: [],
  },
  { ...plain, seed: 'seed_003', undated: ['Sơ kết, tổng kết'] },
  {
    ...plain,
    seed: 'seed_004',
    answers: { area: 'thành phố Hải Phòng' },
    dated: [...dated, ['Chấm điểm, bình xét', 'ngày 14/12/2026']],
    initiatives: true,
    undated: ['Sơ kết, tổng kết'],
  },
];

const linesWith = (text: string, words: string) =>
  text.split('\n').filter(line => line.includes(words)).length;

describe.skipIf(!existsSync(folder))('a real plan’s organisation lives its year, duty by duty', () => {
  describe.each(stagesFor(1))('over $name', stage => {
    // At gate size all of them; else the one that is a bloc's own and whole.
    test.each(told.slice(size(-1, 0)))(
      '$seed',
      async ({ seed, answers, undated, ...course }) => {
        const opened = await stage.open({ clock: fromPlanClock, setupCode: true });
        open.push(opened);
        const read = (kind: string) => readFileSync(join(folder, `${seed}.${kind}`));
        const file = { name: `${seed}.txt`, mime: 'text/plain', bytes: read('txt') };
        const given = { ...course, answers: { ...planAnswers, ...answers } };
        const lived = await plannedYear(opened.chat, opened.setupCode, file, given);
        const tale = lived.lines.join('\n');

        const duties = expectedSchema.parse(JSON.parse(read('expected.json').toString('utf8')));
        const [terms = '', aims = ''] = lived.sheet.split(/\n\n(?=Chỉ tiêu|Cam kết)/);
        expect(linesWith(terms, 'chưa định ngày'), 'undated duties').toBe(duties.unresolved_deadlines.length);
        expect(linesWith(terms.split('\n\nMốc')[0] ?? '', '• ') - linesWith(terms, 'chưa định ngày')).toBe(
          duties.deadlines.length,
        );
        expect(linesWith(aims.split('\n\nMốc')[0] ?? '', '• '), 'targets').toBe(duties.targets.length);

        if (duties.deadlines.length > 0)
          expect(tale).toContain('Giai đoạn theo kế hoạch: Họp bình xét, tổng kết từ 01/12/2026.');
        for (const [report] of course.reports) {
          expect(tale).toMatch(new RegExp(`\\[Nhắc hạn\\] Kính gửi .*\n.*${report}`));
          expect(tale).toMatch(new RegExp(`Đã ghi nhận “${report}” của .* \\(đúng hạn\\)`));
        }
        const units = linesWith(tale, ': /dang_ky Tập thể');
        expect(units).toBe(seed === 'seed_004' ? 6 : 4);
        expect(linesWith(tale, `đã nộp ${units}/${units}`)).toBeGreaterThanOrEqual(course.reports.length);
        for (const duty of undated) expect(lived.atTheEnd.plan).toContain(`• ${duty}: chưa định ngày`);
        expect(linesWith(lived.atTheEnd.plan, 'chưa định ngày')).toBe(undated.length);
        for (const [target, , light] of course.reached)
          expect(tale).toMatch(new RegExp(`Đã ghi chỉ tiêu ${target} của toàn khối: .*${light}`, 'u'));
        if (course.initiatives) expect(lived.atTheEnd.targets).toContain('– 6/6 đơn vị đạt');
        expect(tale).toContain('Được thông qua.');
        expect(tale).toContain('Đã ghi tờ trình cho đề nghị số 1.');
        // Table of reports, the year's own, minutes of the meeting, the plan itself, contents, log.
        expect(tale).toContain('Tệp lưu trữ năm thi đua 2026: 6 tệp');
        expect(tale).toContain('Đã khép năm thi đua 2026.');
        expect(tale).not.toMatch(/undefined|\[object|NaN|null|chưa hiểu|trục trặc/);
      },
      240_000,
    );
  });
});
