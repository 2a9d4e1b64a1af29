import type { BoundLeaf } from './bound-table.ts';
import { type Fraction, nothing, ofPoints, roundedPoints } from './fraction.ts';
import type { HeldEntries } from './held-entries.ts';
import { points } from './points.ts';
import type { Because, OpenReason, Reason } from './rules/reason.ts';
import type { PeerAnswer, Verdict } from './rules/rule.ts';
import type { ScoredDuty, StagedEntry, TallyFacts } from './tally-facts.ts';
import type { LeafTally } from './tally-result.ts';
import { isOverride, valueFault } from './value-fault.ts';

/** What a leaf is judged by. */
export interface Judging {
  facts: TallyFacts;
  now: Date;
  held: HeldEntries;
  dutiesOf: ReadonlyMap<string, readonly ScoredDuty[]>;
  /** Of each criterion that was asked for them, filled as it goes. */
  peers: Map<string, readonly PeerAnswer[]>;
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
  const entry = judging.held.of(unitId, bound.leaf.key);
  if (entry?.value.kind === 'not_assigned')
    return { tally: leafTally(bound, { state: 'not_assigned', entry }), exact: nothing };
  const fault = entry && valueFault(bound, entry.value, isAppealed(entry));
  const verdict = fault ? open({ code: 'faulty' }) : judge(bound, unitId, entry, judging);
  if (verdict.kind === 'open') {
    const state = entry?.value.kind === 'skipped' ? 'skipped' : 'open';
    return { tally: leafTally(bound, { state, entry, fault, why: verdict.why }), exact: nothing };
  }
  const rounded = roundedPoints(verdict.points, judging.roundsHere ? judging.step : 1);
  const because = becauseOf(bound, verdict.reason, entry);
  const { provisional } = verdict;
  return {
    tally: leafTally(bound, { state: 'scored', entry, points: rounded, provisional, because }),
    exact: judging.roundsHere ? ofPoints(rounded) : verdict.points,
  };
}

type Found = Pick<LeafTally, 'state' | 'entry'> &
  Partial<Pick<LeafTally, 'points' | 'provisional' | 'because' | 'why' | 'fault'>>;

/** One shape for all, property by property: a tally makes thousands of them, and spreading costs ten times as much. */
function leafTally(bound: BoundLeaf, found: Found): LeafTally {
  const { leaf, countsAs } = bound;
  return {
    kind: 'leaf',
    key: leaf.key,
    no: leaf.no,
    name: leaf.name,
    countsAs,
    max: leaf.max,
    state: found.state,
    points: found.points ?? null,
    provisional: found.provisional ?? false,
    because: found.because ?? null,
    why: found.why ?? null,
    fault: found.fault ?? null,
    entry: found.entry,
  };
}

const isAppealed = ({ stage }: StagedEntry): boolean => stage === 'appeal';
const open = (why: OpenReason): Verdict => ({ kind: 'open', why });

function judge(
  { leaf, countsAs, rule }: BoundLeaf,
  unitId: string,
  entry: StagedEntry | null,
  judging: Judging,
): Verdict {
  const value = entry?.value ?? null;
  const answer = value?.kind === 'skipped' ? null : value;
  if (entry && answer && isOverride({ rule }, answer, isAppealed(entry))) {
    const given = countsAs === 'penalty' ? points(-answer.points) : answer.points;
    const reason: Reason = { rule: 'manual', facts: { points: given } };
    return { kind: 'points', points: ofPoints(given), provisional: false, reason };
  }
  if (rule.doubts.some(doubt => doubt.code !== 'reaches')) return open({ code: 'undecided' });
  const { facts, now, dutiesOf } = judging;
  const peers = () => peersOf(leaf.key, judging);
  const duties = dutiesOf.get(unitId) ?? [];
  return rule.evaluate({ value: answer, unitId, peers, duties, cutOff: facts.cutOff, now });
}

/** The same list for all units of a tally, so that a rule may work out once what it tells of all of them. */
function peersOf(key: string, { facts, held, peers }: Judging): readonly PeerAnswer[] {
  const known = peers.get(key);
  if (known) return known;
  const found = facts.units.map(({ id }) => ({ unitId: id, value: held.of(id, key)?.value ?? null }));
  peers.set(key, found);
  return found;
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
  return Object.assign({ version, clause: leaf.clause, entered, closedBy: null }, reason);
}
