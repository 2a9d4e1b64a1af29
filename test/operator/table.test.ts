import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTableFile } from '../../src/load/read-tally.ts';
import { run } from '../../src/operator/run.ts';
import { refusedCellText, tableQuestionText } from '../../src/text/table-proposal.ts';
import { p } from '../support/score-facts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { workbookOf } from '../support/workbooks.ts';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) =>
  run(args, () => {
    throw new Error('no settings are needed');
  });

test('the template is written once, and reads as a table in the format of tallies', async () => {
  const file = join(folder, 'mau.xlsx');
  expect(await cli('table-template', file)).toEqual({ code: 0, lines: [`Đã ghi tệp mẫu ${file}.`] });
  expect(await cli('table-template', file)).toEqual({
    code: 1,
    lines: [`Tệp ${file} đã có nên không ghi đè.`],
  });
  const { code, lines } = await cli('table', file);
  expect(code).toBe(0);
  const told = JSON.parse(lines.join('\n'));
  expect(readTableFile(JSON.stringify(told.table))).toMatchObject({ kind: 'ok', value: { max: p(100) } });
  expect(told).toMatchObject({ questions: [], problems: [], cells: { 'i/1': 'B4' } });
  expect(told.rules[1].says).toMatch(
    /^Mục 1, ô D7 “Nộp chậm .*”: đề nghị cách chấm “trừ theo số ngày chậm.*Còn phải chọn: tính ngày lịch hay ngày làm việc/,
  );
});

test('what is no workbook, or holds no table, is said in words', async () => {
  const plain = join(folder, 'x.xlsx');
  await writeFile(plain, 'x');
  expect((await cli('table', plain)).lines[0]).toContain('không phải tệp Excel');
  await writeFile(plain, await workbookOf({ A: [['Họ tên']] }));
  expect((await cli('table', plain)).lines[0]).toContain('không có bảng điểm nào đọc được (trang tính: A)');
  expect((await cli('table', join(folder, 'khong-co.xlsx'))).lines[0]).toMatch(/^Không thấy tệp /);
  expect((await cli('table')).code).toBe(2);
  expect((await cli('table-template', 'a', 'b')).code).toBe(2);
});

test('questions and refused cells name their cell', () => {
  const at = { sheet: 'S', cell: 'C7', text: '2-5' };
  expect(tableQuestionText({ code: 'max_unclear', key: 'k', no: '2', at })).toBe(
    'Ô C7: chưa hiểu điểm tối đa “2-5” của mục 2.',
  );
  expect(tableQuestionText({ code: 'max_missing', key: 'k', no: '2', proposed: p(5), at })).toContain(
    'cộng lại 5. Đúng không?',
  );
  expect(tableQuestionText({ code: 'max_missing', key: 'k', no: '2', proposed: null, at })).toMatch(
    /chưa ghi điểm tối đa\.$/,
  );
  expect(tableQuestionText({ code: 'line_unclear', at })).toContain('Ô C7');
  expect(tableQuestionText({ code: 'total_differs', printed: p(100), sum: p(99), at })).toContain(
    'Số nào đúng?',
  );
  expect(tableQuestionText({ code: 'other_sheets', sheets: ['A', 'B'] })).toContain('A; B');
  const cell = { cell: 'F9', no: '3', text: '101' };
  expect(refusedCellText({ ...cell, fault: { code: 'too_many', max: 10 } })).toBe(
    'Ô F9 (tiêu chí 3) “101”: Nhiều nhất là 10.',
  );
  expect(refusedCellText({ ...cell, fault: { code: 'unread', asked: 'count' } })).toContain(
    'cần số lần hoặc số mục',
  );
  expect(refusedCellText({ ...cell, no: null, fault: { code: 'unknown_criterion' } })).toContain(
    'không có tiêu chí',
  );
});
