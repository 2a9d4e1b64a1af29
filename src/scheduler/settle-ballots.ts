import { z } from 'zod';
import { resultChoices } from '../../commands/ballot-result.ts';
import { appendAudit } from '../../db/audit.ts';
import { ballots } from '../../db/ballots.ts';
import { finishDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Ballot } from '../core/ballot/ballot.ts';
import { mayRemind } from '../core/ballot/box.ts';
import type { Message } from '../core/message.ts';
import { ballotText } from '../text/ballots.ts';
import { toMessage } from '../turn/messages.ts';
import { closeChatBallot } from './close-ballot.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { type Reach, reachOf, toEach } from './reach.ts';

const itemSchema = z.object({ ballotId: z.string() });

/** Reminds those who have not voted, while enough are missing that a vote is nobody's; closes at its time. */
export async function settleBallots(work: DueWork): Promise<void> {
  const { tx, blocId, rows, now } = work;
  const facts = await loadFacts(tx, blocId, now);
  const reach = facts && (await reachOf(tx, blocId, now));
  for (const { id, kind, item } of rows) {
    const [one] = facts ? await ballots(tx, { held: itemSchema.parse(item).ballotId }) : [];
    if (facts && reach && one?.state === 'open') {
      if (kind === 'ballot_remind') await remind(work, one, facts.name, reach);
      else await close(work, one, facts.name, reach);
    }
    await finishDue(tx, [id], now);
  }
}

async function remind({ tx, blocId }: DueWork, one: Ballot, bloc: string, reach: Reach): Promise<void> {
  const missing = one.electors.filter(elector => !one.voted.includes(elector.key));
  if (!mayRemind(missing.length)) return;
  const say = { lines: ballotText.reminded(bloc, one), choices: [[ballotText.vote(one)]] };
  const body = toMessage(say, { kind: 'command', blocId });
  const chats = missing.flatMap(({ personId, unitId }) =>
    reach.chatsOf(personId ? { kind: 'person', personId } : { kind: 'unit', unitId }),
  );
  const once = [...new Map(chats.map(chat => [`${chat.platform}|${chat.chatId}`, chat])).values()];
  const cause = `ballot_remind:${one.id}`;
  await enqueue(tx, toEach(once, { chatKind: 'private', blocId, cause, body }));
}

async function close({ tx, blocId, now }: DueWork, one: Ballot, bloc: string, reach: Reach): Promise<void> {
  const closed = await closeChatBallot(tx, one, now);
  const choices = resultChoices(closed);
  const say = { lines: ballotText.result(bloc, closed), ...(choices.length > 0 ? { choices } : {}) };
  const body: Message = toMessage(say, { kind: 'command', blocId });
  const chats = reach.chatsOf({ kind: 'lead' });
  const cause = `ballot_close:${one.id}`;
  await enqueue(tx, toEach(chats, { chatKind: 'private', blocId, cause, body }));
  const detail = { no: one.no, counted: closed.counts !== null };
  const subject = { subject: 'ballot', subjectId: one.id };
  await appendAudit(tx, [{ blocId, at: now, actor: null, action: 'ballot.closed', ...subject, detail }]);
}
