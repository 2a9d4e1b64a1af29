import type { DueRow } from '../../db/due.ts';
import type { Tx } from '../../db/tx.ts';
import type { Logger } from '../log.ts';
import { NEWS } from '../turn/news.ts';
import { sendAnnouncements } from './announce.ts';
import { sayCampaigns } from './campaign.ts';
import { sayHandedOver } from './hand-over.ts';
import { askOfHolidays } from './holiday-question.ts';
import { remindOfMeetings } from './meeting.ts';
import { askToMoveOn } from './season-phase.ts';
import { settleBallots } from './settle-ballots.ts';
import { settleExports } from './settle-exports.ts';
import { settleNews } from './settle-news.ts';
import { REMINDERS, settleReminders } from './settle-reminders.ts';
import { STATUS, settleStatus } from './settle-status.ts';
import { warnOfBudget } from './warn-budget.ts';
import { sayAlive } from './weekly-health.ts';

/** Rows of one bloc that are due and locked, in a transaction of their own. */
export interface DueWork {
  tx: Tx;
  blocId: number;
  rows: DueRow[];
  now: Date;
  log: Logger;
  /** Whether the chat's messenger keeps messages at the top. */
  pins(chat: { platform: string; botId: string }): boolean;
}

interface DueHandler {
  /** Handed over together, so that what was missed can fold. */
  kinds: readonly string[];
  /** Finishes or postpones every row. */
  settle(work: DueWork): Promise<void>;
}

/** Every kind of due row there is; rows of a kind that this release does not know wait for one that does. */
export const dueHandlers: readonly DueHandler[] = [
  { kinds: REMINDERS, settle: settleReminders },
  { kinds: ['holiday_question'], settle: askOfHolidays },
  { kinds: ['weekly_health'], settle: sayAlive },
  { kinds: ['campaign'], settle: sayCampaigns },
  { kinds: ['meeting'], settle: remindOfMeetings },
  { kinds: ['season_phase'], settle: askToMoveOn },
  { kinds: ['hand_over'], settle: sayHandedOver },
  { kinds: ['announcement'], settle: sendAnnouncements },
  { kinds: ['ballot_remind', 'ballot_close'], settle: settleBallots },
  { kinds: [NEWS], settle: settleNews },
  { kinds: ['export'], settle: settleExports },
  { kinds: [STATUS], settle: settleStatus },
  { kinds: ['budget_warning'], settle: warnOfBudget },
];
