import type { Post } from './bloc.ts';

/**
 * Who is told in private: whoever acts for the lead (or his clerk first), for a unit, for all units, for some of them,
 * for none of those but for another; or one person.
 */
export type Addressee =
  | { kind: 'lead' }
  | { kind: 'clerk' }
  | { kind: 'unit'; unitId: string }
  | { kind: 'units' }
  | { kind: 'these'; unitIds: readonly string[] }
  | { kind: 'others'; unitIds: readonly string[] }
  | { kind: 'person'; personId: string };

export interface Holder extends Post {
  personId: string;
}

/** Somebody is away today, and who stands in for him. */
export interface Away {
  personId: string;
  standInId: string;
}

/** Persons to be told: stand-ins in place of those away. What is meant for one person goes to him wherever he is. */
export function recipients(to: Addressee, people: readonly Holder[], away: readonly Away[]): string[] {
  if (to.kind === 'others') {
    const these = new Set(recipients({ ...to, kind: 'these' }, people, away));
    return recipients({ kind: 'units' }, people, away).filter(id => !these.has(id));
  }
  const meant = people.filter(one => addressed(to, one)).map(one => one.personId);
  if (to.kind === 'clerk' && meant.length === 0) return recipients({ kind: 'lead' }, people, away);
  if (to.kind === 'person') return [...new Set(meant)];
  const present = new Set(people.map(one => one.personId));
  return [...new Set(meant.map(id => inPlaceOf(id, away, present)))];
}

/** Follows hand-overs; where they lead in a circle or to somebody who has left, the person himself is told. */
function inPlaceOf(personId: string, away: readonly Away[], present: ReadonlySet<string>): string {
  const asked = new Set([personId]);
  let id = personId;
  for (;;) {
    const next = away.find(one => one.personId === id)?.standInId;
    if (next === undefined) return present.has(id) ? id : personId;
    if (asked.has(next)) return personId;
    asked.add(next);
    id = next;
  }
}

function addressed(to: Exclude<Addressee, { kind: 'others' }>, one: Holder): boolean {
  switch (to.kind) {
    case 'person':
      return one.personId === to.personId;
    case 'clerk':
      return one.role === 'clerk' && one.unitRole === 'lead';
    case 'lead':
      return one.role !== 'member' && one.unitRole === 'lead';
    case 'unit':
      return one.role !== 'member' && one.unitId === to.unitId;
    case 'these':
      return one.role !== 'member' && to.unitIds.includes(one.unitId);
    case 'units':
      return one.role !== 'member';
  }
}
