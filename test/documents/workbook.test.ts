import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { type Cell, writeWorkbook } from '../../src/documents/workbook.ts';
import { unzip } from '../support/unzip.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });

async function written(rows: Cell[][]) {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, n) => ({ title: `Cột ${n}`, width: 20 }));
  const bytes = await writeWorkbook([{ name: 'Danh sách', title: ['Bảng'], columns, rows, notes: ['hết'] }]);
  const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return { xml: unzip(bytes), read: sheet?.data.slice(2, -1) ?? [] };
}

const NASTY = [
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+84 912 345 678',
  '-5',
  '@SUM(A1)',
  "'quoted",
  '<b>&"',
  '🙂 Hội đồng',
];

test('a text that looks like a formula is a text, also after somebody has edited the cell', async () => {
  const { xml, read } = await written(NASTY.map(one => [text(one)]));
  expect(read.map(([cell]) => cell)).toEqual(NASTY);
  const sheet = xml.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toMatch(/<f[ >]/);
  // 49 is the built-in format "text".
  expect(xml.get('xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
  const cells = [...sheet.matchAll(/<c [^>]*r="A[3-9]\d*"[^>]*>/g)].map(([cell]) => cell);
  expect(cells.length).toBeGreaterThan(6);
  for (const cell of cells) expect(cell).toContain('t="s"');
});

test('TAB and what no XML may hold go, line breaks stay', async () => {
  const { read } = await written([[text('\t=cmd')], [text('a\u0000b\u0008c\ud800d')], [text('một\nhai')]]);
  expect(read.map(([cell]) => cell)).toEqual([' =cmd', 'abcd', 'một\nhai']);
});

test('a text stands away from its line, a place in a ranking in the middle', async () => {
  const row: Cell[] = [
    { kind: 'number', number: 1 },
    { kind: 'text', text: 'Trạm Y tế' },
  ];
  const columns = [
    { title: 'Hạng', width: 8, align: 'center' as const },
    { title: 'Đơn vị', width: 40 },
  ];
  const xml = unzip(await writeWorkbook([{ name: 'a', title: [], columns, rows: [row], notes: [] }]));
  const [, ...formats] = (xml.get('xl/styles.xml') ?? '').split('<cellXfs')[1]?.split('<xf ') ?? [];
  const looks = [...(xml.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="[AB]2" s="(\d+)"/g)];
  const [place, name] = looks.map(([, style]) => formats[Number(style)] ?? '');
  expect(place).toContain('horizontal="center"');
  expect(name).toContain('indent="1"');
});

test('a word that every object knows is a text like others', async () => {
  const { read } = await written([[text('constructor')], [text('valueOf')], [text('__proto__')]]);
  expect(read.map(([cell]) => String(cell).trim())).toEqual(['constructor', 'valueOf', '__proto__']);
});

test('−5 stays a number, a day a day, and a moment what clocks in Vietnam showed', async () => {
  const { read } = await written([
    [
      { kind: 'number', number: -5 },
      { kind: 'day', day: day('2026-05-28') },
      { kind: 'instant', instant: new Date('2026-05-28T18:30:00Z') },
      { kind: 'empty' },
    ],
  ]);
  expect(read[0]).toEqual([-5, new Date('2026-05-28T00:00:00Z'), new Date('2026-05-29T01:30:00Z'), null]);
});

test('any text comes back as it was, one line or many', async () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter(one => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(one));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async words => {
      const { read, xml } = await written(words.map(one => [text(one)]));
      expect(read.map(([cell]) => cell)).toEqual(words.map(one => (one in {} ? `${one} ` : one)));
      expect(xml.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    }),
    { numRuns: 25 },
  );
});
