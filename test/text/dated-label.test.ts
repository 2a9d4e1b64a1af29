import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { datedLabel } from '../../src/text/dated-label.ts';

const today = day('2026-11-28');

test.each([
  ['Báo cáo tháng', day('2026-12-05'), 'Báo cáo tháng · 05/12'],
  ['Báo cáo tháng', day('2027-01-05'), 'Báo cáo tháng · 05/01/2027'],
  ['Báo cáo tháng', null, 'Báo cáo tháng · chưa định ngày'],
  [
    'Báo cáo tổng kết phong trào thi đua và công tác khen thưởng',
    day('2026-12-05'),
    'Báo cáo tổng kết phong trào thi đua… · 05/12',
  ],
])('the day survives, however long the title: %s', (title, dueOn, label) => {
  expect(datedLabel(title, dueOn, today)).toBe(label);
});
