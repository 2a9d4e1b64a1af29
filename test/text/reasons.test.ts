import { describe, expect, test } from 'vitest';
import type { RuleRef } from '../../src/core/score-table.ts';
import type { SheetValue } from '../../src/core/sheet-value.ts';
import { tally } from '../../src/core/tally.ts';
import type { TallyFacts } from '../../src/core/tally-facts.ts';
import { tallyLeaves } from '../../src/core/tally-leaves.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { type BecauseNames, becauseLines } from '../../src/text/reasons.ts';
import {
  countOf,
  factsFor,
  levelOf,
  numberOf,
  pointsOf,
  ratioOf,
  staged,
  yesNo,
} from '../support/score-facts.ts';
import { duty } from '../support/score-rules.ts';
import { group, leaf, now, table } from '../support/score-sheets.ts';

const names = { stage: () => 'Tự chấm', unit: (id: string) => `Xã ${id.toUpperCase()}` };

interface Case {
  id: string;
  params?: RuleRef['params'];
  value: SheetValue | null;
  max?: number;
  counts?: 'base' | 'penalty';
  facts?: Partial<TallyFacts>;
}

/** What is told of one criterion, without the line on who entered it. */
function told(
  { id, params = {}, value, max = 10, counts = 'base', facts = {} }: Case,
  known: BecauseNames = names,
): string[] {
  const made = table([{ ...leaf('1', max), counts, rule: { id, version: 1, params } }]);
  const { entries = [] } = facts;
  const all = value === null ? entries : [staged('a', 'k1', value), ...entries];
  const [unit] = tally(made, factsFor(['a', 'b'], { ...facts, entries: all }), now).units;
  const [first] = tallyLeaves(unit?.children ?? []);
  if (!first) throw new Error('no leaf');
  return becauseLines(first, known)
    .map(plainText)
    .filter(line => !line.startsWith('Tự chấm'));
}

const bands = [
  { lt: '90', points: 0 },
  { ge: '90', lt: '95', points: 500 },
  { ge: '95', points: 1000 },
];

