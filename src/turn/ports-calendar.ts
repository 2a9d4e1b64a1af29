import { keepFile } from '../../db/inbox-files.ts';
import { endLinks } from '../../db/links.ts';
import { enterBloc } from '../../db/tx.ts';
import type { CalendarEntry } from '../core/calendar-entry.ts';
import { writeIcs } from '../documents/ics.ts';
import { calendarText } from '../text/calendar.ts';
import { calendarFeed } from './calendar-feed.ts';
import { makeLink } from './make-link.ts';
import type { PortScope } from './port-scope.ts';

/** Deadlines as a calendar: a file over all of a person's blocs, a link for the current one. */
export function createCalendarPorts({ tx, now, actor, bloc, me, publicUrl }: PortScope) {
  return {
    calendarFile: async () => {
      const entries: CalendarEntry[] = [];
      const names: string[] = [];
      for (const blocId of actor?.blocIds ?? []) {
        const feed = await calendarFeed(tx, { blocId, personId: me(), now });
        if (!feed) continue;
        names.push(feed.name);
        entries.push(...feed.entries);
      }
      const { blocId } = bloc();
      await enterBloc(tx, blocId);
      if (entries.length === 0) return null;
      const bytes = new TextEncoder().encode(await writeIcs(entries, calendarText.name(names)));
      return { sha256: await keepFile(tx, blocId, bytes, now), count: entries.length };
    },
    calendarLink: async () => {
      await endLinks(tx, me(), 'calendar', now);
      const subject = { purpose: 'calendar' } as const;
      return makeLink(tx, publicUrl, { blocId: bloc().blocId, personId: me(), subject }, now);
    },
  };
}
