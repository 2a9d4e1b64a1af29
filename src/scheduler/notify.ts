import type { NewMessage } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import type { Notice } from '../core/reminder-notice.ts';
import { inWordsOf } from '../text/bloc-words.ts';
import { namesOf, noticeLines } from '../text/reminders.ts';
import type { BlocFacts } from './facts.ts';
import { reachOf, toEach } from './reach.ts';

/**
 * Notices → messages: a unit's to its contacts, the lead's to its contact and clerk (or who stands in for them),
 * each in all the private chats we know of that person; a digest once to each group. `cause` makes them unique.
 */
export async function notices(
  tx: Tx,
  facts: BlocFacts,
  given: readonly Notice[],
  cause: string,
  now: Date,
): Promise<NewMessage[]> {
  if (given.length === 0) return [];
  const { blocId } = facts;
  const names = namesOf(facts.name, facts.duties);
  const reach = await reachOf(tx, blocId, now);
  return given.flatMap(notice => {
    const body = inWordsOf(facts.name, { lines: noticeLines(notice, names) });
    if (notice.to === 'group')
      return toEach(reach.groups, { chatKind: 'group', blocId, cause: `${cause}:group`, body });
    const to = notice.to === 'unit' ? { kind: notice.to, unitId: notice.unitId } : { kind: notice.to };
    const unique = notice.to === 'unit' ? notice.unitId : notice.to;
    return toEach(reach.chatsOf(to), { chatKind: 'private', blocId, cause: `${cause}:${unique}`, body });
  });
}
