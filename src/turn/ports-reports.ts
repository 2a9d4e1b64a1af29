import type { ReportsPorts } from '../../commands/ports-reports.ts';
import { addDue } from '../../db/due.ts';
import { decide, reportVersions, unitNames } from '../../db/reports.ts';
import { seasonOf } from '../../db/season-phases.ts';
import type { ExportItem } from '../core/export-item.ts';
import type { PortScope } from './port-scope.ts';

export function createReportsPorts(scope: PortScope): ReportsPorts {
  const { tx, now, today, bloc, season, me } = scope;
  return {
    versions: obligationId => reportVersions(tx, { obligationId }),
    decide: (seen, kind, reason) =>
      decide(tx, { ...seen, blocId: bloc().blocId, kind, reason, madeBy: me(), madeAt: now }),
    unitNames: () => unitNames(tx, today),
    exportReports: async (deadlineId, chat) => {
      const item: ExportItem = {
        kind: 'export',
        key: `export:${scope.inboxId}`,
        at: now,
        what: 'reports',
        seasonId: deadlineId ? await seasonOf(tx, 'deadline', deadlineId) : season().id,
        deadlineId,
        personId: me(),
        chat: { ...chat, kind: scope.inGroup ? 'group' : 'private' },
      };
      await addDue(tx, bloc().blocId, item);
      scope.deferred.dueNow = true;
    },
  };
}
