import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../db/project-root.ts';
import { leaves } from '../../../src/core/score-table.ts';
import { readGrids } from '../../../src/documents/grid.ts';
import { readScoreTable } from '../../../src/documents/score-table/read.ts';
import {
  readScoreSheet,
  writeScoreSheet,
  writeTableTemplate,
} from '../../../src/documents/score-table/sheet-file.ts';
import { readTableFile } from '../../../src/load/read-tally.ts';
import { refusedCellText } from '../../../src/text/table-proposal.ts';
import { p } from '../../support/score-facts.ts';
import { type MadeCell, workbookOf } from '../../support/workbooks.ts';

const file = readTableFile(readFileSync(join(projectRoot(), 'examples', 'bang-diem-mau.json'), 'utf8'));
if (file.kind === 'mistakes') throw new Error('the sample has mistakes');
const table = file.value;

/** The sheet as a unit gets it, filled in by criterion key. */
async function filled(answers: Record<string, string | number>): Promise<Uint8Array> {
  const read = await readGrids(await writeScoreSheet(table, 'Xã Thử'));
  if (read.kind !== 'grids') throw new Error(read.problem);
  const rows = read.grids[0]?.rows ?? [];
  const made = rows.map((cells): MadeCell[] => {
    const answer = answers[cells[0]?.text ?? ''];
    const own = cells.map(cell => cell.text);
    return answer === undefined ? own : [...Array.from({ length: 5 }, (_, n) => own[n] ?? ''), answer];
  });
  return workbookOf({ 'Bản chấm': made });
}

test('the template is a table that reads as it is meant', async () => {
  const read = await readScoreTable(await writeTableTemplate(), 'x');
  if (read.kind !== 'table') throw new Error(read.kind);
  expect(read.proposal).toMatchObject({ questions: [], problems: [] });
  expect(read.proposal.table).toMatchObject({ max: p(100), name: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM …' });
  expect(read.proposal.rules.map(rule => rule.rule.id)).toEqual(['ratio', 'late_days', 'bonus_per_item']);
});

test('a sheet to fill in names every criterion, what it asks for, and those that need nothing', async () => {
  const read = await readGrids(await writeScoreSheet(table, 'Xã Thử'));
  if (read.kind !== 'grids') throw new Error(read.problem);
  const rows = read.grids[0]?.rows ?? [];
  const how = new Map(rows.map(cells => [cells[0]?.text ?? '', cells[4]?.text ?? '']));
  for (const leaf of leaves(table)) expect(how.get(leaf.key)).not.toBe('');
  expect(how.get('ii/1/1.a')).toBe('Hệ thống tự tính, không cần ghi');
  expect(how.get('ii/2')).toContain('Chỉ tổ chức tổng kết');
  expect(how.get('iii/1')).toBe('Ghi điểm, từ 0 đến 10');
});

test('filled in and sent back, each answer is read by what its criterion asks for', async () => {
  const read = await readScoreSheet(
    await filled({
      'i/1': '120/100',
      'i/2': '45 / 48',
      'i/3': '97,5%',
      'i/4/4a': 'Có',
      'i/4/4b': 9,
      'ii/2': 'tổ chức đủ, đúng thời gian',
      'ii/3': 'KHÔNG',
      'ii/4': '1 lần',
      'iii/1': '9,5',
      'iii/2': 'không được giao',
      'iv/2': '-',
      'v/1': 'không có',
      'v/2': 1.5,
    }),
    table,
  );
  if (read.kind !== 'answers') throw new Error(read.kind);
  expect(read.refused).toEqual([]);
  expect(Object.fromEntries(read.values)).toEqual({
    'i/1': { kind: 'ratio', actual: '120', target: '100' },
    'i/2': { kind: 'ratio', actual: '45', target: '48' },
    'i/3': { kind: 'number', number: '97.5' },
    'i/4/4a': { kind: 'yes_no', yes: true },
    'i/4/4b': { kind: 'count', count: 9 },
    'ii/2': { kind: 'level', level: 'du' },
    'ii/3': { kind: 'yes_no', yes: false },
    'ii/4': { kind: 'count', count: 1 },
    'iii/1': { kind: 'points', points: p(9.5) },
    'iii/2': { kind: 'not_assigned' },
    'v/1': { kind: 'count', count: 0 },
    'v/2': { kind: 'points', points: p(1.5) },
  });
});

test('every cell that cannot stand is named, and the others are read all the same', async () => {
  const read = await readScoreSheet(
    await filled({
      i: 'x',
      'i/1': 'nhiều',
      'i/3': 101,
      'i/4/4a': 'có lẽ',
      'i/4/4b': 11,
      'ii/1/1.a': 6,
      'ii/2': 'tốt',
      'iii/1': '9,25',
      'iii/2': '5/0',
      'v/2': 4,
      'ii/3': 'có',
    }),
    table,
  );
  if (read.kind !== 'answers') throw new Error(read.kind);
  expect(read.refused.map(({ no, text, fault }) => [no, text, fault.code])).toEqual([
    [null, 'x', 'unknown_criterion'],
    ['1', 'nhiều', 'unread'],
    ['3', '101', 'outside'],
    ['4a', 'có lẽ', 'unread'],
    ['4b', '11', 'too_many'],
    ['1.a', '6', 'derived'],
    ['2', 'tốt', 'unread'],
    ['1', '9,25', 'off_step'],
    ['2', '5/0', 'target_zero'],
    ['2', '4', 'out_of_range'],
  ]);
  expect(read.refused[0]?.cell).toMatch(/^F\d+$/);
  expect([...read.values.keys()]).toEqual(['ii/3']);
});

test('a number in two ways and a second answer to one criterion are refused, not chosen between', async () => {
  const bytes = await workbookOf({
    'Bản chấm': [
      ['Mã', 'Trả lời'],
      ['i/1', '1,234/2'],
      ['ii/3', 'x'],
      ['ii/3', 'không'],
      ['iii/1', '9,125'],
    ],
  });
  const read = await readScoreSheet(bytes, table);
  if (read.kind !== 'answers') throw new Error(read.kind);
  expect([...read.values]).toEqual([['ii/3', { kind: 'yes_no', yes: true }]]);
  expect(read.refused.map(refusedCellText)).toEqual([
    'Ô B2 (tiêu chí 1) “1,234/2”: có thể hiểu là đạt 1,234 / chỉ tiêu 2 hoặc đạt 1.234 / chỉ tiêu 2. Đề nghị ghi rõ hơn.',
    'Ô B4 (tiêu chí 3) “không”: tiêu chí này đã được chấm ở một ô phía trên.',
    'Ô B5 (tiêu chí 1) “9,125”: điểm chỉ lấy đến hai chữ số sau dấu phẩy, ví dụ 8,25.',
  ]);
});

test('another file is not taken for a sheet', async () => {
  expect(await readScoreSheet(await writeTableTemplate(), table)).toEqual({ kind: 'not_a_sheet' });
  expect(await readScoreSheet(new Uint8Array([1]), table)).toEqual({ kind: 'problem', problem: 'broken' });
});
