import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readAbsence } from '../../src/text/absence-words.ts';

const today = day('2026-06-08');

test.each([
  ['từ 10/6 đến 20/6, thay: Nguyễn Văn A', '', '2026-06-10', '2026-06-20', 'Nguyễn Văn A'],
  ['tu 10/6 den het ngay 20/6 nguoi thay la Binh', '', '2026-06-10', '2026-06-20', 'Binh'],
  ['10/6 - 20/6 thay Bình', '', '2026-06-10', '2026-06-20', 'Bình'],
  ['10/6-20/6, thay: Bình', '', '2026-06-10', '2026-06-20', 'Bình'],
  ['từ mai đến thứ sáu', '', '2026-06-09', '2026-06-12', ''],
  ['Lê Anh Tú từ 10/6 đến 20/6, thay: Đỗ Tứ', 'Lê Anh Tú', '2026-06-10', '2026-06-20', 'Đỗ Tứ'],
  ['Trần Thị B: từ ngày 10/6/2026 đến ngày 20/6/2026', 'Trần Thị B', '2026-06-10', '2026-06-20', ''],
  ['10/6 đến 20/6, Bình thay', '', '2026-06-10', '2026-06-20', 'Bình'],
  [
    'Trần Thị B từ 10/6 đến 20/6; đồng chí Nguyễn Văn A nhận thay.',
    'Trần Thị B',
    '2026-06-10',
    '2026-06-20',
    'Nguyễn Văn A',
  ],
  ['ngày 10/6, thay: Bình', '', '2026-06-10', '2026-06-10', 'Bình'],
])('“%s”', (typed, who, from, to, standIn) => {
  expect(readAbsence(typed, today)).toEqual({ who, from: day(from), to: day(to), standIn });
});

test.each(['ngày 31/2, thay: Bình', '31/2 đến 5/3, thay: Bình', 'Lê Anh Tú từ 31/2 đến 5/3'])(
  '“%s”: what was meant as a day is no name',
  typed => {
    const { who, from } = readAbsence(typed, today);
    expect(from).toBeNull();
    expect(who).toBe(typed.startsWith('Lê') ? 'Lê Anh Tú' : '');
  },
);

test('what is no day is left open', () => {
  expect(readAbsence('từ lúc nào đó, thay: Bình', today)).toMatchObject({
    from: null,
    to: null,
    standIn: 'Bình',
  });
});
