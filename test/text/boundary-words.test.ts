import { describe, expect, test } from 'vitest';
import { dueOf } from '../../src/core/boundary.ts';
import { day } from '../../src/core/day.ts';
import { readBoundary } from '../../src/text/boundary-words.ts';
import { withoutMarks } from '../../src/text/fold.ts';

/** A Monday. */
const today = day('2026-06-08');

/** The last day that is on time, what was excluded, and how it comes back. */
function read(text: string): string {
  const found = readBoundary(text, today);
  if (found.kind !== 'boundary') return found.kind;
  const due = dueOf(found.boundary);
  if (due.kind === 'undated') return 'undated';
  const { dueOn, dueBefore, window } = due;
  const parts = [dueOn, dueBefore && `before ${dueBefore}`, window && `from ${window.from}`, found.every];
  return parts.filter(Boolean).join(', ');
}

describe('a term is understood as plans and people word it, with and without accents', () => {
  test.each([
    ['trước ngày 15/6', '2026-06-14, before 2026-06-15'],
    ['trước 15/6/2026', '2026-06-14, before 2026-06-15'],
    ['hạn trước ngày 15 tháng 6 năm 2026', '2026-06-14, before 2026-06-15'],
    ['chậm nhất ngày 15/6', '2026-06-15'],
    ['chậm nhất là ngày 15/6', '2026-06-15'],
    ['đến hết ngày 15/6', '2026-06-15'],
    ['hết ngày 15/6', '2026-06-15'],
    ['hạn 15/6', '2026-06-15'],
    ['hạn nộp: 15/6', '2026-06-15'],
    ['ngày 20 tháng cuối quý', '2026-06-20'],
    ['ngày 20 tháng cuối hằng quý', '2026-06-20, quarter'],
    ['hằng quý, ngày 20 của tháng cuối quý', '2026-06-20, quarter'],
    ['ngày 20 tháng cuối mỗi quý', '2026-06-20, quarter'],
    ['mùng 6 Tết', '2027-02-11'],
    ['mong 6 tet', '2027-02-11'],
    ['trước mùng 4 tháng Giêng', '2027-02-08, before 2027-02-09'],
    ['mùng 6 Tết 2028', '2028-01-31'],
    ['20/6 lúc 14 giờ', '2026-06-20'],
    ['15/1/2027 14:00', '2027-01-15'],
    ['trước ngày 15/6, lúc 14h30', '2026-06-14, before 2026-06-15'],
    ['thứ sáu hằng tuần', 'weekly'],
    ['mỗi thứ sáu', 'weekly'],
    ['thứ sáu tuần sau', '2026-06-19'],
    ['15-6-2026', '2026-06-15'],
    ['trong ngày 15/6', '2026-06-15'],
    ['trước tháng 12', '2026-11-30, before 2026-12-01'],
    ['trước tháng 12/2026', '2026-11-30, before 2026-12-01'],
    ['trước năm 2027', '2026-12-31, before 2027-01-01'],
    ['trong tháng 7', '2026-07-31, from 2026-07-01'],
    ['tháng 7/2026', '2026-07-31, from 2026-07-01'],
    ['trong tháng này', '2026-06-30, from 2026-06-01'],
    ['tháng sau', '2026-07-31, from 2026-07-01'],
    ['trong quý III', '2026-09-30, from 2026-07-01'],
    ['quý 3/2026', '2026-09-30, from 2026-07-01'],
    ['từ ngày 1/6 đến ngày 15/6', '2026-06-15, from 2026-06-01'],
    ['từ ngày 1 đến ngày 15/6', '2026-06-15, from 2026-06-01'],
    ['từ 25/12 đến hết 05/01/2027', '2027-01-05, from 2026-12-25'],
    ['trong năm 2026', '2026-12-31, from 2026-01-01'],
    ['thứ sáu tuần sau', '2026-06-19'],
    ['trước thứ sáu tuần sau', '2026-06-18, before 2026-06-19'],
    ['cuối tháng', '2026-06-30'],
    ['trước ngày 10/12 hằng năm', '2026-12-09, before 2026-12-10, year'],
    ['hàng năm, trước ngày 10/12', '2026-12-09, before 2026-12-10, year'],
    ['hằng tháng ngày 25', '2026-06-25, month'],
    ['ngày 25 hằng tháng', '2026-06-25, month'],
    ['trước ngày 5 hằng tháng', '2026-07-04, before 2026-07-05, month'],
    ['cuối tháng, hằng tháng', '2026-06-30, from 2026-06-01, month'],
    ['ngày 20 tháng cuối quý, hằng quý', '2026-06-20, quarter'],
    ['6 tháng một lần, ngày 15/6', '2026-06-15, half_year'],
  ])('%s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
    expect(read(withoutMarks(text))).toBe(wanted);
    expect(read(text.toUpperCase())).toBe(wanted);
  });
});

test.each(['chưa có ngày', 'chưa định ngày', 'chưa rõ', 'chưa có', 'không có hạn', 'CHUA CO NGAY.'])(
  '%s leaves it undated',
  text => {
    expect(read(text)).toBe('undated');
  },
);

test('how often is kept where the first date is still to be asked', () => {
  expect(readBoundary('hằng năm', today)).toEqual({ kind: 'recurring', every: 'year' });
  expect(readBoundary('định kỳ hằng quý', today)).toEqual({ kind: 'recurring', every: 'quarter' });
});

test('a day of this year just past may be meant as well as the next: asked, not guessed', () => {
  const found = readBoundary('trước ngày 5/6', today);
  expect(found).toMatchObject({
    kind: 'ambiguous',
    readings: [{ day: '2026-06-05' }, { day: '2027-06-05' }],
  });
  expect(readBoundary('trước tháng 6', today)).toMatchObject({
    kind: 'ambiguous',
    readings: [{ year: 2026 }, { year: 2027 }],
  });
  expect(read('ngày 5/6/2026')).toBe('2026-06-05');
  expect(read('15/1')).toBe('2027-01-15');
});

test('an hour is heard, though a single deadline has none: before 17:00 of a day is still that day', () => {
  expect(readBoundary('trước 17h ngày 15/6', today)).toEqual({
    kind: 'boundary',
    boundary: { kind: 'by_day', day: '2026-06-15' },
    every: null,
    hour: true,
  });
  expect(read('trước 17 giờ 30 ngày 15/6')).toBe('2026-06-15');
});

test.each(['31/6', 'trước ngày 30/2', 'từ ngày 1/6 đến ngày 31/6', 'trong tháng 13', 'trước tháng 0'])(
  '%s is no day of any calendar',
  text => {
    expect(read(text)).toBe('no_such_day');
  },
);

test.each([
  '',
  'không',
  'chưa',
  'Báo cáo 6 tháng',
  'tất cả đơn vị',
  'Báo cáo thường niên',
  'trước hội nghị',
  'quý vị',
  '2',
])('“%s” is no term', text => {
  expect(read(text)).toBe('none');
});
