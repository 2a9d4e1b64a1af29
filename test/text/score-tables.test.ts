import { describe, expect, test } from 'vitest';
import { ownSheet } from '../../src/core/own-sheet.ts';
import { points } from '../../src/core/points.ts';
import { blocScores, tableProblem, unitScore } from '../../src/text/score-tables.ts';
import { entry, group, leaf, now, read, small, table } from '../support/score-sheets.ts';

const notAssigned = { kind: 'not_assigned' } as const;

describe('a unit’s points', () => {
  test('0 is a number, not yet is a dash, not assigned is said', () => {
    const flat = table([leaf('1', 10), leaf('2', 10), leaf('3', 5), group('4', [leaf('4.1', 5)])]);
    const entries = [entry('k1', 1, 0), entry('k3', 1, notAssigned), entry('k4.1', 1, notAssigned)];
    const tally = ownSheet(flat, entries, now);
    const { lines, table: shown } = unitScore('Phòng Kinh tế', tally, null);
    expect(shown.rows).toEqual([
      ['1. Tiêu chí số 1', '0', '10'],
      ['2. Tiêu chí số 2', '–', '10'],
      ['3. Tiêu chí số 3', 'không giao', '–'],
      ['4. Nhóm 4', 'không giao', '–'],
      ['Tổng', '0', '20'],
    ]);
    expect(read({ lines })).toBe(
      'Phòng Kinh tế\nĐiểm tạm tính: 0/20.\nCòn 1 tiêu chí chưa có điểm.\nBản chấm chưa gửi. Gõ /cham_diem để chấm tiếp.',
    );
  });

  test('an untouched sheet shows no zeros', () => {
    expect(unitScore('A', ownSheet(small, [], now), null).table.rows.map(row => row[1])).toEqual([
      '–',
      '–',
      '–',
    ]);
  });

  test('a sheet handed in says when', () => {
    expect(read(unitScore('A', ownSheet(small, [], now), '16:42'))).toContain('Đã gửi bản chấm lúc 16:42.');
  });
});

test('the lead sees every unit in the order given, marked as provisional', () => {
  const unit = {
    ...{ points: points(8650), max: points(10_000), waiting: 0, scored: 9, submitted: false },
    stage: 'self' as const,
  };
  const { lines, table: shown } = blocScores([
    { ...unit, unitName: 'A', submitted: true },
    { ...unit, unitName: 'B' },
    { ...unit, unitName: 'C', waiting: 2 },
    { ...unit, unitName: 'D', points: points(0), scored: 0, waiting: 9 },
  ]);
  expect(shown.rows).toEqual([
    ['A', '86,5/100', 'đã gửi'],
    ['B', '86,5/100', 'chưa gửi'],
    ['C', '86,5/100', 'còn 2'],
    ['D', '–', 'chưa chấm'],
  ]);
  expect(read({ lines })).toContain('(tạm tính) · đã gửi 1/4.');
});

test.each([
  [
    { code: 'sum_differs', key: '1', no: '1', max: points(5000), sum: points(4999) },
    'Mục 1 ghi 50 điểm, các mục con cộng lại 49,99.',
  ],
  [
    { code: 'sum_differs', key: null, no: null, max: points(5000), sum: points(0) },
    'Cả bảng ghi 50 điểm, các mục con cộng lại 0.',
  ],
  [{ code: 'number_twice', no: '1.1' }, 'Số mục 1.1 xuất hiện hai lần trong cùng một mục.'],
  [{ code: 'key_twice', key: 'a' }, 'Mã tiêu chí “a” xuất hiện hai lần.'],
  [{ code: 'zero_max', no: '2' }, 'Mục 2 có điểm tối đa bằng 0.'],
  [{ code: 'no_leaves', no: null }, 'Bảng điểm chưa có tiêu chí nào.'],
  [{ code: 'no_leaves', no: '3' }, 'Mục 3 chưa có tiêu chí con.'],
] as const)('a table’s problem is told plainly: %j', (problem, sentence) => {
  expect(read({ lines: [tableProblem(problem)] })).toBe(sentence);
});
