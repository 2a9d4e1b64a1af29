import { dueOf } from './boundary.ts';
import { addDays, type Day } from './day.ts';
import type { PlannedDeadline } from './plan-draft.ts';
import type { SeasonPhase, SeasonPhases } from './season-phase.ts';

export interface DatedPhase {
  phase: SeasonPhase;
  on: Day;
}

/** A plan of the year says nothing of the years after it. */
const AHEAD_DAYS = 400;

/**
 * The days on which phases of the year begin by what the plan says of it: where a review, registration or self
 * score has a first day. From a last day nothing is reckoned back. What was dated or entered stays as it is.
 */
export function phasesOfPlan(
  deadlines: readonly PlannedDeadline[],
  phaseOf: (title: string) => SeasonPhase | null,
  standing: SeasonPhases,
  today: Day,
): DatedPhase[] {
  const settled = standing.all.filter(one => one.dated ?? one.entered).map(one => one.phase);
  const found = new Map<SeasonPhase, Day>();
  for (const item of deadlines) {
    const phase = phaseOf(item.title);
    const on = firstDay(item);
    if (!phase || !on || settled.includes(phase)) continue;
    if (on < today || on > addDays(today, AHEAD_DAYS)) continue;
    const known = found.get(phase);
    if (!known || on < known) found.set(phase, on);
  }
  return [...found].map(([phase, on]) => ({ phase, on })).toSorted((a, b) => a.on.localeCompare(b.on));
}

function firstDay({ deadlineKind, boundary }: PlannedDeadline): Day | null {
  const due = dueOf(boundary);
  if (due.kind === 'undated') return null;
  switch (deadlineKind) {
    case 'event':
    case 'review':
      return due.window?.from ?? (boundary.kind === 'by_day' ? due.dueOn : null);
    case 'registration':
    case 'self_score':
      return due.window?.from ?? null;
    default:
      return null;
  }
}
