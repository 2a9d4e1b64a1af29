import { appendAudit } from '../../db/audit.ts';
import { finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import { dueItemSchema } from '../core/due-item.ts';
import { decideDue } from '../core/reminder-notice.ts';
import { loadFacts } from './facts.ts';
import type { DueWork } from './kinds.ts';
import { notices } from './notify.ts';
import { replanFrom } from './replan.ts';
import { refreshStatus } from './settle-status.ts';

/** What is said of deadlines by the planner, or by the lead's hand. */
export const REMINDERS = ['remind', 'overdue', 'lead_overdue', 'digest', 'nudge'] as const;

/** What reminders are due for one bloc: said, postponed or found needless, and what comes next planned. */
export async function settleReminders({ tx, blocId, rows, now, pins }: DueWork): Promise<void> {
  const ids = rows.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) return finishDue(tx, ids, now);
  const items = rows.map(row => dueItemSchema.parse(row.item));
  const decision = decideDue(items, facts.plan, now, facts.calendar);
  if (decision.kind === 'postpone') return postponeDue(tx, ids, decision.to);
  const messages = await notices(tx, facts, decision.notices, `due:${blocId}:${ids[0]}`, now);
  await enqueue(tx, messages);
  await finishDue(tx, ids, now);
  await replanFrom(tx, facts, now);
  const detail = { slots: ids.length, messages: messages.length };
  const subject = { subject: 'bloc', subjectId: String(blocId) };
  // A day may have passed since: who is missing is named then.
  if (messages.some(one => one.chatKind === 'group' && pins(one))) await refreshStatus(tx, blocId, now);
  await appendAudit(tx, [{ blocId, at: now, actor: null, action: 'reminder.sent', ...subject, detail }]);
}
