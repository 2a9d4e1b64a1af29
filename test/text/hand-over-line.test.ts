import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { archiveYear, readHandOver } from '../../src/text/hand-over-line.ts';

const today = day('2026-12-20');
const units = [
  { id: 'pkt', names: ['Phòng Kinh tế'] },
  { id: 'tyt', names: ['Trạm Y tế xã'] },
];

test.each([
  [
    'Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1/2027',
    { kind: 'hand_over', leadId: 'pkt', deputyId: 'tyt', from: '2027-01-15' },
  ],
  [
    'truong khoi moi: phong kinh te\nke tu ngay 1/1',
    { kind: 'hand_over', leadId: 'pkt', deputyId: null, from: '2027-01-01' },
  ],
  [
    'Trưởng khối cho Phòng Kinh tế; từ 1/1',
    { kind: 'hand_over', leadId: 'pkt', deputyId: null, from: '2027-01-01' },
  ],
  ['Phòng Kinh tế từ 1/1/2027', { kind: 'hand_over', leadId: 'pkt', deputyId: null, from: '2027-01-01' }],
  ['cho Phòng Kinh tế, phó Trạm Y tế kể từ ngày 1/1', { kind: 'no_lead' }],
  [
    'cho phong kinh te; pho tram y te tu ngay 1/1',
    { kind: 'hand_over', leadId: 'pkt', deputyId: 'tyt', from: '2027-01-01' },
  ],
  ['Khối phó: Trạm Y tế; từ 1/1', { kind: 'no_lead' }],
  ['Trưởng khối Phòng Kinh tế', { kind: 'no_day', why: null }],
  ['Trưởng khối Phòng Kinh tế; từ 31/2', { kind: 'no_day', why: '31/2: tháng 2 chỉ có 29 ngày' }],
  ['Trưởng khối Phòng Kinh tế; từ 15/12', { kind: 'just_past', day: '2026-12-15', next: '2027-12-15' }],
  ['Trưởng khối Phòng Khác; từ 1/1', { kind: 'no_unit', typed: 'Phòng Khác' }],
  ['hủy bàn giao', { kind: 'cancel' }],
  ['Rút việc bàn giao.', { kind: 'cancel' }],
  ['huy', { kind: 'cancel' }],
  ['khép năm 2026', { kind: 'close', year: 2026 }],
  ['dong nam thi dua 2026', { kind: 'close', year: 2026 }],
])('%s', (line, read) => {
  expect(readHandOver(line, units, today)).toEqual(read);
  expect(readHandOver(line.normalize('NFD'), units, today)).toEqual(read);
});

test('of which year the archive is wanted', () => {
  expect(archiveYear('lưu trữ', 2026)).toBe(2026);
  expect(archiveYear('luu tru nam 2025', 2026)).toBe(2025);
  expect(archiveYear('Trưởng khối lưu trữ', 2026)).toBeNull();
});
