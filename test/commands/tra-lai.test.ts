import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);

const log = process.env.TALE ? console.log : () => {};
const read = (messages: readonly RoomMessage[]) => messages.map(plain).join('\n---\n');
async function say(person: string, text: string) {
  const answer = await room.say(person, person, text);
  log(`${person}: ${text}\n${read(answer).replaceAll(/^/gm, '    ')}`);
  return answer;
}
async function press(person: string, messages: readonly RoomMessage[], label: string) {
  const under = messages.findLast(one => one.options);
  if (!under) throw new Error(`nothing to press ${label}: ${read(messages)}`);
  const answer = await room.press(person, under, label);
  log(`${person} [${label}]\n${read(answer).replaceAll(/^/gm, '    ')}`);
  return answer;
}
const last = async (person: string) => {
  const heard = (await room.messages(person, person)).filter(one => one.from === null).slice(-1);
  log(`-> ${person}\n${read(heard).replaceAll(/^/gm, '    ')}`);
  return heard;
};
async function file(person: string, report: string, document: string) {
  await say(person, `/nop_bao_cao ${report}`);
  return press(person, await say(person, document), 'Xác nhận');
}

test('what came in is opened, with its files, sent back with a reason and fixed in the same conversation', async () => {
  const bytes = new TextEncoder().encode('Báo cáo tháng 5');
  await say('ha', '/nop_bao_cao tháng');
  await room.attach('ha', 'ha', [{ name: 'Bao cao.pdf', bytes, mime: 'application/pdf' }]);
  await press('ha', await say('ha', '31/BC-VHXH ngày 8/6/2026'), 'Xác nhận');
  const notice = await last('lan');
  expect(read(notice)).toContain('[Mở báo cáo]');
  const opened = await press('lan', notice, 'Mở báo cáo');
  expect(opened[0]?.file).toMatchObject({ name: 'Bao cao.pdf', size: bytes.length });
  expect(read(opened)).toContain('Văn bản: 31/BC-VHXH ngày 08/6/2026');
  expect(read(opened)).toContain('chờ Trưởng khối xử lý');

  const reasons = await press('lan', opened, 'Trả lại');
  expect(read(reasons)).toContain('Lý do trả lại là gì?');
  const preview = await say('lan', 'thiếu biểu số 2');
  expect(read(preview)).toContain('Lý do: thiếu biểu số 2');
  expect(read(await press('lan', preview, 'Trả lại'))).toContain('Đã trả lại');

  expect(read(await say('ha', '/han'))).toContain('Bị trả lại: thiếu biểu số 2');
  const progress = read(await say('lan', '/tien_do tháng'));
  expect(progress).toContain('đã nộp 0/6');
  expect(progress).toContain('↩ Phòng Văn hóa - Xã hội – bị trả lại: thiếu biểu số 2');
  await room.clock({ to: '2026-06-11T01:00:00Z' });
  const reminded = (await last('ha')).map(plain).join();
  expect(reminded).toMatch(/Báo cáo kết quả phong trào thi đua tháng: hôm nay là ngày cuối/);
  expect(reminded).toContain('bị trả lại: thiếu biểu số 2');
  const told = (await room.messages('ha', 'ha')).filter(one => plain(one).includes('[Nộp lại]'));
  expect(read(told)).toContain('Lý do: thiếu biểu số 2');
  const again = await press('ha', told, 'Nộp lại');
  expect(read(again)).toContain('Tệp: Bao cao.pdf');
  expect(read(again)).toContain('Văn bản: 31/BC-VHXH ngày 08/6/2026');
  await engine.clock.moveTo(new Date('2026-06-12T02:00:00Z'));
  const fixed = new TextEncoder().encode('Báo cáo tháng 5, đủ biểu');
  const review = await room.attach('ha', 'ha', [
    { name: 'Bieu 2.pdf', bytes: fixed, mime: 'application/pdf' },
  ]);
  const receipt = read(await press('ha', review, 'Xác nhận'));
  expect(receipt).toMatch(/nộp lại, lần 2/);
  expect(receipt).toMatch(/trễ 1 ngày/);
  expect(receipt).toMatch(/Lần đầu gửi .*08\/6\/2026 \(đúng hạn\)/);
  expect(read(await say('lan', '/tien_do tháng'))).toContain('đã nộp 1/6');
  const open = await say('lan', '/bao_cao Văn hóa');
  expect(read(open)).toMatch(/Lần 1: .*đúng hạn.*bị trả lại .*thiếu biểu số 2/);
  expect(read(await press('lan', open, 'Tiếp nhận'))).toContain('Đã tiếp nhận');
  expect(read(await last('ha'))).toContain('Trưởng khối đã tiếp nhận');
});

