import { afterAll, describe, expect, test } from 'vitest';
import type { OpenStage } from '../support/story-chat.ts';
import { stagesFor } from './stages.ts';
import { year, yearClock } from './year.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

describe.each(stagesFor(5))('over $name', stage => {
  test('the sample bloc’s year goes on from its plan', { timeout: 240_000 }, async () => {
    const opened = await stage.open({ clock: yearClock });
    open.push(opened);
    const tale = (await year(opened.chat)).join('\n');
    expect(tale).toMatch(/\. 🟢 .*hồ sơ.*≥ 98%.* – Trung tâm Phục vụ hành chính công: 98,4%/);
    expect(tale).toMatch(/Biên nhận số 1\n.*“Đăng ký thi đua năm 2026” của Trạm Y tế xã/);
    expect(tale).toContain('✓ Trạm Y tế xã: Tập thể Lao động xuất sắc; giao ước số 12/GƯ-TYT ngày 05/6/2026');
    expect(tale).toContain('🟢 Trạm Y tế xã: 1 sáng kiến');
    expect(tale).toContain('▶ Thực hiện: từ 08/6/2026');
    expect(tale).toContain('Có mặt 5/6 đơn vị; cần ít nhất 4 (từ 2/3 của tất cả đơn vị): đủ số để họp.');
    expect(tale).toContain('Dự thảo biên bản cuộc họp số 1');
    expect(tale).toContain('✓ tờ trình: số 15/TTr-KTĐ ngày 8/6');
    expect(tale).toContain('Đã lưu điển hình số 1: bồi dưỡng.');
    expect(tale).not.toMatch(/undefined|\[object|NaN|null|chưa hiểu|trục trặc/);
  });
});
