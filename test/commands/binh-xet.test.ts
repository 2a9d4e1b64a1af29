import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

/** Monday, 08/6/2026, 07:55; six units, one vote each. */
const database = await testDatabase();
const { room } = await blocRoom(database);
const { say, press, newIn } = leadChat(room);
const last = async (person: string): Promise<RoomMessage> => {
  const one = (await room.messages(person, person)).filter(message => message.from === null).at(-1);
  if (!one) throw new Error(`${person} heard nothing`);
  return one;
};
const vote = async (person: string, label: string) => {
  const paper = await say('/bo_phieu', person);
  const full = await press(paper, label, person);
  return plain(await press(full, 'Bỏ phiếu', person));
};

test('the rules are the bloc’s, turned on by a press each, and stand in the preview', async () => {
  const sheet = await say('/binh_xet quy tắc');
  expect(plain(sheet)).toContain('Ngưỡng đạt: từ 2/3');
  expect(plain(await press(sheet, 'Ngưỡng đạt'))).toContain('Đã đổi. Ngưỡng đạt: từ 80 %');
  await press(await press(await press(sheet, 'Ngưỡng đạt'), 'Ngưỡng đạt'), 'Ngưỡng đạt');
  const shown = plain(await say('/binh_xet Cờ: Phòng Kinh tế; Trạm Y tế; chọn 1; đến 17:00 ngày 9/6'));
  expect(shown).toContain('từ 2/3 tất cả người được bỏ phiếu: ít nhất 4 phiếu');
  expect(shown).toContain('kết quả chính thức là phiếu giấy tại cuộc họp; cuộc này chỉ để tham khảo');
  expect(shown).toContain('thực hiện theo quy định của pháp luật');
});

test('units vote once each, in private; meanwhile nobody sees how it stands', async () => {
  await press(await last('lan'), 'Mở bỏ phiếu kín');
  expect(plain(await last('tuan'))).toMatch(/Bỏ phiếu đến 17:00, thứ Ba, 09\/6\/2026[\s\S]*\[Bỏ phiếu\]/);
  expect(await vote('tuan', 'Phòng Kinh tế')).toContain('Đã nhận phiếu của Phòng Kinh tế');
  expect(await vote('phuc', 'Trạm Y tế')).toContain('Đã nhận phiếu của Trung tâm');
  expect(plain(await say('/bo_phieu', 'anh')), 'her unit has voted').toContain(
    'không có cuộc bình xét nào chờ',
  );
  const invited = (await room.messages('anh', 'anh')).findLast(one => plain(one).includes('[Bỏ phiếu]'));
  if (!invited) throw new Error('anh was not invited');
  expect(plain(await press(invited, 'Bỏ phiếu', 'anh')), 'not that it is over').toContain(
    'đã được bỏ từ trước',
  );
  const open = plain(await say('/binh_xet 1'));
  expect(open).toContain('Đã bỏ 2/6 phiếu. Kết quả chỉ có sau khi kết thúc');
  expect(plain(await say('/binh_xet 1', 'mai'))).not.toContain('[Kết thúc]');
});

test('in the morning those missing are reminded', async () => {
  for (const person of ['tuan', 'mai', 'phuc']) await newIn(person, person);
  await room.clock({ to: '2026-06-09T01:00:30Z' });
  expect(await newIn('mai', 'mai')).toContain('[Nhắc bỏ phiếu]');
  expect(await newIn('tuan', 'tuan')).not.toContain('[Nhắc bỏ phiếu]');
});

