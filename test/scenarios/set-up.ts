import type { StoryChat, StoryMessage } from '../support/story-chat.ts';
import { codesIn } from '../support/story-codes.ts';
import { createNarrator, type Narrator } from './narrator.ts';

/** Monday, 08/6/2026, 07:55. */
export const setUpClock = '2026-06-08T00:55:00Z x0';

/** Two of each unit, in the units' order; the first sets the bloc up. */
const PEOPLE = [
  ['Đỗ Thị Minh Nguyệt', 'Vũ Hải Đăng'],
  ['Trần Thị Hoài Thu', 'Phan Văn Lợi'],
  ['Nguyễn Văn Khánh', 'Hoàng Thị Yến'],
  ['Lê Thu Trang', 'Đinh Công Minh'],
  ['Bùi Văn Lực', 'Tạ Thị Hòa'],
  ['Phạm Quang Huy', 'Ngô Thị Thảo'],
] as const;

const UNITS = `1. Văn phòng HĐND và UBND xã (Trưởng khối)
2. Phòng Văn hóa - Xã hội (Phó Trưởng khối)
3. Phòng Kinh tế
4. Trung tâm Phục vụ hành chính công
5. Trung tâm Dịch vụ sự nghiệp công
6. Ban Quản lý dự án đầu tư xây dựng`;

type Pair = readonly [string, string];

export interface SetUp {
  tale: Narrator;
  lines: string[];
  /** The ids of the six units' people, two of each. */
  people: readonly [...Pair, ...Pair, ...Pair, ...Pair, ...Pair, ...Pair];
  /** Messages and presses of the lead until all stood. */
  acts: number;
  group: string;
}

/** A bloc of six units set up by chat alone, with nothing but the operator's code at hand. */
export async function setUp(chat: StoryChat, code: string): Promise<SetUp> {
  const names = new Map<string, string>();
  const add = async (name: string) => {
    const person = await chat.newPerson(name);
    names.set(person, name);
    return person;
  };
  const two = async ([one, other]: Pair): Promise<Pair> => [await add(one), await add(other)];
  const [vp, vhxh, kt, hcc, dv, qlda] = PEOPLE;
  const people = [
    ...(await two(vp)),
    ...(await two(vhxh)),
    ...(await two(kt)),
    ...(await two(hcc)),
    ...(await two(dv)),
    ...(await two(qlda)),
  ] as const;
  const [lead] = people;
  const tale = createNarrator(chat, names);
  let acts = 0;
  const say = (text: string, place = lead) => {
    acts++;
    return tale.say(place, lead, text);
  };
  const press = (messages: readonly StoryMessage[], label: string) => {
    acts++;
    return tale.press(lead, messages, label);
  };

  tale.chapter('Thiết lập khối');
  await say(code);
  await say('Khối thi đua số 02 xã Hà Bắc');
  await say('Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng');
  const review = await say(UNITS);
  const created = await press(review, 'Tạo khối');
  const [groupCode = ''] = codesIn(created, 'N');
  const invited = await press(created, 'Mã mời: 2 người mỗi đơn vị');

  tale.chapter('Các đơn vị ghép nối, mỗi đơn vị hai đồng chí');
  const codes = codesIn(invited.slice(0, -1), 'K');
  for (const [index, one] of codes.entries()) {
    const person = people[index + 1] ?? '';
    await tale.say(person, person, one);
  }
  await say('/thanh_vien');

  tale.chapter('Gắn nhóm');
  const group = await chat.makeGroup('Khối 02 Hà Bắc', people);
  await tale.look(group, lead);
  await say(`/gan_nhom ${groupCode}`, group);
  await say('/han', group);
  return { tale, lines: tale.lines, people, acts, group };
}
