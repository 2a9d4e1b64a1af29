import { expect, test } from 'vitest';
import { readVeto } from '../../src/text/veto-line.ts';

const units = [
  { id: 'pkt', names: ['Phòng Kinh tế', 'PKT'] },
  { id: 'tyt', names: ['Trạm Y tế xã'] },
  { id: 'ttc', names: ['Trung tâm Phục vụ hành chính công'] },
];
const tax = { kind: 'exclude', reason: 'nợ thuế quá hạn', source: 'TB 45/TB-CCT' };

test.each([
  ['Trạm Y tế: nợ thuế quá hạn (TB 45/TB-CCT)', { ...tax, unitId: 'tyt' }],
  ['TYT: nợ thuế quá hạn (TB 45/TB-CCT).', { ...tax, unitId: 'tyt' }],
  ['tyt nợ thuế quá hạn (TB 45/TB-CCT)', { ...tax, unitId: 'tyt' }],
  ['Trung tâm PVHCC nợ thuế quá hạn', { ...tax, unitId: 'ttc', source: null }],
  ['PKT: bỏ', { kind: 'take_back', unitId: 'pkt' }],
  ['phong kinh te huy', { kind: 'take_back', unitId: 'pkt' }],
  ['Phòng Kinh tế', { kind: 'no_reason', unitId: 'pkt' }],
  ['nợ thuế quá hạn (TB 45/TB-CCT)', { kind: 'no_unit' }],
  ['Ban khác: nợ thuế', { kind: 'no_unit' }],
])('%s', (typed, read) => {
  expect(readVeto(typed, units)).toEqual(read);
  expect(readVeto(typed.normalize('NFD'), units)).toEqual(read);
});
