import { fewest, reaches, type Threshold } from './ballot/threshold.ts';

export interface MeetingUnit {
  unitId: string;
  unitName: string;
  answer: 'yes' | 'no' | null;
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
