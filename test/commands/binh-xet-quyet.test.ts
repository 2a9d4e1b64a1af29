import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { shortRef } from '../../src/core/short-ref.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55; six units, one vote each, two thirds of all are needed. */
const database = await testDatabase();
const { room } = await blocRoom(database);
const { say, press, newIn } = leadChat(room);
const last = async (person: string): Promise<RoomMessage> => {
  const one = (await room.messages(person, person)).filter(message => message.from === null).at(-1);
  if (!one) throw new Error(`${person} heard nothing`);
  return one;
};
const vote = async (person: string, label: string) =>
  press(await press(await say('/bo_phieu', person), label, person), 'Bỏ phiếu', person);
/** As two people read the papers out. */
const tally = async (papers: string) => {
  for (const person of ['lan', 'dung']) {
    await say('/kiem_phieu', person);
    await press(await say(papers, person), 'Ghi kết quả', person);
  }
};
const file = async (message: RoomMessage) => Buffer.from(await room.download(message.file?.ref ?? ''));

test('a seat that nobody won is decided by the meeting, with a reason and looked at first; nobody wins silently', async () => {
  await press(await press(await say('/binh_xet quy tắc'), 'Số vòng'), 'Số vòng');
  await press(await say('/hop Họp bình xét; 8:00 ngày 8/6'), 'Gửi giấy mời');
  await press(await say('/binh_xet Cờ thi đua: Phòng Kinh tế; Trạm Y tế; chọn 1'), 'Mở bỏ phiếu kín');
  for (const person of ['tuan', 'mai', 'ha']) await vote(person, 'Phòng');
  for (const person of ['phuc', 'thang', 'lan']) await vote(person, 'Trạm');
  const result = await press(await press(await say('/binh_xet 1'), 'Kết thúc'), 'Kết thúc ngay');
  expect(plain(result)).toMatch(/Không ai đạt ngưỡng\.\nHết vòng bỏ phiếu: việc này do cuộc họp khối quyết/);
  expect(plain(await say('/khen_thuong Cờ thi đua: Trạm Y tế'))).not.toContain('Được bình xét');
  await say('hủy');

  expect(plain(await say('/binh_xet'))).toContain('Cờ thi đua, trong chat, chờ ghi quyết định');
  expect(plain(await press(result, 'Ghi quyết định'))).toMatch(
    /còn 1 chỗ không ai đạt ngưỡng\.\nCuộc họp chọn ai[\s\S]*1\. Phòng Kinh tế\n2\. Trạm Y tế xã/,
  );
  expect(plain(await say('Trạm Y tế')), 'no reason').toContain('rồi dấu hai chấm và lý do');
  expect(plain(await say('1, 2: cả hai cùng xứng đáng')), 'one seat').toContain('tối đa 1 tên');
  expect(plain(await say('để trống: chưa thống nhất'))).toContain('Sẽ ghi quyết định: 1 chỗ để trống.');
  const preview = await say('trạm y tế: theo kết luận cuộc họp ngày 8/6');
  expect(plain(preview)).toMatch(/Sẽ ghi quyết định: Trạm Y tế xã được chọn\.[\s\S]*không sửa được/);
  expect(plain(await say('/binh_xet 1', 'dung')), 'nothing is written before it is confirmed').not.toContain(
    'Quyết định của',
  );
  const decided = await press(preview, 'Ghi quyết định');
  expect(plain(decided)).toMatch(
    /Phòng Kinh tế: 3\/6 phiếu[\s\S]*Không ai đạt ngưỡng\.\nQuyết định của cuộc họp khối, ngoài kết quả kiểm phiếu: Trạm Y tế xã được chọn\.\nLý do: theo kết luận cuộc họp ngày 8\/6 \(đồng chí Nguyễn Thị Hồng Lan ghi\)/,
  );
  expect(plain(await say('/khen_thuong Cờ thi đua: Trạm Y tế'))).toContain('Được bình xét ở cuộc số 1');
  await say('hủy');
  expect(plain(await say('/nhat_ky'))).toContain('ghi quyết định của cuộc họp sau bình xét');
});

test('the export counts to what the papers say; what was decided stands apart from it', async () => {
  await press(await say('/binh_xet 1'), 'Xuất phiếu');
  const input = (await file(await last('lan'))).toString('utf8');
  const content = z.object({ published: z.unknown(), decision: z.unknown() }).parse(JSON.parse(input));
  expect(content).toEqual({
    published: { kind: 'decided', chosen: [] },
    decision: {
      chosen: ['Trạm Y tế xã'],
      reason: 'theo kết luận cuộc họp ngày 8/6',
      recordedBy: 'Nguyễn Thị Hồng Lan',
    },
  });
  const script = join(projectRoot(), 'scripts', 'recount.mjs');
  const counted = spawnSync(process.execPath, [script], { input, encoding: 'utf8' });
  expect(counted.stdout).toMatch(/the same result\ndecided apart from the count: .*Trạm Y tế xã/);
  expect(counted.status).toBe(0);
});