describe('the reason of a point', () => {
  test.each<[Case, string[]]>([
    [{ id: 'manual', value: pointsOf(8.5) }, ['Người chấm ghi 8,5 điểm.']],
    [{ id: 'manual', value: pointsOf(2), counts: 'penalty' }, ['Người chấm ghi trừ 2 điểm.']],
    [{ id: 'yes_no', value: yesNo(true) }, ['Có: 10 điểm.']],
    [{ id: 'yes_no', value: yesNo(false) }, ['Không: 0 điểm.']],
    [
      { id: 'levels', params: { levels: [{ key: 'x', name: 'Đủ', points: 1000 }] }, value: levelOf('x') },
      ['Mức “Đủ”: 10 điểm.'],
    ],
    [
      { id: 'bands', params: { bands }, value: numberOf('92.5') },
      ['Giá trị 92,5, thuộc khoảng từ 90 đến dưới 95: 5 điểm.'],
    ],
    [
      { id: 'bands', params: { bands: bands.slice(1), otherwise: 100 }, value: numberOf(5) },
      ['Giá trị 5, ngoài các khoảng đã nêu: 1 điểm.'],
    ],
    [{ id: 'ratio', value: ratioOf(45, 48) }, ['Đạt 45/48 chỉ tiêu, tối đa 10 điểm: 9,38 điểm.']],
    [{ id: 'ratio_over', value: ratioOf(6, 5) }, ['10 điểm × 6 ÷ 5: 12 điểm.']],
    [
      { id: 'ratio_over', params: { cap: 1100 }, value: ratioOf(6, 5) },
      ['10 điểm × 6 ÷ 5, không quá 11 điểm: 11 điểm.'],
    ],
    [
      { id: 'sample', params: { cases: 50, each: 20 }, value: countOf(47) },
      ['47/50 trường hợp đạt × 0,2 điểm: 9,4 điểm.'],
    ],
    [{ id: 'bonus_per_item', params: { each: 100 }, value: countOf(3) }, ['3 mục × 1 điểm: 3 điểm.']],
    [
      { id: 'bonus_per_item', params: { each: 600 }, value: countOf(3) },
      ['3 mục × 6 điểm, không quá 10: 10 điểm.'],
    ],
    [
      { id: 'penalty_per_occurrence', params: { each: 150 }, value: countOf(2) },
      ['10 điểm, trừ 2 lần × 1,5 điểm: 7 điểm.'],
    ],
    [
      { id: 'penalty_per_occurrence', params: { each: 150 }, value: countOf(9), counts: 'penalty' },
      ['trừ 9 lần × 1,5 điểm (đã đến mức trừ tối đa): trừ 10 điểm.'],
    ],
    [{ id: 'gate', value: yesNo(true) }, ['Đã đáp ứng điều kiện.']],
    [{ id: 'knockout', value: yesNo(true) }, ['Có xảy ra: không xét thi đua.']],
    [{ id: 'knockout', value: yesNo(false) }, ['Không xảy ra.']],
    [
      {
        id: 'relative_to_leader',
        value: ratioOf(90, 100),
        facts: { entries: [staged('b', 'k1', ratioOf(80, 100))] },
      },
      ['Kết quả 90, chỉ tiêu 100: 4,5 điểm.', 'Chưa đơn vị nào vượt chỉ tiêu nên không có đơn vị dẫn đầu.'],
    ],
    [
      {
        id: 'relative_to_leader',
        value: ratioOf(3, null),
        facts: { entries: [staged('b', 'k1', ratioOf(12, null))] },
      },
      ['Kết quả 3, không có chỉ tiêu: 2,5 điểm.', 'Dẫn đầu: Xã B (12).'],
    ],
    [
      { id: 'relative_to_leader', value: ratioOf(0, null) },
      [
        'Kết quả 0, không có chỉ tiêu: 0 điểm.',
        'Chưa đơn vị nào có kết quả nên không có đơn vị dẫn đầu.',
        'Còn chờ số liệu của 1 đơn vị.',
        'Điểm tạm tính, còn thay đổi khi có đủ số liệu.',
      ],
    ],
    [{ id: 'manual', value: null }, ['Chưa chấm.']],
    [{ id: 'manual', value: yesNo(true) }, ['Giá trị đã ghi không hợp lệ nên chưa tính.']],
    [
      { id: 'manual', value: { kind: 'not_assigned' } },
      ['Không được giao: không tính vào tổng và điểm tối đa.'],
    ],
    [
      { id: 'bands', params: { bands: bands.slice(1) }, value: numberOf(92) },
      ['Chưa tính được: bảng điểm còn chỗ chưa rõ, chờ Trưởng khối quyết định.'],
    ],
  ])('%j', (given, lines) => {
    expect(told(given)).toEqual(lines);
  });

  test('of another unit that leads nothing is said to those who may not see its scores', () => {
    const facts = { entries: [staged('b', 'k1', ratioOf(12, null))] };
    const given = { id: 'relative_to_leader', value: ratioOf(3, null), facts };
    expect(told(given, { ...names, unit: () => null })).toEqual([
      'Kết quả 3, không có chỉ tiêu: 2,5 điểm.',
      'Đơn vị dẫn đầu và số liệu chưa mở cho các đơn vị xem.',
    ]);
  });

  const late = { of: { kinds: ['report'] }, days: 'working', several: 'worst', each: 200 };
  const reports = [duty('2026-05-29', '2026-06-01'), duty('2026-11-10', null), duty('2026-11-30', null)];

  test('of late reports names each with its days', () => {
    expect(told({ id: 'late_days', params: late, value: null, facts: { duties: reports } })).toEqual([
      'Báo cáo 2026-05-29: hạn 29/5/2026, nộp 01/6/2026, chậm 1 ngày làm việc: 8 điểm.',
      'Báo cáo 2026-11-10: hạn 10/11/2026, chưa nộp, chậm 8 ngày làm việc: 0 điểm.',
      'Còn 1 báo cáo chưa đến hạn.',
      'Kết quả: 0 điểm.',
      'Điểm tạm tính, còn thay đổi khi có đủ số liệu.',
    ]);
    const calendar = { ...late, days: 'calendar' };
    const [first] = reports;
    const one = { duties: first ? [first] : [] };
    expect(told({ id: 'late_days', params: calendar, value: null, counts: 'penalty', facts: one })).toEqual([
      'Báo cáo 2026-05-29: hạn 29/5/2026, nộp 01/6/2026, chậm 3 ngày: trừ 6 điểm.',
      'Kết quả: trừ 6 điểm.',
    ]);
    expect(told({ id: 'late_days', params: late, value: null })).toEqual([
      'Không có báo cáo nào phải nộp. Nếu không được giao, đề nghị ghi “không giao”.',
    ]);
    expect(told({ id: 'late_days', params: late, value: null, facts: { duties: reports.slice(2) } })).toEqual(
      ['Chưa đến hạn báo cáo nào.'],
    );
  });

  test('of missing reports names them', () => {
    const params = { of: { kinds: ['report'] }, each: 400 };
    expect(told({ id: 'missing_reports', params, value: null, facts: { duties: reports } })).toEqual([
      'Thiếu 1/3 báo cáo (Báo cáo 2026-11-10): 6 điểm.',
      'Còn 1 báo cáo chưa đến hạn.',
      'Điểm tạm tính, còn thay đổi khi có đủ số liệu.',
    ]);
  });

  test('names the clause, who entered it, and the gate that closed it', () => {
    const gate = { ...leaf('1.0', 0), rule: { id: 'gate', version: 1, params: {} } };
    const made = table([group('1', [gate, { ...leaf('1.1', 5), clause: 'Điều 7' }])]);
    const entries = [staged('a', 'k1.0', yesNo(false)), staged('a', 'k1.1', pointsOf(4))];
    const [unit] = tally(made, factsFor(['a'], { entries }), now).units;
    const [closing, closed] = tallyLeaves(unit?.children ?? []).map(one =>
      becauseLines(one, names).map(plainText),
    );
    expect(closing?.[0]).toBe('Chưa đáp ứng điều kiện: cả nhóm tính 0 điểm.');
    expect(closed).toEqual([
      'Người chấm ghi 0 điểm.',
      'Tính 0 điểm vì chưa đáp ứng điều kiện 1.0. Tiêu chí số 1.0.',
      'Căn cứ: Điều 7.',
      'Tự chấm: đồng chí An ghi lúc 16:42, thứ Sáu, 20/11/2026.',
    ]);
  });
});
