import type { Ballot } from './ballot/ballot.ts';
import { hasResult } from './ballot/decision.ts';
import { fewest, reaches, type Threshold } from './ballot/threshold.ts';
import { dayOf } from './day.ts';

export interface MeetingUnit {
  unitId: string;
  unitName: string;
  answer: 'yes' | 'no' | null;
  /** Why it stays away, as typed. */
  reason: string | null;
  /** Null until attendance is taken. */
  attended: boolean | null;
}

export interface Meeting {
  id: string;
  /** What people call it by. */
  number: number;
  title: string;
  startsAt: Date;
  place: string | null;
  /** Line by line. */
  agenda: string | null;
  /** When attendance was taken. */
  heldAt: Date | null;
  cancelledAt: Date | null;
  /** All that were members when it was called, in the bloc's order. */
  units: MeetingUnit[];
  decisions: string[];
}

export type MeetingStanding = 'planned' | 'over' | 'held' | 'cancelled';

/** `over`: its time has come, and nobody has said who came. */
export function meetingStanding(one: Meeting, now: Date): MeetingStanding {
  if (one.cancelledAt) return 'cancelled';
  if (one.heldAt) return 'held';
  return one.startsAt <= now ? 'over' : 'planned';
}

/** Of all that were called, never of those who came alone. */
export function quorumOf({ units }: Pick<Meeting, 'units'>, threshold: Threshold) {
  const of = units.length;
  const present = units.filter(one => one.attended === true).length;
  return { of, present, need: fewest(of, threshold), reached: reaches(present, of, threshold) };
}

export const answered = (one: Pick<Meeting, 'units'>, answer: MeetingUnit['answer']): MeetingUnit[] =>
  one.units.filter(unit => unit.answer === answer);

/**
 * The ballots with a result that a meeting's minutes report. Papers are voted on at a meeting and counted on its day or
 * later; in the chat people vote ahead of the meeting that hears the result, or on its day.
 */
export function ballotsOf<T extends Pick<Ballot, 'mode' | 'counts' | 'decision' | 'closedAt' | 'no'>>(
  one: Pick<Meeting, 'id'>,
  meetings: readonly Pick<Meeting, 'id' | 'startsAt' | 'cancelledAt'>[],
  ballots: readonly T[],
): T[] {
  const held = meetings
    .filter(found => found.cancelledAt === null)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const meetingOf = ({ mode, closedAt }: T) => {
    if (!closedAt) return undefined;
    const counted = dayOf(closedAt);
    const before = held.findLast(found => dayOf(found.startsAt) <= counted);
    const after = held.find(found => dayOf(found.startsAt) >= counted);
    return mode === 'paper' ? (before ?? after) : (after ?? before);
  };
  return ballots
    .filter(ballot => hasResult(ballot) && meetingOf(ballot)?.id === one.id)
    .toSorted((a, b) => a.no - b.no);
}
