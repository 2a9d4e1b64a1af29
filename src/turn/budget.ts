import { addDue } from '../../db/due.ts';
import { blocsOfBot, countMessage, sentThisMonth } from '../../db/message-count.ts';
import type { ClaimedMessage } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import type { SendOutcome } from '../chat/port.ts';
import { becomesLow, budgetLevel, maySpend, monthlyLimits, monthOf } from '../core/message-budget.ts';

type Spent = Pick<ClaimedMessage, 'platform' | 'botId' | 'class' | 'body'>;

/** Sends where the month's number allows it, and counts; platforms that do not count are not asked about. */
export async function withinBudget(
  db: Tx,
  now: Date,
  message: Spent,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const limit = monthlyLimits[message.platform];
  if (limit === undefined) return send();
  const level = budgetLevel({ sent: await sentThisMonth(db, message), limit });
  if (!maySpend(level, { class: message.class, urgent: message.body.urgent === true }))
    return { kind: 'refused', because: 'message budget of the month spent' };
  const outcome = await send();
  // What may have arrived counts too.
  if (outcome.kind !== 'sent' && outcome.kind !== 'unknown') return outcome;
  if (becomesLow({ sent: await countMessage(db, message), limit })) await warn(db, now, message);
  return outcome;
}

/** The leads of every bloc that the bot speaks to are told by the tick, which may look into blocs. */
async function warn(db: Tx, now: Date, { platform, botId }: Spent): Promise<void> {
  const key = `budget:${platform}:${botId}:${monthOf(now)}`;
  for (const blocId of await blocsOfBot(db, { platform, botId }))
    await addDue(db, blocId, { kind: 'budget_warning', key, at: now });
}
