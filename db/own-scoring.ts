import { sql } from 'drizzle-orm';
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

const heldRow = z.object({ tableId: z.string(), sheetId: z.string().nullable() });

/** The season's table and the unit's sheet, both held until the transaction ends: nobody publishes, nobody else answers. */
async function hold(tx: Tx, { seasonId, unitId }: { seasonId: string; unitId: string }) {
  const [held] = await rows(
    tx,
    heldRow,
    sql`select t.id as "tableId", scoring_lock(t.bloc_id, t.id, false),
        (select s.id from sheet s where s.bloc_id = t.bloc_id and s.table_id = t.id and s.unit_id = ${unitId}::uuid
          and s.stage = 'self' for update) as "sheetId"
      from (select bloc_id, id from score_table where season_id = ${seasonId}::uuid
        order by version desc limit 1) t`,
  );
  return held ?? null;
}

const ownRow = z.object({
  newest: z.array(z.object({ id: z.string() })),
  acts: z.array(actRow),
  sheets: z.array(sheetRow),
  moves: z.array(moveRow),
  verdicts: z.array(verdictRow),
  evidence: z.array(evidenceRow),
});

/**
 * All that a unit's own answer needs, in two statements, since it is asked for with each of them: what holds, then, in a
 * snapshot taken after it, what stands.
 */
export async function ownScoring(
  tx: Tx,
  of: { seasonId: string; unitId: string },
): Promise<OwnScoring | null> {
  const held = await hold(tx, of);
  if (!held) return null;
  const { tableId, sheetId } = held;
  const { newest, acts, sheets, ...said } = await lists(tx, ownRow, {
    newest: newestTable(of.seasonId),
    acts: actsOf(tableId),
    sheets: sheetsOf({ sheetId }),
    moves: movesOf({ sheetId }),
    verdicts: verdictsOn({ sheetId }),
    evidence: evidenceFor({ sheetId }),
  });
  // Replaced while we waited for it: answers go on in the one that took its place.
  if (newest[0]?.id !== tableId) return ownScoring(tx, of);
  const sheet = sheets.map(one => ({ ...one, ...said }))[0] ?? null;
  return { tableId, table: await tableOf(tx, tableId), standing: scoringStanding(acts), sheet };
}
