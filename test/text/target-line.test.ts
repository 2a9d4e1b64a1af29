import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readReportLine } from '../../src/text/target-line.ts';

const today = day('2026-07-06');
const share = { operator: '>=', measure: '%' } as const;
const models = { operator: '>=', measure: 'mô hình' } as const;
const deed = { operator: 'done', measure: null } as const;
const read = (line: string, target: Parameters<typeof readReportLine>[2] = share) =>
  readReportLine(line, today, target);

test.each([
  ['95,5% đến 30/6, theo Báo cáo số 12/BC-KT', [95.5], '2026-06-30', 'Báo cáo số 12/BC-KT'],
  ['dat 95.5 % den ngay 30/6/2026 theo bao cao 12/BC-KT', [95.5], '2026-06-30', 'bao cao 12/BC-KT'],
  ['Đạt 100 phần trăm', [100], null, 'phần trăm'],
  ['98', [98], null, null],
  ['98% (nguồn: Cổng dịch vụ công)', [98], null, 'Cổng dịch vụ công'],
  ['tính đến hết tháng 6: 98', [], '2026-06-30', '98'],
  ['98 tính đến hết tháng 6', [98], '2026-06-30', null],
  ['98 đến tháng 6, số liệu sơ bộ', [98], '2026-06-30', 'số liệu sơ bộ'],
  ['1,234 đến hôm nay', [1.234, 1234], '2026-07-06', null],
  ['-2,5 theo Niên giám', [-2.5], null, 'Niên giám'],
  ['âm 2,5', [-2.5], null, null],
  ['12/BC-KT ngày 3/6', [], null, '12/BC-KT ngày 3/6'],
])('%s', (line, values, asOf, source) => {
  expect(read(line)).toEqual({ values, asOf, source, badDay: null });
});

test('the measure said again is no source, and other words are', () => {
  expect(read('2 mô hình đến 30/6', models)).toMatchObject({ values: [2], source: null });
  expect(read('2 mo hinh, lớp tập huấn', models)).toMatchObject({ values: [2], source: 'lớp tập huấn' });
});

test('what is to be done is done or not yet', () => {
  expect(read('xong đến 30/6, biên bản 4/BB-UBND', deed)).toMatchObject({
    ...{ values: [1], asOf: '2026-06-30', source: 'biên bản 4/BB-UBND' },
  });
  expect(read('Chưa hoàn thành', deed)).toMatchObject({ values: [0], source: null });
  expect(read('đã đạt', deed).values).toEqual([1]);
  expect(read('ngày mai', deed).values).toEqual([]);
});

test('a day that is none, or still to come, is named', () => {
  expect(read('98 đến 31/6').badDay).toBe('31/6');
  expect(read('98 đến 30/9/2026').badDay).toBe('30/9/2026');
});

test('decomposed letters read alike', () => {
  expect(read('Đạt 98 đến 30/6, theo Sở'.normalize('NFD'))).toEqual(read('Đạt 98 đến 30/6, theo Sở'));
});
