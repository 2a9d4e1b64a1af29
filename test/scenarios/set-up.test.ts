import { afterAll, expect, test } from 'vitest';
import type { OpenStage } from '../support/story-chat.ts';
import { setUp, setUpClock } from './set-up.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

const UNITS = [
  'Văn phòng HĐND và UBND xã',
  'Phòng Văn hóa - Xã hội',
  'Phòng Kinh tế',
  'Trung tâm Phục vụ hành chính công',
  'Trung tâm Dịch vụ sự nghiệp công',
  'Ban Quản lý dự án đầu tư xây dựng',
];

test.each(stagesFor(6))(
  'over $name six units are set up by chat alone from one code: two contacts each, the group bound, in nine acts of the lead',
  async stage => {
    const opened = await stage.open({ clock: setUpClock, setupCode: true });
    open.push(opened);
    expect(await opened.chat.persons()).toEqual([]);

    const { lines, acts, group } = await setUp(opened.chat, opened.setupCode);
    const tale = lines.join('\n');
    expect(acts).toBe(9);
    expect(tale).toContain('Đã tạo Khối thi đua số 02 xã Hà Bắc, năm 2026.');
    expect(tale).toContain('Người của khối: 12');
    expect(tale).not.toContain('chưa có đầu mối');
    expect(tale).toContain('Đã gắn nhóm này với Khối thi đua số 02 xã Hà Bắc.');
    expect(tale).not.toMatch(/undefined|\[object|NaN|null/);
    expect((await opened.chat.groups()).map(one => one.id)).toEqual([group]);

    const [members] = await opened.chat.say(await leadOf(opened), await leadOf(opened), '/thanh_vien');
    for (const unit of UNITS) expect(members?.text.split(unit)).toHaveLength(2);
  },
  120_000,
);

const leadOf = async ({ chat }: OpenStage) => (await chat.persons())[0]?.id ?? '';
