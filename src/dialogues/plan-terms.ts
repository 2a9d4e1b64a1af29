import { type Boundary, dueOf } from '../core/boundary.ts';
import { type Day, dayIn } from '../core/day.ts';
import type { Among } from '../core/plan-owing.ts';
import type { Every } from '../core/recurrence.ts';
import { type BoundaryWords, readBoundary } from '../text/boundary-words.ts';
import { type NamedUnit, nameOf, type Who } from '../text/who-words.ts';

/** What corrections of a plan are read by. */
export interface Around {
  today: Day;
  /** The plan's own: a day without a year is one of it. */
  year: number | null;
  units: readonly NamedUnit[];
}

/** "10/2" said in November of a plan of this year is this year's, though it has passed. */
export function boundaryIn(words: string, { today, year }: Around): BoundaryWords {
  const when = readBoundary(words, today);
  if (year === null || /20\d\d/.test(words)) return when;
  if (when.kind === 'ambiguous') {
    const [one, ...others] = when.readings.filter(reading => isIn(reading, year));
    return one && others.length === 0
      ? { kind: 'boundary', boundary: one, every: when.every, hour: false }
      : when;
  }
  if (when.kind !== 'boundary' || when.every) return when;
  const due = dueOf(when.boundary);
  const later = due.kind === 'dated' && Number(due.dueOn.slice(0, 4)) > year;
  return later && today.startsWith(String(year)) ? readBoundary(words, dayIn(year, 1, 1)) : when;
}

const isIn = (boundary: Boundary, year: number): boolean => {
  const due = dueOf(boundary);
  return due.kind === 'dated' && due.dueOn.startsWith(String(year));
};

/** A list may say apart that the term comes back. */
export function withEvery(when: BoundaryWords, every: Every | null): BoundaryWords {
  return every && 'readings' in when
    ? { ...when, every }
    : every && when.kind === 'boundary'
      ? { ...when, every }
      : when;
}

/** Only some of the units; null: all of them, or none. */
export function amongOf(who: Who | null, units: readonly NamedUnit[]): Among | null {
  if (who?.kind !== 'units') return null;
  const names = units.filter(({ id }) => who.unitIds.includes(id)).map(nameOf);
  return { kind: 'only', names };
}

export function obligedOf(who: Who | null): 'units' | 'bloc' | 'both' {
  return who?.kind === 'bloc' || who?.kind === 'both' ? who.kind : 'units';
}
