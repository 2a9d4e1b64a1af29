import { messageCounts } from '../../db/message-count.ts';
import type { Tx } from '../../db/tx.ts';
import { type BudgetLevel, budgetLevel, monthlyLimits, type Spending } from '../core/message-budget.ts';

export interface BotSpending extends Spending {
  platform: string;
  botId: string;
  level: BudgetLevel;
}

/** What each bot that is counted has sent this month. */
export async function spendings(tx: Tx): Promise<BotSpending[]> {
  return (await messageCounts(tx)).flatMap(({ platform, botId, sent }) => {
    const limit = monthlyLimits[platform];
    return limit === undefined ? [] : [{ platform, botId, sent, limit, level: budgetLevel({ sent, limit }) }];
  });
}

/** The level of the bot behind a chat. */
export function levels(all: readonly BotSpending[]) {
  return (chat: { platform: string; botId: string }): BudgetLevel =>
    all.find(one => one.platform === chat.platform && one.botId === chat.botId)?.level ?? 'ample';
}
