import type { YearPorts } from '../../commands/ports-year.ts';
import { units } from '../../db/blocs.ts';
import { addTargetReport, changeOwners, seasonTargets } from '../../db/targets.ts';
import type { PortScope } from './port-scope.ts';

export function createYearPorts(scope: PortScope): YearPorts {
  const { tx, now, today, context, bloc, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  const living = async () =>
    (await units(tx, today)).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  return {
    targets: {
      list: async () => (context?.season ? seasonTargets(tx, context.season.id, await living()) : []),
      report: (target, given) => addTargetReport(tx, target, given, made()),
      assign: (target, unitIds) => {
        const before = target.owners.map(one => one.unitId);
        const given = unitIds.filter(id => !before.includes(id));
        return changeOwners(tx, target, { given, taken: before.filter(id => !unitIds.includes(id)) }, made());
      },
    },
  };
}