test('at its time it closes and is counted; equal votes choose nobody and offer another round', async () => {
  await vote('mai', 'Phòng Kinh tế');
  await vote('thang', 'Trạm Y tế');
  await say('/bo_phieu', 'ha').then(paper => press(paper, 'Trạm', 'ha'));
  await room.clock({ to: '2026-06-09T10:00:30Z' });
  const result = await last('lan');
  expect(plain(result)).toMatch(/có mặt 4[\s\S]*Phòng Kinh tế: 2\/6 phiếu[\s\S]*Trạm Y tế xã: 2\/6 phiếu/);
  expect(plain(result)).not.toContain('Được chọn');
  const left = await database.owner
    .sql`select state->>'answers' as answers, parked_at from dialogue where kind = 'bo_phieu'`;
  expect(left.map(one => one.answers).join(''), 'a paper begun and not cast is forgotten').toBe('');
  expect(left.every(one => one.parked_at !== null)).toBe(true);
  const paper = await last('ha');
  expect(plain(paper)).not.toContain('Đã nhận');
  const late = plain(await press(paper, 'Bỏ phiếu', 'ha'));
  expect(late).toContain(
    'số 1 (Cờ) đã kết thúc lúc 17:00, thứ Ba, 09/6/2026; phiếu của đồng chí chưa được nhận',
  );
  const invited = async (person: string) => {
    const all = await room.messages(person, person);
    const found = all.findLast(one => /\[Bình xét\][\s\S]*\[Bỏ phiếu\]/.test(plain(one)));
    if (!found) throw new Error(`${person} was not invited`);
    return plain(await press(found, 'Bỏ phiếu', person));
  };
  expect(await invited('ha')).toContain('đã kết thúc lúc 17:00');
  expect(await invited('tuan'), 'who has voted is not told that he has not').toContain(
    'đã kết thúc lúc 17:00, thứ Ba, 09/6/2026; phiếu của Phòng Kinh tế đã được nhận trước đó',
  );
  await newIn('khoi-1', 'mai');
  await press(result, 'Công bố');
  expect(await newIn('khoi-1', 'mai')).toContain('Cuộc bình xét số 1: Cờ');
  await press(result, 'Mở vòng 2');
  expect(plain(await last('tuan'))).toContain('Cuộc bình xét số 2, vòng 2: Cờ');
});

