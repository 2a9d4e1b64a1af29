import { expect, test } from 'vitest';
import { owingOf } from '../../src/core/plan-owing.ts';

const units = ['a', 'b', 'c'];
const find = (name: string) => (units.includes(name) ? name : null);
const owing = (obliged: 'units' | 'bloc' | 'both', kind?: 'only' | 'except', ...names: string[]) =>
  owingOf({ obliged, among: kind ? { kind, names } : null }, units, find);

test('all units, the bloc, or both', () => {
  expect(owing('units')).toEqual({ unitIds: units, bloc: false, strangers: [] });
  expect(owing('bloc')).toEqual({ unitIds: [], bloc: true, strangers: [] });
  expect(owing('both')).toEqual({ unitIds: units, bloc: true, strangers: [] });
});

test('only some, or all but some', () => {
  expect(owing('units', 'only', 'b')).toEqual({ unitIds: ['b'], bloc: false, strangers: [] });
  expect(owing('units', 'except', 'b', 'x')).toEqual({ unitIds: ['a', 'c'], bloc: false, strangers: ['x'] });
});

test('a duty of somebody outside is the lead’s to watch, never everybody’s', () => {
  expect(owing('units', 'only', 'x')).toEqual({ unitIds: [], bloc: true, strangers: ['x'] });
  expect(owing('units', 'only', 'x', 'c')).toEqual({ unitIds: ['c'], bloc: false, strangers: ['x'] });
});
