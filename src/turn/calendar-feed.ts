import { loadContext } from '../../db/bloc-context.ts';
import { seasonDeadlines } from '../../db/duties.ts';
import { meetings } from '../../db/meetings.ts';
import { milestones } from '../../db/milestones.ts';
import type { Tx } from '../../db/tx.ts';
import { type CalendarEntry, calendarEntries } from '../core/calendar-entry.ts';
import { dayOf } from '../core/day.ts';
import type { Milestone } from '../core/milestone.ts';

/** A person's calendar of one bloc, which is entered; null where he holds no post there any more. */
export async function calendarFeed(
  tx: Tx,
  { blocId, personId, now }: { blocId: number; personId: string; now: Date },
): Promise<{ name: string; entries: CalendarEntry[] } | null> {
  const context = await loadContext(tx, { blocId, personId, scope: 'private', today: dayOf(now) });
  if (!context || context.posts.length === 0) return null;
  const seasonIds = context.seasons.map(one => one.id);
  const facts = {
    ...(await seasonDeadlines(tx, seasonIds)),
    meetings: await meetings(tx, { seasonIds }),
    milestones: [] as Milestone[],
  };
  for (const id of seasonIds) facts.milestones.push(...(await milestones(tx, id)));
  return { name: context.name, entries: calendarEntries(context.name, facts, context.posts) };
}
