import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type Day, day } from '../src/core/day.ts';
import { type PhaseEntry, type SeasonPhase, seasonPhases } from '../src/core/season-phase.ts';
import { season } from './schema/bloc.ts';
import { seasonPhase } from './schema/year.ts';
import { rows, type Tx } from './tx.ts';

const entrySchema = z.object({
  no: z.number(),
  kind: z.enum(['dated', 'entered']),
  phase: z.enum(seasonPhases),
  day: z.string().transform(text => day(text)),
});

/** All that was ever said of a season's phases, in order. */
export function phaseEntries(tx: Tx, seasonId: string): Promise<PhaseEntry[]> {
  return rows(
    tx,
    entrySchema,
    sql`select no, kind, phase, day::text from season_phase where season_id = ${seasonId}::uuid order by no`,
  );
}

export async function addPhaseEntry(
  tx: Tx,
  given: {
    blocId: number;
    seasonId: string;
    kind: PhaseEntry['kind'];
    phase: SeasonPhase;
    day: Day;
    madeBy: string;
    madeAt: Date;
  },
): Promise<void> {
  const no = sql<number>`(select coalesce(max(p.no), 0) + 1 from season_phase p
    where p.bloc_id = ${given.blocId} and p.season_id = ${given.seasonId}::uuid)`;
  await tx.insert(seasonPhase).values({ ...given, no });
}

/** In private the person speaks of that year from now on. False: it is not open. */
export async function chooseSeason(
  tx: Tx,
  { blocId, personId, year, at }: { blocId: number; personId: string; year: number; at: Date },
): Promise<boolean> {
  const chosen = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`insert into season_choice (bloc_id, person_id, season_id, chosen_at)
      select ${blocId}, ${personId}::uuid, id, ${at.toISOString()}::timestamptz from season
        where year = ${year} and closed_at is null
      on conflict (bloc_id, person_id) do update set season_id = excluded.season_id, chosen_at = excluded.chosen_at
      returning season_id as id`,
  );
  return chosen.length > 0;
}

/** Beside the one that runs. Null: the bloc has a season of that year. */
export async function openSeason(
  tx: Tx,
  given: { blocId: number; year: number; startsOn: Day; endsOn: Day },
): Promise<string | null> {
  const [there] = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select id from season where year = ${given.year} for update`,
  );
  if (there) return null;
  const id = uuidv7();
  await tx.insert(season).values({ ...given, id });
  return id;
}

/** Of several open years the one that a deadline or an obligation is of. */
export async function seasonOf(tx: Tx, what: 'deadline' | 'obligation', id: string): Promise<string> {
  const [found] = await rows(
    tx,
    z.object({ id: z.string() }),
    sql`select season_id as id from ${sql.identifier(what)} where id = ${id}::uuid`,
  );
  if (!found) throw new Error(`no such ${what}`);
  return found.id;
}
