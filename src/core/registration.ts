import type { BoardFile } from './board.ts';
import type { Day } from './day.ts';
import type { Duty } from './duty.ts';

/** What a unit registers for the year and pledges, as its newest version has it. */
export interface Registration {
  unitId: string;
  unitName: string;
  no: number;
  /** Titles and awards aimed at, as typed. */
  titles: string;
  /** The signed pledge, where there is one. */
  pledgeNumber: string | null;
  pledgedOn: Day | null;
  file: BoardFile | null;
  byName: string;
  at: Date;
}

/** The unit's open registration, which what it registers is handed in for; the first to fall due. */
export function registrationDuty(
  duties: readonly Duty[],
  unitId: string,
  isOne: (title: string) => boolean,
): Duty | null {
  const open = duties.filter(
    ({ kind, party, handedIn, title }) =>
      kind === 'registration' &&
      party.kind === 'unit' &&
      party.unitId === unitId &&
      handedIn === null &&
      isOne(title),
  );
  const when = ({ dueOn }: Duty) => dueOn ?? '9999-12-31';
  return open.toSorted((a, b) => when(a).localeCompare(when(b)))[0] ?? null;
}