test('it is published once; a decision after it once more, and pressed again it is said that it was', async () => {
  await press(await say('/binh_xet Bằng khen: Phòng Kinh tế; Trường THCS; chọn 1'), 'Phiếu giấy');
  await tally('mời 6, có mặt 6, phát 6, thu 6, hợp lệ 6, không hợp lệ 0\n1: 4/2\n2: 4/2');
  const result = await say('/binh_xet 2');
  expect(plain(result)).toContain('Theo quy tắc của khối, cuộc họp khối quyết định');
  for (const place of ['khoi-1', 'tuan']) await newIn(place, 'tuan');
  await press(result, 'Công bố');
  expect(await newIn('khoi-1', 'tuan')).toContain('Bằng phiếu: Phòng Kinh tế và Trường THCS');
  expect(await newIn('tuan', 'tuan')).toContain('Kết quả');
  expect(plain(await press(result, 'Công bố'))).toContain('đã được công bố lúc 07:55, thứ Hai, 08/6/2026');
  expect(await newIn('khoi-1', 'tuan'), 'nobody hears it twice').toBe('');
  expect(plain(await say('/binh_xet 2'))).not.toContain('[Công bố');

  const asked = await press(result, 'Ghi quyết định');
  expect(plain(asked)).toContain('bằng phiếu, còn 1 chỗ giữa Phòng Kinh tế và Trường THCS Đông Sơn Hạ');
  const decided = await press(await say('2: Trường THCS có nhiều sáng kiến hơn'), 'Ghi quyết định');
  await press(decided, 'Công bố');
  expect(await newIn('khoi-1', 'tuan')).toContain('Trường THCS Đông Sơn Hạ được chọn');
  expect(plain(await press(decided, 'Công bố'))).toContain('đã được công bố');
});

test('where too few came to a yes or no, the meeting says which; the second of two deciders is told', async () => {
  await press(await say('/binh_xet Thông qua kế hoạch 2027'), 'Phiếu giấy');
  await tally('mời 6, có mặt 3, phát 3, thu 3, hợp lệ 3, không hợp lệ 0\n1: 3/0');
  const sheet = await say('/binh_xet 3');
  expect(plain(sheet)).toMatch(/Không đủ số có mặt \(cần 4\)[\s\S]*do cuộc họp khối quyết định/);
  await press(await say('/binh_xet 3', 'dung'), 'Ghi quyết định', 'dung');
  const second = await say('thông qua: lấy ý kiến bằng văn bản', 'dung');
  expect(plain(second)).toContain('Sẽ ghi quyết định: thông qua.');
  await press(sheet, 'Ghi quyết định');
  expect(plain(await say('Phòng Kinh tế: lý do khác'))).toContain('“thông qua” hoặc “không thông qua”');
  await press(await say('không thông qua: họp lại tháng sau'), 'Ghi quyết định');
  expect(plain(await press(second, 'Ghi quyết định', 'dung'))).toContain('cuộc bình xét số 3 đã được ghi');
  expect(plain(await say('/binh_xet 3', 'tuan'))).toMatch(/ngoài kết quả kiểm phiếu: không thông qua\./);
});

test('papers too few to be counted leave it to the meeting too, and then there is something to publish', async () => {
  await press(await say('/binh_xet Giấy khen: Phòng Kinh tế; Trạm Y tế; chọn 1'), 'Mở bỏ phiếu kín');
  await vote('tuan', 'Phòng');
  const sheet = await press(await press(await say('/binh_xet 4'), 'Kết thúc'), 'Kết thúc ngay');
  expect(plain(sheet)).toMatch(/các phiếu đã được hủy\.\nHết vòng bỏ phiếu[\s\S]*\[Ghi quyết định\]/);
  expect(plain(sheet)).not.toMatch(/\[(?:Công bố|Xuất)/);
  expect(plain(await press(sheet, 'Ghi quyết định'))).toContain('có ít hơn 3 phiếu nên không kiểm phiếu');
  const decided = await press(await say('để trống: họp lại'), 'Ghi quyết định');
  expect(plain(decided)).toMatch(
    /đã được hủy\.\nQuyết định của cuộc họp khối.*: 1 chỗ để trống\.\nLý do: họp lại/,
  );
  await newIn('khoi-1', 'tuan');
  await press(decided, 'Công bố');
  expect(await newIn('khoi-1', 'tuan')).toContain('1 chỗ để trống');
});

test('what the count has settled is left to nobody, and who does not lead decides nothing', async () => {
  await press(await say('/binh_xet Việc khác'), 'Phiếu giấy');
  await tally('mời 6, có mặt 6, phát 6, thu 6, hợp lệ 6, không hợp lệ 0\n1: 2/4');
  const [row] = await database.owner.sql`select id from ballot where no = 5`;
  const ref = shortRef('b', z.string().parse(row?.id));
  expect(plain(await say(`/binh_xet quyet ${ref}`))).toContain('không còn gì để quyết định');
  expect(plain(await say(`/binh_xet quyet ${ref}`, 'mai'))).toContain('dành cho Trưởng khối');
});

test('minutes hold the ballots with their numbers and what was decided: the meeting’s and the year’s', async () => {
  await room.clock({ to: '2026-06-08T03:00:00Z' });
  await press(await say('/hop 1 có mặt tất cả'), 'Ghi');
  await say('/hop 1 biên bản');
  const meeting = (await mammoth.extractRawText({ buffer: await file(await last('lan')) })).value;
  expect(meeting).toContain('IV. KẾT QUẢ BÌNH XÉT');
  expect(meeting).toContain('V. KẾT LUẬN');
  await say('/tong_hop biên bản');
  const year = (await mammoth.extractRawText({ buffer: await file(await last('lan')) })).value;
  for (const text of [meeting, year])
    for (const said of [
      'Cuộc bình xét số 1: Cờ thi đua.',
      'Được mời 6; có mặt 6; phát ra 6; thu về 6; hợp lệ 6; không hợp lệ 0.',
      'Phòng Kinh tế: 3/6 phiếu',
      'Quyết định của cuộc họp khối, ngoài kết quả kiểm phiếu: Trạm Y tế xã được chọn.',
      'Cuộc bình xét số 3: Thông qua kế hoạch 2027.',
      'Không kiểm phiếu vì có ít hơn 3 phiếu',
      'kết quả chính thức là phiếu giấy tại cuộc họp; cuộc này chỉ để tham khảo',
    ])
      expect(text).toContain(said);
  expect(year).not.toContain('phát ra …… phiếu');
});
