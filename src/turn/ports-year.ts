import type { YearPorts } from '../../commands/ports-year.ts';
import { units } from '../../db/blocs.ts';
import { addInitiative, initiatives, revise } from '../../db/initiatives.ts';
import { addRegistration, registrations } from '../../db/registrations.ts';
import { addTargetReport, changeOwners, seasonTargets } from '../../db/targets.ts';
import { withCounts } from '../core/initiative.ts';
import { countsInitiatives } from '../text/initiative-line.ts';
import type { PortScope } from './port-scope.ts';

export function createYearPorts(scope: PortScope): YearPorts {
  const { tx, now, today, context, bloc, season, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  const living = async () =>
    (await units(tx, today)).map(({ id: unitId, name: unitName }) => ({ unitId, unitName }));
  const inSeason = async <T>(load: (seasonId: string) => Promise<T[]>): Promise<T[]> =>
    context?.season ? load(context.season.id) : [];
  return {
    targets: {
      list: () =>
        inSeason(async id => {
          const targets = await seasonTargets(tx, id, await living());
          return withCounts(targets, await initiatives(tx, id), today, countsInitiatives);
        }),
      report: (target, given) => addTargetReport(tx, target, given, made()),
      assign: (target, unitIds) => {
        const before = target.owners.map(one => one.unitId);
        const given = unitIds.filter(id => !before.includes(id));
        return changeOwners(tx, target, { given, taken: before.filter(id => !unitIds.includes(id)) }, made());
      },
    },
    initiatives: {
      list: () => inSeason(id => initiatives(tx, id)),
      add: given => addInitiative(tx, { ...given, seasonId: season().id, state: 'registered' }, made()),
      revise: (id, given) => revise(tx, id, given, made()),
    },
    registrations: {
      list: () => inSeason(id => registrations(tx, id)),
      add: given =>
        addRegistration(tx, {
          ...given,
          blocId: bloc().blocId,
          seasonId: season().id,
          madeBy: me(),
          madeAt: now,
        }),
    },
  };
}
