import { expect, test } from 'vitest';
import { aimWords, formatFigure, readFigure } from '../../src/text/figures.ts';

test.each([
  ['12,5', '=', 12.5, null],
  ['9.5', '=', 9.5, null],
  ['1.090 tỷ USD', '=', 1090, null],
  ['375.700', '=', 375_700, null],
  ['1.234.567,5', '=', 1_234_567.5, null],
  ['ít nhất 95%', '>=', 95, null],
  ['it nhat 01 sang kien', '>=', 1, null],
  ['95% trở lên', '>=', 95, null],
  ['trên 90%', '>', 90, null],
  ['không quá 3', '<=', 3, null],
  ['dưới 2%', '<', 2, null],
  ['khoảng 45%', 'approx', 45, null],
  ['đạt 100%', '=', 100, null],
  ['11 - 12%/năm', 'between', 11, 12],
  ['từ 35 đến 40', 'between', 35, 40],
  ['8.700 - 8.200 USD', 'between', 8200, 8700],
])('%s is read as people mean it', (words, operator, low, high) => {
  expect(readFigure(words)).toEqual({ operator, low, high });
});

test.each(['Số mô hình mới', 'chưa rõ', ''])('%s is no figure', words => {
  expect(readFigure(words)).toBeNull();
});

test.each([
  [{ operator: '>=', low: 95, high: null }, '%', '≥ 95%'],
  [{ operator: 'between', low: 8200, high: 8700 }, 'USD', '8.200 – 8.700 USD'],
  [{ operator: 'approx', low: 12.5, high: null }, '%/năm', 'khoảng 12,5%/năm'],
  [{ operator: '=', low: 375_700, high: null }, 'tỷ đồng', '375.700 tỷ đồng'],
  [{ operator: 'done', low: null, high: null }, null, 'hoàn thành'],
] as const)('a figure is written as Vietnamese documents write it', (figure, measure, written) => {
  expect(formatFigure(figure, measure)).toBe(written);
});

test('what is to be done is said as the document says it, with no word added and not twice', () => {
  const done = { operator: 'done', low: null, high: null, measure: 'dự án' } as const;
  expect(aimWords({ ...done, metric: 'Bàn giao mặt bằng', raw: 'bàn giao mặt bằng.' })).toBeNull();
  expect(aimWords({ ...done, metric: 'Mặt bằng', raw: 'trước tháng 9/2027' })).toBe('trước tháng 9/2027');
  const share = { operator: '>=', low: 95, high: null, measure: '%' } as const;
  expect(aimWords({ ...share, metric: 'Tỷ lệ', raw: 'trên 95%' })).toBe('≥ 95%');
});
