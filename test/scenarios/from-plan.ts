import type { StoryChat, StoryFile, StoryMessage } from '../support/story-chat.ts';
import { createNarrator, type Narrator } from './narrator.ts';

/** Monday, 11/5/2026, 08:10. */
export const fromPlanClock = '2026-05-11T01:10:00Z x0';

/** What the lead answers where the document does not say it. */
export interface Answers {
  name: string;
  council: string;
  level: string;
  area: string;
  units: string;
}

export const planAnswers: Answers = {
  name: 'Khối thi đua số 01',
  council: 'Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh',
  level: 'tỉnh',
  area: 'tỉnh Bắc Ninh',
  units: `1. Thanh tra tỉnh (Trưởng khối)
2. Công an tỉnh (Phó Trưởng khối)
3. Viện Kiểm sát nhân dân tỉnh
4. Tòa án nhân dân tỉnh`,
};

export interface FromPlan {
  tale: Narrator;
  lead: string;
  /** What said that it was done, with what comes next. */
  created: StoryMessage[];
  lines: string[];
  /** What `/ke_hoach` shows of the season that came of it. */
  sheet: string;
  deadlines: string;
  members: string;
  /** What the lead was asked, in order. */
  asked: string[];
}

/** Questions by their words, and what is answered; `[label` presses a button. */
const replies = (answers: Answers): [string, string][] => [
  ['Tên khối (cụm) thi đua là gì?', answers.name],
  ['Khối thi đua của năm nào?', '[2026'],
  ['Hội đồng Thi đua - Khen thưởng nào?', answers.council],
  ['Hội đồng thuộc cấp nào?', `[${answers.level}`],
  ['tỉnh, thành phố nào?', answers.area],
  ['Khối gồm những đơn vị nào?', answers.units],
  ['hoặc chọn “Đủ rồi”', answers.units],
  ['Hai dòng này gần giống nhau', '[Hai đơn vị khác nhau'],
  ['năm nay?', '[1.'],
  ['Xem lại trước khi tạo', '[Đúng, xem tiếp'],
  ['hạn đến khi nào?', '[Chưa có ngày'],
  ['có đúng không?', '[Đúng như vậy'],
  ['Lưu ý về văn bản (nên sửa', '[Đã xem, vẫn ghi'],
];

/** From the operator's code and a plan document to a season that runs. */
export async function fromPlan(
  chat: StoryChat,
  code: string,
  file: StoryFile,
  answers: Answers,
): Promise<FromPlan> {
  const lead = await chat.newPerson('Đỗ Thị Minh Nguyệt');
  const tale = createNarrator(chat, new Map([[lead, 'Đỗ Thị Minh Nguyệt']]));
  const asked: string[] = [];

  tale.chapter('Nạp văn bản kế hoạch');
  await tale.press(lead, await tale.say(lead, lead, `/nap_ke_hoach ${code}`), 'Gửi tệp');
  let heard = await tale.attachFile(lead, file);
  for (let n = 0; n < 60; n += 1) {
    const last = heard.at(-1);
    if (!last) throw new Error('no answer');
    if (heard.some(one => one.text.includes('Đã ghi kế hoạch'))) break;
    heard = await answer(last);
  }
  const created = heard;

  async function answer(last: StoryMessage): Promise<StoryMessage[]> {
    const found = replies(answers).find(([words]) => last.text.includes(words));
    if (found) {
      asked.push(found[0]);
      const [, reply] = found;
      return reply.startsWith('[') ? tale.press(lead, [last], reply.slice(1)) : tale.say(lead, lead, reply);
    }
    const next = ['Trả lời', 'Tạo khối và năm'].find(label => last.labels.some(one => one.startsWith(label)));
    if (!next) throw new Error(`nothing to answer: ${last.text}`);
    return tale.press(lead, [last], next);
  }

  tale.chapter('Năm thi đua đang chạy');
  const text = async (command: string) =>
    (await tale.say(lead, lead, command)).map(one => one.text).join('\n');
  return {
    tale,
    lead,
    created,
    lines: tale.lines,
    sheet: await text('/ke_hoach'),
    deadlines: await text('/han'),
    members: await text('/thanh_vien'),
    asked,
  };
}
