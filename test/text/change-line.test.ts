import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { readChangeLine, readPlace, readReason } from '../../src/text/change-line.ts';
import { units } from '../support/deadlines.ts';

const today = day('2026-06-08');
const extend = (text: string) => readChangeLine(text, { units, reason: true, title: false }, today);
const move = (text: string) => readChangeLine(text, { units: [], reason: false, title: true }, today);

describe('an extension: who, until when and why, in any order', () => {
  test.each([
    'Trạm Y tế 20/6 vì mất điện, mất mạng',
    'Trạm Y tế, 20/6, vì mất điện, mất mạng',
    '20/6 cho Trạm Y tế, lý do: mất điện, mất mạng',
    '5, đến ngày 20/6, do mất điện, mất mạng',
  ])('%s', text => {
    expect(extend(text)).toMatchObject({
      who: { kind: 'units', unitIds: ['u5'] },
      when: { boundary: { day: '2026-06-20' } },
      reason: 'mất điện, mất mạng',
    });
  });

  test('several units', () => {
    expect(extend('Trạm Y tế và Phòng Kinh tế 20/6 vì tập huấn').who).toEqual({
      kind: 'units',
      unitIds: ['u2', 'u5'],
    });
    expect(extend('2, 5, hết ngày 20/6').who).toEqual({ kind: 'units', unitIds: ['u2', 'u5'] });
  });

  test('what is neither is the reason', () => {
    expect(extend('Trạm Y tế 20/6 mất điện cả tuần').reason).toBe('mất điện cả tuần');
  });
});

test.each([
  ['sang trước ngày 20/6', '2026-06-20', null],
  ['đến hết ngày 20/6', '2026-06-20', null],
  ['thành ngày 20/6', '2026-06-20', null],
  ['ngày 20/6, tên Báo cáo sơ kết', '2026-06-20', 'Báo cáo sơ kết'],
  ['thành Báo cáo sơ kết, tổng kết', undefined, 'Báo cáo sơ kết, tổng kết'],
  ['đổi tên thành Báo cáo sơ kết', undefined, 'Báo cáo sơ kết'],
])('a move: %s', (text, dueOn, title) => {
  const found = move(text);
  expect(found.title).toBe(title);
  const boundary = found.when?.kind === 'boundary' ? found.when.boundary : null;
  expect(boundary && 'day' in boundary ? boundary.day : undefined).toBe(dueOn);
});

test('a reason stays as it was written, but for the word before it', () => {
  expect(readReason('cấp trên không yêu cầu nữa')).toBe('cấp trên không yêu cầu nữa');
  expect(readReason('vì bão, lũ và mất điện')).toBe('bão, lũ và mất điện');
  expect(readReason('Lý do: cả tuần mưa')).toBe('cả tuần mưa');
});

test.each([
  ['2', { place: 2, rest: '' }],
  ['2 trước ngày 20/6', { place: 2, rest: 'trước ngày 20/6' }],
  ['số 12, 20/6', { place: 12, rest: '20/6' }],
  ['hạn 3: 20/6', { place: 3, rest: '20/6' }],
  ['6 tháng', null],
  ['20/6', null],
  ['báo cáo 6 tháng', null],
])('%s as a place in the list', (text, wanted) => {
  expect(readPlace(text)).toEqual(wanted);
});
