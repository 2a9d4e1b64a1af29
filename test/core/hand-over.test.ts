import { expect, test } from 'vitest';
import { handedOver, roleChanges } from '../../src/core/hand-over.ts';

const units = [
  { id: 'a', name: 'A', role: 'lead' as const },
  { id: 'b', name: 'B', role: 'deputy' as const },
  { id: 'c', name: 'C', role: 'member' as const },
];

test('of a hand-over those hear whose role is another by it, nobody else', () => {
  const after = handedOver(units, { leadId: 'c', deputyId: 'b' });
  expect(after.map(one => one.role)).toEqual(['member', 'deputy', 'lead']);
  expect(roleChanges(units, after)).toEqual([
    { unitId: 'a', unitName: 'A', was: 'lead', is: 'member' },
    { unitId: 'c', unitName: 'C', was: 'member', is: 'lead' },
  ]);
  expect(roleChanges(units, units)).toEqual([]);
});

test('without a deputy there is none; a unit that is new was a member', () => {
  expect(handedOver(units, { leadId: 'b', deputyId: null }).map(one => one.role)).toEqual([
    ...['member', 'lead', 'member'],
  ]);
  expect(roleChanges([], [{ id: 'n', name: 'N', role: 'deputy' }])).toEqual([
    { unitId: 'n', unitName: 'N', was: 'member', is: 'deputy' },
  ]);
});
