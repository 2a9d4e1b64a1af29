import type { BoundLeaf } from './bound-table.ts';
import { type Fraction, nothing, ofPoints, roundedPoints } from './fraction.ts';
import type { HeldEntries } from './held-entries.ts';
import { points } from './points.ts';
import type { Because, OpenReason, Reason } from './rules/reason.ts';
import type { PeerAnswer, Verdict } from './rules/rule.ts';
import type { SheetValue } from './sheet-value.ts';
import type { ScoredDuty, StagedEntry, TallyFacts } from './tally-facts.ts';
import type { LeafTally } from './tally-result.ts';
import { isOverride, valueFault } from './value-fault.ts';

/** What a leaf is judged by. */
export interface Judging {
  facts: TallyFacts;
  now: Date;
  held: HeldEntries;
  dutiesOf: ReadonlyMap<string, readonly ScoredDuty[]>;
  /** Of one hundredth: to what a leaf is rounded. */
  step: 1 | 10 | 100;
  /** False: the exact result is carried on, and rounded where the table says. */
  roundsHere: boolean;
}

export interface JudgedLeaf {
  tally: LeafTally;
  exact: Fraction;
}

export function tallyLeaf(bound: BoundLeaf, unitId: string, judging: Judging): JudgedLeaf {
  const { leaf, countsAs } = bound;
  const { key, no, name, max } = leaf;
  const entry = judging.held.of(unitId, key);
  const fault = entry && valueFault(bound, entry.value);
  const shown = { kind: 'leaf', key, no, name, countsAs, max, entry, fault } as const;
  const without = { ...shown, points: null, provisional: false, because: null };

  if (entry?.value.kind === 'not_assigned')
    return { tally: { ...without, state: 'not_assigned', why: null }, exact: nothing };
  const verdict = fault ? open({ code: 'faulty' }) : judge(bound, unitId, entry?.value ?? null, judging);
  if (verdict.kind === 'open') {
    const state = entry?.value.kind === 'skipped' ? 'skipped' : 'open';
    return { tally: { ...without, state, why: verdict.why }, exact: nothing };
  }
  const rounded = roundedPoints(verdict.points, judging.roundsHere ? judging.step : 1);
  const because = becauseOf(bound, verdict.reason, entry);
  return {
    tally: {
      ...shown,
      state: 'scored',
      points: rounded,
      provisional: verdict.provisional,
      because,
      why: null,
    },
    exact: judging.roundsHere ? ofPoints(rounded) : verdict.points,
  };
}

const open = (why: OpenReason): Verdict => ({ kind: 'open', why });

function judge(
  { leaf, countsAs, rule }: BoundLeaf,
  unitId: string,
  value: SheetValue | null,
  judging: Judging,
): Verdict {
  const answer = value?.kind === 'skipped' ? null : value;
  if (answer && isOverride({ rule }, answer)) {
    const given = countsAs === 'penalty' ? points(-answer.points) : answer.points;
    const reason: Reason = { rule: 'manual', facts: { points: given } };
    return { kind: 'points', points: ofPoints(given), provisional: false, reason };
  }
  if (rule.doubts.some(doubt => doubt.code !== 'reaches')) return open({ code: 'undecided' });
  const { facts, now, held, dutiesOf } = judging;
  const peers = (): PeerAnswer[] =>
    facts.units.map(({ id }) => ({ unitId: id, value: held.of(id, leaf.key)?.value ?? null }));
  const duties = dutiesOf.get(unitId) ?? [];
  return rule.evaluate({ value: answer, unitId, peers, duties, cutOff: facts.cutOff, now });
}

function becauseOf({ leaf, rule }: BoundLeaf, reason: Reason, entry: StagedEntry | null): Because {
  const entered = entry && {
    stage: entry.stage,
    version: entry.version,
    by: entry.by,
    byName: entry.byName,
    at: entry.at,
  };
  const version = reason.rule === rule.id ? rule.version : 1;
  return { ...reason, version, clause: leaf.clause, entered, closedBy: null };
}
