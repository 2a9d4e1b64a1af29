import { z } from 'zod';
import { announcements } from '../../db/announcements.ts';
import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Announcement } from '../core/board.ts';
import type { Say } from '../dialogues/dialogue.ts';
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
      const { asking, copy } = bodies(one, facts.name, blocId);
      const unitIds = one.units.map(unit => unit.unitId);
      const reached = (kind: 'these' | 'others') =>
        reach.chatsOf({ kind, unitIds }).filter(chat => chat.personId !== one.madeBy);
      const cause = `announcement:${id}`;
      const alone = { blocId, chatKind: 'private', cause } as const;
      await enqueue(tx, [
        ...toEach(reached('these'), { ...alone, body: asking }),
        ...toEach(reached('others'), { ...alone, body: copy }),
        ...toEach(reach.groups, { blocId, chatKind: 'group', cause: `${cause}:group`, body: asking }),
      ]);
    }
    await finishDue(tx, [due], now);
  }
}

/** For whoever is to take note of it, and for whoever need not. */
function bodies(one: Announcement, bloc: string, blocId: number) {
  const carried = one.file ? { file: one.file } : {};
  const choices = [[announcementText.mark(one.id)]];
  const body = (say: Say) => toMessage({ ...say, ...carried }, { kind: 'command', blocId });
  return {
    asking: body({ lines: announcementText.notice(bloc, one), choices }),
    copy: body({ lines: announcementText.copy(bloc, one) }),
  };
}
