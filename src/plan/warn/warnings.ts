import type { Reading } from '../read-plan.ts';
import { citationWarnings } from './citations.ts';
import { dayWarnings } from './days.ts';
import { headerWarnings } from './header.ts';
import { structureWarnings } from './structure.ts';
import { targetWarnings } from './targets.ts';
import { timeWarnings } from './times.ts';
import { unitWarnings } from './units.ts';
import type { Anomaly } from './warning.ts';
import { wordingWarnings } from './wording.ts';

const RANK = { high: 0, medium: 1, low: 2 };

/** What should be put right in the document before it goes out, the gravest first. */
export function warningsIn(reading: Reading): Anomaly[] {
  const { scope } = reading.identity;
  if (scope === 'not_a_plan' || scope === 'other_plan') return [];
  return [
    ...headerWarnings(reading),
    ...unitWarnings(reading),
    ...structureWarnings(reading),
    ...citationWarnings(reading),
    ...timeWarnings(reading),
    ...dayWarnings(reading.document, reading.identity.year),
    ...targetWarnings(reading),
    ...wordingWarnings(reading),
  ].toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}
