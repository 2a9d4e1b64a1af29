import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';
import type { StoryChat, StoryMessage } from '../support/story-chat.ts';
import { createNarrator } from './narrator.ts';
import { answers, type Contact, contacts, units } from './score-worksheet.ts';

/** Friday, 27/11/2026, 09:00: the year's last report is due on Monday. */
export const scoresClock = '2026-11-27T02:00:00Z x0';
export const scoresFile = join(projectRoot(), 'examples/khoi-1000-diem.json');

const REPORT = 'tổng kết';

/** Brings in what a contact would type, without a message for each criterion. */
type Fill = (personName: string, typed: readonly string[], at: Date) => Promise<void>;

/** Eight units on a table of 1000 points, from the year's last report to the published ranking and two appeals. */
export async function scores(chat: StoryChat, fill?: Fill): Promise<string[]> {
  const persons = await chat.persons();
  const tale = createNarrator(chat, new Map(persons.map(one => [one.id, one.name])));

  const nameOf = (person: Contact) => persons.find(one => one.id === person)?.name ?? '';
  const act = async (person: string, text: string, ...labels: string[]): Promise<StoryMessage[]> => {
    let answer = await tale.say(person, person, text);
    for (const label of labels) answer = await tale.press(person, answer, label);
    return answer;
  };
  const read = async (): Promise<void> => {
    for (const person of [...contacts, 'bao']) await tale.mark(person, person);
  };
  const look = (person: string) => tale.look(person, person);
  /** As the others did, without its being told. */
  const quietly = async (person: string, texts: readonly string[], ...labels: string[]): Promise<void> => {
    let under: StoryMessage[] = [];
    for (const text of texts) under = await chat.say(person, person, text);
    for (const label of labels) {
      const last = under.at(-1);
      if (!last) throw new Error(`nothing to press ${label} under`);
      under = await chat.press(person, last, label);
    }
  };
  const file = (person: string, document: string) =>
    quietly(person, [`/nop_bao_cao ${REPORT}`, document], 'Xác nhận');
  const sheetOf = (person: Contact) => answers.map(row => row[contacts.indexOf(person) + 1] ?? '');
  const agreed = (person: string, unit: string) =>
    quietly(person, [`/tham_dinh ${unit}`], 'Đồng ý 28', 'Kết luận');

  tale.chapter('Thứ Hai, 30/11: hạn báo cáo tổng kết');
  await tale.until({ to: '2026-11-30T02:00:00Z' });
  for (const person of ['an', 'binh', 'duy', 'en', 'phuong'] as const)
    await file(person, `12/BC-${person.toUpperCase()} ngày 30/11/2026`);
  tale.note('Năm đơn vị nộp đúng hạn.');
  await tale.until({ to: '2026-12-01T02:00:00Z' });
  await file('giang', '41/BC-SCT ngày 01/12/2026');
  tale.note('Sở Công Thương nộp trễ 1 ngày.');
  await tale.until({ to: '2026-12-04T02:00:00Z' });
  await act('chau', `/nop_bao_cao ${REPORT}`);
  await act('chau', '33/BC-TTr ngày 04/12/2026', 'Xác nhận');
  const scoredAt = await tale.until({ to: '2026-12-07T02:00:00Z' });
  await file('ha', '18/BC-KCN ngày 07/12/2026');
  tale.note('Ban Quản lý các khu công nghiệp nộp trễ 7 ngày.');

  tale.chapter('Gia hạn cho Thanh tra tỉnh: điểm trừ vì nộp trễ được bỏ');
  await read();
  await act('an', `/gia_han ${REPORT}, Thanh tra tỉnh, 4/12/2026, vì trụ sở mất điện do bão`, 'Thực hiện');
  await look('chau');

  tale.chapter('Tự chấm: tám đơn vị');
  let answer = await tale.say('binh', 'binh', '/cham_diem');
  await tale.say('binh', 'binh', sheetOf('binh')[0] ?? '');
  await tale.say('binh', 'binh', '12/BC-STP ngày 02/12/2026');
  for (const typed of sheetOf('binh').slice(1, 4)) await tale.say('binh', 'binh', typed);
  await quietly('binh', sheetOf('binh').slice(4, -1));
  tale.note('… 23 tiêu chí nữa.');
  answer = await tale.say('binh', 'binh', sheetOf('binh').at(-1) ?? '');
  await tale.press('binh', answer, 'Gửi bản chấm');
  for (const person of contacts) {
    if (person === 'binh') continue;
    if (fill) await fill(nameOf(person), sheetOf(person), scoredAt);
    else await quietly(person, ['/cham_diem', ...sheetOf(person)], 'Gửi bản chấm');
  }
  tale.note('Bảy đơn vị còn lại gửi bản chấm.');
  await act('an', '/diem');

  tale.chapter('Thẩm định: Trưởng khối, Phó Trưởng khối cho đơn vị của Trưởng khối, chấm chéo');
  await tale.until({ to: '2026-12-14T02:00:00Z' });
  await read();
  await act('an', '/giao_tham_dinh Sở Xây dựng cho Sở Y tế');
  await look('phuong');
  await act('an', '/tham_dinh');
  await act('an', '/tham_dinh Sở Tài chính');
  await act('an', '250/200');
  await act('an', 'Cục Thống kê xác nhận 250', 'Đồng ý 27', 'Kết thúc');
  await act('an', '/tham_dinh Thanh tra');
  await act('an', 'tiêu chí II.3.a');
  await act('an', '13');
  await act('an', 'Thiếu hồ sơ hai tháng', 'Đồng ý 27', 'Kết thúc');
  await act('an', '/tham_dinh Ban Quản lý');
  await act('an', 'tiêu chí I.3.a', 'Trả lại', 'Thiếu minh chứng', 'Đồng ý 27', 'Trả lại 1');
  await agreed('an', 'Sở Tư pháp');
  await agreed('an', 'Sở Y tế');
  await agreed('an', 'Sở Công Thương');
  await agreed('binh', 'Văn phòng');
  tale.note('Trưởng khối đồng ý ba bản chấm, Sở Tư pháp đồng ý bản chấm của Văn phòng.');
  await act('phuong', '/tham_dinh Sở Xây dựng');
  await act('phuong', 'tiêu chí I.5');
  await act('phuong', '0 điểm');
  await act('phuong', 'Thanh tra kết luận 4 vụ, không phải 3', 'Đồng ý 27', 'Kết thúc');

  tale.chapter('Giải trình, chấm lại, kết luận');
  await look('duy');
  await act('duy', '/giai_trinh', 'Đồng ý', 'Gửi');
  await act('chau', '/giai_trinh');
  await act('chau', 'Hồ sơ hai tháng ấy đã gửi bổ sung ngày 10/12', 'Gửi giải trình');
  await act('en', '/giai_trinh', 'Đồng ý', 'Gửi');
  await act('ha', '/cham_diem');
  await act('ha', '20', 'Gửi bản chấm');
  await read();
  await act('an', '/tham_dinh Thanh tra', 'Giữ 13', 'Kết luận');
  await act('an', '/tham_dinh Ban Quản lý', 'Đồng ý', 'Kết luận');
  await look('chau');

  tale.chapter('Đồng hạng: khối bỏ phiếu');
  await act('an', '/xep_hang');
  await act('an', '/phan_hang');
  await act('an', '/phan_hang Văn phòng tỉnh 5, Sở Tài chính 2', 'Xác nhận');

  tale.chapter('Công bố: hai bước, hai người');
  await tale.until({ to: '2026-12-21T02:00:00Z' });
  await read();
  await act('an', '/cong_bo hai người');
  await act('an', '/cong_bo', 'Khóa tự chấm');
  await act('an', '/cong_bo', 'Đề nghị công bố', 'Đề nghị công bố');
  await look('bao');
  await act('bao', '/cong_bo', 'Xác nhận', 'Xác nhận');
  await look('giang');
  await act('giang', '/vi_sao I.1');
  await act('en', '/vi_sao I.5');

  tale.chapter('Sau công bố: điểm đã khóa, hai kiến nghị');
  await read();
  await act('an', `/gia_han ${REPORT}, Sở Công Thương, 1/12/2026, vì lỗi mạng`, 'Thực hiện');
  await look('giang');
  await act('giang', '/kien_nghi II.5 thiếu khoản hỗ trợ quỹ Vì người nghèo tháng 12', 'Gửi kiến nghị');
  await act('chau', '/kien_nghi II.3.a hồ sơ đã đủ', 'Gửi kiến nghị');
  await read();
  await act('an', '/kien_nghi', 'Sở Công Thương');
  await act('an', '26,5');
  await act('an', 'Đã đối chiếu chứng từ', 'Chấp nhận');
  await act('an', '/kien_nghi', 'Giữ nguyên');
  await act('an', 'Hồ sơ bổ sung sau ngày chốt số liệu');
  await look('giang');
  await look('chau');
  await act('giang', '/xep_hang');
  await look('phuong');
  await act('an', '/diem');
  return tale.lines;
}

/** The groups that hold criteria. */
const GROUPS = ['I', 'I.2', 'I.3', 'II', 'II.1', 'II.2', 'II.3', 'III'];

/** Every criterion's points as the lead is told them, by its number: what each unit has, in the order of the bloc. */
export async function toldPoints(
  chat: StoryChat,
  groups: readonly string[] = GROUPS,
): Promise<Map<string, string[]>> {
  const told = new Map<string, string[]>();
  for (const unit of units)
    for (const group of groups) {
      const answer = await chat.say('an', 'an', `/vi_sao ${group} ${unit}`);
      for (const { text } of answer)
        for (const [, no = '', points = ''] of text.matchAll(/^• (\S+)\. .*: (–|[\d.,]+)\/[\d.,]+$/gm)) {
          const whole = `${group.split('.')[0]}.${no}`;
          told.set(whole, [...(told.get(whole) ?? []), points]);
        }
    }
  return told;
}
