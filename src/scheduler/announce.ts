import { z } from 'zod';
import { announcements } from '../../db/announcements.ts';
import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { announcementText } from '../text/announcements.ts';
import { toMessage } from '../turn/messages.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { reachOf, toEach } from './reach.ts';

const itemSchema = z.object({ id: z.string() });

/** Announcements that were written in quiet hours go out in the morning. */
export async function sendAnnouncements({ tx, blocId, rows, now }: DueWork): Promise<void> {
  const facts = await loadFacts(tx, blocId, now);
  const reach = facts && (await reachOf(tx, blocId, now));
  for (const { id: due, item } of rows) {
    const { id } = itemSchema.parse(item);
    const [one] = facts ? await announcements(tx, { id }) : [];
    if (facts && reach && one) {
      const say = {
        lines: announcementText.notice(facts.name, one),
        ...(one.file ? { file: one.file } : {}),
      };
      const body = toMessage({ ...say, choices: [[announcementText.mark(id)]] }, { kind: 'command', blocId });
      const cause = `announcement:${id}`;
      const given = { blocId, body };
      await enqueue(tx, [
        ...toEach(reach.chatsOf({ kind: 'units' }), { ...given, chatKind: 'private', cause }),
        ...toEach(reach.groups, { ...given, chatKind: 'group', cause: `${cause}:group` }),
      ]);
    }
    await finishDue(tx, [due], now);
  }
}
