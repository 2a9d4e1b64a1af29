import type { YearPorts } from '../../commands/ports-year.ts';
import { units } from '../../db/blocs.ts';
import { addExemplar, exemplars, reviseExemplar } from '../../db/exemplars.ts';
import { addInitiative, initiatives, revise } from '../../db/initiatives.ts';
import { addRegistration, registrations } from '../../db/registrations.ts';
import { addPhaseEntry, chooseSeason, openSeason, phaseEntries } from '../../db/season-phases.ts';
import { addTargetReport, changeOwners, seasonTargets } from '../../db/targets.ts';
import { addVeto, vetoes } from '../../db/vetoes.ts';
import { withCounts } from '../core/initiative.ts';
import { phasesOf } from '../core/season-phase.ts';
import { seasonDays } from '../text/council.ts';
import { countsInitiatives } from '../text/initiative-line.ts';
import { datePhase } from './date-phase.ts';
import type { PortScope } from './port-scope.ts';
import { createAwardPorts } from './ports-awards.ts';
import { createHandOverPorts } from './ports-hand-over.ts';
import { createMeetingPorts } from './ports-meetings.ts';
import { createMilestonePorts } from './ports-milestones.ts';

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
    phases: {
      list: async () => phasesOf(await inSeason(id => phaseEntries(tx, id))),
      date: (phase, on) => {
        const { blocId, settings } = bloc();
        const of = { blocId, seasonId: season().id, morning: settings.reminders.morning };
        return datePhase(tx, of, { phase, on }, { madeBy: me(), now });
      },
      enter: phase =>
        addPhaseEntry(tx, {
          ...{ blocId: bloc().blocId, seasonId: season().id, madeBy: me(), madeAt: now },
          ...{ kind: 'entered', phase, day: today },
        }),
    },
    years: async () => (context?.seasons ?? []).map(one => one.year),
    speakOf: year => {
      const found = context?.seasons.find(one => one.year === year) ?? null;
      if (context && found) context.season = found;
      return found;
    },
    choose: year => chooseSeason(tx, { blocId: bloc().blocId, personId: me(), year, at: now }),
    openYear: year => openSeason(tx, { blocId: bloc().blocId, year, ...seasonDays(year) }),
    meetings: createMeetingPorts(scope),
    awards: createAwardPorts(scope),
    vetoes: {
      list: () => inSeason(id => vetoes(tx, id)),
      tell: (veto, unitId) =>
        addVeto(tx, season().id, veto, { blocId: bloc().blocId, unitId, by: me(), at: now }),
    },
    handOver: createHandOverPorts(scope),
    milestones: createMilestonePorts(scope),
    exemplars: {
      list: () => inSeason(id => exemplars(tx, id)),
      add: given => addExemplar(tx, { ...given, seasonId: season().id, stage: 'found' }, made()),
      revise: (id, given) => reviseExemplar(tx, id, given, made()),
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
