import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { findUnits, unitLike } from '../../src/text/find-units.ts';
import { readRecordLines } from '../../src/text/record-lines.ts';

const units = [
  { id: 'vp', names: ['Văn phòng HĐND và UBND xã', 'Văn phòng', 'VP HĐND&UBND'] },
  { id: 'kt', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'vh', names: ['Phòng Văn hóa - Xã hội', 'Phòng VHXH'] },
  { id: 'yt', names: ['Trạm Y tế xã'] },
];
const today = day('2026-06-15');
const read = (text: string) => readRecordLines(text, today, units);
const entry = (unitId: string, number: string | null, date: string | null) => ({
  unitId,
  number,
  date: date === null ? null : day(date),
});

test.each([
  ['Phòng Kinh tế 123/BC-KT 28/5/2026', [entry('kt', '123/BC-KT', '2026-05-28')]],
  ['phong kinh te 123/bc-kt ngày 28/5', [entry('kt', '123/BC-KT', '2026-05-28')]],
  ['123/BC-KT ngày 28/5/2026 của Phòng Kinh tế', [entry('kt', '123/BC-KT', '2026-05-28')]],
  ['Trạm Y tế: 15/BC-TYT, 11/6', [entry('yt', '15/BC-TYT', '2026-06-11')]],
  ['Phòng Văn hoá – Xã hội hôm qua', [entry('vh', null, '2026-06-14')]],
  ['văn phòng HĐND & UBND xã 9/BC-VP 12/6', [entry('vp', '9/BC-VP', '2026-06-12')]],
  ['Phòng Kinh tế 12/BC-PKT 1/6', [entry('kt', '12/BC-PKT', '2026-06-01')]],
  ['kinh tế', [entry('kt', null, null)]],
  ['Văn hóa 88/BC-VH 12/6/2026', [entry('vh', '88/BC-VH', '2026-06-12')]],
])('%s', (text, entries) => {
  expect(read(text).entries).toEqual(entries);
});

test('several in a line share the last day, never a number; lines are apart', () => {
  const { entries } = read(
    'Phòng Kinh tế 1/BC-KT, Trạm Y tế xã và Phòng VHXH 2/BC-VH 10/6\nVăn phòng 3/BC-VP 9/6',
  );
  expect(entries).toEqual([
    entry('kt', '1/BC-KT', '2026-06-10'),
    entry('yt', null, '2026-06-10'),
    entry('vh', '2/BC-VH', '2026-06-10'),
    entry('vp', '3/BC-VP', '2026-06-09'),
  ]);
});

test('other words say which report; a number or day alone belongs to whoever is asked about', () => {
  expect(read('báo cáo tháng: Trạm Y tế 15/BC-TYT 11/6').rest).toBe('báo cáo tháng');
  expect(read('123/BC-KT 28/5')).toMatchObject({
    entries: [],
    loose: { number: '123/BC-KT', date: '2026-05-28' },
  });
  expect(read('tất cả đơn vị 11/6')).toMatchObject({ all: { number: null, date: '2026-06-11' } });
  expect(read('Phòng Kinh tế 1/BC-KT 31/2/2026').badDates).toEqual(['31/2/2026']);
});

test('a name that two units share names neither', () => {
  const twins = [
    { id: 'a', names: ['Trường Tiểu học số 1', 'Trường Tiểu học'] },
    { id: 'b', names: ['Trường Tiểu học số 2', 'Trường Tiểu học'] },
  ];
  expect(findUnits('Trường Tiểu học 28/5', twins)).toEqual([]);
  expect(unitLike('tiểu học', twins)).toBeNull();
  expect(findUnits('Trường Tiểu học số 2', twins).map(one => one.id)).toEqual(['b']);
});

test('a line whose unit there is not is named, not lost among the others', () => {
  const found = read('Phòng Kinh tế 12/BC-KT 28/5\nHội Phụ nữ 5/BC-HPN 9/6');
  expect(found.entries).toEqual([entry('kt', '12/BC-KT', '2026-05-28')]);
  expect(found.unknown).toEqual(['Hội Phụ nữ']);
});
