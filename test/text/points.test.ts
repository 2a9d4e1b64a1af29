import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { points } from '../../src/core/points.ts';
import { formatPoints, parsePoints } from '../../src/text/points.ts';

const read = (text: string, max?: number) =>
  parsePoints(text, max === undefined ? {} : { max: points(max * 100) });
const hundredths = (text: string, max?: number) => {
  const found = read(text, max);
  return found.kind === 'points' ? found.points : found.kind === 'ambiguous' ? found.readings : found.kind;
};

describe('points are written the Vietnamese way', () => {
  it.each([
    [925, '9,25'],
    [850, '8,5'],
    [1000, '10'],
    [5, '0,05'],
    [0, '0'],
    [-200, '-2'],
    [-5, '-0,05'],
    [100_000, '1.000'],
    [123_456_789, '1.234.567,89'],
    [99_999, '999,99'],
  ])('%i hundredths as %s', (value, text) => {
    expect(formatPoints(points(value))).toBe(text);
  });

  it('shows two decimals where asked', () => {
    expect([850, 1000, 5].map(value => formatPoints(points(value), { decimals: 2 }))).toEqual([
      '8,50',
      '10,00',
      '0,05',
    ]);
  });
});

describe('typed points are understood', () => {
  it.each([
    ['8,5', 850],
    ['8.5', 850],
    ['8', 800],
    [' 8,50 ', 850],
    ['8,500', [850, 850_000]],
    ['8,5đ', 850],
    ['8,5 Đ', 850],
    ['8.5 điểm', 850],
    ['8.5 điểm'.normalize('NFD'), 850],
    ['8.5 diem', 850],
    ['8,5.', 850],
    ['8 rưỡi', 850],
    ['9.25', 925],
    ['08,5', 850],
    ['+8', 800],
    ['-2', -200],
    ['−2', -200],
    ['–2,5', -250],
    ['-0', 0],
    ['1.234', 123_400],
    ['1.000', 100_000],
    ['1.234,5', 123_450],
    ['1.234.567', 123_456_700],
    ['1,234.5', 123_450],
    ['1,234,567', 123_456_700],
    ['0.500', 50],
    ['8,125', 'too_precise'],
  ])('%s', (text, expected) => {
    expect(hundredths(String(text))).toEqual(expected);
  });

  it.each([
    '',
    'tám',
    '8/10',
    '8-9',
    '8 9',
    '8,5,1',
    '1.23.4',
    '8²',
    '1e3',
    'Infinity',
    '8,',
    '8,5 rưỡi',
    '9999999999999',
    'đ',
  ])('%j is no number', text => {
    expect(hundredths(text)).toBe('not_a_number');
  });

  it('never takes three decimals for two', () => {
    expect(['8,125', '8,1251', '9.1234', '0.125', '1,234'].map(text => hundredths(text))).toEqual(
      Array(5).fill('too_precise'),
    );
  });

  it('keeps what was typed for the echo', () => {
    expect(read(' 9.5  điểm ')).toEqual({ kind: 'points', points: 950, asTyped: '9.5 điểm' });
  });
});

describe('the maximum decides between two readings', () => {
  it.each([
    ['9.5', 10, 950],
    ['1.234', 2000, 123_400],
    ['1.234', 10, 'too_precise'],
    ['1.500', 10, 150],
    ['1,500', 10, 150],
    ['1.500', 2000, [150_000, 150]],
    ['1,500', 2000, [150, 150_000]],
    ['-1.500', 10, -150],
    ['1.000', 1000, [100_000, 100]],
    // Beyond it either way: still read, the bound is the caller's to name.
    ['1.500', 1, 150_000],
    ['12', 10, 1200],
  ])('%s of at most %i', (text, max, expected) => {
    expect(hundredths(text, max)).toEqual(expected);
  });
});

it('reads back whatever it writes, to the hundredth', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), fc.boolean(), (value, fixed) => {
      const text = formatPoints(points(value), fixed ? { decimals: 2 } : {});
      expect(hundredths(text)).toBe(value);
    }),
  );
});

it('never throws, and every reading is whole hundredths', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,-+ đr') });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string()), text => {
      const found = read(text, 100);
      const all = found.kind === 'points' ? [found.points] : found.kind === 'ambiguous' ? found.readings : [];
      expect(all.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});
