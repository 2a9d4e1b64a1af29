import type { StoryChat } from '../support/story-chat.ts';
import { codesIn } from '../support/story-codes.ts';
import { createNarrator } from './narrator.ts';

/** Monday, 08/6/2026, 07:55: the sample bloc's monthly report is due on Thursday. */
export const deadlineWeekClock = '2026-06-08T00:55:00Z x0';

const SCORES = ['18', '11,5', '7', '9.5', '7', '6', '8', '5', '7', '4,5', '5', '5', '2,5'];

/** The sample bloc's deadline week, from the first question to the late unit. */
export async function deadlineWeek(chat: StoryChat): Promise<string[]> {
  const persons = await chat.persons();
  const tale = createNarrator(chat, new Map(persons.map(one => [one.id, one.name])));
  const group = (await chat.groups())[0]?.id ?? '';

  tale.chapter('Thứ Hai: ai hỏi hạn, ai mới vào');
  await tale.say('ha', 'ha', 'hạn');
  await tale.say('linh', 'linh', 'xin chào');
  const invited = await tale.say('lan', 'lan', '/moi 3 thành viên');
  const code = codesIn(invited, 'K')[0] ?? '';
  await tale.say('linh', 'linh', code);
  await tale.mark(group, 'ha');
  await tale.until({ next: true });
  await tale.look(group, 'ha');
  await tale.look('thang', 'thang');

  tale.chapter('Phòng Văn hóa - Xã hội nộp, Trưởng khối được báo');
  let answer = await tale.attach('ha', 'Bao cao thang 5.pdf', 'Báo cáo kết quả phong trào thi đua tháng 5');
  answer = await tale.press('ha', answer, 'Báo cáo kết quả phong trào');
  await tale.mark('lan', 'lan');
  await tale.press('ha', answer, 'Xác nhận');
  await tale.look('lan', 'lan');
  await tale.say(group, 'tuan', '/tien_do tháng');

  tale.chapter('Thứ Ba: Trung tâm chấm điểm, hai đầu mối cùng làm');
  await tale.until({ by: 24 * 3_600 });
  answer = await tale.say('phuc', 'phuc', 'chấm điểm');
  for (const score of SCORES.slice(0, 5)) answer = await tale.say('phuc', 'phuc', score);
  await tale.press('phuc', answer, 'Để sau');
  answer = await tale.say('anh', 'anh', '/cham_diem');
  for (const score of SCORES.slice(5)) answer = await tale.say('anh', 'anh', score);
  await tale.press('anh', answer, 'Gửi bản chấm');
  await tale.say('lan', 'lan', '/diem');

  tale.chapter('Thứ Năm: ngày hạn');
  await tale.mark(group, 'ha');
  await tale.until({ to: '2026-06-11T01:00:00Z' });
  await tale.look(group, 'ha');
  await tale.look('thang', 'thang');
  for (const [person, number] of [
    ['lan', '41/BC-VP'],
    ['tuan', '28/BC-KT'],
    ['phuc', '19/BC-TTHCC'],
    ['mai', '15/BC-TYT'],
  ] as const) {
    answer = await tale.say(person, person, '/nop_bao_cao tháng');
    answer = await tale.say(person, person, `${number} ngày 11/6/2026`);
    await tale.press(person, answer, 'Xác nhận');
  }

  tale.chapter('Thứ Sáu: quá hạn');
  await tale.mark(group, 'ha');
  await tale.mark('lan', 'lan');
  await tale.until({ to: '2026-06-12T01:00:00Z' });
  await tale.look('thang', 'thang');
  await tale.look('lan', 'lan');
  answer = await tale.say('thang', 'thang', 'nop bao cao thang');
  answer = await tale.say('thang', 'thang', '07/BC-THCS ngày 12/6/2026');
  await tale.press('thang', answer, 'Xác nhận');
  await tale.say('lan', 'lan', '/tien_do tháng');
  return tale.lines;
}
