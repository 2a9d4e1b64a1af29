import type { BoardFile } from './board.ts';
import type { Day } from './day.ts';
import type { Target } from './target.ts';

export const initiativeStates = ['registered', 'in_use', 'recognised', 'withdrawn'] as const;
export type InitiativeState = (typeof initiativeStates)[number];

export interface InitiativeFacts {
  title: string;
  /** Who made it, as typed. */
  people: string | null;
  /** What it saves or improves. */
  benefit: string | null;
  /** By which decision it was recognised. */
  basis: string | null;
}

/** An initiative, model or solution of a unit, as its newest revision has it. */
export interface Initiative extends InitiativeFacts {
  id: string;
  /** What people call it by. */
  number: number;
  unitId: string;
  unitName: string;
  state: InitiativeState;
  file: BoardFile | null;
  byName: string;
  changedAt: Date;
}

const nextState: Record<InitiativeState, InitiativeState | null> = {
  registered: 'in_use',
  in_use: 'recognised',
  recognised: null,
  withdrawn: null,
};

/** Whether it may become that: in use before it is recognised, withdrawn as long as it is not. */
export function mayBecome(one: Pick<Initiative, 'state'>, state: InitiativeState): boolean {
  if (state === 'withdrawn') return one.state === 'registered' || one.state === 'in_use';
  return nextState[one.state] === state;
}

/** How many of a unit count towards its commitment: whatever was not withdrawn. */
export const countOf = (initiatives: readonly Initiative[], unitId: string): number =>
  initiatives.filter(one => one.unitId === unitId && one.state !== 'withdrawn').length;

/** Commitments that the initiatives fulfil are counted, whatever was reported of them by hand. */
export function withCounts(
  targets: readonly Target[],
  initiatives: readonly Initiative[],
  today: Day,
  counts: (target: Target) => boolean,
): Target[] {
  return targets.map(target => {
    if (!counts(target)) return target;
    const reports = target.owners.map(({ unitId }) => ({
      ...{ unitId, value: countOf(initiatives, unitId), asOf: today },
      ...{ source: null, file: null, byName: null, at: null },
    }));
    return { ...target, counted: true as const, reports };
  });
}

/** Units short of a commitment, and by how many. */
export function shortOf(target: Target): { unitId: string; unitName: string; has: number; lacks: number }[] {
  const { low, operator } = target;
  const wanted = operator === '>' ? Math.floor(low ?? 0) + 1 : Math.ceil(low ?? 0);
  return target.owners.flatMap(unit => {
    const has = target.reports.find(one => one.unitId === unit.unitId)?.value ?? 0;
    return has < wanted ? [{ ...unit, has, lacks: wanted - has }] : [];
  });
}