test('of two of the lead’s side who decide at once one wins, and the other is told what became of it', async () => {
  await file('mai', 'tháng', '15/BC-TYT ngày 11/6/2026');
  const [lan, dung] = [await say('lan', '/bao_cao'), await say('dung', '/bao_cao')];
  const opened = { lan: await press('lan', lan, '1.'), dung: await press('dung', dung, '1.') };
  const answers = await Promise.all([
    press('lan', opened.lan, 'Tiếp nhận'),
    press('dung', opened.dung, 'Tiếp nhận'),
  ]);
  const said = answers.map(read);
  expect(said.filter(text => text.includes('Đã tiếp nhận “'))).toHaveLength(1);
  expect(said.filter(text => text.includes('Chưa ghi quyết định của đồng chí'))).toHaveLength(1);
  const [count] = await database.owner.db.execute(
    sql`select count(*)::int as n from submission_decision d join submission s on s.id = d.submission_id
      where s.document_number = '15/BC-TYT'`,
  );
  expect(count?.n).toBe(1);
});

test('a reason typed with the unit is taken along; without one it is asked for', async () => {
  await file('phuc', 'tháng', '19/BC-TTHCC ngày 12/6/2026');
  const preview = read(await say('lan', '/tra_lai Trung tâm HCC: chưa ký'));
  expect(preview).toContain('Sẽ trả lại');
  expect(preview).toContain('Lý do: chưa ký');
  expect(preview).toContain('tính trễ 1 ngày');
  expect(read(await say('lan', 'hủy'))).toContain('chưa bị trả lại');
  const partly = read(await say('lan', '/tra_lai Trung tâm phục vụ: thiếu biểu số 2'));
  expect(partly).toContain('Lý do: thiếu biểu số 2');
  await say('lan', 'hủy');
  expect(read(await say('lan', '/tra_lai Một cửa'))).toContain('Lý do trả lại là gì?');
  await say('lan', 'hủy');
});

test('a unit that has nothing to be sent back is named so, and no other unit’s report is taken for its', async () => {
  const asked = read(await say('lan', '/tra_lai Phòng Kinh tế: thiếu biểu số 2'));
  expect(asked).toContain('Phòng Kinh tế không có báo cáo nào để trả lại.');
  expect(asked).not.toContain('thiếu biểu số 2');
  await say('lan', 'hủy');
});

test('the deputy decides on the lead’s own unit’s report and on no other; a unit sees its own alone', async () => {
  await file('lan', 'tháng', '41/BC-VP ngày 12/6/2026');
  expect(read(await last('tuan'))).toContain('41/BC-VP');
  const opened = await press('tuan', await last('tuan'), 'Mở báo cáo');
  expect(read(opened)).toContain('[Tiếp nhận] [Trả lại]');
  expect(read(await say('tuan', '/bao_cao'))).not.toContain('Trạm Y tế');
  expect(read(await say('tuan', '/tra_lai'))).toContain('dành cho Trưởng khối');
  const preview = await press('tuan', await press('tuan', opened, 'Trả lại'), 'Văn bản chưa ký');
  expect(read(await press('tuan', preview, 'Trả lại'))).toContain('Đã trả lại');
  expect(read(await last('dung'))).toContain('Trả lại để bổ sung');
  expect(read(await say('mai', '/bao_cao'))).not.toContain('Văn phòng');
  const [{ detail } = { detail: null }] = await database.owner.db.execute(
    sql`select detail from audit where action = 'submission.sent_back' order by seq desc limit 1`,
  );
  expect(detail).toMatchObject({ own: false, version: 1 });
});
