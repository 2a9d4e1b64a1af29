import type { NewMessage } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import { plainText } from '../chat/plain.ts';
import type { Line } from '../core/message.ts';
import { sparing } from '../core/message-budget.ts';
import type { Notice } from '../core/reminder-notice.ts';
import { inWordsOf } from '../text/bloc-words.ts';
import { budgetText } from '../text/budget.ts';
import { namesOf, noticeLines } from '../text/reminders.ts';
import { levels, spendings } from './budget-levels.ts';
import type { BlocFacts } from './facts.ts';
import { reachOf, toEach } from './reach.ts';
import { yearInShort } from './year-in-short.ts';

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
  const levelOf = levels(await spendings(tx));
  const groupToo = given.some(notice => notice.to === 'group') && reach.groups.length > 0;
  const weekly = given.some(notice => notice.to === 'group' && notice.digest.reason === 'weekly');
  const beside = weekly && groupToo ? await yearInShort(tx, facts, now) : [];
  return given.flatMap(notice => {
    const urgent = isUrgent(notice);
    const lines = noticeLines(notice, names, beside);
    const body = inWordsOf(facts.name, { lines, ...(urgent && { urgent: true as const }) });
    if (notice.to === 'group')
      return reach.groups.flatMap(chat => {
        const said = levelOf(chat) === 'ample' ? body : { ...body, lines: shortened(body.lines) };
        return toEach([chat], { chatKind: 'group', blocId, cause: `${cause}:group`, body: said });
      });
    const to = notice.to === 'unit' ? { kind: notice.to, unitId: notice.unitId } : { kind: notice.to };
    const unique = notice.to === 'unit' ? notice.unitId : notice.to;
    const chats = sparing(reach.chatsOf(to), levelOf, { urgent, groupToo });
    return toEach(chats, { chatKind: 'private', blocId, cause: `${cause}:${unique}`, body });
  });
}

const isUrgent = (notice: Notice): boolean =>
  notice.to !== 'group' &&
  (notice.items.some(item => item.stage === 'overdue') ||
    (notice.to === 'lead' && notice.overdue.length > 0));

/** One message, however much there is to sum up. */
const DIGEST_UNITS = 1_700;

export function shortened(lines: readonly Line[]): Line[] {
  let length = 0;
  const kept = lines.filter(line => {
    length += plainText({ lines: [line] }).length + 1;
    return length <= DIGEST_UNITS;
  });
  return kept.length === lines.length ? kept : [...kept, budgetText.more()];
}
