import type { PersonRole, UnitRole } from './bloc.ts';
import type { Day } from './day.ts';
import type { DeadlineKind, Due } from './deadline.ts';
import type { ScoreTable } from './score-table.ts';

export const blocLevels = ['xã', 'tỉnh', 'liên tỉnh', 'bộ', 'trung ương'] as const;
export const blocLabels = ['khối', 'cụm'] as const;
export const obligedParties = ['units', 'bloc', 'both'] as const;

/** A bloc about to be created, all references resolved: units are named by their index. */
export interface NewBloc {
  council: { name: string; area: string; level: (typeof blocLevels)[number] };
  name: string;
  label: (typeof blocLabels)[number];
  symbol: string | null;
  formation: { number: string; date: Day | null } | null;
  season: { year: number; startsOn: Day; endsOn: Day };
  /** The part of the reminder policy that differs from the defaults. */
  reminders: Record<string, unknown>;
  units: NewUnit[];
  persons: NewPerson[];
  roomGroup: { title: string; guests: RoomUser[] } | null;
  deadlines: NewDeadline[];
  table: ScoreTable | null;
}

export interface NewUnit {
  name: string;
  shortName: string | null;
  aliases: string[];
  role: UnitRole;
}

export interface NewPerson {
  name: string;
  unit: number;
  role: PersonRole;
  /** Who the person is in the demo room; null: not there. */
  roomUser: string | null;
}

/** Somebody of the demo room. */
export interface RoomUser {
  user: string;
  name: string;
}

export interface NewDeadline {
  title: string;
  kind: DeadlineKind;
  obliged: (typeof obligedParties)[number];
  /** The only units that owe it; null: every unit, where units do. */
  only: number[] | null;
  due: Due;
  ruleText: string;
  recipient: string | null;
}

/** Everybody of the file who has a place in the demo room, holders of posts first. */
export function roomUsers(bloc: NewBloc): RoomUser[] {
  const posted = bloc.persons.flatMap(({ name, roomUser }) =>
    roomUser === null ? [] : [{ user: roomUser, name }],
  );
  return [...posted, ...(bloc.roomGroup?.guests ?? [])];
}
