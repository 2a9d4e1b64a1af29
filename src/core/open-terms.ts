import type { Day } from './day.ts';
import type { Duty } from './duty.ts';

/** A due day with those who still owe something by it: who was given longer has a term of his own. */
export interface OpenTerm {
  title: string;
  dueOn: Day;
  parties: Duty['party'][];
}

/** Of what is still owed, by day. */
export function openTerms(duties: readonly Duty[]): OpenTerm[] {
  const terms = new Map<string, OpenTerm>();
  for (const { deadlineId, title, dueOn, party, handedIn } of duties) {
    if (dueOn === null || handedIn) continue;
    const key = `${dueOn} ${deadlineId}`;
    const { parties } = terms.get(key) ?? { parties: [] };
    terms.set(key, { title, dueOn, parties: [...parties, party] });
  }
  return [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
}

/** Units that have a part in any of these. */
export const unitsOf = (given: readonly { parties: readonly Duty['party'][] }[]): string[] => [
  ...new Set(
    given.flatMap(({ parties }) => parties.flatMap(one => (one.kind === 'unit' ? [one.unitId] : []))),
  ),
];

export const concerns = (unitId: string, parties: readonly Duty['party'][]): boolean =>
  parties.some(one => one.kind === 'unit' && one.unitId === unitId);
