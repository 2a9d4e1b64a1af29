import type { YearPorts } from '../../commands/ports-year.ts';
import { addDue, removeDue } from '../../db/due.ts';
import {
  closeSeason,
  comingHandOver,
  copyTable,
  handOverRoles,
  openInSeason,
  seasonOfYear,
  takeBackHandOver,
} from '../../db/hand-over.ts';
import { openSeason } from '../../db/season-phases.ts';
import { addDays, at } from '../core/day.ts';
import type { ExportItem } from '../core/export-item.ts';
import { seasonDays } from '../text/council.ts';
import type { PortScope } from './port-scope.ts';

/** Of the due row that tells units on the day; its key begins so too. */
const HAND_OVER = 'hand_over';

export function createHandOverPorts(scope: PortScope): YearPorts['handOver'] {
  const { tx, now, today, bloc, season, me } = scope;
  const cancel = async () => {
    const coming = await comingHandOver(tx, today);
    if (!coming) return;
    await takeBackHandOver(tx, coming.from);
    await removeDue(tx, bloc().blocId, HAND_OVER, HAND_OVER);
  };
  return {
    coming: () => comingHandOver(tx, today),
    cancel,
    carryOut: async ({ leadId, deputyId, from, year }) => {
      const { blocId, settings } = bloc();
      await cancel();
      await handOverRoles(tx, blocId, { leadId, deputyId, from, dayBefore: addDays(from, -1) });
      const opened = await openSeason(tx, { blocId, year, ...seasonDays(year) });
      const to = opened ?? (await seasonOfYear(tx, year))?.id;
      if (to) await copyTable(tx, { blocId, from: season().id, to, now });
      const due = at(from, settings.reminders.morning);
      if (from > today)
        await addDue(tx, blocId, { kind: HAND_OVER, key: `${HAND_OVER}:${from}`, at: due, from });
    },
    left: async year => {
      const found = await seasonOfYear(tx, year);
      return found
        ? openInSeason(tx, found.id)
        : { duties: 0, ballots: 0, meetings: 0, feedback: 0, awards: 0 };
    },
    close: async year => {
      const found = await seasonOfYear(tx, year);
      if (!found?.open) return null;
      await closeSeason(tx, found.id, now);
      return found.id;
    },
    isClosed: async year => (await seasonOfYear(tx, year))?.open === false,
    archive: async (year, chat) => {
      const found = await seasonOfYear(tx, year);
      if (!found) return false;
      const item: ExportItem = {
        ...{ kind: 'export', key: `export:${scope.inboxId}:archive`, at: now, seasonId: found.id },
        ...{ what: 'season_archive', personId: me() },
        chat: { ...chat, kind: 'private' },
      };
      await addDue(tx, bloc().blocId, item);
      scope.deferred.dueNow = true;
      return true;
    },
  };
}
