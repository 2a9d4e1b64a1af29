import type { StoryChat, StoryFile, StoryMessage } from '../support/story-chat.ts';
import { codesIn } from '../support/story-codes.ts';
import { type Answers, type FromPlan, fromPlan } from './from-plan.ts';

/** One contact of each further unit, in the units' order. */
const CONTACTS = [
  'Trần Thị Hoài Thu',
  'Nguyễn Văn Khánh',
  'Lê Thu Trang',
  'Bùi Văn Lực',
  'Phạm Quang Huy',
  'Ngô Thị Thảo',
  'Vũ Hải Đăng',
];

/** What a plan's own duties ask to be said; all else is the same in every year. */
export interface Course {
  answers: Answers;
  /** Duties without a date that the lead gives one, by their names, with the term as typed. */
  dated: readonly (readonly [duty: string, term: string])[];
  /** What every unit hands in, and the morning of its last day. */
  reports: readonly (readonly [report: string, morning: string])[];
  /** Targets by number, with what the lead says of them in December and the light that it gets. */
  reached: readonly (readonly [target: number, words: string, light: string])[];
  /** Whether the plan asks an initiative of each unit. */
  initiatives: boolean;
}

export interface PlannedYear extends FromPlan {
  /** What the lead reads of deadlines, targets and the plan at the end, before the year is closed. */
  atTheEnd: { deadlines: string; targets: string; plan: string };
}

/** From a plan document through the year that it lays down, to the next lead's first day. */
export async function plannedYear(
  chat: StoryChat,
  code: string,
  file: StoryFile,
  course: Course,
): Promise<PlannedYear> {
  const made = await fromPlan(chat, code, file, course.answers);
  const { tale, lead } = made;
  const text = (messages: readonly StoryMessage[]) => messages.map(one => one.text).join('\n');
  const act = async (person: string, words: string, ...labels: string[]): Promise<StoryMessage[]> => {
    let answer = await tale.say(person, person, words);
    for (const label of labels) answer = await tale.press(person, answer, label);
    return answer;
  };

  tale.chapter('Các đơn vị và nhóm');
  const [groupCode = ''] = codesIn(made.created, 'N');
  const codes = codesIn((await tale.press(lead, made.created, 'Mã mời: 1')).slice(0, -1), 'K');
  const contacts: string[] = [];
  for (const [index, one] of codes.entries()) {
    const person = await tale.meet(CONTACTS[index] ?? `Đầu mối ${index + 1}`);
    await tale.say(person, person, one);
    contacts.push(person);
  }
  const group = await chat.makeGroup('Khối thi đua', [lead, ...contacts]);
  await tale.look(group, lead);
  await tale.say(group, lead, `/gan_nhom ${groupCode}`);
  const everybody = [lead, ...contacts];
  const [, deputyUnit = ''] = /\n([^\n(]+) \(Phó Trưởng khối\)/.exec(made.members) ?? [];
  const [second = lead] = contacts;

  tale.chapter('Việc chưa có ngày được định ngày');
  for (const [duty, term] of course.dated) await act(lead, `/doi_han ${duty}, ${term}`, 'Thực hiện');

  tale.chapter('Đăng ký thi đua, giao ước');
  await act(lead, '/them_han Đăng ký thi đua năm 2026, trước ngày 22/5/2026, tất cả đơn vị', 'Thực hiện');
  for (const [index, person] of everybody.entries())
    await act(
      person,
      `/dang_ky Tập thể Lao động xuất sắc; giao ước số ${index + 1}/GƯ ngày 18/5/2026`,
      'Ghi',
    );
  await act(lead, '/dang_ky');
  await act(lead, '/giai_doan chuyển sang thực hiện', 'Thực hiện');

  tale.chapter('Sáng kiến, điển hình, đợt thi đua');
  if (course.initiatives)
    for (const person of everybody)
      await act(person, '/sang_kien Số hóa hồ sơ; hiệu quả: giảm 30% thời gian', 'Đăng ký');
  await act(second, '/dien_hinh Tổ công tác số; phụ trách: đồng chí Thu; đến 30/9', 'Ghi');
  await act(second, '/dot_thi_dua');

  for (const [report, morning] of course.reports) {
    tale.chapter(report);
    await tale.mark(second, second);
    await tale.mark(group, lead);
    await tale.until({ to: morning });
    await tale.look(second, second);
    await tale.look(group, lead);
    for (const [index, person] of everybody.entries()) {
      await act(person, `/nop_bao_cao ${report}`);
      const day = `${Number(morning.slice(8, 10))}/${Number(morning.slice(5, 7))}/2026`;
      await act(person, `${index + 11}/BC ngày ${day}`, 'Xác nhận');
    }
    await act(lead, `/tien_do ${report}`);
  }

  tale.chapter('Chỉ tiêu cuối năm');
  await tale.until({ to: '2026-12-09T02:00:00Z' });
  for (const [target, words] of course.reached) await act(lead, `/chi_tieu ${target} ${words}`, 'Ghi');

  tale.chapter('Họp tổng kết, bình xét, đề nghị khen thưởng');
  await act(lead, '/giai_doan chuyển sang họp', 'Thực hiện');
  await act(lead, '/hop Họp tổng kết; 14:00 ngày 15/12; tại Hội trường; nội dung: bình xét', 'Gửi giấy mời');
  await tale.until({ to: '2026-12-15T09:00:00Z' });
  await act(lead, '/hop 1 có mặt tất cả', 'Ghi');
  await act(lead, `/binh_xet Cờ thi đua: ${deputyUnit}`, 'Phiếu giấy');
  const n = everybody.length;
  const counts = `mời ${n}, có mặt ${n}, phát ra ${n}, thu về ${n}, hợp lệ ${n}, không hợp lệ 0`;
  for (const person of [lead, second]) {
    await tale.say(person, person, '/kiem_phieu');
    await act(person, `${counts}\n1: đồng ý ${n}, không đồng ý 0`, 'Ghi kết quả');
  }
  await act(lead, '/hop 1 kết luận Nhất trí đề nghị khen thưởng', 'Ghi');
  await act(lead, '/hop 1 biên bản');
  await act(lead, `/khen_thuong Cờ thi đua: ${deputyUnit}`, 'Ghi đề nghị');
  await act(lead, '/khen_thuong 1 tờ trình số 15/TTr-KTĐ ngày 16/12', 'Ghi');

  const atTheEnd = {
    deadlines: text(await act(lead, '/han tất cả')),
    targets: text(await act(lead, '/chi_tieu')),
    plan: text(await act(lead, '/ke_hoach')),
  };

  tale.chapter('Bàn giao');
  await act(lead, `/ban_giao Trưởng khối ${deputyUnit}; từ 4/1/2027`, 'Bàn giao');
  await tale.until({ to: '2027-01-04T02:00:00Z' });
  await act(second, '/ban_giao lưu trữ 2026');
  await act(second, '/ban_giao khép năm 2026', 'Khép năm');
  await act(second, '/han');
  return { ...made, atTheEnd };
}
