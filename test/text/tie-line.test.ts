import { describe, expect, test } from 'vitest';
import type { Parting } from '../../src/core/parting.ts';
import { readTie } from '../../src/text/tie-line.ts';

const units = [
  { id: 'vp', names: ['Văn phòng Đảng ủy', 'VPĐU'] },
  { id: 'nd', names: ['Hội Nông dân xã', 'HND'] },
  { id: 'th', names: ['Trường THCS số 2'] },
];
const ballot: Parting = { by: 'ballot', key: 'ballot', unitIds: ['vp', 'nd'], open: false };
const decision: Parting = { by: 'decision', key: 'decision', unitIds: ['vp', 'nd'], open: true };
const read = (typed: string) => readTie(typed, units, [ballot, decision]);

describe('what is told of units of equal points', () => {
  test.each([
    ['VPĐU 7, Hội Nông dân xã 6', '7', '6'],
    ['vpdu: 7; hoi nong dan xa: 6', '7', '6'],
    ['VPĐU - 7, HND – 6', '7', '6'],
  ])('numbers stay numbers, also where a decision is waited for: %s', (typed, first, second) => {
    expect(read(typed)).toEqual({
      kind: 'numbers',
      parting: ballot,
      told: [
        { unitId: 'vp', value: first },
        { unitId: 'nd', value: second },
      ],
    });
  });

  test('below 0 and half a vote are refused as what they are', () => {
    expect(read('VPĐU 7, HND -6')).toEqual({ kind: 'negative', typed: '-6' });
    expect(read('VPĐU 7, HND −6')).toEqual({ kind: 'negative', typed: '-6' });
    expect(read('VPĐU 7,5')).toEqual({ kind: 'not_whole', typed: '7.5' });
  });

  test('a decision is one only where it is said', () => {
    expect(read('HND xếp trên VPĐU')).toEqual({ kind: 'decision', parting: decision, first: ['nd', 'vp'] });
    expect(read('quyet dinh: HND, VPĐU')).toMatchObject({ kind: 'decision', first: ['nd', 'vp'] });
    expect(read('HND, VPĐU')).toEqual({ kind: 'unclear' });
    expect(read('HND xếp dưới VPĐU')).toEqual({ kind: 'unclear' });
  });

  test('units that nothing parts, the digits of a name, and what is taken back', () => {
    expect(read('Trường THCS số 2 xếp trên HND')).toEqual({ kind: 'not_tied', unitIds: ['th', 'nd'] });
    expect(read('Trường THCS số 2 5')).toEqual({ kind: 'not_tied', unitIds: ['th'] });
    expect(read('bỏ')).toEqual({ kind: 'take_back', unitIds: [] });
    expect(read('HND: bỏ')).toEqual({ kind: 'take_back', unitIds: ['nd'] });
  });
});
