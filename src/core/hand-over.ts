import type { UnitRole } from './bloc.ts';
import type { Day } from './day.ts';

/** A lead, and perhaps a deputy, whose day has yet to come. */
export interface ComingHandOver {
  leadId: string;
  deputyId: string | null;
  from: Day;
}

export interface RoleChange {
  unitId: string;
  unitName: string;
  was: UnitRole;
  is: UnitRole;
}

interface UnitWithRole {
  id: string;
  name: string;
  role: UnitRole;
}

/** Units whose role is another than before, in the order of units. */
export function roleChanges(
  before: readonly Pick<UnitWithRole, 'id' | 'role'>[],
  after: readonly UnitWithRole[],
): RoleChange[] {
  return after.flatMap(({ id: unitId, name: unitName, role: is }) => {
    const was = before.find(one => one.id === unitId)?.role ?? 'member';
    return was === is ? [] : [{ unitId, unitName, was, is }];
  });
}

/** Units as they are once it has taken effect. */
export const handedOver = <T extends UnitWithRole>(
  units: readonly T[],
  { leadId, deputyId }: Pick<ComingHandOver, 'leadId' | 'deputyId'>,
): T[] =>
  units.map(one => ({
    ...one,
    role: one.id === leadId ? 'lead' : one.id === deputyId ? 'deputy' : 'member',
  }));
