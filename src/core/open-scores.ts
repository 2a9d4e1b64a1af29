import type { Day } from './day.ts';
import { cutOff } from './deadline.ts';
import { leafNumbers } from './find-criterion.ts';
import type { RecordFacts } from './frozen-facts.ts';
import { looksAt } from './rules/duty-params.ts';
import type { ScoreTable } from './score-table.ts';
import { leaves } from './score-table.ts';
import type { ScoredDuty } from './tally-facts.ts';
import { tallyLeaves } from './tally-leaves.ts';
import type { Tally } from './tally-result.ts';

/** A deadline that is not over yet, and who has not handed in for it. */
export interface AheadDeadline {
  title: string;
  dueOn: Day;
  unitNames: string[];
}

/** What a publication now would leave as it stands. */
export interface OpenScores {
  /** Numbers of the criteria without points, by unit; of units that sent nothing there is no more to say. */
  criteria: { unitName: string; nos: string[] }[];
  /** Reports that the table counts and that may still come in time: they would stand as if they had. */
  reports: AheadDeadline[];
  selfScores: AheadDeadline[];
}

export function openScores(table: ScoreTable, tally: Tally, records: RecordFacts): OpenScores {
  const rules = leaves(table).map(leaf => leaf.rule.params);
  const ahead = aheadOf(records);
  return {
    criteria: tally.units.flatMap(({ unitId, unitName, children }) => {
      if (records.unsent.includes(unitId)) return [];
      const numbers = leafNumbers(children);
      const nos = tallyLeaves(children).flatMap(({ key, no, state }) =>
        state === 'open' || state === 'skipped' ? [numbers.get(key) ?? no] : [],
      );
      return nos.length > 0 ? [{ unitName, nos }] : [];
    }),
    reports: byDeadline(
      ahead.filter(duty => duty.kind !== 'self_score' && rules.some(params => looksAt(params, duty))),
      records,
    ),
    selfScores: byDeadline(
      ahead.filter(duty => duty.kind === 'self_score'),
      records,
    ),
  };
}

type Ahead = ScoredDuty & { dueOn: Day };

function aheadOf({ now, duties, cutOff: { rules, calendar } }: RecordFacts): Ahead[] {
  return duties.flatMap(duty => {
    const { dueOn } = duty;
    const still = dueOn !== null && duty.sentAt === null && now <= cutOff(dueOn, rules, calendar);
    return still ? [{ ...duty, dueOn }] : [];
  });
}

function byDeadline(duties: readonly Ahead[], { units }: RecordFacts): AheadDeadline[] {
  const found = new Map<string, AheadDeadline>();
  for (const { deadlineId, title, dueOn, unitId } of duties) {
    const unitName = units.find(unit => unit.id === unitId)?.name;
    if (unitName === undefined) continue;
    const key = `${deadlineId} ${dueOn}`;
    const one = found.get(key) ?? { title, dueOn, unitNames: [] };
    one.unitNames.push(unitName);
    found.set(key, one);
  }
  return [...found.values()].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}