test('a tie in the last round goes to people, whose decision is written down with its reason', async () => {
  for (const [person, label] of [
    ['tuan', 'Phòng'],
    ['phuc', 'Trạm'],
    ['mai', 'Phòng'],
    ['thang', 'Trạm'],
    ['ha', 'Phòng'],
    ['lan', 'Trạm'],
  ] as const)
    await vote(person, label);
  const sheet = await last('dung');
  expect(plain(sheet), 'the last vote is in').toMatch(
    /\[Đã đủ phiếu\][\s\S]*số 2, vòng 2: Cờ\. Đã có đủ 6\/6 phiếu/,
  );
  await press(await press(sheet, 'Kết thúc', 'dung'), 'Kết thúc ngay', 'dung');
  // Three of six each: below two thirds, so nobody has won and no round is left.
  expect(plain(await last('dung'))).toContain('Không ai đạt ngưỡng');

  await say('/binh_xet quy tắc').then(rules => press(rules, 'Ngưỡng đạt'));
  for (let n = 0; n < 2; n++) await say('/binh_xet quy tắc').then(rules => press(rules, 'Ngưỡng đạt'));
  await say('/binh_xet quy tắc')
    .then(rules => press(rules, 'Số vòng'))
    .then(rules => press(rules, 'Số vòng'));
  await press(await say('/binh_xet Bằng khen: Phòng Kinh tế; Trạm Y tế; chọn 1'), 'Phiếu giấy');
  for (const person of ['lan', 'dung']) {
    await say('/kiem_phieu', person);
    const table = 'mời 6, có mặt 6, phát 6, thu 6, hợp lệ 6, không hợp lệ 0\n1: 4/2\n2: 4/2';
    await press(await say(table, person), 'Ghi kết quả', person);
  }
  expect(plain(await last('dung'))).toContain('Bằng phiếu: Phòng Kinh tế và Trạm Y tế xã; còn 1 chỗ');
  await press(await last('dung'), 'Ghi quyết định', 'dung');
  expect(plain(await say('Phòng Kinh tế', 'dung'))).toContain('tối đa 1 tên');
  const decided = await press(await say('2: theo kết luận cuộc họp', 'dung'), 'Ghi quyết định', 'dung');
  expect(plain(decided)).toMatch(
    /ngoài kết quả kiểm phiếu: Trạm Y tế xã được chọn\.\nLý do: theo kết luận cuộc họp \(đồng chí Trần/,
  );
});

test('the lead who casts the last vote himself can end it at once', async () => {
  await press(await say('/binh_xet Thông qua quy chế'), 'Mở bỏ phiếu kín');
  for (const person of ['tuan', 'phuc', 'mai', 'thang', 'ha']) await vote(person, 'Đồng ý');
  expect(await vote('lan', 'Đồng ý')).toMatch(
    /Đã nhận phiếu của Văn phòng[\s\S]*\[Đã đủ phiếu\][\s\S]*6\/6 phiếu[\s\S]*\[Kết thúc\]/,
  );
  await press(await press(await last('lan'), 'Kết thúc'), 'Kết thúc ngay');
  expect(plain(await last('lan'))).toContain('Được thông qua');
});

test('with fewer than three papers nothing is counted and the papers go', async () => {
  await press(await say('/binh_xet Thông qua kế hoạch'), 'Mở bỏ phiếu kín');
  await vote('tuan', 'Đồng ý');
  await press(await press(await say('/binh_xet 5'), 'Kết thúc'), 'Kết thúc ngay');
  expect(plain(await last('lan'))).toContain('các phiếu đã được hủy');
  const [box] = await database.owner
    .sql`select papers from ballot_box b join ballot a on a.id = b.ballot_id where a.no = 5`;
  expect(box?.papers).toEqual([]);
});

test.each([
  ['/binh_xet Cờ: A; B; chọn 2', 'thì ai cũng được chọn'],
  ['/binh_xet Cờ: A; B; đến 17:00 ngày 31/11', 'không có trong lịch (31/11: tháng 11 chỉ có 30 ngày)'],
  ['/binh_xet Cờ: A; B; đến khi xong', 'không phải là giờ kết thúc'],
  ['/binh_xet Cờ: A; B; đến 17:00 ngày 5/6', '05/6/2026 đã qua. Nếu là 05/6/2027'],
  ['/binh_xet Cờ: A; B; đến 6:00 hôm nay', 'đã qua'],
  ['/binh_xet Cờ: A; B; đến 23:00 ngày 12/6', 'giờ nghỉ hoặc ngày nghỉ'],
])('“%s” is answered with what is wrong', async (typed, words) => {
  expect(plain(await say(typed))).toContain(words);
  await say('/huy');
});

test('who is not considered is left out of the vote, with the reason and its source', async () => {
  await press(await say('/khong_xet Trạm Y tế: nợ thuế quá hạn (TB 45/TB-CCT)'), 'Ghi không xét');
  const shown = plain(await say('/binh_xet Cờ: tất cả đơn vị; chọn 1'));
  expect(shown).toMatch(
    /Không đưa Trạm Y tế xã vào bình xét: đang không xét thi đua, nợ thuế quá hạn.*TB 45\/TB-CCT/,
  );
  expect(shown).not.toMatch(/\d\. Trạm Y tế xã/);
  expect(shown).toContain('5. Trường THCS Đông Sơn Hạ');
  await say('hủy');
  const alone = await say('/binh_xet Cờ: TYT');
  expect(plain(alone)).toContain('Không còn ai để bình xét: Trạm Y tế xã đang không xét thi đua');
  expect(plain(alone)).not.toContain('[Mở bỏ phiếu');
  await say('hủy');
  const beside = plain(await say('/binh_xet Cờ: đồng chí Mai, Trạm Y tế; Phòng VHXH; PKT; chọn 1'));
  expect(beside).toContain('Lưu ý: Trạm Y tế xã đang không xét thi đua');
  expect(beside).toMatch(/2\. Phòng Văn hóa - Xã hội\n3\. Phòng Kinh tế/);
  await say('hủy');
});

test('excluded between two rounds, it is left out of the second; a decision for it is warned of', async () => {
  const votes = 'mời 6, có mặt 6, phát 6, thu 6, hợp lệ 6, không hợp lệ 0\n1: 2/4\n2: 2/4\n3: 2/4';
  await say('/binh_xet quy tắc').then(rules => press(rules, 'Số vòng'));
  await press(await say('/binh_xet Cờ: Phòng VHXH; PKT; Trường THCS; chọn 1'), 'Phiếu giấy');
  for (const person of ['lan', 'dung']) {
    await say('/kiem_phieu', person);
    await press(await say(votes, person), 'Ghi kết quả', person);
  }
  await press(await say('/khong_xet PKT: có đơn tố cáo (CV 12/TTr)'), 'Ghi không xét');
  const opened = plain(await press(await say('/binh_xet 6'), 'Mở vòng 2'));
  expect(opened).toMatch(/Không đưa Phòng Kinh tế vào bình xét.*CV 12\/TTr[\s\S]*Đã lập cuộc bình xét số 7/);
  expect(plain(await say('/binh_xet 7'))).toMatch(/1\. Phòng Văn hóa - Xã hội\n2\. Trường THCS/);
  for (const person of ['lan', 'dung']) {
    await say('/kiem_phieu', person);
    await press(await say(votes.replace('\n3: 2/4', ''), person), 'Ghi kết quả', person);
  }
  await press(await say('/khong_xet Phòng VHXH: bị kỷ luật (QĐ 3/QĐ)'), 'Ghi không xét');
  await press(await say('/binh_xet 7'), 'Ghi quyết định');
  const preview = plain(await say('Phòng VHXH: theo cuộc họp'));
  expect(preview).toMatch(/Lưu ý: Phòng Văn hóa - Xã hội đang không xét.*QĐ 3\/QĐ[\s\S]*Sẽ ghi quyết định/);
  await say('hủy');
});
