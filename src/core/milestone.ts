import { addDays, type Day, daysBetween } from './day.ts';

export interface CampaignActivity {
  unitId: string;
  unitName: string;
  body: string;
  doneOn: Day;
  byName: string;
}

/** A day or a span that the season works towards, as its newest revision has it. */
export interface Milestone {
  id: string;
  revision: number;
  /** Its place in the list, from 1: what people call it by. */
  no: number;
  kind: 'anniversary' | 'event' | 'campaign';
  name: string;
  startsOn: Day | null;
  endsOn: Day | null;
  activities: CampaignActivity[];
}

export type Countdown =
  /** Days until it begins, or is. */
  | { kind: 'before'; days: number }
  /** On which of its days it is, its first being day 1. */
  | { kind: 'running'; day: number; of: number }
  | { kind: 'over' };

/** Null where it has no day. */
export function countdown(
  { startsOn, endsOn }: Pick<Milestone, 'startsOn' | 'endsOn'>,
  today: Day,
): Countdown | null {
  if (startsOn === null) return null;
  const last = endsOn ?? startsOn;
  if (today < startsOn) return { kind: 'before', days: daysBetween(today, startsOn) };
  if (today > last) return { kind: 'over' };
  return { kind: 'running', day: daysBetween(startsOn, today) + 1, of: daysBetween(startsOn, last) + 1 };
}

/** Days to what comes next of it, its beginning or its end. */
export function daysAhead(count: Countdown | null): number {
  if (count?.kind === 'before') return count.days;
  return count?.kind === 'running' ? count.of - count.day : Number.POSITIVE_INFINITY;
}

/** "80 ngày đêm" begun on a day ends 79 days later: its first day counts. */
export const lastDayOfSpan = (startsOn: Day, days: number): Day => addDays(startsOn, days - 1);
