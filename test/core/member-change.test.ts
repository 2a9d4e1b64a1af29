import { expect, test } from 'vitest';
import type { PersonRole, UnitRole } from '../../src/core/bloc.ts';
import { type BlocPost, planMemberChange } from '../../src/core/member-change.ts';
import { obligationOf } from '../support/unit-facts.ts';

const post = (
  personId: string,
  unitId: string,
  role: PersonRole,
  unitRole: UnitRole = 'member',
): BlocPost => {
  const membershipId = `${personId}-${unitId}-${role}`;
  return { membershipId, personId, personName: personId, unitId, unitName: unitId, unitRole, role };
};
const lan = post('lan', 'a', 'contact', 'lead');
const dung = post('dung', 'a', 'clerk', 'lead');
const tuan = post('tuan', 'b', 'contact');
const binh = post('binh', 'b', 'member');
const duties = [obligationOf('o1', 'half', 'b', '2026-06-26'), obligationOf('o2', 'half', 'a', '2026-06-26')];
const plan = (one: BlocPost, role: PersonRole | null, posts = [lan, dung, tuan, binh]) =>
  planMemberChange(one, role, { posts, duties });

test('the last contact of the lead unit stays, even where it has a clerk', () => {
  expect(plan(lan, null)).toEqual({ kind: 'refused', why: 'last_lead_contact' });
  expect(plan(lan, 'member')).toEqual({ kind: 'refused', why: 'last_lead_contact' });
  expect(plan(lan, null, [lan, dung, post('hoa', 'a', 'contact', 'lead')])).toMatchObject({ kind: 'plan' });
});

test('a unit’s last contact may go, and what then reaches nobody is named', () => {
  expect(plan(tuan, null)).toMatchObject({
    orphaned: true,
    unheard: [{ obligationId: 'o1' }],
    remains: false,
  });
  expect(plan(tuan, 'member')).toMatchObject({ orphaned: true, remains: true });
  expect(plan(tuan, null, [lan, tuan, post('yen', 'b', 'contact')])).toMatchObject({
    orphaned: false,
    unheard: [],
  });
});

test('a plain member leaves nothing behind', () => {
  expect(plan(binh, null)).toMatchObject({ orphaned: false, unheard: [] });
});

test('whoever holds another post remains in the bloc', () => {
  expect(plan(binh, null, [lan, binh, post('binh', 'c', 'contact')])).toMatchObject({ remains: true });
});

test('a clerk belongs to the lead unit; nobody holds the same post twice', () => {
  expect(plan(tuan, 'clerk')).toMatchObject({ why: 'clerk_not_of_lead' });
  expect(plan(tuan, 'contact')).toMatchObject({ why: 'same_role' });
  expect(plan(binh, 'contact', [lan, binh, post('binh', 'b', 'contact')])).toMatchObject({
    why: 'held_already',
  });
});
