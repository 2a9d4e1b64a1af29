import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/core/day.ts';
import {
  planUnitChange,
  type UnitChange,
  type UnitFactsNow,
  type UnitInFull,
} from '../../src/core/unit-change.ts';
import { obligationOf } from '../support/unit-facts.ts';

const today = day('2026-06-08');
const unit = (id: string, role: UnitInFull['role'] = 'member'): UnitInFull => {
  return { id, name: `Unit ${id}`, shortName: null, aliases: [], role, validFrom: day('2026-01-01') };
};
const facts: UnitFactsNow = {
  coming: null,
  today,
  units: [unit('a', 'lead'), unit('b', 'deputy'), unit('c')],
  posts: [
    { membershipId: 'm1', personId: 'p1', personName: 'One', unitId: 'a', role: 'contact' },
    { membershipId: 'm2', personId: 'p2', personName: 'Two', unitId: 'b', role: 'member' },
    { membershipId: 'm3', personId: 'p3', personName: 'Three', unitId: 'c', role: 'contact' },
  ],
  duties: [
    ...['a', 'b', 'c'].map(id => obligationOf(`h1${id}`, 'half', id, '2026-06-26')),
    ...['a', 'b', 'c'].map(id => obligationOf(`y${id}`, 'year', id, '2026-11-30')),
    obligationOf('only', 'only-c', 'c', '2026-07-10'),
    obligationOf('bloc', 'bloc', null, '2026-12-10'),
    ...['a', 'b', 'c'].map(id => obligationOf(`u${id}`, 'undated', id, null)),
  ],
};
const plan = (change: UnitChange, given = facts) => planUnitChange(change, given, (a, b) => a === b);
const planned = (change: UnitChange, given = facts) => {
  const found = plan(change, given);
  if (found.kind !== 'plan') throw new Error(found.why);
  return found;
};
const ids = (duties: readonly { obligationId: string }[]) => duties.map(duty => duty.obligationId);

describe('a unit merged into another or dissolved', () => {
  test('today, all its open duties go, nobody else’s', () => {
    const found = planned({ kind: 'merge', unitId: 'c', into: 'b', from: today });
    expect(ids(found.withdrawn)).toEqual(['h1c', 'yc', 'only', 'uc']);
    expect(found.leaving.map(post => post.personId)).toEqual(['p3']);
  });

  test('from a later day, what is due before stays owed', () => {
    const found = planned({ kind: 'dissolve', unitId: 'c', from: day('2026-07-01') });
    expect(ids(found.staying)).toEqual(['h1c']);
    expect(ids(found.withdrawn)).toEqual(['yc', 'only', 'uc']);
  });

  test('what was handed in is left alone', () => {
    const handedIn = facts.duties.map(duty =>
      duty.obligationId === 'h1c' ? { ...duty, handedIn: obligationOf.handedIn } : duty,
    );
    const found = planned({ kind: 'dissolve', unitId: 'c', from: today }, { ...facts, duties: handedIn });
    expect(ids(found.withdrawn)).not.toContain('h1c');
  });

  test('not the lead, not into itself, not below two units, not before it was', () => {
    expect(plan({ kind: 'dissolve', unitId: 'a', from: today })).toEqual({
      kind: 'refused',
      why: 'lead_must_stay',
    });
    expect(plan({ kind: 'merge', unitId: 'b', into: 'b', from: today })).toMatchObject({
      why: 'into_itself',
    });
    const two = { ...facts, units: facts.units.slice(0, 2) };
    expect(plan({ kind: 'dissolve', unitId: 'b', from: today }, two)).toMatchObject({ why: 'too_few' });
    expect(plan({ kind: 'dissolve', unitId: 'b', from: day('2025-12-31') })).toMatchObject({
      why: 'too_early',
    });
    expect(plan({ kind: 'dissolve', unitId: 'x', from: today })).toMatchObject({ why: 'gone' });
  });
});

describe('a unit added during the year', () => {
  test('owes what every unit owes and is still ahead, not what only some or the bloc owe', () => {
    const found = planned({ kind: 'add', name: 'New', from: today });
    expect(found.owed.map(group => group.deadlineId)).toEqual(['half', 'year', 'undated']);
  });

  test('from a later day, nothing that is due before', () => {
    const found = planned({ kind: 'add', name: 'New', from: day('2026-07-01') });
    expect(found.owed.map(group => group.deadlineId)).toEqual(['year', 'undated']);
  });

  test('not under a name that another has, by its aliases too', () => {
    const [first] = facts.units;
    const units = first ? [{ ...first, aliases: ['Office'] }, ...facts.units.slice(1)] : [];
    expect(plan({ kind: 'add', name: 'Office', from: today }, { ...facts, units })).toMatchObject({
      why: 'name_taken',
    });
    expect(plan({ kind: 'rename', unitId: 'b', name: 'Unit c' })).toMatchObject({ why: 'name_taken' });
    expect(planned({ kind: 'rename', unitId: 'b', name: 'Unit b' }).withdrawn).toEqual([]);
  });
});

describe('while a hand-over waits for its day', () => {
  const waiting = { ...facts, coming: { leadId: 'c', deputyId: 'b', from: day('2027-01-04') } };

  test('whoever is to take it over stays, and roles are told nowhere else', () => {
    for (const change of [
      { kind: 'dissolve', unitId: 'c', from: today },
      { kind: 'merge', unitId: 'b', into: 'a', from: today },
      { kind: 'role', unitId: 'c', role: 'lead', from: today },
      { kind: 'role', unitId: 'b', role: 'deputy', from: today },
    ] as const)
      expect(plan(change, waiting), change.kind).toMatchObject({ why: 'hand_over_waits' });
  });

  test('all else goes on', () => {
    const alone = { ...waiting, coming: { ...waiting.coming, deputyId: null } };
    expect(plan({ kind: 'dissolve', unitId: 'b', from: today }, alone)).toMatchObject({ kind: 'plan' });
    expect(plan({ kind: 'rename', unitId: 'c', name: 'Other' }, waiting)).toMatchObject({ kind: 'plan' });
    expect(plan({ kind: 'add', name: 'New', from: today }, waiting)).toMatchObject({ kind: 'plan' });
  });
});

describe('roles', () => {
  test('the lead goes only to a unit that has a contact, and takes it from the one before', () => {
    expect(plan({ kind: 'role', unitId: 'b', role: 'lead', from: today })).toMatchObject({
      why: 'lead_needs_contact',
    });
    expect(planned({ kind: 'role', unitId: 'c', role: 'lead', from: today }).formerLead?.id).toBe('a');
  });

  test('the lead cannot simply stop leading', () => {
    expect(plan({ kind: 'role', unitId: 'a', role: 'member', from: today })).toMatchObject({
      why: 'lead_must_stay',
    });
    expect(plan({ kind: 'role', unitId: 'b', role: 'deputy', from: today })).toMatchObject({
      why: 'same_role',
    });
  });

  test('no role touches a duty', () => {
    expect(planned({ kind: 'role', unitId: 'b', role: 'member', from: addDays(today, 3) })).toMatchObject({
      withdrawn: [],
      staying: [],
      owed: [],
      leaving: [],
    });
  });
});
