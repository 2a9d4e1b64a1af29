import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OwnScoring } from '../src/core/scoring-facts.ts';
import { scoringStanding } from '../src/core/stage.ts';
import { evidenceFor, evidenceRow } from './evidence.ts';
import { lists } from './listed.ts';
import { newestTable, sheetRow, sheetsOf, tableOf } from './scores.ts';
import { actRow, actsOf } from './scoring-acts.ts';
import { moveRow, movesOf } from './sheet-moves.ts';
import { rows, type Tx } from './tx.ts';
import { verdictRow, verdictsOn } from './verdicts.ts';

/** Null: the unit has no sheet yet. */
const heldRow = z.object({ tableId: z.string(), sheetId: z.string().nullable() });

const ownRow = z.object({
  newest: z.array(z.object({ id: z.string() })),
  acts: z.array(actRow),
  sheets: z.array(sheetRow),
  moves: z.array(moveRow),
  verdicts: z.array(verdictRow),
  evidence: z.array(evidenceRow),
});

/**
 * All that a unit's own answer needs, in two statements that travel together, since it is asked for with each of them: the
 * season's table and the unit's sheet are held until the transaction ends, so that nobody publishes and nobody else
 * answers; then, in a snapshot taken after that, what stands.
 */
export async function ownScoring(
  tx: Tx,
  of: { seasonId: string; unitId: string },
): Promise<OwnScoring | null> {
  const newest = newestTable(of.seasonId);
  const sheetId = sql`(select id from sheet where table_id = (${newest}) and unit_id = ${of.unitId}::uuid and stage = 'self')`;
  const [[held], found] = await Promise.all([
    rows(tx, heldRow, hold(of)),
    lists(tx, ownRow, {
      newest,
      acts: actsOf(sql`(${newest})`),
      sheets: sheetsOf({ sheetId }),
      moves: movesOf({ sheetId }),
      verdicts: verdictsOn({ sheetId }),
      evidence: evidenceFor({ sheetId }),
    }),
  ]);
  if (!held) return null;
  const { newest: tables, acts, sheets, ...said } = found;
  const { tableId } = held;
  // Replaced, or begun, while we waited for it: what was held is not what was read.
  if (tables[0]?.id !== tableId || (sheets[0]?.id ?? null) !== held.sheetId) return ownScoring(tx, of);
  const sheet = sheets.map(one => ({ ...one, ...said }))[0] ?? null;
  return { tableId, table: await tableOf(tx, tableId), standing: scoringStanding(acts), sheet };
}

const hold = ({ seasonId, unitId }: { seasonId: string; unitId: string }): SQL =>
  sql`select t.id as "tableId", scoring_lock(t.bloc_id, t.id, false),
      (select s.id from sheet s where s.bloc_id = t.bloc_id and s.table_id = t.id and s.unit_id = ${unitId}::uuid
        and s.stage = 'self' for update) as "sheetId"
    from (select bloc_id, id from score_table where season_id = ${seasonId}::uuid order by version desc limit 1) t`;
