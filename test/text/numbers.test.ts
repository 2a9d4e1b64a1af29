import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/core/decimal.ts';
import type { ValueFault } from '../../src/core/sheet-value.ts';
import { formatDecimal, formatInterval } from '../../src/text/numbers.ts';
import { parseDecimal } from '../../src/text/parse-decimal.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { valueFaultText } from '../../src/text/value-faults.ts';
import { d } from '../support/score-facts.ts';

test('numbers are written as in Vietnam, and read back as written', () => {
  expect(formatDecimal(d('375700.5'))).toBe('375.700,5');
  const number = fc.tuple(fc.nat(2_000_000_000), fc.nat(999_999)).map(([whole, part]) => {
    const decimals = String(part).padStart(6, '0').replace(/0+$/, '');
    return decimal(decimals === '' ? String(whole) : `${whole}.${decimals}`);
  });
  fc.assert(
    fc.property(number, given => {
      const read = parseDecimal(formatDecimal(given));
      expect(read.kind === 'number' ? read.number : read.kind === 'ambiguous' && read.readings[0]).toBe(
        given,
      );
    }),
  );
});

test.each([
  ['80', '80'],
  ['12,5%', '12.5'],
  ['1.234,5', '1234.5'],
  ['375.700', '375700'],
  ['9.5', '9.5'],
  ['007', '7'],
  ['8,50', '8.5'],
])('%s is %s', (typed, number) => {
  expect(parseDecimal(typed)).toEqual({ kind: 'number', number });
});

test('what has two readings, or none, is not guessed', () => {
  expect(parseDecimal('1,234')).toEqual({ kind: 'ambiguous', readings: ['1.234', '1234'] });
  for (const typed of ['', 'x', '-5', '1.2.3', '0,1234567', '5 tỷ'])
    expect(parseDecimal(typed)).toEqual({ kind: 'not_a_number' });
});

describe('an interval', () => {
  test.each([
    [{ eq: d(100) }, 'đúng 100'],
    [{ ge: d(88), le: d(90) }, 'từ 88 đến 90'],
    [{ ge: d(88), lt: d(90) }, 'từ 88 đến dưới 90'],
    [{ gt: d(88), lt: d(90) }, 'trên 88 đến dưới 90'],
    [{ gt: d(95) }, 'trên 95'],
    [{ ge: d(95) }, 'từ 95 trở lên'],
    [{ lt: d('49.5') }, 'dưới 49,5'],
    [{ le: d(50) }, 'từ 50 trở xuống'],
    [{}, 'mọi giá trị'],
  ])('%j', (interval, words) => {
    expect(formatInterval(interval)).toBe(words);
  });
});

test('every fault of an answer has its sentence', () => {
  const faults: [ValueFault, string][] = [
    [{ code: 'other_kind', asked: 'ratio' }, 'Tiêu chí này cần kết quả và chỉ tiêu, ví dụ 80/100.'],
    [{ code: 'derived' }, 'Điểm này hệ thống tự tính theo hạn và bản nộp nên không nhập tay.'],
    [{ code: 'out_of_range', min: 0, max: 1050 }, 'Tiêu chí này từ 0 đến 10,5 điểm.'],
    [{ code: 'off_step', step: 50 }, 'Điểm phải là bội số của 0,5.'],
    [{ code: 'unknown_level', names: ['A', 'B'] }, 'Chỉ nhận một trong các mức: A; B.'],
    [{ code: 'too_many', max: 50 }, 'Nhiều nhất là 50.'],
    [{ code: 'outside', low: d(0), high: d(100) }, 'Giá trị phải từ 0 đến 100.'],
    [{ code: 'outside', low: d(1), high: null }, 'Giá trị phải từ 1 trở lên.'],
    [{ code: 'outside', low: null, high: d(9) }, 'Giá trị phải không quá 9.'],
    [{ code: 'outside', low: null, high: null }, 'Giá trị phải là một trong các giá trị bảng điểm nêu.'],
    [{ code: 'target_needed' }, 'Cần cả kết quả và chỉ tiêu, ví dụ 80/100.'],
    [{ code: 'target_given' }, 'Chỉ tiêu đã có trong bảng điểm; chỉ cần ghi kết quả.'],
    [
      { code: 'target_zero' },
      'Chỉ tiêu phải lớn hơn 0. Không được giao chỉ tiêu thì để trống chỉ tiêu, hoặc ghi “không giao”.',
    ],
  ];
  for (const [fault, sentence] of faults) expect(plainText(valueFaultText(fault))).toBe(sentence);
});
