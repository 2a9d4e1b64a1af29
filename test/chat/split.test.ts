import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineText, plainText } from '../../src/chat/plain.ts';
import { split } from '../../src/chat/split.ts';
import type { Inline, Line, Message, Table } from '../../src/core/message.ts';

const said = (parts: Message[]) => parts.map(plainText);
const text = (words: string): Message => ({ lines: words.split('\n').map(line => (line ? [line] : [])) });

describe('a message that is too long is cut', () => {
  test('between lines, with no blank line left at the cut', () => {
    expect(said(split(text('một hai\n\nba bốn\nnăm'), 9))).toEqual(['một hai', 'ba bốn', 'năm']);
    expect(said(split(text('một hai\nba'), 10))).toEqual(['một hai\nba']);
  });

  test('behind a word where a line is too long, in the middle of a long word', () => {
    expect(said(split(text('một hai ba bốn'), 8))).toEqual(['một hai ', 'ba bốn']);
    expect(said(split(text('abcdefghijkl'), 5))).toEqual(['abcde', 'fghij', 'kl']);
  });

  test('never inside what a reader takes for one letter', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(said(split(text(`aa${family}b`), 12))).toEqual(['aa', `${family}b`]);
    expect(said(split(text('ế'.normalize('NFD').repeat(3)), 4))).toEqual(Array(3).fill('ế'.normalize('NFD')));
    expect(said(split(text('😀😀😀'), 3))).toEqual(['😀', '😀', '😀']);
    expect(said(split(text('ab \u0301cd'), 3))).toEqual(['ab', ' \u0301c', 'd']);
  });

  test('inside bold words, but not inside a name or a link', () => {
    const name = { mention: 'Nguyễn Thị Lan', userId: 'lan' };
    const link = { link: 'mở', url: 'https://a.vn/x' };
    const message = { lines: [[{ bold: 'Kính gửi' }, ' ', name, ' ', link]] };
    expect(split(message, 20).map(part => part.lines)).toEqual([
      [[{ bold: 'Kính gửi' }, ' ']],
      [[name, ' ']],
      [[link]],
    ]);
    expect(split({ lines: [[{ bold: 'một hai ba' }]] }, 8).map(part => part.lines)).toEqual([
      [[{ bold: 'một hai ' }]],
      [[{ bold: 'ba' }]],
    ]);
    expect(said(split({ lines: [[link]] }, 10))).toEqual(['mở ', '(https://a', '.vn/x)']);
  });

  const columns: Table['columns'] = [
    { title: 'Đơn vị', align: 'left' },
    { title: 'Điểm', align: 'right' },
  ];
  test('between the rows of its table, whose head stands above each part', () => {
    const rows = [
      ['A', '1'],
      ['B', '2'],
      ['C', '3'],
    ];
    const parts = split(
      { lines: [['Điểm:']], table: { columns, rows }, options: [[{ token: 't', label: 'Có' }]] },
      26,
    );
    expect(said(parts)).toEqual(['Điểm:\nĐơn vị | Điểm\nA | 1', 'Đơn vị | Điểm\nB | 2\nC | 3']);
    expect(parts.map(part => part.options?.length)).toEqual([undefined, 1]);
  });

  test('through a row only where it fits nowhere', () => {
    const table = {
      columns,
      rows: [
        ['A', '1'],
        ['dài '.repeat(8).trim(), '2'],
      ],
    };
    const parts = split({ lines: [], table }, 20);
    expect(said(parts).slice(0, 2)).toEqual(['Đơn vị | Điểm\nA | 1', 'Đơn vị | Điểm']);
    expect(said(parts.slice(2)).join('')).toBe(`${'dài '.repeat(8).trim()} | 2`);
    expect(split({ lines: [['a']], table: { columns, rows: [] } }, 14).map(part => part.table?.rows)).toEqual(
      [undefined, []],
    );
  });

  test('so that it still answers first and asks last', () => {
    const file = { sha256: 'x', name: 'x.pdf', mime: 'application/pdf' };
    const options = [[{ token: 't', label: 'Có' }]];
    const parts = split({ ...text('một hai ba'), options, file, replyTo: 'm1', edits: 'k', asks: 'lan' }, 4);
    expect(parts).toEqual([
      { lines: [['một ']], replyTo: 'm1', edits: 'k' },
      { lines: [['hai ']] },
      { lines: [['ba']], options, file, asks: 'lan' },
    ]);
    const blank = split({ ...text('một\n\n\n\n\n'), options }, 4);
    expect(blank).toEqual([{ lines: [['một']], options }]);
  });
});

const HEAD = 'Tên';
const letter = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constant(' '));
const words = fc.string({ unit: letter });
const inline = fc.oneof(
  words,
  words.map((bold): Inline => ({ bold })),
  words.map((mention): Inline => ({ mention, userId: 'u' })),
  fc.webUrl().map((url): Inline => ({ link: 'mở', url })),
);
// A letter first, so that no line begins with a mark that belongs to a letter before it.
const line = fc.array(inline, { maxLength: 4 }).map((inlines): Line => ['x', ...inlines]);
const rows = fc.array(fc.array(words, { minLength: 1, maxLength: 1 }), { maxLength: 6 });
const columns: Table['columns'] = [{ title: HEAD, align: 'left' }];
const message = fc
  .record({ lines: fc.array(line, { maxLength: 8 }), rows: fc.option(rows) })
  .map(({ lines, rows }): Message => ({ lines, ...(rows && { table: { columns, rows } }) }));

/** All that can be seen, the table's head once. */
function visible(texts: string[]): string {
  const lines = texts.join('\n').split('\n');
  return lines
    .filter((one, n) => one !== HEAD || lines.indexOf(HEAD) === n)
    .join('')
    .replaceAll(/\s/g, '');
}
const wellFormed = (one: string) => Buffer.from(one, 'utf8').toString('utf8') === one;
const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

test('of any message nothing is lost, and every part fits', () => {
  fc.assert(
    fc.property(message, fc.integer({ min: 8, max: 80 }), (whole, units) => {
      const parts = said(split(whole, units));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(units);
      expect(parts.every(wellFormed)).toBe(true);
      expect(visible(parts)).toBe(visible([plainText(whole)]));
      if (parts.length > 1) for (const part of parts) expect(part.trim()).not.toBe('');
    }),
    { numRuns: 2_000 },
  );
});

test('no cut goes through a letter that fits into a part', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 30, max: 80 }), (one, units) => {
      const whole = lineText(one);
      const starts = new Set([...segmenter.segment(whole)].map(({ index }) => index));
      let at = 0;
      for (const part of said(split({ lines: [one] }, units))) {
        at = whole.indexOf(part, at);
        expect(starts.has(at)).toBe(true);
        at += part.length;
      }
      expect(whole.slice(at).trim()).toBe('');
    }),
    { numRuns: 1_000 },
  );
});
