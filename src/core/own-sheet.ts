import { createCalendar } from './calendar.ts';
import type { ScoreTable } from './score-table.ts';
import type { Entry } from './sheet-value.ts';
import { tallyUnit } from './tally.ts';
import type { TallyFacts } from './tally-facts.ts';
import type { UnitTally } from './tally-result.ts';

const OWN = 'own';
const OTHERS = 'others';
const STAGE = 'self';
const cutOff: TallyFacts['cutOff'] = {
  rules: { roll: 'strict', endOfDay: null },
  calendar: createCalendar([], new Map()),
};

/**
 * A unit's self score from its own entries alone. Somebody else, of whom nothing is known, stands beside it:
 * so what hangs on other units stays provisional, and what hangs on records of reports open.
 */
export function ownSheet(table: ScoreTable, entries: readonly Entry[], now: Date): UnitTally {
  return tallyUnit(
    table,
    OWN,
    {
      stages: [STAGE],
      selfScoreClosed: false,
      units: [
        { id: OWN, name: '' },
        { id: OTHERS, name: '' },
      ],
      entries: entries.map(entry => ({ ...entry, unitId: OWN, stage: STAGE })),
      duties: [],
      cutOff,
      indicators: [],
      knockouts: [],
      classEvents: [],
    },
    now,
  );
}
