import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isReadable, readDocument } from '../../src/documents/read-document.ts';
import { readInside } from '../../src/documents/reading/read.ts';
import { docx, docxOf, listItem, locked, paragraph, pdfOf, tableOf } from '../support/made-documents.ts';
import { workbookOf } from '../support/workbooks.ts';

/** In this thread, as the worker does it. */
const read = (name: string, bytes: Uint8Array) => readInside({ name, mime: '', bytes });
const words = async (name: string, bytes: Uint8Array) => {
  const outcome = await read(name, bytes);
  if (outcome.kind === 'grids') throw new Error('a workbook');
  return outcome.kind === 'words' ? outcome.words : outcome.problem;
};

const HEAD = 'KHỐI THI ĐUA SỐ 05';
const LINE = 'Báo cáo sơ kết gửi trước ngày 15/6/2026';

describe('the words of a document', () => {
  test('docx: a line a paragraph, numbered as the list was', async () => {
    const body = [paragraph(HEAD), listItem('Mục đích'), listItem('Yêu cầu'), listItem('Chung', 1)].join('');
    expect(await words('a.docx', docx(body))).toBe(`${HEAD}\n1. Mục đích\n2. Yêu cầu\n1. Chung`);
  });

  test('docx: a table of data row by row, a table that only places the head paragraph by paragraph', async () => {
    const list = tableOf([
      ['STT', 'Đơn vị', 'Ghi chú'],
      ['1', 'Phòng Kinh tế', 'Trưởng khối'],
      ['2', 'Trạm Y tế', ''],
    ]);
    const head = tableOf([[`${HEAD}\nSố: 12/KH-KTĐ`, 'CỘNG HÒA\nĐông Sơn Hạ, ngày 5 tháng 5 năm 2026']]);
    expect(await words('a.docx', docx(head + list))).toBe(
      [
        HEAD,
        'Số: 12/KH-KTĐ',
        'CỘNG HÒA',
        'Đông Sơn Hạ, ngày 5 tháng 5 năm 2026',
        '| STT | Đơn vị | Ghi chú |',
        '| 1 | Phòng Kinh tế | Trưởng khối |',
        '| 2 | Trạm Y tế |  |',
      ].join('\n'),
    );
  });

  test('pdf: line by line, page after page, with all its accents', async () => {
    const filler = 'Các đơn vị trong Khối tích cực hưởng ứng phong trào';
    expect(await words('a.pdf', pdfOf([[HEAD, LINE], [filler]]))).toBe(`${HEAD}\n${LINE}\n\f\n${filler}`);
  });

  test('txt: in Unicode of either kind, decomposed, or as written before Unicode', async () => {
    expect(await words('a.txt', Buffer.from(LINE.normalize('NFD')))).toBe(LINE);
    expect(await words('a.txt', Buffer.from(`\uFEFF${LINE}`, 'utf16le'))).toBe(LINE);
    expect(await words('a.txt', Uint8Array.from([0x42, 0xe1, 0x6f, 0x20, 0xf0]))).toBe('Báo đ');
  });
});

describe('what cannot be read is told by its reason, and harms nothing', () => {
  test.each([
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'kind'],
    ['a scan', 'a.pdf', pdfOf([[''], ['Số 1']]), 'scanned'],
    ['a locked pdf', 'a.pdf', locked(), 'encrypted'],
    [
      'a locked docx',
      'a.docx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'encrypted',
    ],
    ['a torn docx', 'a.docx', docxOf(LINE).subarray(0, 300), 'broken'],
    ['a torn pdf', 'a.pdf', pdfOf([[LINE]]).subarray(0, 40), 'broken'],
    ['an archive that is no document', 'a.docx', zipSync({ 'x.txt': Buffer.from('x') }), 'broken'],
    ['letters called a PDF', 'a.pdf', Buffer.from('A'.repeat(1000)), 'broken'],
    ['two bytes of an archive', 'a.docx', Buffer.from('PK'), 'broken'],
    ['an empty document', 'a.docx', docxOf(''), 'empty'],
    ['an empty text', 'a.txt', new Uint8Array(), 'empty'],
    ['a long document', 'a.txt', Buffer.from('á'.repeat(2_000_001)), 'too_large'],
    ['too many pages', 'a.pdf', pdfOf(Array.from({ length: 301 }, () => [LINE])), 'too_large'],
  ])('%s', async (_, name, bytes, problem) => {
    expect(await read(name, bytes)).toEqual({ kind: 'problem', problem });
  });

  test('an archive that grows without end is left at its limit', async () => {
    const bomb = docx(paragraph(LINE), { 'word/media/a.bin': new Uint8Array(66 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await read('a.docx', bomb)).toEqual({ kind: 'problem', problem: 'too_large' });
  });

  test('in a thread of its own: what it read comes back, what takes longer than it may is stopped', async () => {
    const file = { name: 'a.docx', mime: '', bytes: docxOf(LINE) };
    expect(await readDocument(file)).toEqual({ kind: 'words', words: LINE });
    expect(await readDocument(file, { timeLimitMs: 1 })).toEqual({ kind: 'problem', problem: 'too_slow' });
  });
});

test('a workbook comes back sheet by sheet, cell by cell', async () => {
  const bytes = await workbookOf({
    'Bảng điểm': [
      ['STT', { value: 'Nội dung', span: 2 }, null],
      [1, 'a', 8.5],
    ],
  });
  expect(await readDocument({ name: 'a.xlsx', mime: '', bytes })).toMatchObject({
    kind: 'grids',
    grids: [{ sheet: 'Bảng điểm', merged: [{ top: 0, left: 1, bottom: 0, right: 2 }] }],
  });
  expect(await read('a.xlsx', bytes.subarray(0, 300))).toEqual({ kind: 'problem', problem: 'broken' });
});

test('pictures are not opened at all', () => {
  const known = (name: string, mime = '') => isReadable({ name, mime });
  expect([known('a.DOCX'), known('a.pdf'), known('a', 'application/pdf'), known('a.txt')]).toEqual(
    Array(4).fill(true),
  );
  expect([known('a.xlsx'), known('a.jpg', 'image/jpeg')]).toEqual([true, false]);
});
