import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { isRegistration, readRegistration } from '../../src/text/registration-line.ts';

const today = day('2026-06-10');

test.each([
  ['Tập thể Lao động xuất sắc', 'Tập thể Lao động xuất sắc', null, null],
  [
    'Tập thể Lao động xuất sắc; Cờ thi đua; giao ước số 12/GƯ-TYT ngày 10/6/2026',
    'Tập thể Lao động xuất sắc; Cờ thi đua',
    '12/GƯ-TYT',
    '2026-06-10',
  ],
  ['giao uoc thi dua: so 12/GU-TYT\nDanh hiệu: Cờ thi đua', 'Cờ thi đua', '12/GU-TYT', null],
  ['Bản giao ước đã ký số 12/GƯ-TYT', null, '12/GƯ-TYT', null],
  ['Đăng ký: 02 Chiến sĩ thi đua cơ sở', '02 Chiến sĩ thi đua cơ sở', null, null],
])('%s', (line, titles, pledgeNumber, pledgedOn) => {
  const read = { titles, pledgeNumber, pledgedOn, badDay: null };
  expect(readRegistration(line, today)).toEqual(read);
  expect(readRegistration(line.normalize('NFD'), today)).toEqual(read);
});

test('a day that is none is named, the number kept', () => {
  expect(readRegistration('Cờ thi đua; giao ước 12/GƯ-TYT ngày 31/6/2026', today)).toMatchObject({
    ...{ pledgeNumber: '12/GƯ-TYT', pledgedOn: null, badDay: '31/6/2026' },
  });
});

test('initiatives and exemplars have lists of their own', () => {
  expect(isRegistration('Đăng ký thi đua năm 2026')).toBe(true);
  expect(isRegistration('Ký giao ước thi đua')).toBe(true);
  expect(isRegistration('Đăng ký sáng kiến, mô hình')).toBe(false);
  expect(isRegistration('Đăng ký điển hình tiên tiến')).toBe(false);
  expect(isRegistration('Đăng ký danh hiệu thi đua')).toBe(true);
  expect(isRegistration('Báo cáo 6 tháng')).toBe(false);
});
