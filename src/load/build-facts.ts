import { createCalendar } from '../core/calendar.ts';
import type { Day } from '../core/day.ts';
import { knownCalendarDays } from '../core/holidays.ts';
import type { LoadMistake } from '../core/load-mistake.ts';
import type { ScoreTable } from '../core/score-table.ts';
import type { ScoredDuty, StagedEntry, TallyFacts } from '../core/tally-facts.ts';
import { sameText } from '../text/fold.ts';
import { criterionNames } from './criterion-names.ts';
import type { FactsFile } from './facts-file.ts';

/** A facts file with its units and criteria found, or all that could not be. */
export function buildFacts(
  file: FactsFile,
  table: ScoreTable,
  now: Date,
): { facts: TallyFacts; mistakes: LoadMistake[] } {
  const mistakes: LoadMistake[] = [];
  const units = file.units.map(({ id, name }) => ({ id, name: name ?? id }));
  const names = criterionNames(table.children);

  const unitOf = (text: string, path: string): string => {
    const found = units.find(unit => unit.id === text) ?? units.find(unit => sameText(unit.name, text));
    if (!found) mistakes.push({ path, code: 'unknown_unit', params: { text, nearest: null } });
    return found?.id ?? '';
  };
  const criterionOf = (text: string, path: string): string => {
    const [key, ...more] = names.find(text);
    if (key === undefined) mistakes.push({ path, code: 'unknown_criterion', params: { text } });
    else if (more.length > 0)
      mistakes.push({ path, code: 'criterion_in_doubt', params: { text, keys: [key, ...more].join(', ') } });
    return key ?? '';
  };

  repeated(units.map(unit => unit.id)).forEach(({ index, first, text }) => {
    mistakes.push({
      path: `units[${index}].id`,
      code: 'name_twice',
      params: { text, first: `units[${first}].id` },
    });
  });
  const entries = file.entries.map(({ unit, criterion, at, ...entry }, index): StagedEntry => {
    const path = `entries[${index}]`;
    const { by, ...rest } = entry;
    return {
      ...rest,
      unitId: unitOf(unit, `${path}.unit`),
      criterionKey: criterionOf(criterion, `${path}.criterion`),
      by,
      byName: by,
      at: at ?? now,
    };
  });
  repeated(entries.map(one => [one.unitId, one.criterionKey, one.stage, one.version].join(' '))).forEach(
    ({ index, first }) => {
      mistakes.push({
        path: `entries[${index}]`,
        code: 'entry_twice',
        params: { first: `entries[${first}]` },
      });
    },
  );
  const { off, working, roll, end_of_day } = file.late;
  const settled = new Map<Day, 'off' | 'working'>([
    ...off.map(on => [on, 'off'] as const),
    ...working.map(on => [on, 'working'] as const),
  ]);
  const told = <One extends { unit: string }>(list: readonly One[], path: string) =>
    list.map(({ unit, ...one }, index) => ({ ...one, unitId: unitOf(unit, `${path}[${index}].unit`) }));
  const facts = {
    stages: file.stages,
    selfScoreClosed: file.self_score_closed,
    units,
    entries,
    duties: told(file.obligations, 'obligations').map(dutyOf),
    cutOff: { rules: { roll, endOfDay: end_of_day }, calendar: createCalendar(knownCalendarDays, settled) },
    indicators: told(file.indicators, 'indicators'),
    knockouts: told(file.knockouts, 'knockouts'),
    classEvents: told(file.events, 'events'),
  };
  return { facts, mistakes };
}

type FileDuty = Omit<FactsFile['obligations'][number], 'unit'> & { unitId: string };

function dutyOf({ deadline, due, sent, first_sent, ...same }: FileDuty, index: number): ScoredDuty {
  return {
    ...same,
    obligationId: `obligations[${index}]`,
    deadlineId: deadline ?? same.title,
    dueOn: due,
    sentAt: sent,
    firstSentAt: first_sent ?? sent,
  };
}

function repeated(texts: readonly string[]): { index: number; first: number; text: string }[] {
  const seen = new Map<string, number>();
  return texts.flatMap((text, index) => {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    return first === undefined ? [] : [{ index, first, text }];
  });
}
