import { expect, test } from 'vitest';
import { tetOf } from '../../src/text/tet.ts';
import { lunarDay } from '../support/lunar.ts';

test.each([2026, 2027, 2028, 2029, 2030, 2031])('Tết %i is on the day the moon says', year => {
  expect(tetOf(year)).toBe(lunarDay(year, 1, 1));
});
