import type { Points } from '../core/points.ts';
import type { LeafTally, NodeTally, Tally, UnitTally } from '../core/tally-result.ts';
import { plainText } from '../text/plain-text.ts';
import { becauseLines } from '../text/reasons.ts';
import { tableProblem } from '../text/score-tables.ts';
import { classText, knockoutText, limitText, stageName, tieText } from '../text/tally.ts';
import { valueFaultText } from '../text/value-faults.ts';

/** A tally as `npm run -s tally` prints it: points as plain numbers, reasons as sentences. */
export function tallyJson(tally: Tally, now: Date): object {
  const nameOf = (id: string) => tally.units.find(unit => unit.unitId === id)?.unitName ?? id;
  return {
    table: tally.table,
    stage: tally.stage,
    now: now.toISOString(),
    provisional: tally.provisional,
    problems: tally.problems.map(problem => ({ code: problem.code, says: plainText(tableProblem(problem)) })),
    ranking: tally.ranking.map(place => ({
      rank: place.rank,
      units: place.unitIds,
      decided_by: place.decidedBy,
      tie: place.tie && { ...place.tie, says: tieText(place.tie) },
    })),
    units: tally.units.map(unit => unitJson(unit, nameOf)),
  };
}

function unitJson(unit: UnitTally, nameOf: (id: string) => string): object {
  const { unitId, unitName, rank, points, max, percent, provisional, complete, counts, limits } = unit;
  return {
    id: unitId,
    name: unitName,
    rank,
    points: number(points),
    max: number(max),
    percent: percent === null ? null : number(percent),
    class: { ...unit.class, says: classText(unit.class) },
    knockouts: unit.knockouts.map(knockoutText),
    provisional,
    complete,
    counts,
    limits: limits.map(limitText),
    criteria: unit.children.map(node => nodeJson(node, nameOf)),
  };
}

function nodeJson(node: NodeTally, nameOf: (id: string) => string): object {
  const { key, no, name, countsAs, provisional } = node;
  const shown = { key, no, name, counts: countsAs };
  if (node.kind === 'leaf') return { ...shown, ...leafJson(node, nameOf) };
  return {
    ...shown,
    points: number(node.points),
    max: number(node.max),
    printed_max: number(node.printedMax),
    provisional,
    complete: node.complete,
    limits: node.limits.map(limitText),
    children: node.children.map(child => nodeJson(child, nameOf)),
  };
}

function leafJson(leaf: LeafTally, nameOf: (id: string) => string): object {
  const { points, max, state, provisional, because, fault } = leaf;
  return {
    points: points === null ? null : number(points),
    max: number(max),
    state,
    provisional,
    rule: because && { id: because.rule, version: because.version },
    clause: because?.clause ?? null,
    because: becauseLines(leaf, { stage: stageName, unit: nameOf }).map(plainText),
    fault: fault && plainText(valueFaultText(fault)),
  };
}

const number = (points: Points) => points / 100;
