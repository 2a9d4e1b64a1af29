import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../../src/core/score-table.ts';
import { cellName, readGrids } from '../../../src/documents/grid.ts';
import { readScoreTable } from '../../../src/documents/score-table/read.ts';
import { p } from '../../support/score-facts.ts';
import { type MadeCell, workbookOf } from '../../support/workbooks.ts';

async function proposalIn(sheets: Record<string, MadeCell[][]>) {
  const read = await readScoreTable(await workbookOf(sheets), 'Bảng điểm');
  if (read.kind !== 'table') throw new Error(JSON.stringify(read));
  return read.proposal;
}

/** `II.1.a 5` with what it counts as, one line each. */
const outline = (criteria: readonly Criterion[], above = ''): string[] =>
  criteria.flatMap(one => {
    const path = above === '' ? one.no : `${above} > ${one.no}`;
    const counts = one.counts === 'base' ? '' : ` ${one.counts}`;
    return [`${path} ${one.max / 100}${counts}`, ...('children' in one ? outline(one.children, path) : [])];
  });

const HEAD = ['STT', 'Nội dung', 'Điểm tối đa'];

describe('a table', () => {
  test('with a letterhead, merged group rows and a total is read with its levels', async () => {
    const proposal = await proposalIn({
      'Bảng điểm': [
        [{ value: 'ỦY BAN NHÂN DÂN XÃ THỬ', span: 3 }],
        [{ value: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2026', span: 3 }],
        [],
        [...HEAD, 'Tự chấm', 'Ghi chú'],
        [{ value: 'I. THỰC HIỆN NHIỆM VỤ', span: 2 }, null, 60],
        [1, 'Kinh tế', 40],
        ['1.1', 'Thu ngân sách', 25],
        ['1.2', 'Cải cách hành chính', 15],
        [2, 'Xã hội', 20],
        ['a)', 'Y tế', 12],
        ['b)', 'Giáo dục', '8 điểm'],
        ['II', 'THI ĐUA', 40],
        [1, 'Phong trào', 30],
        [2, 'Báo cáo', 10],
        [null, 'Tổng cộng', 100],
        [{ value: 'Người lập bảng', span: 2 }],
      ],
    });
    expect(outline(proposal.table.children)).toEqual([
      'I 60',
      'I > 1 40',
      'I > 1 > 1.1 25',
      'I > 1 > 1.2 15',
      'I > 2 20',
      'I > 2 > a 12',
      'I > 2 > b 8',
      'II 40',
      'II > 1 30',
      'II > 2 10',
    ]);
    expect(proposal.table).toMatchObject({ name: 'BẢNG TIÊU CHÍ CHẤM ĐIỂM THI ĐUA NĂM 2026', max: p(100) });
    expect(proposal).toMatchObject({ questions: [], problems: [], rules: [] });
    expect(proposal.evidence['i/2/a']).toEqual({ sheet: 'Bảng điểm', cell: 'B10', text: 'Y tế' });
    expect(proposal.evidence.i).toMatchObject({ cell: 'A5' });
  });

  test('numbered with capital letters and sub-rows keeps the numbers that are printed', async () => {
    const proposal = await proposalIn({
      S: [
        ['TT', 'Tiêu chí', 'Điểm chuẩn'],
        ['A', 'Chung', 10],
        ['146', 'Tổ chức', 6],
        ['146a', 'Có kế hoạch', 2],
        ['146b', 'Có kết quả', 4],
        ['147', 'Khác', 4],
        ['B', 'Riêng', 5],
        ['148', 'Một', 5],
        ['C', 'Bổ sung', 5],
        ['149', 'Hai', 5],
      ],
    });
    expect(outline(proposal.table.children)).toEqual([
      'A 10',
      'A > 146 6',
      'A > 146 > 146a 2',
      'A > 146 > 146b 4',
      'A > 147 4',
      'B 5',
      'B > 148 5',
      'C 5',
      'C > 149 5',
    ]);
    expect(proposal.problems).toEqual([]);
  });

  test('what does not add up is told and left; what is missing or unclear is asked with its cell', async () => {
    const proposal = await proposalIn({
      S: [
        HEAD,
        ['I', 'Nhóm', 50],
        ['1', 'Một', 37.01],
        ['2', 'Hai', 12.98],
        ['II', 'Không ghi điểm', null],
        ['1', 'Ba', 5],
        ['2', 'Bốn', '2-5'],
        ['3', 'Năm', null],
        [null, null, 7],
        [null, 'TỔNG ĐIỂM', 100],
      ],
    });
    expect(proposal.questions).toMatchObject([
      { code: 'max_unclear', no: '2', at: { cell: 'C7', text: '2-5' } },
      { code: 'max_missing', no: '3', proposed: null, at: { cell: 'B8' } },
      { code: 'max_missing', no: 'II', proposed: p(5), at: { cell: 'B5' } },
      { code: 'line_unclear' },
      { code: 'total_differs', printed: p(100), sum: p(55), at: { cell: 'C10' } },
    ]);
    expect(proposal.problems).toContainEqual({
      code: 'sum_differs',
      key: 'i',
      no: 'I',
      max: p(50),
      sum: p(49.99),
    });
    expect(proposal.table.children[0]?.max).toBe(p(50));
  });

  test('bonuses and penalties are told by their names and signs, and a total may count the bonuses in', async () => {
    const proposal = await proposalIn({
      S: [
        HEAD,
        ['1', 'Nền', 100],
        ['2', 'Điểm thưởng', 15],
        ['2.1', 'Đạt 100%', 15],
        ['3', 'Điểm trừ', 5],
        ['3.1', 'Vi phạm', '-5'],
        ['4', 'Sáng kiến', '+3'],
        [null, 'Cộng', 118],
      ],
    });
    expect(outline(proposal.table.children)).toEqual([
      '1 100',
      '2 15 bonus',
      '2 > 2.1 15',
      '3 5 penalty',
      '3 > 3.1 5 penalty',
      '4 3 bonus',
    ]);
    expect(proposal).toMatchObject({ questions: [], problems: [] });
    expect(proposal.table.max).toBe(p(100));
  });

  test('rules that sentences state are proposed, never put in', async () => {
    const proposal = await proposalIn({
      S: [
        [...HEAD, 'Cách chấm'],
        [
          '1',
          'Báo cáo đúng hạn',
          2,
          'Nộp chậm 1–2 ngày trừ 0,5 điểm; chậm 3-5 ngày trừ 1 điểm; chậm trên 5 ngày trừ 2 điểm',
        ],
        ['2', 'Báo cáo đủ', 4, 'Thiếu 01 báo cáo trừ 2 điểm'],
        ['3', 'Dự họp', 5],
        [null, '- Vắng không lý do: mỗi lần trừ 1 điểm', null],
        ['4', 'Sáng kiến, mỗi sáng kiến được 2 điểm', 6],
        ['5', 'Chỉ tiêu thu', 10, 'Tính theo tỷ lệ thực hiện'],
        ['6', 'Có quy chế; không có: 0 điểm', 3],
        ['7', 'Hội nghị', 5],
        ['-', 'Đủ hai hội nghị', 5],
        ['-', 'Một hội nghị', 3],
        ['8', 'Tuyên truyền', 5],
      ],
    });
    expect(proposal.rules.map(({ no, rule, at, open }) => [no, rule.id, at.cell, open])).toEqual([
      ['1', 'late_days', 'D2', ['day_kind', 'several', 'reports']],
      ['2', 'missing_reports', 'D3', ['reports']],
      ['3', 'penalty_per_occurrence', 'B5', []],
      ['4', 'bonus_per_item', 'B6', []],
      ['5', 'ratio', 'D7', []],
      ['6', 'yes_no', 'B8', []],
      ['7', 'levels', 'B9', []],
    ]);
    expect(proposal.rules[0]?.rule.params).toEqual({
      of: { kinds: ['report'] },
      several: 'worst',
      bands: [
        { eq: '0', points: p(2) },
        { ge: '1', le: '2', points: p(1.5) },
        { ge: '3', le: '5', points: p(1) },
        { ge: '6', points: 0 },
      ],
    });
    expect(proposal.rules[6]?.rule.params).toMatchObject({
      levels: [{ points: p(5) }, { name: 'Một hội nghị', points: p(3) }],
    });
    const rules = proposal.table.children.map(one => ('rule' in one ? one.rule.id : 'group'));
    expect(new Set(rules)).toEqual(new Set(['manual']));
  });

  test('a head over two rows, numbers in the words, and a second sheet', async () => {
    const proposal = await proposalIn({
      Ngắn: [HEAD, ['1', 'x', 1]],
      Dài: [
        [
          { value: 'TT', rowSpan: 2 },
          { value: 'Nội dung tiêu chí', rowSpan: 2 },
          { value: 'Điểm', span: 2 },
        ],
        [null, null, 'Tối đa', 'Tự chấm'],
        [null, '1. Công tác chỉ đạo', 10, null],
        [null, '1.1. Kế hoạch', 4, null],
        [null, '1.2. Kiểm tra', 6, null],
        [null, '2. Kết quả', 5, null],
      ],
    });
    expect(proposal.sheet).toBe('Dài');
    expect(outline(proposal.table.children)).toEqual(['1 10', '1 > 1.1 4', '1 > 1.2 6', '2 5']);
    expect(proposal.questions).toEqual([{ code: 'other_sheets', sheets: ['Ngắn'] }]);
    expect(proposal.table.name).toBe('Bảng điểm');
  });
});

describe('what is no table', () => {
  test('is said to be none', async () => {
    const plain = await workbookOf({
      A: [
        ['Họ tên', 'Điện thoại'],
        ['An', 1],
      ],
    });
    expect(await readScoreTable(plain, 'x')).toEqual({ kind: 'no_table', sheets: ['A'] });
    const empty = await workbookOf({ A: [HEAD] });
    expect(await readScoreTable(empty, 'x')).toEqual({ kind: 'no_table', sheets: ['A'] });
    const broken = new Uint8Array([80, 75, 3, 4, 1, 2, 3]);
    expect(await readScoreTable(broken, 'x')).toEqual({ kind: 'problem', problem: 'broken' });
    expect(await readScoreTable(new Uint8Array(), 'x')).toEqual({ kind: 'problem', problem: 'broken' });
  });

  test('merged ranges are read, cells are named as spreadsheets do', async () => {
    const read = await readGrids(
      await workbookOf({ A: [[{ value: 'x', span: 2, rowSpan: 3 }], [], [], [1.5, 'y']] }),
    );
    if (read.kind !== 'grids') throw new Error(read.problem);
    expect(read.grids[0]?.merged).toEqual([{ top: 0, left: 0, bottom: 2, right: 1 }]);
    expect(read.grids[0]?.rows[3]?.[0]).toEqual({ text: '1.5', number: 1.5 });
    expect([cellName(0, 0), cellName(9, 25), cellName(4, 26), cellName(0, 702)]).toEqual([
      'A1',
      'Z10',
      'AA5',
      'AAA1',
    ]);
  });
});
