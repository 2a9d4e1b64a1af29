import { appendAudit } from '../../db/audit.ts';
import { blocsWithDue, claimDue, finishDue, postponeDue } from '../../db/due.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Tx } from '../../db/tx.ts';
import { dueItemSchema } from '../core/due-item.ts';
import { decideDue } from '../core/reminder-notice.ts';
import type { Logger } from '../log.ts';
import { loadFacts } from './facts.ts';
import { notices } from './notify.ts';
import { replanFrom } from './replan.ts';

/** Blocs taken in one look. */
const BLOCS = 200;

export interface TickDeps {
  db: Tx;
  clock: { now(): Date };
  log: Logger;
  /** Called after a bloc's notices were committed. */
  queued(): void;
}

/** Everything due by now, bloc by bloc, each in a transaction of its own. Its cost grows with what is due. */
export async function tick(deps: TickDeps): Promise<number> {
  let done = 0;
  for (;;) {
    const now = deps.clock.now();
    const blocs = await blocsWithDue(deps.db, now, BLOCS);
    let progress = 0;
    for (const blocId of blocs) {
      try {
        progress += await deps.db.transaction(tx => settleBloc(tx, blocId, now));
      } catch (error) {
        deps.log.error({ err: error, bloc: blocId }, 'due rows failed');
      }
    }
    done += progress;
    if (progress > 0) deps.queued();
    if (progress === 0 || blocs.length < BLOCS) return done;
  }
}

/** What is due for one bloc: said, postponed or found needless, and what comes next planned. */
async function settleBloc(tx: Tx, blocId: number, now: Date): Promise<number> {
  const due = await claimDue(tx, blocId, now);
  if (due.length === 0) return 0;
  const ids = due.map(row => row.id);
  const facts = await loadFacts(tx, blocId, now);
  if (!facts) {
    await finishDue(tx, ids, now);
    return ids.length;
  }
  const items = due.map(row => dueItemSchema.parse(row.item));
  const decision = decideDue(items, facts.plan, now, facts.calendar);
  if (decision.kind === 'postpone') {
    await postponeDue(tx, ids, decision.to);
    return ids.length;
  }
  const messages = await notices(tx, facts, decision.notices, `due:${blocId}:${ids[0]}`, now);
  await enqueue(tx, messages);
  await finishDue(tx, ids, now);
  await replanFrom(tx, facts, now);
  const detail = { slots: ids.length, messages: messages.length };
  await appendAudit(tx, [
    {
      blocId,
      at: now,
      actor: null,
      action: 'reminder.sent',
      subject: 'bloc',
      subjectId: String(blocId),
      detail,
    },
  ]);
  return ids.length;
}
