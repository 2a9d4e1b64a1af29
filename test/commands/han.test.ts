import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain } from '../support/room-client.ts';

const { room, engine } = await blocRoom(await testDatabase());
const said = async (chat: string, person: string, text: string) =>
  (await room.say(chat, person, text)).map(plain).join('\n');

test('/han puts one’s own open duties first, with weekday, days left and how many are in', async () => {
  const text = await said('mai', 'mai', 'hạn');
  expect(text).toMatch(
    /1\. Số liệu bổ sung.*\n {3}Hạn: thứ Tư, 03\/6\/2026 \(quá hạn 5 ngày\)\n {3}○ đã nộp 0\/1/,
  );
  expect(text).toContain('➜ Đơn vị đồng chí chưa nộp');
  expect(text).toContain('[Nộp báo cáo]');
});

test('in the group it says nothing of single units', async () => {
  const text = await said('khoi-1', 'mai', '/han');
  expect(text).toContain('đã nộp 0/6');
  expect(text).not.toContain('chưa nộp');
});

test.each(['/han', 'han', 'HẠN NỘP', '/hạn', '@Trợ lý Khối han', 'ha\u0323n'])(
  '%s is understood',
  async typed => {
    expect(await said('ha', 'ha', typed)).toContain('1. Báo cáo kết quả phong trào thi đua tháng');
  },
);

test('a slip gets the nearest command as a button, and the button works', async () => {
  const [answer] = await room.say('ha', 'ha', '/hen');
  expect(answer && plain(answer)).toContain('[/han]');
  if (!answer) return;
  expect(plain((await room.press('ha', answer, '/han'))[0] ?? answer)).toContain(
    'hôm nay thứ Hai, 08/6/2026',
  );
});

test('a stranger is told how to come in', async () => {
  expect(await said('linh', 'linh', '/han')).toContain('gửi mã ghép nối do Trưởng khối cấp');
  expect(await said('khoi-1', 'linh', '/han')).toContain('chưa được ghi nhận trong khối này');
});

test('what is over never hides all that is coming; the rest is a button away', async () => {
  await engine.clock.moveTo(new Date('2026-10-01T02:00:00Z'));
  const [short] = await room.say('mai', 'mai', '/han');
  if (!short) throw new Error('no answer to /han');
  expect(plain(short)).toContain('Hồ sơ đề nghị khen thưởng');
  expect(plain(short)).toContain('Còn 2 hạn nữa. Xem tất cả: /han tất cả');
  const [all] = await room.press('mai', short, 'Xem thêm');
  expect(all && plain(all)).toMatch(/^8\. /m);
  expect(await said('mai', 'mai', '/han tất cả')).toMatch(/^8\. /m);
});
