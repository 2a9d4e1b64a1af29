import { expect, test } from 'vitest';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { plain } from '../support/room-client.ts';

const { room } = await blocRoom(await testDatabase());
const { say, press, newIn } = leadChat(room);
const HEAD = 'mời 6, có mặt 6, phát ra 6, thu về 5, hợp lệ 5, không hợp lệ 0';

test('two people read the papers out independently; only when they agree is there a result', async () => {
  expect(plain(await say('/kiem_phieu'))).toContain('Không có cuộc bình xét bằng phiếu giấy');
  await press(await say('/binh_xet Thông qua kế hoạch 2027'), 'Phiếu giấy');
  await say('/kiem_phieu');
  expect(plain(await say(`${HEAD}\n1: đồng ý 4, không đồng ý 2`))).toContain('nhiều hơn số hợp lệ');
  expect(plain(await say('mời 6, có mặt 6'))).toContain('Còn thiếu: Phát ra; Thu về');
  await press(await say(`${HEAD}\n1: đồng ý 4, không đồng ý 1`), 'Ghi kết quả');
  expect(await newIn('dung', 'dung')).toContain('Cần một người nữa nhập độc lập');
  expect(plain(await say('/binh_xet 1', 'dung'))).toMatch(
    /Đã nhập kết quả kiểm phiếu: đồng chí Nguyễn Thị Hồng Lan\.\nCòn thiếu một người nữa/,
  );
  expect(plain(await say('/binh_xet 1', 'dung')), 'the first reading is nobody’s to see').not.toContain(
    'đồng ý 4',
  );

  await say('/kiem_phieu', 'mai');
  const other = await press(await say(`${HEAD}; đồng ý 3, không đồng ý 2`, 'mai'), 'Ghi kết quả', 'mai');
  expect(plain(other)).toContain('khác số của đồng chí Nguyễn Thị Hồng Lan ở: Thông qua kế hoạch 2027');
  const first = await newIn('lan', 'lan');
  expect(first, 'the first to enter hears it too').toContain(
    'số 1: số của đồng chí khác số của đồng chí Đặng Thị Mai ở: Thông qua kế hoạch 2027',
  );
  expect(first, 'but not what the other entered').not.toContain('đồng ý 3');
  expect(plain(await say('/binh_xet 1', 'mai'))).toMatch(
    /đồng chí Nguyễn Thị Hồng Lan và Đặng Thị Mai\.\nSố của họ khác nhau|đồng chí Đặng Thị Mai và Nguyễn Thị Hồng Lan\.\nSố của họ khác nhau/,
  );
  await press(other, 'Số 1', 'mai');
  const again = await press(await say(`${HEAD}; đồng ý 4, không đồng ý 1`, 'mai'), 'Ghi kết quả', 'mai');
  expect(plain(again)).toMatch(/thu về 5; hợp lệ 5[\s\S]*đồng ý 4\/6[\s\S]*Được thông qua/);
  expect(await newIn('lan', 'lan')).toContain('Được thông qua');
});

test('the same person twice is still one', async () => {
  await press(await say('/binh_xet Việc khác'), 'Phiếu giấy');
  for (let n = 0; n < 2; n++) {
    await say('/kiem_phieu', 'ha');
    const done = await press(await say(`${HEAD}; đồng ý 4, không 1`, 'ha'), 'Ghi kết quả', 'ha');
    expect(plain(done)).toContain('Cần một người nữa');
  }
});
