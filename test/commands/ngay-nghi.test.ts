import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room, blocs } = await blocRoom(database, { at: new Date('2026-09-23T02:00:00Z') });
const text = (messages: RoomMessage[]) => messages.map(plain).join('\n');
const say = (person: string, words: string) => room.say(person, person, words);
const press = (person: string, messages: RoomMessage[], label: string) => {
  const last = messages.at(-1);
  if (!last) throw new Error('no answer');
  return room.press(person, last, label);
};
const agreed = async (words: string) => press('lan', await say('lan', words), 'Thực hiện');
const heard = async (person: string) =>
  (await room.messages(person, person)).filter(one => one.from === null);
const question = async (person: string) => {
  const found = (await heard(person)).filter(one => plain(one).includes('[Xác nhận ngày nghỉ]'));
  expect(found, 'asked once').toHaveLength(1);
  const [only] = found;
  if (!only) throw new Error('not asked');
  return only;
};
const decided = async () => [
  ...(await database.owner.db.execute(
    sql`select day::text as day, what from calendar_confirmation where bloc_id = ${blocs[0]} order by day`,
  )),
];

test('60 days before, the lead’s side is asked of 23/11 and 28/11 once, with status and source', async () => {
  await room.clock({ to: '2026-10-05T05:00:00Z' });
  const asked = plain(await question('lan'));
  expect(asked).toContain('thứ Hai, 23/11/2026: nghỉ');
  expect(asked).toContain('thứ Bảy, 28/11/2026: đi làm');
  expect(asked).toContain('Nguồn: Đề xuất ngày 06/9/2026 (mới là đề xuất)');
  await question('dung');
  expect((await heard('tuan')).map(plain).join('\n')).not.toContain('[Xác nhận ngày nghỉ]');
});

test('an answer settles both days for the bloc, plans anew and is told to the others on the lead’s side', async () => {
  const answer = text(await room.press('lan', await question('lan'), 'Nghỉ 23/11, bù 28/11'));
  expect(answer).toContain('Đã chốt, khối nghỉ thứ Hai, 23/11/2026; đi làm thứ Bảy, 28/11/2026');
  expect(await decided()).toEqual([
    { day: '2026-11-23', what: 'off' },
    { day: '2026-11-28', what: 'working' },
  ]);
  expect(text((await heard('dung')).slice(-1))).toContain('đã chốt cho khối: nghỉ thứ Hai, 23/11/2026');
});

test('/ngay_nghi lists status and source; only the lead settles', async () => {
  const list = text(await say('mai', '/ngay_nghi'));
  expect(list).toContain('thứ Ba, 24/11/2026: nghỉ – Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)');
  expect(list).toContain('mới là đề xuất, nguồn: Đề xuất ngày 06/9/2026; khối đã chốt nghỉ');
  expect(list).not.toContain('Chốt cho khối');
  expect(text(await say('mai', '/ngay_nghi 23/11 làm việc'))).toContain('dành cho Trưởng khối');
});

test('it can be taken back, and is then neither off nor asked again', async () => {
  expect(text(await agreed('/ngay_nghi 23/11 rút lại'))).toContain('Khối để ngỏ: thứ Hai, 23/11/2026');
  expect((await decided())[0]).toEqual({ day: '2026-11-23', what: 'open' });
  await room.clock({ by: 3 * 86_400 });
  await question('lan');
});

test('a day of one’s own moves the deadlines of that day, with the effect said, and back', async () => {
  const { rows: due } = { rows: await say('lan', '/han') };
  const [, on = ''] = /(\d{1,2}\/\d{1,2}\/\d{4}) \(còn/.exec(text(due)) ?? [];
  const before = await decided();
  const shown = await say('lan', `/ngay_nghi ${on} nghỉ`);
  expect(text(shown)).toMatch(/Xem trước[\s\S]*Ảnh hưởng:\n• .*ngày làm việc cuối/);
  expect(await decided(), 'only shown').toEqual(before);
  const answer = await press('lan', shown, 'Thực hiện');
  expect(text(answer)).toMatch(/Ảnh hưởng:\n• .*ngày làm việc cuối/);
  const told = text((await heard('mai')).slice(-1));
  expect(told, 'the units hear it').toMatch(/\[Thông báo\][\s\S]*Ảnh hưởng:\n• .*ngày làm việc cuối/);
  expect(text(await press('lan', answer, 'Rút lại'))).toMatch(/Ảnh hưởng:\n• .*ngày làm việc cuối/);
});

test('a run of days is settled at once, weekends in it left as they are', async () => {
  const before = await decided();
  expect(text(await agreed('/ngay_nghi 17/12 đến 22/12 nghỉ'))).toContain(
    'khối nghỉ từ thứ Năm, 17/12/2026 đến hết thứ Ba, 22/12/2026',
  );
  const added = (await decided()).filter(one => !before.some(old => old.day === one.day));
  expect(added.map(one => one.day)).toEqual(['2026-12-17', '2026-12-18', '2026-12-21', '2026-12-22']);
  expect(text(await say('lan', '/ngay_nghi 19/12 đến 20/12 nghỉ'))).toContain('không cần chốt thêm');
});

test.each([
  ['/ngay_nghi 24/11 làm việc', 'không đổi riêng cho khối được'],
  ['/ngay_nghi 1/9/2026 nghỉ', 'đã qua'],
  ['/ngay_nghi hôm nào đó', 'Hệ thống chưa rõ'],
  ['/ngay_nghi 31/11 nghỉ', 'Hệ thống chưa rõ'],
  ['/ngay_nghi 22/12 đến 17/12 nghỉ', 'ngày đầu trước ngày cuối'],
  ['/ngay_nghi 22/11 đến 25/11 làm việc', 'không đổi riêng cho khối được'],
  ['/ngay_nghi 1/12 đến 28/2/2027 nghỉ', 'nhiều nhất 31 ngày'],
])('“%s” is refused with the reason', async (typed, words) => {
  const before = await decided();
  expect(text(await say('lan', typed))).toContain(words);
  expect(await decided()).toEqual(before);
});
