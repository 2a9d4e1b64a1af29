import type { PersonRole, UnitRole } from './bloc.ts';
import { MAX_UNITS } from './bloc-sheet.ts';
import type { Day } from './day.ts';
import { isHandedIn } from './deadline.ts';
import { byDeadline, type Duty, type DutyGroup } from './duty.ts';
import type { ComingHandOver } from './hand-over.ts';

/** A unit as its lead sees it. */
export interface UnitInFull {
  id: string;
  name: string;
  shortName: string | null;
  aliases: string[];
  role: UnitRole;
  validFrom: Day;
}

/** Somebody's post in a unit. */
export interface UnitPost {
  membershipId: string;
  personId: string;
  personName: string;
  unitId: string;
  role: PersonRole;
}

export type UnitChange =
  | { kind: 'rename'; unitId: string; name: string }
  /** How tables and lists call it where room is scarce; what it was before becomes another name. */
  | { kind: 'short'; unitId: string; name: string }
  /** What else it is called: found by it, shown by its name. */
  | { kind: 'alias'; unitId: string; name: string }
  | { kind: 'merge'; unitId: string; into: string; from: Day }
  | { kind: 'dissolve'; unitId: string; from: Day }
  | { kind: 'add'; name: string; from: Day }
  | { kind: 'role'; unitId: string; role: UnitRole; from: Day };

export type UnitRefusal =
  | 'gone'
  | 'name_taken'
  | 'lead_must_stay'
  | 'lead_needs_contact'
  | 'into_itself'
  | 'same_role'
  /** A hand-over waits for its day, which this would undo. */
  | 'hand_over_waits'
  | 'too_early'
  | 'too_many'
  | 'too_few';

export interface UnitFactsNow {
  today: Day;
  units: readonly UnitInFull[];
  posts: readonly UnitPost[];
  duties: readonly Duty[];
  /** The hand-over that waits for its day. */
  coming: ComingHandOver | null;
}

/** What a change comes to, shown before it is done. */
export interface UnitPlan {
  kind: 'plan';
  /** Open duties that nobody will owe any more. */
  withdrawn: Duty[];
  /** Open duties due before the change: the unit still owes them. */
  staying: Duty[];
  /** Deadlines that a new unit will owe. */
  owed: DutyGroup[];
  /** Posts that end. */
  leaving: UnitPost[];
  /** Who leads until then, where that changes. */
  formerLead: UnitInFull | null;
}

const nothing: UnitPlan = {
  kind: 'plan',
  withdrawn: [],
  staying: [],
  owed: [],
  leaving: [],
  formerLead: null,
};

/** @param sameName whether two names are one to people */
export function planUnitChange(
  change: UnitChange,
  facts: UnitFactsNow,
  sameName: (a: string, b: string) => boolean,
): UnitPlan | { kind: 'refused'; why: UnitRefusal } {
  const refused = (why: UnitRefusal) => ({ kind: 'refused', why }) as const;
  const one = 'unitId' in change ? facts.units.find(({ id }) => id === change.unitId) : undefined;
  if ('unitId' in change && !one) return refused('gone');
  if ('name' in change) {
    const others = facts.units.filter(({ id }) => id !== one?.id);
    const taken = others.some(other => namesOf(other).some(name => sameName(name, change.name)));
    if (taken) return refused('name_taken');
  }
  if ('from' in change && one && change.from < one.validFrom) return refused('too_early');

  if (facts.coming && undoes(change, facts.coming)) return refused('hand_over_waits');
  switch (change.kind) {
    case 'rename':
    case 'alias':
    case 'short':
      return nothing;
    case 'add':
      if (facts.units.length >= MAX_UNITS) return refused('too_many');
      return { ...nothing, owed: owedByAll(change.from, facts) };
    case 'role':
      return planRole(change, one, facts) ?? nothing;
    case 'merge':
    case 'dissolve': {
      if (one?.role === 'lead') return refused('lead_must_stay');
      if (change.kind === 'merge' && change.into === change.unitId) return refused('into_itself');
      if (change.kind === 'merge' && !facts.units.some(({ id }) => id === change.into))
        return refused('gone');
      if (facts.units.length <= 2) return refused('too_few');
      const open = facts.duties.filter(
        ({ party, handedIn }) => party.kind === 'unit' && party.unitId === change.unitId && handedIn === null,
      );
      const before = (duty: Duty) =>
        change.from > facts.today && duty.dueOn !== null && duty.dueOn < change.from;
      return {
        ...nothing,
        withdrawn: open.filter(duty => !before(duty)),
        staying: open.filter(before),
        leaving: facts.posts.filter(({ unitId }) => unitId === change.unitId),
      };
    }
  }
}

const namesOf = ({ name, shortName, aliases }: UnitInFull) => [
  name,
  ...(shortName ? [shortName] : []),
  ...aliases,
];

/** Deadlines still ahead on that day that every unit owes; what only some owe says nothing of a new one. */
function owedByAll(from: Day, { units, duties }: UnitFactsNow): DutyGroup[] {
  return byDeadline(duties).filter(group => {
    const owing = new Set(group.duties.flatMap(({ party }) => (party.kind === 'unit' ? [party.unitId] : [])));
    const ahead = group.dueOn === null || group.dueOn >= from;
    return isHandedIn(group.kind) && ahead && units.length > 0 && units.every(({ id }) => owing.has(id));
  });
}

/** Roles told anew before its day, or a unit gone that is to take one over: nobody would lead on that day. */
function undoes(change: UnitChange, { leadId, deputyId }: ComingHandOver): boolean {
  if (change.kind === 'role') return true;
  const leaves = change.kind === 'merge' || change.kind === 'dissolve';
  return leaves && (change.unitId === leadId || change.unitId === deputyId);
}

function planRole(
  { unitId, role }: Extract<UnitChange, { kind: 'role' }>,
  one: UnitInFull | undefined,
  { units, posts }: UnitFactsNow,
) {
  const refused = (why: UnitRefusal) => ({ kind: 'refused', why }) as const;
  if (one?.role === role) return refused('same_role');
  if (one?.role === 'lead') return refused('lead_must_stay');
  if (role !== 'lead') return null;
  if (!posts.some(post => post.unitId === unitId && post.role === 'contact'))
    return refused('lead_needs_contact');
  return { ...nothing, formerLead: units.find(unit => unit.role === 'lead') ?? null };
}
