import { expect, test } from 'vitest';
import { groupsPicture, rankingPicture } from '../../src/documents/ranking-picture.ts';

const row = (rank: number | null, unitName: string) => ({
  ...{ rank, unitName, points: '948,25', share: 0.948, note: null },
});
const shown = (unitNames: readonly string[]) => ({
  title: 'Khối thi đua số 02 xã Hà Bắc',
  below: 'Kết quả chấm điểm năm 2026',
  official: true,
  rows: unitNames.map((name, n) => row(n + 1, name)),
  foot: 'Cập nhật 10/12/2026',
});

/** Width and height out of the PNG's head. */
function sizeOf(png: Uint8Array) {
  expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

test('the ranking is one picture as wide as three phones’ points, longer by a line for each unit', async () => {
  const few = sizeOf(await rankingPicture(shown(['Phòng Kinh tế', 'Trạm Y tế'])));
  const more = sizeOf(await rankingPicture(shown(['Phòng Kinh tế', 'Trạm Y tế', 'Văn phòng'])));
  expect(few.width).toBe(1080);
  expect(more.height).toBeGreaterThan(few.height + 80);
});

test('letters are drawn alike, however they are encoded, and a name of 300 letters wraps inside the picture', async () => {
  const name = 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Nguyễn Đình Chiểu';
  const composed = await rankingPicture(shown([name]));
  expect(Buffer.from(await rankingPicture(shown([name.normalize('NFD')])))).toEqual(Buffer.from(composed));
  const long = sizeOf(await rankingPicture(shown([name.repeat(5)])));
  expect(long.width).toBe(1080);
  expect(long.height).toBeGreaterThan(sizeOf(composed).height + 200);
});

test('a unit’s groups are drawn against what it could reach', async () => {
  const rows = ['I. Nhiệm vụ', 'II. Phong trào'].map(name => ({ name, points: '60', max: '70', share: 0.9 }));
  const total = { points: '120', max: '140' };
  const picture = await groupsPicture({ title: 'Trạm Y tế', below: '2026', official: false, rows, total });
  expect(sizeOf(picture)).toMatchObject({ width: 1080 });
});
