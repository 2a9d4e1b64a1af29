import { expect, test } from 'vitest';
import { z } from 'zod';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { makeBloc, setupCode } from '../support/made-bloc.ts';
import { plain, type RoomMessage } from '../support/room-client.ts';

const database = await testDatabase();
const { room, engine } = await blocRoom(database);
const { say, press } = leadChat(room);

/** The button pressed twice: what the second press is told. */
async function twice(message: RoomMessage, label: string, person = 'lan') {
  const first = await press(message, label, person);
  const again = await press(message, label, person);
  return { first: plain(first), again: plain(again) };
}

test('a second press of [Thực hiện] and [Xác nhận] is told that it was done', async () => {
  const added = await twice(await say('/them_han Báo cáo quân số, ngày 25/6, tất cả đơn vị'), 'Thực hiện');
  expect(added.first).toContain('Đã thêm hạn');
  expect(added.again).toContain(
    'Việc thêm hạn đã được thực hiện rồi (đồng chí xác nhận lúc 07:55, thứ Hai, 08/6/2026)',
  );
  await say('/nop_bao_cao quân số', 'mai');
  const handedIn = await twice(await say('15/BC-TYT ngày 08/6/2026', 'mai'), 'Xác nhận', 'mai');
  expect(handedIn.first).toContain('Biên nhận số');
  expect(handedIn.again).toContain('đã được thực hiện rồi');
  expect(plain(await say('/tien_do quân số'))).toContain('đã nộp 1/6');
});

test('a second press of [Tạo khối] is told so too', async () => {
  const made = z.looseObject({ person: z.looseObject({ id: z.string() }) });
  const { person } = made.parse(await room.call('POST', '/persons', { name: 'Trần Thị Ba' }));
  const code = await setupCode(database, engine.clock.now());
  await makeBloc(room, person.id, code, 'Khối thi đua số 09');
  const preview = (await room.messages(person.id, person.id)).findLast(one =>
    one.options?.flat().some(option => option.label.startsWith('Tạo')),
  );
  if (!preview) throw new Error('no preview of the bloc');
  expect(plain(await press(preview, 'Tạo', person.id))).toContain('đã được thực hiện rồi');
});

test('after it was given up, or of an older conversation, nothing is claimed to be done', async () => {
  const shown = await say('/them_han Báo cáo dân số, ngày 26/6, tất cả đơn vị');
  await say('/huy');
  expect(plain(await press(shown, 'Thực hiện'))).toContain('đã cũ nên chưa được ghi nhận');
  expect(plain(await say('/tien_do dân số'))).toContain('Không có hạn nào');
});
