import { dueOf } from '../core/boundary.ts';
import type { Calendar } from '../core/calendar.ts';
import { addDays, type Day, dayIn } from '../core/day.ts';
import type { Due } from '../core/deadline.ts';
import type { NewBloc, NewDeadline } from '../core/new-bloc.ts';
import { dueWords } from '../text/due-words.ts';
import type { BlocFile } from './bloc-file.ts';
import { buildTable } from './build-table.ts';
import type { DueWords } from './due-file.ts';
import type { UnitNames } from './names.ts';

export interface Moment {
  today: Day;
  calendar: Calendar;
}

/** A file without mistakes, with references, relative days and omissions resolved. */
export function buildBloc(
  file: BlocFile,
  reminders: Record<string, unknown>,
  names: UnitNames,
  moment: Moment,
): NewBloc {
  const unitOf = (name: string): number => {
    const found = names.find(name);
    if (found === null) throw new RangeError(`no unit ${name}`);
    return found;
  };
  const { council, bloc, room_group: group, score_table: table } = file;
  return {
    council,
    name: bloc.name,
    label: bloc.label,
    symbol: bloc.symbol ?? null,
    formation: bloc.formation ? { number: bloc.formation.number, date: bloc.formation.date ?? null } : null,
    season: seasonOf(file, moment.today),
    reminders,
    units: file.units.map(({ name, short_name, aliases, role }) => {
      return { name, shortName: short_name ?? null, aliases, role };
    }),
    persons: file.persons.map(({ name, unit, role, room }) => {
      return { name, unit: unitOf(unit), role, roomUser: room?.user ?? null };
    }),
    roomGroup: group ?? null,
    deadlines: file.deadlines.map((deadline): NewDeadline => {
      const { title, kind, obliged, only, recipient = null } = deadline;
      const units = only ? [...new Set(only.map(unitOf))] : null;
      return { title, kind, obliged, only: units, ...dueAndRule(deadline, moment), recipient };
    }),
    table: table ? buildTable(table) : null,
  };
}

/** The calendar year, where nothing else is said. */
export function seasonOf({ season }: BlocFile, today: Day): NewBloc['season'] {
  const year = season.year ?? Number(today.slice(0, 4));
  return {
    year,
    startsOn: season.starts_on ?? dayIn(year, 1, 1),
    endsOn: season.ends_on ?? dayIn(year, 12, 31),
  };
}

function dueAndRule(
  { due, rule_text }: BlocFile['deadlines'][number],
  moment: Moment,
): { due: Due; ruleText: string } {
  if (!due) return { due: { kind: 'undated', ruleText: rule_text ?? '' }, ruleText: rule_text ?? '' };
  const boundary = absolute(due, moment);
  return { due: dueOf(boundary), ruleText: rule_text ?? dueWords(boundary) };
}

function absolute(due: DueWords, { today, calendar }: Moment) {
  switch (due.kind) {
    case 'in_working_days': {
      const day =
        due.count === 0 ? calendar.workingDayOnOrAfter(today) : calendar.addWorkingDays(today, due.count);
      return { kind: 'by_day' as const, day };
    }
    case 'in_days':
      return { kind: 'by_day' as const, day: addDays(today, due.count) };
    default:
      return due;
  }
}
