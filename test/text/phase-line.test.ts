import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { seasonPhases } from '../../src/core/season-phase.ts';
import { readPhaseLine } from '../../src/text/phase-line.ts';
import { phaseName, readPhase } from '../../src/text/phase-words.ts';

const today = day('2026-06-08');

test('each phase is known by its own name, with accents and without', () => {
  for (const phase of seasonPhases) {
    expect(readPhase(phaseName[phase])).toBe(phase);
    expect(readPhase(phaseName[phase].normalize('NFD'))).toBe(phase);
  }
});

test.each([
  ['tự chấm từ 1/11', { kind: 'date', phase: 'self_scoring', on: '2026-11-01' }],
  ['tham dinh tu ngay 1-12-2026', { kind: 'date', phase: 'verification', on: '2026-12-01' }],
  ['chuyển sang sơ kết', { kind: 'enter', phase: 'mid_year' }],
  ['họp tổng kết', { kind: 'enter', phase: 'meeting' }],
  ['mở năm 2027', { kind: 'open', year: 2027 }],
  ['mo nam thi dua 2027', { kind: 'open', year: 2027 }],
  ['tự chấm từ 31/11', { kind: 'no_day' }],
  ['tu cham tu thu sau tuan sau', { kind: 'date', phase: 'self_scoring', on: '2026-06-19' }],
  ['đi ăn trưa', { kind: 'no_phase' }],
])('%s', (line, read) => {
  expect(readPhaseLine(line, today)).toEqual(read);
});
