import { changeDue, storedDue } from '../../db/due.ts';
import { makeOccurrences } from '../../db/occurrences.ts';
import type { Tx } from '../../db/tx.ts';
import { day, dayOf } from '../core/day.ts';
import { planQuestions } from '../core/holiday-questions.ts';
import { diffDue } from '../core/reminder-diff.ts';
import { CATCH_UP_MS, planDue } from '../core/reminder-plan.ts';
import { planHealth } from '../core/weekly-health.ts';
import { type BlocFacts, loadFacts } from './facts.ts';

/** Done rows are remembered so long that no planning can bring one back. */
const REMEMBER_MS = 4 * CATCH_UP_MS;

/** What is planned from the facts; rows of other kinds were asked for by somebody and are not touched here. */
const PLANNED_KINDS = ['remind', 'overdue', 'lead_overdue', 'digest', 'holiday_question', 'weekly_health'];

/** The facts changed: the bloc's due rows become what the planners want now. */
export async function replan(tx: Tx, blocId: number, now: Date): Promise<void> {
  const facts = await loadFacts(tx, blocId, now);
  if (facts) await replanFrom(tx, facts, now);
}

export async function replanFrom(tx: Tx, given: BlocFacts, now: Date): Promise<void> {
  const { blocId } = given;
  const [made, stored] = await Promise.all([
    makeOccurrences(tx, { blocId, today: dayOf(now), now }),
    storedDue(tx, blocId, PLANNED_KINDS, new Date(now.getTime() - REMEMBER_MS)),
  ]);
  const facts = made > 0 ? ((await loadFacts(tx, blocId, now)) ?? given) : given;
  const known = stored.map(row => ({ ...row, day: day(row.day) }));
  await changeDue(tx, facts.blocId, diffDue(wanted(facts, now), known, now));
}

function wanted({ plan, holidays, since, calendar }: BlocFacts, now: Date) {
  return [
    ...planDue(plan, now, calendar),
    ...planQuestions(holidays, plan.policy, now, calendar),
    ...planHealth(plan.policy, since, now, calendar),
  ];
}
