import type { YearPorts } from '../../commands/ports-year.ts';
import { addDue } from '../../db/due.ts';
import { addActivity, dateMilestone, milestones } from '../../db/milestones.ts';
import { at } from '../core/day.ts';
import type { PortScope } from './port-scope.ts';

export function createMilestonePorts(scope: PortScope): YearPorts['milestones'] {
  const { tx, now, context, bloc, season, me } = scope;
  const made = () => ({ blocId: bloc().blocId, by: me(), at: now });
  return {
    list: async () => (context?.season ? milestones(tx, context.season.id) : []),
    date: async (one, days) => {
      await dateMilestone(tx, one, days, made());
      const { blocId, settings } = bloc();
      const edges = { begins: days.startsOn, ends: days.endsOn };
      for (const edge of ['begins', 'ends'] as const) {
        const day = edges[edge];
        if (day === null) continue;
        const morning = at(day, settings.reminders.morning);
        const item = { seasonId: season().id, milestoneId: one.id, edge, day };
        const key = `campaign:${one.id}:${edge}:${day}`;
        if (morning > now) await addDue(tx, blocId, { kind: 'campaign', key, at: morning, ...item });
      }
    },
    report: (one, given) => addActivity(tx, one, given, made()),
  };
}
