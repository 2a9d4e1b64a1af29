import { changeDue, storedDue } from '../../db/due.ts';
import type { Tx } from '../../db/tx.ts';
import { day } from '../core/day.ts';
import { diffDue } from '../core/reminder-diff.ts';
import { CATCH_UP_MS, planDue } from '../core/reminder-plan.ts';
import { type BlocFacts, loadFacts } from './facts.ts';

/** Done rows are remembered so long that no planning can bring one back. */
const REMEMBER_MS = 4 * CATCH_UP_MS;

/** The facts changed: the bloc's due rows become what the planner wants now. */
export async function replan(tx: Tx, blocId: number, now: Date): Promise<void> {
  const facts = await loadFacts(tx, blocId, now);
  if (facts) await replanFrom(tx, facts, now);
}

export async function replanFrom(tx: Tx, facts: BlocFacts, now: Date): Promise<void> {
  const stored = await storedDue(tx, facts.blocId, new Date(now.getTime() - REMEMBER_MS));
  const known = stored.map(row => ({ ...row, day: day(row.day) }));
  await changeDue(tx, facts.blocId, diffDue(planDue(facts.plan, now, facts.calendar), known, now));
}
