import { expect, test } from 'vitest';
import { readYear } from '../../src/text/year-words.ts';

test.each([
  ['năm 2026', 2026, ''],
  ['nam thi dua 2026', 2026, ''],
  ['của năm 2026', 2026, ''],
  ['2026', 2026, ''],
  ['năm 2026 3', 2026, '3'],
  ['Năm 2026: Trạm Y tế', 2026, 'Trạm Y tế'],
])('%s', (typed, year, words) => {
  for (const form of ['NFC', 'NFD'] as const)
    expect(readYear(typed.normalize(form), 'first')).toEqual({ year, words });
});

test('behind somebody’s own words a year is part of them; behind a name it is the year', () => {
  expect(readYear('Chuyển đổi số năm 2026', 'first')).toBeNull();
  expect(readYear('Trạm Y tế năm 2026', 'anywhere')).toEqual({ year: 2026, words: 'Trạm Y tế' });
  for (const other of ['', '3', 'năm', 'năm 26', '12,5 đến 30/6/2026'])
    expect(readYear(other, 'anywhere')).toBeNull();
});
