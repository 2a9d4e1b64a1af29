import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Calendar } from '../src/core/calendar.ts';
import type { CutOffRules } from '../src/core/deadline.ts';
import { decimalSchema } from '../src/core/decimal.ts';
import { thaw } from '../src/core/frozen-facts.ts';
import { scoredDuty } from '../src/core/scored-duty.ts';
import type { Verdict } from '../src/core/scoring.ts';
import type { OwnScoring, Scoring, UnitFact, Veto } from '../src/core/scoring-facts.ts';
import { sheetValueSchema } from '../src/core/sheet-value.ts';
import { scoringStanding } from '../src/core/stage.ts';
import type { ScoredDuty } from '../src/core/tally-facts.ts';
import { appeals } from './appeals.ts';
import { units } from './blocs.ts';
import { duties } from './duties.ts';
import { seasonTable, sheets } from './scores.ts';
import { lockScoring, publishedFacts, scoringActs } from './scoring-acts.ts';
import { sheetIdOf, sheetMoves } from './sheet-moves.ts';
import { instantText, rows, type Tx } from './tx.ts';
import { unitFacts } from './unit-facts.ts';
import { type StoredVerdict, verdicts } from './verdicts.ts';
import { verifiers } from './verifiers.ts';
import { vetoes } from './vetoes.ts';

/** The entered bloc's; null before the season has a table. */
export async function loadScoring(
  tx: Tx,
  at: { seasonId: string; today: string; now: Date; rules: CutOffRules; calendar: Calendar },
): Promise<Scoring | null> {
  const stored = await seasonTable(tx, at.seasonId);
  if (!stored) return null;
  const { id: tableId, table } = stored;
  const [members, entries, acts, moves, said, assigned, asked, facts, out, frozen, owed] = await Promise.all([
    units(tx, at.today),
    sheets(tx, tableId, null),
    scoringActs(tx, tableId),
    sheetMoves(tx, tableId),
    verdicts(tx, tableId, null),
    verifiers(tx, tableId),
    appeals(tx, tableId),
    unitFacts(tx, tableId),
    vetoes(tx, at.seasonId),
    publishedFacts(tx, tableId),
    scoredDuties(tx, at.seasonId),
  ]);
  const { now, rules, calendar } = at;
  return {
    tableId,
    table,
    acts,
    standing: scoringStanding(acts),
    units: members,
    sheets: entries.map(({ id, unitId, entries: own }) => ({
      id,
      unitId,
      entries: own,
      moves: moves.filter(move => move.sheetId === id),
      verdicts: said.filter(one => one.sheetId === id).map(asVerdict),
    })),
    assigned: new Map(assigned.map(one => [one.scoredUnitId, one])),
    appeals: asked,
    unitFacts: facts,
    records:
      frozen === null ? { now, units: members, duties: owed, cutOff: { rules, calendar } } : thaw(frozen),
    told: toldOf(facts, out),
  };
}

/** What a unit's own answer needs to know: little, since it is asked for with each of them. */
export async function ownScoring(
  tx: Tx,
  of: { blocId: number; seasonId: string; unitId: string },
): Promise<OwnScoring | null> {
  const stored = await seasonTable(tx, of.seasonId);
  if (!stored) return null;
  const { id: tableId, table } = stored;
  const [, sheetId, acts, moves, said] = await Promise.all([
    lockScoring(tx, { blocId: of.blocId, tableId }, false),
    sheetIdOf(tx, tableId, of.unitId),
    scoringActs(tx, tableId),
    sheetMoves(tx, tableId, of.unitId),
    verdicts(tx, tableId, of.unitId),
  ]);
  const standing = scoringStanding(acts);
  return { tableId, table, standing, sheetId, moves, verdicts: said.map(asVerdict) };
}

function asVerdict({ sheetId: _, kind, value, ...rest }: StoredVerdict): Verdict {
  const ruling =
    kind === 'changed' ? ({ kind, value: sheetValueSchema.parse(value) } as const) : ({ kind } as const);
  return { ...rest, ruling };
}

function toldOf(facts: readonly UnitFact[], out: readonly Veto[]): Scoring['told'] {
  const told = facts.flatMap(({ value, ...fact }) => (value === null ? [] : [{ ...fact, value }]));
  const of = (kind: UnitFact['kind']) => told.filter(fact => fact.kind === kind);
  return {
    indicators: of('indicator').map(({ scoredUnitId: unitId, key, value }) => ({
      unitId,
      key,
      value: decimalSchema.parse(value),
    })),
    knockouts: out.flatMap(({ unitId, reason, source }) =>
      reason === null ? [] : [{ unitId, reason, source }],
    ),
    classEvents: of('class_event').map(({ scoredUnitId: unitId, key: event, source }) => ({
      unitId,
      event,
      source,
    })),
  };
}

/** Units' obligations as far as punctuality goes. */
async function scoredDuties(tx: Tx, seasonId: string): Promise<ScoredDuty[]> {
  const [all, firsts] = [
    await duties(tx, seasonId),
    await rows(
      tx,
      z.object({ obligationId: z.string(), sentAt: instantText }),
      sql`select distinct on (obligation_id) obligation_id as "obligationId", sent_at as "sentAt"
        from submission s where season_id = ${seasonId}::uuid
          and not exists (select from submission_decision d where d.bloc_id = s.bloc_id and d.submission_id = s.id
            and d.kind = 'withdrawn')
        order by obligation_id, version`,
    ),
  ];
  const first = new Map(firsts.map(one => [one.obligationId, one.sentAt]));
  return all.flatMap(duty => scoredDuty(duty, first.get(duty.obligationId) ?? null) ?? []);
}
