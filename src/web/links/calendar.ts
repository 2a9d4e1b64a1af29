import { html } from 'hono/html';
import { writeIcs } from '../../documents/ics.ts';
import { calendarText } from '../../text/calendar.ts';
import { calendarFeed } from '../../turn/calendar-feed.ts';
import type { LinkHandler } from './link.ts';
import { linkPage, linkProblem } from './page.ts';

/** The file that calendars fetch again and again, below a page for who opens the link by hand. */
export const calendar: LinkHandler<'calendar'> = async (c, link, { method, rest }, { db, now }) => {
  const { personId, blocId } = link;
  if (method !== 'GET' || personId === null) return null;
  const at = now();
  const feed = await db.transaction(tx => calendarFeed(tx, { blocId, personId, now: at }));
  if (!feed) return linkProblem(c, 'expired');
  if (rest === '') {
    const body = html`<p>${calendarText.pageHint}</p><p class="file">${c.req.url}/${calendarText.fileName}</p>`;
    return linkPage(c, { head: calendarText.pageHead, body });
  }
  if (rest !== calendarText.fileName) return null;
  const ics = await writeIcs(feed.entries, calendarText.name([feed.name]));
  return c.body(ics, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
};
