import { describe, expect, test } from 'vitest';
import { points } from '../../src/core/points.ts';
import type { AskedKind } from '../../src/core/sheet-value.ts';
import { answerProblem } from '../../src/text/answer-problem.ts';
import { type Asked, parseAnswer, typedAnswer, valueWords } from '../../src/text/answer-value.ts';

const asked = (kind: AskedKind): Asked => ({ kind, max: points(1000), levels: [] });
/** As it would be echoed, or why not. */
function understood(text: string, kind: AskedKind): string {
  const read = parseAnswer(text, asked(kind));
  if (read.kind === 'unclear') return read.why;
  return read.kind === 'value'
    ? valueWords(read.value)
    : read.readings.map(one => valueWords(one)).join(' | ');
}

describe('an answer is read as it is typed', () => {
  test.each([
    ['8.5đ', 'points', '8,5 điểm'],
    ['8,5 điểm', 'points', '8,5 điểm'],
    ['８，５', 'points', '8,5 điểm'],
    ['８．５ điểm', 'points', '8,5 điểm'],
    ['8,5/10', 'points', '8,5 điểm'],
    ['8,5đ / 10đ', 'points', '8,5 điểm'],
    ['９２，５％', 'number', '92,5'],
    ['３ lần', 'count', '3'],
    ['８０／１００', 'ratio', 'đạt 80 / chỉ tiêu 100'],
    ['80 - 100', 'ratio', 'đạt 80 / chỉ tiêu 100'],
    ['đạt 80, chỉ tiêu 100', 'ratio', 'đạt 80 / chỉ tiêu 100'],
  ] as const)('%s as %s: %s', (text, kind, words) => {
    expect(understood(text, kind)).toBe(words);
  });

  test.each([
    ['8,5/9', 'points'],
    ['8/10/2026', 'points'],
    ['8²', 'points'],
    ['', 'ratio'],
  ] as const)('%s is no answer in %s', (text, kind) => {
    expect(understood(text, kind)).toBe('not_understood');
  });
});

describe('a number below 0 is refused as such, never read without its sign', () => {
  test.each([
    ['-1', 'points'],
    ['−1 điểm', 'points'],
    ['- 1', 'number'],
    ['–5%', 'number'],
    ['-2 lần', 'count'],
    ['-80/100', 'ratio'],
    ['80/-100', 'ratio'],
    ['đạt -80, chỉ tiêu 100', 'ratio'],
    ['－８０／１００', 'ratio'],
  ] as const)('%s as %s', (text, kind) => {
    expect(understood(text, kind)).toBe('negative');
    expect(String(answerProblem('negative', asked(kind)))).toContain('không được nhỏ hơn 0');
  });
});

test('what is echoed for editing is read as the same again', () => {
  for (const [text, kind] of [
    ['8,5', 'points'],
    ['92,5', 'number'],
    ['3', 'count'],
    ['80/100', 'ratio'],
  ] as const) {
    const read = parseAnswer(text, asked(kind));
    expect(read.kind === 'value' && typedAnswer(read.value)).toBe(text);
  }
});
