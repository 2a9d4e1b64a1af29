import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, joinVi, progressBar, shortHash } from '../../src/text/sizes.ts';

it.each([
  [0, '0 B'],
  [512, '512 B'],
  [348_160, '340 KB'],
  [1_048_575, '1 MB'],
  [1_258_291, '1,2 MB'],
  [20 * 1024 ** 2, '20 MB'],
  [3 * 1024 ** 4, '3072 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

it('shortens a hash to eight digits', () => {
  expect(shortHash('ABCDEF0123456789')).toBe('abcdef01');
});

describe('the bar', () => {
  it.each([
    [0, 6, '○○○○○○'],
    [1, 60, '●○○○○○○○○○'],
    [3, 6, '●●●○○○'],
    [59, 60, '●●●●●●●●●○'],
    [6, 6, '●●●●●●'],
    [7, 6, '●●●●●●'],
    [0, 0, '○○○○○○○○○○'],
  ])('%i of %i', (done, of, bar) => {
    expect(progressBar(done, of)).toBe(bar);
  });

  it('has its width, is full only at the end and never shrinks', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 2, max: 20 }),
        (done, of, width) => {
          const bar = progressBar(done, of, width);
          expect(bar).toHaveLength(width);
          expect(bar.includes('○')).toBe(done < of);
          expect(bar.includes('●')).toBe(done > 0);
          expect(progressBar(done + 1, of, width).lastIndexOf('●')).toBeGreaterThanOrEqual(
            bar.lastIndexOf('●'),
          );
        },
      ),
    );
  });
});

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A và B'],
  [['A', 'B', 'C'], 'A, B và C'],
  [['A, B', 'C', 'D'], 'A, B; C và D'],
])('joins %j as %s', (items, text) => {
  expect(joinVi(items)).toBe(text);
});
