import {
  addObligations,
  addPost,
  addUnit,
  endPosts,
  endUnit,
  renameUnit,
  setUnitRole,
  unitsInFull,
  withdrawObligations,
} from '../../db/units.ts';
import type { PersonRole } from '../core/bloc.ts';
import { addDays } from '../core/day.ts';
import type { BlocPost } from '../core/member-change.ts';
import type { UnitChange, UnitPlan } from '../core/unit-change.ts';
import type { PortScope } from './port-scope.ts';

/** Writes a planned change of a unit; what was stays, with its last day. */
export async function changeUnit(
  scope: PortScope,
  change: UnitChange,
  plan: UnitPlan,
  moveTo: string | null,
): Promise<void> {
  const { tx, now, today, bloc, season } = scope;
  const { blocId } = bloc();
  switch (change.kind) {
    case 'rename':
    case 'alias': {
      const key = { blocId, unitId: change.unitId };
      const one = (await unitsInFull(tx, today)).find(unit => unit.id === change.unitId);
      if (!one) throw new Error('no such unit');
      const added = change.kind === 'rename' ? one.name : change.name;
      const aliases = [...new Set([...one.aliases, added])];
      return renameUnit(tx, key, change.kind === 'rename' ? { name: change.name, aliases } : { aliases });
    }
    case 'short': {
      const one = (await unitsInFull(tx, today)).find(unit => unit.id === change.unitId);
      const aliases = [...new Set([...(one?.aliases ?? []), ...(one?.shortName ? [one.shortName] : [])])];
      const set = { shortName: change.name, aliases: aliases.filter(name => name !== change.name) };
      return renameUnit(tx, { blocId, unitId: change.unitId }, set);
    }
    case 'merge':
    case 'dissolve': {
      const lastDay = addDays(change.from, -1);
      const into = change.kind === 'merge' ? change.into : null;
      await endUnit(tx, { blocId, unitId: change.unitId }, lastDay, into);
      await withdrawObligations(
        tx,
        plan.withdrawn.map(duty => duty.obligationId),
        now,
      );
      const held = plan.leaving.map(post => ({ ...post, unitName: '', unitRole: 'member' as const }));
      if (moveTo)
        for (const { personId, role } of held)
          await addPost(tx, { blocId, unitId: moveTo, personId, role, validFrom: change.from });
      return endPosts(tx, blocId, held, { lastDay, today });
    }
    case 'add': {
      const unitId = await addUnit(tx, blocId, change.name, change.from);
      const owed = plan.owed.map(group => group.deadlineId);
      return addObligations(tx, { blocId, seasonId: season().id, unitId }, owed, now);
    }
    case 'role': {
      const { unitId, role, from } = change;
      return setUnitRole(tx, { blocId, unitId }, role, { from, dayBefore: addDays(from, -1) });
    }
  }
}

/** A post ends yesterday; in another role it goes on today. */
export async function changePost(scope: PortScope, post: BlocPost, role: PersonRole | null): Promise<void> {
  const { tx, today, bloc } = scope;
  const { blocId } = bloc();
  const { unitId, personId } = post;
  if (role) await addPost(tx, { blocId, unitId, personId, role, validFrom: today });
  await endPosts(tx, blocId, [post], { lastDay: addDays(today, -1), today });
}
