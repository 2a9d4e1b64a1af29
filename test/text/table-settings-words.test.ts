import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/core/decimal.ts';
import { noCaps } from '../../src/core/score-table.ts';
import { readSettingsWords } from '../../src/text/table-settings-words.ts';
import { p } from '../support/score-facts.ts';
import { leaf, table } from '../support/score-sheets.ts';

const group = (no: string, ...children: ReturnType<typeof leaf>[]) => ({
  ...leaf(no, 20),
  caps: noCaps,
  children,
});
const { rule: _, ...first } = { ...group('I', leaf('1', 10), leaf('2', 10)), key: 'i' };
const made = table([first, leaf('II', 20)]);
const d = decimal;
const read = (text: string) => readSettingsWords(text, made);
const settings = (text: string) => {
  const found = read(text);
  return found?.kind === 'settings' ? found.settings : found;
};

describe('classes', () => {
  const three = [
    { name: 'Xuất sắc', within: { ge: d('95') }, noZero: false },
    { name: 'Tốt', within: { ge: d('85'), lt: d('95') }, noZero: false },
    { name: 'Khá', within: { ge: d('75'), lt: d('85') }, noZero: false },
  ];
  test.each([
    'xếp loại: Xuất sắc từ 95; Tốt từ 85; Khá từ 75',
    'Xếp loại: xuất sắc từ 95 trở lên, tốt từ 85 đến dưới 95, khá từ 75 đến dưới 85 điểm.',
    'xếp loại Xuất sắc >= 95; Tốt ≥ 85; Khá từ 75 điểm',
    'xếp loại: Xuất sắc từ 95; Tốt từ 85; Khá từ 75'.normalize('NFD'),
  ])('%s', text => {
    expect(settings(text)).toMatchObject({ classes: three, measure: 'points' });
  });
  test('whether a bound belongs to it is as it was said', () => {
    expect(settings('xếp loại: Giỏi trên 90,5; Đạt')).toMatchObject({ kind: 'unclear', part: 'classes' });
    expect(settings('xếp loại: Giỏi trên 90,5%; Đạt trên 50%; Không đạt từ 50 trở xuống')).toMatchObject({
      measure: 'percent',
      classes: [
        { name: 'Giỏi', within: { gt: d('90.5') } },
        { name: 'Đạt', within: { gt: d('50'), le: d('90.5') } },
        { name: 'Không đạt', within: { le: d('50') } },
      ],
    });
  });
  test('no criterion at zero may be asked of a class', () => {
    expect(settings('xếp loại: Xuất sắc từ 95, không có tiêu chí 0 điểm; Tốt từ 85')).toMatchObject({
      classes: [
        { name: 'Xuất sắc', noZero: true },
        { name: 'Tốt', noZero: false },
      ],
    });
  });
  test.each(['xếp loại: A trên 90 điểm trở lên', 'xếp loại: A 95; B 85', 'xếp loại: nhiều mức', 'xếp loại'])(
    'what contradicts itself or says no bound is asked about: %s',
    text => {
      expect(read(text)).toMatchObject({ kind: 'unclear', part: 'classes' });
    },
  );
  test('classes that overlap or leave a gap are refused', () => {
    expect(read('xếp loại: A từ 90 đến 100; B từ 80 đến 90')).toMatchObject({ kind: 'rivals' });
    expect(read('xếp loại: A từ 90 đến 100; B từ 70 đến dưới 80')).toMatchObject({ kind: 'rivals' });
  });
  test('none', () => expect(settings('xếp loại: không')).toMatchObject({ classes: [] }));
});

describe('ties', () => {
  test.each([
    'ưu tiên: I.2, II, số phiếu, quyết định',
    'Khi bằng điểm thì xét mục I.2; mục II; bỏ phiếu; Trưởng khối quyết định',
  ])('%s', text => {
    expect(settings(text)).toMatchObject({
      tieBreak: [
        { by: 'criterion', key: 'k2' },
        { by: 'criterion', key: 'kII' },
        { by: 'ballot' },
        { by: 'decision' },
      ],
    });
  });
  test('an indicator has a name and a better side', () => {
    expect(settings('ưu tiên: tỷ lệ nữ; số liệu đơn thư thấp hơn')).toMatchObject({
      tieBreak: [
        { by: 'indicator', key: 'ty_le_nu', name: 'tỷ lệ nữ', prefer: 'higher' },
        { by: 'indicator', name: 'số liệu đơn thư', prefer: 'lower' },
      ],
    });
  });
  test('a criterion that is not there is named', () => {
    expect(read('ưu tiên: I.2, IX')).toEqual({ kind: 'unclear', part: 'tieBreak', words: 'IX' });
  });
});

test.each([
  ['làm tròn 1 số lẻ', { rounding: { at: 'leaf', decimals: 1 } }],
  ['làm tròn từng nhóm đến 2 chữ số thập phân', { rounding: { at: 'group', decimals: 2 } }],
  ['lam tron tong diem so nguyen', { rounding: { at: 'total', decimals: 0 } }],
  ['hiển thị 1 số lẻ', { shownDecimals: 1 }],
  ['điểm không âm theo nhóm', { floor: 'group' }],
  ['không âm cả bảng', { floor: 'table' }],
  ['đồng hạng 1, 1, 2', { ranking: 'dense' }],
  ['xếp hạng 1 1 3', { ranking: 'gaps' }],
  ['xếp loại theo phần trăm', { measure: 'percent' }],
])('%s', (text, change) => {
  expect(settings(text)).toMatchObject(change);
});

test.each([
  ['thưởng tối đa 5', { no: null, of: 'bonus', points: p(5) }],
  ['I trừ tối đa 2,5 điểm', { no: 'I', of: 'penalty', points: p(2.5) }],
  ['mục I điểm thưởng không quá 3', { no: 'I', of: 'bonus', points: p(3) }],
  ['trần 110', { no: null, of: 'total', points: p(110) }],
  ['I thưởng không giới hạn', { no: 'I', of: 'bonus', points: null }],
])('%s', (text, cap) => {
  expect(read(text)).toEqual({ kind: 'cap', ...cap });
});

test.each([
  'II.1 tối đa 5',
  'I.2 mỗi vụ trừ 0,5 điểm',
  'I.2 điểm trừ',
  'xóa I.2',
  'thêm II.5 Thưởng sáng kiến tối đa 5',
  '5',
  'I.1 xếp loại chi bộ',
])('%s is said of something else', text => {
  expect(read(text)).toBeNull();
});
