import { afterAll, describe, expect, test } from 'vitest';
import type { OpenStage, Stage, StageSet, StoryChat } from '../support/story-chat.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';
import { quarter, quarterClock } from './quarter.ts';
import { stagesFor } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

async function play(
  stage: Stage,
  story: (chat: StoryChat, code: string) => Promise<string[]>,
  set: StageSet,
): Promise<string> {
  const opened = await stage.open(set);
  open.push(opened);
  return (await story(opened.chat, opened.setupCode)).join('\n');
}

/** The part of a transcript from one line to the next such. */
const following = (tale: string, mark: string) => tale.slice(tale.indexOf(mark) + mark.length);

const part = (tale: string, from: string, to: string) => {
  const rest = following(tale, from);
  return rest.slice(0, rest.indexOf(to));
};

describe.each(stagesFor(0))('over $name', stage => {
  test('the sample bloc lives its deadline week', async () => {
    const tale = await play(stage, deadlineWeek, { clock: deadlineWeekClock });
    expect(tale).toContain('Đã ghép nối: đồng chí là thành viên của Phòng Văn hóa - Xã hội.');
    expect(tale).toContain('còn 3 ngày làm việc, hạn thứ Năm, 11/6/2026');
    expect(tale).toMatch(/Biên nhận số 1\n.*lúc 08:00, thứ Hai, 08\/6\/2026 \(đúng hạn\)/);
    expect(tale).toContain('đã có 5/12 tiêu chí, chấm tiếp từ chỗ còn trống');
    expect(tale).toContain('Tiêu chí này tối đa 5 điểm');
    // A row of the table, or a line where there are none.
    expect(tale).toMatch(/Tổng(?: \| 89 \| 100|\n +Điểm: 89 · Tối đa: 100)/);
    const friday = following(tale, '== Thứ Sáu');
    expect(friday).toContain('01 đơn vị chưa nộp\n       – Trường THCS Đông Sơn Hạ');
    expect(friday).toContain('(trễ 1 ngày)');
    expect(friday).toContain('●●●●●● đã nộp 6/6');
    expect(tale).not.toMatch(/undefined|\[object|NaN|null/);

    // Before the due day the group sees numbers, no names.
    const monday = tale.slice(0, tale.indexOf('== Thứ Sáu'));
    const toGroup = monday.split('\n  Trợ lý → ').filter(part => part.startsWith('nhóm:'));
    const aboutMonthly = toGroup.filter(part => part.includes('Báo cáo kết quả phong trào thi đua tháng'));
    expect(aboutMonthly.length).toBeGreaterThan(2);
    for (const part of aboutMonthly)
      expect(following(part, 'tháng:')).not.toMatch(/Chưa nộp: (?!Trạm Y tế xã\n)/);
  }, 240_000);
});

describe.each(stagesFor(2))('over $name', stage => {
  test('a real commune bloc goes from its mid-year report to its scores, an undated duty and a Sunday deadline in it', async () => {
    const tale = await play(stage, haBac, { clock: haBacClock, file: haBacFile });
    expect(tale).toContain('Đăng ký sáng kiến, mô hình của đơn vị\n       Hạn: chưa định ngày');
    expect(tale).toContain('còn 14 ngày làm việc, hạn thứ Sáu, 26/6/2026');
    expect(tale).toContain('Chưa nộp: Ban Quản lý dự án đầu tư xây dựng');
    expect(tale).toContain('(trễ 3 ngày, trong đó 1 ngày làm việc)');
    expect(tale).toContain('hạn trước ngày 05/10/2026 (ngày làm việc cuối: thứ Sáu, 02/10/2026)');
    expect(tale).toContain('hôm nay là ngày làm việc cuối');
    expect(tale).toMatch(
      /Trung tâm Phục vụ hành chính công(?: \| 48,75\/50 \| đã gửi|\n.*48,75\/50.*đã gửi)/,
    );
    expect(tale).toMatch(/Phòng Kinh tế(?: \| 44,5\/50 \| đã gửi|\n.*44,5\/50.*đã gửi)/);
  }, 240_000);
});

describe.each(stagesFor(3))('over $name', stage => {
  test('a commune bloc set up by chat alone lives its first quarter, Tết in it', async () => {
    const tale = await play(stage, quarter, { clock: quarterClock, setupCode: true });
    expect(tale).toContain('[Đính chính] Khối thi đua số 02 xã Hà Bắc: Trưởng khối rút lại');
    const tet = part(tale, '== Tết', '== Tuần thứ hai');
    expect(tet).toContain('ngày làm việc cuối thứ Tư, 03/02/2027; nhận đến 23:59, thứ Năm, 11/02/2027');
    const returned = part(tale, '== Tuần thứ hai', '== Đầu mối');
    expect(returned).toContain('Biên nhận số 2 (nộp lại, lần 2)');
    expect(returned).toContain('Trưởng khối đã tiếp nhận “Đăng ký thi đua năm 2027”');
    const away = part(tale, '== Đầu mối nghỉ phép', '== Gia hạn');
    expect(away).toMatch(
      /Hoàng Thị Yến:\n {4}\[Nhắc hạn\] Kính gửi Phòng Kinh tế[\s\S]*\(không có tin nào\)/,
    );
    const late = part(tale, '== Ngày cuối', '== Hạn rơi');
    expect(late).toContain('Được gia hạn: Trung tâm Dịch vụ sự nghiệp công (đến 26/01/2027)');
    expect(late).toContain('(trễ 3 ngày, trong đó 1 ngày làm việc)');
    expect(late).toContain('09:30, thứ Ba, 26/01/2027 (đúng hạn)');
    expect(late).toContain('✓ Trung tâm Phục vụ hành chính công – thứ Hai, 18/01/2027');
    expect(part(tale, '-- 23:00, thứ Tư, 10/02/2027', '--')).toContain('(không có tin nào)');
    expect(part(tale, '== Tháng 3', '== Cuối quý')).toContain('Gửi vào sáng mai, 08:00?');
    expect(tale).toContain('Tổng hợp cả năm: 18/18 đã nộp, 1 nộp trễ.');
    expect(tale).not.toMatch(/undefined|\[object|NaN|null|chưa hiểu|trục trặc/);
  }, 240_000);
});
