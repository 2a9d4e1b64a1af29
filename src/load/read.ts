import { type Calendar, createCalendar } from '../core/calendar.ts';
import { checkTable } from '../core/check-table.ts';
import type { Day } from '../core/day.ts';
import { knownCalendarDays } from '../core/holidays.ts';
import type { LoadMistake, LoadWarning } from '../core/load-mistake.ts';
import type { NewBloc } from '../core/new-bloc.ts';
import { blocFileSchema } from './bloc-file.ts';
import { buildBloc, seasonOf } from './build-bloc.ts';
import { crossChecks } from './cross-checks.ts';
import { mistakesOf } from './issues.ts';
import { unitNames } from './names.ts';
import { outlineOf } from './outline.ts';
import { readJson } from './read-json.ts';
import { readReminders } from './reminders-file.ts';

export type ReadBloc =
  | { kind: 'ok'; bloc: NewBloc; warnings: LoadWarning[] }
  | { kind: 'mistakes'; mistakes: LoadMistake[] };

/** The days everybody has: a new bloc has confirmed none for itself. */
const commonCalendar = () => createCalendar(knownCalendarDays, new Map());

/** Reads a bloc's file (docs/bloc-file.md): the whole bloc, or everything that is wrong with it. Pure. */
export function readBlocFile(given: string, today: Day, calendar: Calendar = commonCalendar()): ReadBloc {
  const json = readJson(given);
  if ('mistake' in json) return mistaken([json.mistake]);
  const { raw } = json;
  const outline = outlineOf(raw);
  if (!outline) return mistaken([{ path: '', code: 'wrong_type', params: { expected: 'object' } }]);

  const names = unitNames(outline);
  const reminders = readReminders(outline.settings.reminders);
  const read = blocFileSchema.safeParse(raw);
  const mistakes = [
    ...mistakesOf(read.error?.issues ?? [], raw),
    ...reminders.mistakes,
    ...crossChecks(outline, names),
  ];
  if (read.data) {
    const { startsOn, endsOn } = seasonOf(read.data, today);
    if (startsOn > endsOn) mistakes.push({ path: 'season', code: 'season_ends_first' });
  }
  if (!read.data || mistakes.length > 0) return mistaken(mistakes);
  const bloc = buildBloc(read.data, reminders.part, names, { today, calendar });
  return { kind: 'ok', bloc, warnings: warningsOf(bloc) };
}

const mistaken = (mistakes: LoadMistake[]): ReadBloc => ({ kind: 'mistakes', mistakes });

function warningsOf({ units, persons, table }: NewBloc): LoadWarning[] {
  const silent = units.flatMap(({ name }, index): LoadWarning[] =>
    persons.some(person => person.unit === index && person.role === 'contact')
      ? []
      : [{ path: `units[${index}]`, code: 'no_contact', params: { unit: name } }],
  );
  const problems = table ? checkTable(table) : [];
  return [
    ...silent,
    ...problems.map((problem): LoadWarning => ({ path: 'score_table', code: 'table', problem })),
  ];
}
