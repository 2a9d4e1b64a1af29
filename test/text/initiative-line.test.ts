import { expect, test } from 'vitest';
import type { Target } from '../../src/core/target.ts';
import {
  countsInitiatives,
  namesFacts,
  readInitiative,
  readInitiativeAct,
} from '../../src/text/initiative-line.ts';

test.each([
  ['Số hóa hồ sơ một cửa', 'Số hóa hồ sơ một cửa', null, null],
  [
    'Số hóa hồ sơ; tác giả: Mai, Hoa; hiệu quả: giảm 30% thời gian, 2 người',
    'Số hóa hồ sơ',
    'Mai, Hoa',
    'giảm 30% thời gian, 2 người',
  ],
  ['ten sang kien: So hoa\nnhom tac gia: Mai\nhieu qua: nhanh hon', 'So hoa', 'Mai', 'nhanh hon'],
  ['Một cửa: không chờ; người thực hiện: Mai', 'Một cửa: không chờ', 'Mai', null],
  ['hiệu quả: giảm chi phí', null, null, 'giảm chi phí'],
  ['; ;', null, null, null],
])('%s', (line, title, people, benefit) => {
  expect(readInitiative(line)).toEqual({ title, people, benefit });
  expect(readInitiative(line.normalize('NFD'))).toEqual({ title, people, benefit });
});

test.each([
  ['đã áp dụng', 'ap_dung', ''],
  ['dang ap dung', 'ap_dung', ''],
  ['rút', 'rut', ''],
  ['được công nhận theo Quyết định 45/QĐ-UBND', 'cong_nhan', 'Quyết định 45/QĐ-UBND'],
  ['công nhận', 'cong_nhan', ''],
  ['dc cong nhan theo QD 45', 'cong_nhan', 'QD 45'],
  ['đc áp dụng', 'ap_dung', ''],
])('%s is %s', (line, verb, rest) => {
  expect(readInitiativeAct(line)).toEqual({ verb, line: rest });
});

test('a line of facts says of each part which it is', () => {
  expect(namesFacts('tên: Một cửa; hieu qua: nhanh')).toBe(true);
  expect(namesFacts('dc cong nhan')).toBe(false);
  expect(namesFacts('Một cửa; hiệu quả: nhanh')).toBe(false);
});

test('what changes its facts is no act', () => {
  expect(readInitiativeAct('áp dụng ở 3 trường')).toBeNull();
  expect(readInitiativeAct('hiệu quả: được công nhận')).toBeNull();
  expect(readInitiativeAct('Công nhân tự vận hành')).toBeNull();
});

const target = (given: Partial<Target>): Target => ({
  ...{ id: 'a', revision: 1, no: 1, scope: 'each_unit', metric: 'Số sáng kiến', measure: 'sáng kiến' },
  ...{
    operator: '>=',
    low: 1,
    high: null,
    period: null,
    dueOn: null,
    raw: '',
    from: null,
    owners: [],
    reports: [],
  },
  ...given,
});

test('a number of initiatives or models per unit is counted, a share or the bloc’s own is not', () => {
  expect(countsInitiatives(target({}))).toBe(true);
  expect(countsInitiatives(target({ metric: 'Mô hình mới', measure: 'mô hình' }))).toBe(true);
  expect(countsInitiatives(target({ metric: 'Cán bộ có sáng kiến', measure: '%' }))).toBe(false);
  expect(countsInitiatives(target({ scope: 'bloc' }))).toBe(false);
  expect(countsInitiatives(target({ metric: 'Buổi tuyên truyền', measure: 'buổi' }))).toBe(false);
  expect(countsInitiatives(target({ operator: '<=' }))).toBe(false);
});
