import type { Boundary } from '../src/core/boundary.ts';
import type { Day } from '../src/core/day.ts';
import type { DeadlineKind } from '../src/core/deadline.ts';
import type { LiveDeadline } from '../src/core/deadline-change.ts';
import type { Every } from '../src/core/recurrence.ts';
import type { UndoOutcome } from '../src/core/undo.ts';
import type { NamedUnit } from '../src/text/who-words.ts';

export interface DeadlineFacts {
  kind: DeadlineKind;
  title: string;
  boundary: Boundary;
  every: Every | null;
  ruleText: string;
  recipient: string | null;
  /** Unit ids; null among them is the bloc itself. */
  owedBy: (string | null)[];
}

export interface RevisionFacts {
  title: string | null;
  /** With its wording; null: the day stays. */
  due: { boundary: Boundary; ruleText: string } | null;
}

/** What changes deadlines. Each change is new history and leaves an undo, whose id it gives back. */
export interface DeadlinePorts {
  /** The season's deadlines that were not cancelled, by due day. */
  live(): Promise<LiveDeadline[]>;
  /** The bloc's units in their order, with all that people call them. */
  units(): Promise<NamedUnit[]>;
  add(facts: DeadlineFacts): Promise<{ deadlineId: string; undoId: string }>;
  revise(deadline: LiveDeadline, facts: RevisionFacts): Promise<{ undoId: string }>;
  extend(
    deadline: LiveDeadline,
    given: { obligationIds: string[]; dueOn: Day; reason: string },
  ): Promise<{ undoId: string }>;
  /** `later`: a recurring one comes back no more. */
  cancel(deadline: LiveDeadline, given: { reason: string; later: boolean }): Promise<{ undoId: string }>;
  /** Takes that change back, or the person's last one. */
  undo(id: string | null): Promise<UndoOutcome>;
}
