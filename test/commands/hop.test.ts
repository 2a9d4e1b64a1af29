import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55. */
const { room } = await blocRoom(await testDatabase());
const { say, press, newIn } = leadChat(room);
const last = async (chat: string, person: string): Promise<RoomMessage> => {
  const one = (await room.messages(chat, person)).filter(message => message.from === null).at(-1);
  if (!one) throw new Error(`nothing in ${chat}`);
  return one;
};

test('the lead calls a meeting after a look: every unit and the group are invited', async () => {
  expect(plain(await say('/hop Họp sơ kết; 14:00 ngày 18/6', 'mai'))).toContain('do Trưởng khối làm');
  const shown = await say('/hop Họp sơ kết; 14:00 ngày 18/6; tại Hội trường; nội dung: kết quả; bình xét');
  expect(plain(shown)).toMatch(
    /Họp sơ kết\nThời gian: 14:00, thứ Năm, 18\/6\/2026\nĐịa điểm: Hội trường\nNội dung:\n1\. kết quả\n2\. bình xét/,
  );
  for (const place of ['mai', 'khoi-1']) expect(await newIn(place, 'mai')).not.toContain('Mời họp');
  expect(plain(await press(shown, 'Gửi giấy mời'))).toContain('Đã mời 6 đơn vị dự cuộc họp số 1');
  for (const place of ['mai', 'khoi-1'])
    expect(await newIn(place, 'mai')).toMatch(/\[Mời họp số 1\][\s\S]*\[Dự họp\] \[Báo vắng\]/);
});

test('units answer, in private or under the group’s copy; the lead hears who stays away', async () => {
  expect(plain(await press(await last('mai', 'mai'), 'Dự họp', 'mai'))).toContain(
    'Trạm Y tế xã dự cuộc họp số 1',
  );
  await newIn('dung', 'dung');
  const inGroup = await last('khoi-1', 'tuan');
  await say('/nop_bao_cao', 'tuan');
  await room.press('tuan', inGroup, 'Báo vắng');
  expect(await newIn('tuan', 'tuan')).toMatch(
    /Phòng Kinh tế báo vắng[\s\S]*lý do vắng[\s\S]*Không nêu lý do/,
  );
  expect(await newIn('dung', 'dung')).toContain('Phòng Kinh tế báo vắng');
  expect(plain(await press(inGroup, 'Dự họp', 'binh'))).toContain('riêng');
  expect(await newIn('binh', 'binh')).toContain('dành cho đầu mối');
  const open = plain(await say('/hop 1'));
  expect(open).toMatch(/Sẽ dự: 1\/6 đơn vị\.\nBáo vắng: Phòng Kinh tế\.\nChưa trả lời: .*Trường THCS/);
});

test('the reason is what is typed next, whatever else was open; it may be left out, or typed at once', async () => {
  expect(plain(await say('đi công tác tỉnh', 'tuan'))).toMatch(
    /báo vắng cuộc họp số 1.*\nLý do: đi công tác tỉnh\nGõ lại nếu chưa đúng: \/hop 1 vắng: …/,
  );
  expect(await newIn('dung', 'dung')).toContain('Phòng Kinh tế báo vắng, lý do: đi công tác tỉnh.');
  expect(plain(await say('/hop 1'))).toContain('Báo vắng: Phòng Kinh tế (đi công tác tỉnh).');
  const asked = await press(await last('thang', 'thang'), 'Báo vắng', 'thang');
  expect(plain(await press(asked, 'Không nêu lý do', 'thang'))).toContain('vẫn được ghi báo vắng');
  expect(plain(await say('/hop 1'))).toContain('Báo vắng: Phòng Kinh tế (đi công tác tỉnh); Trường THCS');
  await say('/hop 1 xin vắng vì bận thi', 'thang');
  expect(await newIn('dung', 'dung')).toContain('lý do: bận thi.');
  expect(plain(await say('/hop 1 dự', 'thang'))).toMatch(/dự cuộc họp số 1(?!.*Lý do)/);
});

test('words that are nothing to be done with it are named, with the nearest that is; nothing is dropped', async () => {
  expect(plain(await say('/hop 1 xin phép ngồi ngoài', 'thang'))).toMatch(
    /chưa hiểu “xin phép ngồi ngoài”, chưa ghi gì\.\nỞ đây có thể gõ:\n\/hop 1 dự\n\/hop 1 vắng: …[\s\S]*\[Báo vắng\]/,
  );
  expect(plain(await say('/hop 1 vawng', 'thang'))).toMatch(/Có phải đồng chí muốn gõ:\n\/hop 1 vắng: …/);
  await say('/hop 1 vắng: chưa rõ', 'thang');
  await say('/hop 1 dự', 'thang');
});

