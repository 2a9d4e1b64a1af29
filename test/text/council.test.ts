import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readCouncil, readLevel, readTitle, readYear } from '../../src/text/council.ts';

const today = day('2026-06-08');

test.each([
  ['Hội đồng Thi đua - Khen thưởng xã Hà Bắc, thành phố Hải Phòng', 'xã', 'thành phố Hải Phòng'],
  ['Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh', 'tỉnh', 'tỉnh Bắc Ninh'],
  ['Hội đồng TĐKT phường Hồng Quang', 'xã', null],
  ['Hội đồng Thi đua - Khen thưởng Bộ Nội vụ', 'bộ', 'cả nước'],
  ['Hội đồng Thi đua - Khen thưởng Trung ương', 'trung ương', 'cả nước'],
  ['Hội đồng Thi đua - Khen thưởng Bảo hiểm xã hội', null, null],
])('%s: level and area as far as the name shows them', (text, level, area) => {
  expect(readCouncil(text)).toMatchObject({ level, area });
});

test('a place alone means its council', () => {
  expect(readCouncil('xã Hà Bắc, thành phố Hải Phòng')).toEqual({
    councilName: 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc',
    level: 'xã',
    area: 'thành phố Hải Phòng',
  });
});

test.each([
  [
    'hội đồng TĐKT xã Hà Bắc, tp. Hải Phòng',
    'Hội đồng Thi đua - Khen thưởng xã Hà Bắc',
    'thành phố Hải Phòng',
  ],
  ['HĐTĐKT xã Hà Bắc, TP Hải Phòng', 'Hội đồng Thi đua - Khen thưởng xã Hà Bắc', 'thành phố Hải Phòng'],
  ['hoi dong thi dua khen thuong xa Ha Bac', 'Hội đồng Thi đua - Khen thưởng xa Ha Bac', null],
])('%s: abbreviations are written out', (text, councilName, area) => {
  expect(readCouncil(text)).toMatchObject({ councilName, area });
});

test('a year is last, this or next year; anything else is asked again', () => {
  expect(readYear('năm 2026', today)).toBe(2026);
  expect(readYear('Khối thi đua năm 2027', today)).toBe(2027);
  expect(readYear('2062', today)).toBeNull();
  expect(readYear('20260', today)).toBeNull();
  expect(readYear('năm nay', today)).toBeNull();
});

test('levels by their words, marks or not', () => {
  expect(['Cấp xã', 'phuong', 'Tỉnh', 'liên tỉnh', 'bộ, ngành', 'trung ương', 'khác'].map(readLevel)).toEqual(
    ['xã', 'xã', 'tỉnh', 'liên tỉnh', 'bộ', 'trung ương', null],
  );
});

test('a title has letters and no end mark', () => {
  expect(readTitle(' Khối   thi đua số 02. ')).toBe('Khối thi đua số 02');
  expect(readTitle('12')).toBeNull();
});
