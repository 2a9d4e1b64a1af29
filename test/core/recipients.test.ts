import { expect, test } from 'vitest';
import type { PersonRole, UnitRole } from '../../src/core/bloc.ts';
import { type Holder, recipients } from '../../src/core/recipients.ts';

const holder = (
  personId: string,
  unitId: string,
  role: PersonRole,
  unitRole: UnitRole = 'member',
): Holder => ({
  ...{ personId, unitId, role, unitRole },
  unitName: unitId,
});
const people = [
  holder('lan', 'office', 'contact', 'lead'),
  holder('dung', 'office', 'clerk', 'lead'),
  holder('tuan', 'economy', 'contact'),
  holder('binh', 'economy', 'member'),
  holder('ha', 'culture', 'contact'),
];
const economy = { kind: 'unit', unitId: 'economy' } as const;
const away = (personId: string, standInId: string) => ({ personId, standInId });

test('a unit is told through those who act for it, not through its plain members', () => {
  expect(recipients(economy, people, [])).toEqual(['tuan']);
  expect(recipients({ kind: 'units' }, people, [])).toEqual(['lan', 'dung', 'tuan', 'ha']);
  expect(recipients({ kind: 'lead' }, people, [])).toEqual(['lan', 'dung']);
});

test('of all who act for units everybody is among these or the others, and nobody among both', () => {
  const both = [...people, holder('lan', 'economy', 'contact')];
  const unitIds = ['economy'];
  expect(recipients({ kind: 'these', unitIds }, both, [])).toEqual(['tuan', 'lan']);
  expect(recipients({ kind: 'others', unitIds }, both, [])).toEqual(['dung', 'ha']);
  expect(recipients({ kind: 'others', unitIds }, people, [away('tuan', 'ha')])).toEqual(['lan', 'dung']);
});

test('whoever is away is not told; who stands in is, a plain member too', () => {
  expect(recipients(economy, people, [away('tuan', 'binh')])).toEqual(['binh']);
});

test('a stand-in who is told anyway is told once', () => {
  expect(recipients({ kind: 'lead' }, people, [away('lan', 'dung')])).toEqual(['dung']);
});

test('hand-overs are followed on; in a circle, or to somebody who has left, the person himself is told', () => {
  expect(recipients(economy, people, [away('tuan', 'binh'), away('binh', 'ha')])).toEqual(['ha']);
  expect(recipients(economy, people, [away('tuan', 'binh'), away('binh', 'tuan')])).toEqual(['tuan']);
  expect(recipients(economy, people, [away('tuan', 'gone')])).toEqual(['tuan']);
});

test('the clerk is told first, and where there is none the lead', () => {
  expect(recipients({ kind: 'clerk' }, people, [])).toEqual(['dung']);
  expect(
    recipients(
      { kind: 'clerk' },
      people.filter(one => one.role !== 'clerk'),
      [],
    ),
  ).toEqual(['lan']);
});

test('what is meant for one person goes to him wherever he is', () => {
  const to = { kind: 'person', personId: 'tuan' } as const;
  expect(recipients(to, people, [away('tuan', 'binh')])).toEqual(['tuan']);
});
