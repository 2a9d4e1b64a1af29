import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Calendar } from '../src/core/calendar.ts';
import type { CutOffRules } from '../src/core/deadline.ts';
import { decimalSchema } from '../src/core/decimal.ts';
import { thaw } from '../src/core/frozen-facts.ts';
import { scoredDuty } from '../src/core/scored-duty.ts';
import type { Scoring, UnitFact, Veto } from '../src/core/scoring-facts.ts';
import { scoringStanding } from '../src/core/stage.ts';
import { appealRow, appealsOf } from './appeals.ts';
import { unitRow, unitsOn } from './blocs.ts';
import { duties } from './duties.ts';
import { lists } from './listed.ts';
import { seasonTable, sheetRow, sheetsOf } from './scores.ts';
import { actRow, actsOf, publishedFacts } from './scoring-acts.ts';
import { moveRow, movesOf } from './sheet-moves.ts';
import { instantText, type Tx } from './tx.ts';
import { unitFactRow, unitFactsOf } from './unit-facts.ts';
import { verdictRow, verdictsOn } from './verdicts.ts';
import { verifierRow, verifiersOf } from './verifiers.ts';
import { vetoesOf, vetoRow } from './vetoes.ts';

const scoringRow = z.object({
  units: z.array(unitRow),
  sheets: z.array(sheetRow),
  acts: z.array(actRow),
  moves: z.array(moveRow),
  verdicts: z.array(verdictRow),
  assigned: z.array(verifierRow),
  appeals: z.array(appealRow),
  unitFacts: z.array(unitFactRow),
  vetoes: z.array(vetoRow),
  frozen: z.array(z.object({ facts: z.unknown() })),
  firstSent: z.array(z.object({ obligationId: z.string(), sentAt: instantText })),
});

/** The entered bloc's; null before the season has a table. */
export async function loadScoring(
  tx: Tx,
  at: { seasonId: string; today: string; now: Date; rules: CutOffRules; calendar: Calendar },
): Promise<Scoring | null> {
  const stored = await seasonTable(tx, at.seasonId);
  if (!stored) return null;
  const { id: tableId, table } = stored;
  const [found, owed] = await Promise.all([
    lists(tx, scoringRow, {
      units: unitsOn(at.today),
      sheets: sheetsOf({ tableId }),
      acts: actsOf(tableId),
      moves: movesOf({ tableId }),
      verdicts: verdictsOn({ tableId }),
      assigned: verifiersOf(tableId),
      appeals: appealsOf(tableId),
      unitFacts: unitFactsOf(tableId),
      vetoes: vetoesOf(at.seasonId),
      frozen: publishedFacts(tableId),
      firstSent: firstSentOf(at.seasonId),
    }),
    duties(tx, at.seasonId),
  ]);
  const { now, rules, calendar } = at;
  const { units, acts, moves, verdicts, assigned, appeals, unitFacts } = found;
  const firstSent = new Map(found.firstSent.map(one => [one.obligationId, one.sentAt]));
  const scored = owed.flatMap(duty => scoredDuty(duty, firstSent.get(duty.obligationId) ?? null) ?? []);
  const frozen = found.frozen[0]?.facts ?? null;
  const standing = scoringStanding(acts);
  const sent = new Set(
    found.sheets.flatMap(one => (moves.some(move => move.sheetId === one.id) ? [one.unitId] : [])),
  );
  const unsent = standing.selfClosed ? units.flatMap(({ id }) => (sent.has(id) ? [] : [id])) : [];
  return {
    ...{ tableId, table, acts, units, appeals, unitFacts },
    standing,
    sheets: found.sheets.map(({ id, unitId, entries }) => ({
      ...{ id, unitId, entries },
      moves: moves.filter(move => move.sheetId === id),
      verdicts: verdicts.filter(one => one.sheetId === id),
    })),
    assigned: new Map(assigned.map(one => [one.scoredUnitId, one])),
    records:
      frozen === null ? { now, units, unsent, duties: scored, cutOff: { rules, calendar } } : thaw(frozen),
    told: toldOf(unitFacts, found.vetoes),
  };
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

/** Of each obligation the first version that was not taken back. */
const firstSentOf = (seasonId: string): SQL =>
  sql`select distinct on (obligation_id) obligation_id as "obligationId", sent_at as "sentAt"
    from submission s where season_id = ${seasonId}::uuid
      and not exists (select from submission_decision d where d.bloc_id = s.bloc_id and d.submission_id = s.id
        and d.kind = 'withdrawn')
    order by obligation_id, version`;
