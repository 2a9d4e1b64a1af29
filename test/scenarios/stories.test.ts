import { afterAll, describe, expect, test } from 'vitest';
import type { OpenStage, Stage, StageSet, StoryChat } from '../support/story-chat.ts';
import { deadlineWeek, deadlineWeekClock } from './deadline-week.ts';
import { haBac, haBacClock, haBacFile } from './ha-bac.ts';
import { stages } from './stages.ts';

const open: OpenStage[] = [];
afterAll(() => Promise.all(open.map(one => one.close())));

async function play(
  stage: Stage,
  story: (chat: StoryChat) => Promise<string[]>,
  set: StageSet,
): Promise<string> {
  const opened = await stage.open(set);
  open.push(opened);
  return (await story(opened.chat)).join('\n');
}

/** The part of a transcript from one line to the next such. */
const following = (tale: string, mark: string) => tale.slice(tale.indexOf(mark) + mark.length);

describe.each(stages)('over $name', stage => {
  test('the sample bloc lives its deadline week', async () => {
    const tale = await play(stage, deadlineWeek, { clock: deadlineWeekClock });
    expect(tale).toContain('Đã ghép nối: đồng chí là thành viên của Phòng Văn hóa - Xã hội.');
    expect(tale).toContain('còn 3 ngày làm việc, hạn thứ Năm, 11/6/2026');
    expect(tale).toMatch(/Biên nhận số 1\n.*lúc 08:00, thứ Hai, 08\/6\/2026 \(đúng hạn\)/);
    expect(tale).toContain('đã có 5/12 tiêu chí, chấm tiếp từ chỗ còn trống');
    expect(tale).toContain('Tiêu chí này tối đa 5 điểm');
    expect(tale).toContain('Tổng | 89 | 100');
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
  }, 60_000);

  test('a real commune bloc goes from its mid-year report to its scores, an undated duty and a Sunday deadline in it', async () => {
    const tale = await play(stage, haBac, { clock: haBacClock, file: haBacFile });
    expect(tale).toContain('Đăng ký sáng kiến, mô hình của đơn vị\n       Hạn: chưa định ngày');
    expect(tale).toContain('còn 14 ngày làm việc, hạn thứ Sáu, 26/6/2026');
    expect(tale).toContain('Chưa nộp: Ban Quản lý dự án đầu tư xây dựng');
    expect(tale).toContain('(trễ 3 ngày, trong đó 1 ngày làm việc)');
    expect(tale).toContain('hạn trước ngày 05/10/2026 (ngày làm việc cuối: thứ Sáu, 02/10/2026)');
    expect(tale).toContain('hôm nay là ngày làm việc cuối');
    expect(tale).toContain('Trung tâm Phục vụ hành chính công | 48,75/50 | đã gửi');
    expect(tale).toContain('Phòng Kinh tế | 44,5/50 | đã gửi');
  }, 60_000);
});
