import type { Day } from './day.ts';

export const seasonPhases = [
  'launch',
  'registration',
  'running',
  'mid_year',
  'self_scoring',
  'verification',
  'meeting',
  'awards',
  'closed',
] as const;
export type SeasonPhase = (typeof seasonPhases)[number];

/** As stored: when a phase is to begin, or when it was entered; later ones supersede. */
export interface PhaseEntry {
  no: number;
  kind: 'dated' | 'entered';
  phase: SeasonPhase;
  day: Day;
}

export interface PhaseState {
  phase: SeasonPhase;
  /** When it is to begin; null: no day was set. */
  dated: Day | null;
  entered: Day | null;
}

export interface SeasonPhases {
  /** Null before the first was entered. */
  current: SeasonPhase | null;
  /** In the order of the year. */
  all: PhaseState[];
}

/** How the year's phases stand. One that was left to go back is entered no more. */
export function phasesOf(entries: readonly PhaseEntry[]): SeasonPhases {
  const sorted = entries.toSorted((a, b) => a.no - b.no);
  const current = sorted.findLast(one => one.kind === 'entered')?.phase ?? null;
  const reached = current === null ? -1 : seasonPhases.indexOf(current);
  const all = seasonPhases.map((phase, n): PhaseState => {
    const of = (kind: PhaseEntry['kind']) =>
      sorted.findLast(one => one.kind === kind && one.phase === phase)?.day ?? null;
    return { phase, dated: of('dated'), entered: n <= reached ? of('entered') : null };
  });
  return { current, all };
}

/** What comes after it. */
export function nextPhase(current: SeasonPhase | null): SeasonPhase | null {
  return seasonPhases[current === null ? 0 : seasonPhases.indexOf(current) + 1] ?? null;
}

/** The phase that by its day should run by now and was not entered, the latest of them. */
export function overduePhase({ current, all }: SeasonPhases, today: Day): SeasonPhase | null {
  const at = current === null ? -1 : seasonPhases.indexOf(current);
  const due = all.filter(
    ({ phase, dated }) => dated !== null && dated <= today && seasonPhases.indexOf(phase) > at,
  );
  return due.at(-1)?.phase ?? null;
}

/** Phases whose days are not in the order of the year: the one and the one it should precede. */
export function disorder({ all }: SeasonPhases): [PhaseState, PhaseState] | null {
  const dated = all.filter(one => one.dated !== null);
  for (const [n, one] of dated.entries()) {
    const next = dated[n + 1];
    if (next && (one.dated ?? '') > (next.dated ?? '')) return [one, next];
  }
  return null;
}

/** What is still open when a phase is left, in numbers. */
export interface OpenMatters {
  unregistered: number;
  overdue: number;
  silentTargets: number;
  unsentSheets: number;
  /** Called and neither held nor cancelled. */
  meetings: number;
  ballots: number;
  /** Proposed and not yet decided on. */
  awards: number;
}

const belongs: Record<SeasonPhase, readonly (keyof OpenMatters)[]> = {
  launch: [],
  registration: ['unregistered'],
  running: ['overdue', 'silentTargets'],
  mid_year: ['overdue', 'silentTargets'],
  self_scoring: ['unsentSheets', 'overdue'],
  verification: ['unsentSheets'],
  meeting: ['meetings', 'ballots', 'overdue'],
  awards: ['awards', 'overdue'],
  closed: [],
};

/** The phases that a move leaves behind, the one it begins in and all it skips; going back leaves that one alone. */
export function phasesLeft(current: SeasonPhase | null, to: SeasonPhase): SeasonPhase[] {
  const from = current === null ? 0 : seasonPhases.indexOf(current);
  const until = seasonPhases.indexOf(to);
  return seasonPhases.slice(from, current === null ? until : Math.max(until, from + 1));
}

/** Which of the open matters belong to what is left, each once: nothing is locked by it, people decide. */
export function mattersLeft(left: readonly SeasonPhase[], open: OpenMatters): Partial<OpenMatters> {
  const wanted = [...new Set(left.flatMap(phase => belongs[phase]))];
  return Object.fromEntries(wanted.filter(key => open[key] > 0).map(key => [key, open[key]]));
}