test('on the working morning before, all but those who stay away are reminded', async () => {
  for (const person of ['mai', 'tuan', 'thang', 'ha']) await newIn(person, person);
  await room.clock({ to: '2026-06-17T01:30:00Z' });
  expect(await newIn('mai', 'mai')).toMatch(/\[Nhắc họp số 1\](?![\s\S]*\[Dự họp\])/);
  expect(await newIn('thang', 'thang')).toMatch(/\[Nhắc họp số 1\](?![\s\S]*\[Dự họp\])/);
  expect(await newIn('ha', 'ha')).toMatch(/\[Nhắc họp số 1\][\s\S]*\[Dự họp\]/);
  expect(await newIn('tuan', 'tuan')).not.toContain('Nhắc họp');
});

test('attendance is taken when its time has come; the quorum is of all that were called', async () => {
  expect(plain(await say('/hop 1 có mặt tất cả'))).toContain('chưa đến giờ họp');
  await room.clock({ to: '2026-06-18T08:00:00Z' });
  expect(plain(await press(await last('ha', 'ha'), 'Dự họp', 'ha'))).toContain('không còn nhận trả lời');
  const few = await say('/hop 1 có mặt Trạm Y tế, Văn phòng, Trường THCS');
  expect(plain(few)).toContain('Có mặt 3/6 đơn vị; cần ít nhất 4 (từ 2/3 của tất cả đơn vị): chưa đủ');
  expect(plain(await say('Phòng Không Có'))).toContain('chưa rõ đơn vị');
  const most = await say('tất cả trừ Phòng Kinh tế');
  expect(plain(most)).toMatch(/Có mặt 5\/6 đơn vị.*: đủ số để họp\.\nVắng: Phòng Kinh tế/);
  expect(plain(await press(most, 'Ghi'))).toContain('Có mặt 5/6');
});

test('decisions are written down, and a draft of the minutes holds all of it', async () => {
  await press(await say('/hop 1 kết luận Nhất trí đề nghị tặng Cờ thi đua cho Trạm Y tế xã'), 'Ghi');
  await press(await say('/hop 1 kết luận Hoàn thiện hồ sơ trước ngày 30/6'), 'Ghi');
  const open = await say('/hop 1', 'mai');
  expect(plain(open)).toMatch(/Kết luận:\n1\. Nhất trí đề nghị.*\n2\. Hoàn thiện hồ sơ/);
  expect(plain(open)).not.toContain('[Dự thảo biên bản]');
  expect(plain(await say('/hop 1 biên bản', 'mai'))).toContain('do Trưởng khối làm');
  await say('/hop 1 biên bản');
  const made = await last('lan', 'lan');
  expect(made.file?.name).toBe('bien-ban-hop-so-1.docx');
  const buffer = Buffer.from(await room.download(made.file?.ref ?? ''));
  const { value } = await mammoth.extractRawText({ buffer });
  for (const words of [
    'Họp sơ kết',
    'Thời gian bắt đầu: 14:00, thứ Năm, 18/6/2026',
    'triệu tập 6 đơn vị; có mặt 5 đơn vị; vắng 1 đơn vị',
    'Vắng: Phòng Kinh tế (lý do: đi công tác tỉnh)',
    'cần ít nhất 4 (từ 2/3',
    '1. kết quả',
    '1. Nhất trí đề nghị tặng Cờ thi đua cho Trạm Y tế xã',
    'Biên bản ghi kết quả bình xét nội bộ',
  ])
    expect(value).toContain(words);
});

test('a meeting that is cancelled is said to be so, and answers no more', async () => {
  const shown = await say('/hop Họp giao ban; 8:00 ngày 25/6');
  expect(plain(shown)).toContain('Địa điểm: thông báo sau');
  await press(shown, 'Gửi giấy mời');
  const invitation = await last('mai', 'mai');
  await newIn('mai', 'mai');
  await press(await say('/hop 2 hủy'), 'Hủy cuộc họp');
  expect(await newIn('mai', 'mai')).toContain('[Hủy họp số 2]');
  expect(plain(await press(invitation, 'Dự họp', 'mai'))).toContain('đã hủy');
  expect(plain(await say('/hop 2 điểm danh đủ'))).toContain('đã hủy nên chưa làm');
  expect(plain(await say('/hop'))).toMatch(/2\. Họp giao ban.*đã hủy\n1\. Họp sơ kết.*đã họp/);
});

test('what lacks a time, or has one that is past, is asked for again', async () => {
  expect(plain(await say('/hop Họp tổng kết; ngày 20/12'))).toContain('“ngày 20/12” chưa đủ giờ và ngày');
  expect(plain(await say('Họp tổng kết'))).toContain('chưa thấy giờ và ngày họp');
  expect(plain(await say('Họp tổng kết; 8:00 ngày 1/6/2026'))).toContain('đã qua');
  await say('hủy');
  expect(plain(await say('/hop 9'))).toContain('Không có cuộc họp “9”');
});
