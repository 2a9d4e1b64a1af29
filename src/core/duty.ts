import type { Day } from './day.ts';
import type { DeadlineKind } from './deadline.ts';

/** Who owes it: a unit, or the bloc as such, for which its lead acts. */
export type DutyParty = { kind: 'unit'; unitId: string; unitName: string } | { kind: 'bloc' };

/** By chat, or by the official document system, the day of which the clerk recorded. */
export type Channel = 'chat' | 'document_system';

/** The newest version of what was handed in. */
export interface HandedIn {
  submissionId: string;
  version: number;
  receiptNo: number;
  sentAt: Date;
  receivedAt: Date;
  channel: Channel;
  documentNumber: string | null;
  /** The lead's side has taken it as it is. */
  accepted: boolean;
}

/** The newest version was sent back: the obligation is open again. */
export interface SentBack extends Omit<HandedIn, 'accepted'> {
  reason: string;
  at: Date;
}

/** One obligation as it stands: the deadline's newest revision, the extension if any, the newest submission. */
export interface Duty {
  obligationId: string;
  deadlineId: string;
  kind: DeadlineKind;
  title: string;
  ruleText: string;
  recipient: string | null;
  party: DutyParty;
  /** Last day certainly on time, an extension already applied; null = undated. */
  dueOn: Day | null;
  dueBefore: Day | null;
  extended: boolean;
  /** When it was made or opened again, or its due day last set. */
  since: Date;
  /** Null also where the newest version was sent back; it is then in `sentBack`. */
  handedIn: HandedIn | null;
  sentBack: SentBack | null;
  /** The unit itself took the newest version back: owed as if nothing had come, but the next one is numbered on. */
  withdrawn: Pick<HandedIn, 'version'> | null;
}

/** A date that nobody hands anything in for: a meeting, a review, a campaign. */
export type Happening = Pick<Duty, 'deadlineId' | 'title' | 'kind' | 'dueOn' | 'dueBefore'>;

/** A deadline with all who owe it: what lists, bars and digests speak of. */
export interface DutyGroup {
  deadlineId: string;
  title: string;
  kind: DeadlineKind;
  /** The common due day; single extensions do not move it. */
  dueOn: Day | null;
  dueBefore: Day | null;
  duties: Duty[];
  done: number;
  of: number;
}

/** As a group that nobody is in. */
export const asGroup = (event: Happening): DutyGroup => ({ ...event, duties: [], done: 0, of: 0 });

/** Grouped by deadline: dated ones first, by day, then the undated in their order. */
export function byDeadline(duties: readonly Duty[]): DutyGroup[] {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    const group = groups.get(duty.deadlineId);
    if (group) group.push(duty);
    else groups.set(duty.deadlineId, [duty]);
  }
  return [...groups.values()]
    .flatMap(group => {
      const first = group.find(duty => !duty.extended) ?? group[0];
      if (!first) return [];
      const done = group.filter(duty => duty.handedIn).length;
      const { deadlineId, title, kind, dueOn, dueBefore } = first;
      return [{ deadlineId, title, kind, dueOn, dueBefore, duties: group, done, of: group.length }];
    })
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}
