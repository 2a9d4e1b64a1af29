import { dayOf } from './day.ts';

/** Platforms that count what a bot sends, and how much a month holds. */
export const monthlyLimits: Readonly<Record<string, number>> = { zalo: 3_000 };

/** Of the month's number: from here on messages are spared, and from there on only what must be said is. */
const LOW = 0.8;
const SPENT = 0.95;

export interface Spending {
  sent: number;
  limit: number;
}

export type BudgetLevel = 'ample' | 'low' | 'spent';

export function budgetLevel({ sent, limit }: Spending): BudgetLevel {
  if (sent >= limit * SPENT) return 'spent';
  return sent >= limit * LOW ? 'low' : 'ample';
}

/** Whoever asks gets an answer, and whoever is late hears of it, whatever is left. */
export function maySpend(level: BudgetLevel, message: { class: 'reply' | 'bulk'; urgent: boolean }): boolean {
  return level !== 'spent' || message.class === 'reply' || message.urgent;
}

/** True for the message by which the number becomes low: once a month. */
export const becomesLow = ({ sent, limit }: Spending): boolean =>
  sent >= limit * LOW && sent - 1 < limit * LOW;

/** `2026-11`, as Vietnam has it. */
export const monthOf = (now: Date): string => dayOf(now).slice(0, 7);

interface Told {
  platform: string;
  botId: string;
  personId: string | null;
}

/**
 * The chats of one private notice that are worth a message: where a bot's number is low, none to somebody who has the
 * same on a messenger that does not count, and none before the due day where the bloc's group is told at the same time.
 */
export function sparing<Chat extends Told>(
  chats: readonly Chat[],
  levelOf: (chat: Told) => BudgetLevel,
  { urgent, groupToo }: { urgent: boolean; groupToo: boolean },
): Chat[] {
  const free = new Set(
    chats.filter(chat => monthlyLimits[chat.platform] === undefined).map(chat => chat.personId),
  );
  return chats.filter(chat => {
    if (levelOf(chat) === 'ample') return true;
    if (chat.personId !== null && free.has(chat.personId)) return monthlyLimits[chat.platform] === undefined;
    return urgent || !groupToo;
  });
}
