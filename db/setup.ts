import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { BlocDraft, BlocSheet } from '../src/core/bloc-sheet.ts';
import { blocLabels, blocLevels } from '../src/core/new-bloc.ts';
import { addUnits, nextBlocId } from './load.ts';
import { bloc, season } from './schema/bloc.ts';
import { person } from './schema/people.ts';
import { enterBloc, rows, type Tx } from './tx.ts';

/** Settings of a bloc that is still being set up; they go when it is created. */
const setupSchema = z.object({ setup: z.object({ codeHash: z.string() }).optional() });

/**
 * A bloc's row before there is a bloc, so that the conversation about it has a home. It has no season, no unit
 * and no member, and the person speaks of it (`current_bloc_id`) without belonging to it: nobody else sees it,
 * and lists of one's blocs leave it out. The bloc is entered afterwards.
 */
export async function openDraftBloc(tx: Tx, personId: string, codeHash: string, now: Date): Promise<number> {
  const blocId = await nextBlocId(tx);
  await enterBloc(tx, blocId);
  const blank = { name: '', label: 'khối', level: 'xã', councilName: '', councilArea: '' } as const;
  await tx.insert(bloc).values({ blocId, ...blank, settings: { setup: { codeHash } }, createdAt: now });
  await tx.update(person).set({ currentBlocId: blocId }).where(eq(person.id, personId));
  return blocId;
}

/** The person's private chat speaks of his other blocs again. The row stays, seen by nobody. */
export async function leaveDraftBloc(tx: Tx, personId: string): Promise<void> {
  await tx.update(person).set({ currentBlocId: null }).where(eq(person.id, personId));
}

const sheetSchema = z.object({
  name: z.string(),
  label: z.enum(blocLabels),
  level: z.enum(blocLevels),
  councilName: z.string(),
  area: z.string(),
  year: z.number().nullable(),
  settings: setupSchema,
  yearHolds: z.boolean(),
});

export interface EnteredSheet {
  sheet: BlocSheet;
  /** Hash of the code under which the bloc is being set up; null: it stands. */
  draftOf: string | null;
  /** Something was handed in this year. */
  yearHolds: boolean;
}

/** The entered bloc's facts. */
export async function enteredSheet(tx: Tx, seasonId: string | null): Promise<EnteredSheet | null> {
  const [found] = await rows(
    tx,
    sheetSchema,
    sql`select b.name, b.label, b.level, b.council_name as "councilName", b.council_area as area, b.settings,
        (select s.year from season s where s.id = ${seasonId}::uuid) as year,
        exists (select from submission u where u.season_id = ${seasonId}::uuid) as "yearHolds" from bloc b`,
  );
  if (!found) return null;
  const { settings, yearHolds, year, ...sheet } = found;
  return { sheet: { ...sheet, year: year ?? 0 }, draftOf: settings.setup?.codeHash ?? null, yearHolds };
}

const columnsOf = ({ name, label, level, councilName, area }: BlocSheet) => {
  return { name, label, level, councilName, councilArea: area };
};

export interface SeasonDays {
  startsOn: string;
  endsOn: string;
}

/** The entered draft becomes a bloc with its season and units, in the order given. Returns the units' ids. */
export async function completeBloc(
  tx: Tx,
  blocId: number,
  draft: BlocDraft,
  { startsOn, endsOn, today }: SeasonDays & { today: string },
): Promise<string[]> {
  await tx
    .update(bloc)
    .set({ ...columnsOf(draft), settings: {} })
    .where(eq(bloc.blocId, blocId));
  await tx.insert(season).values({ blocId, id: uuidv7(), year: draft.year, startsOn, endsOn });
  const since = startsOn <= today ? startsOn : today;
  return addUnits(
    { tx, blocId, since },
    draft.units.map(unit => ({ ...unit, aliases: [] })),
  );
}

export async function changeBloc(
  tx: Tx,
  at: { blocId: number; seasonId: string },
  sheet: BlocSheet,
  { startsOn, endsOn }: SeasonDays,
): Promise<void> {
  await tx.update(bloc).set(columnsOf(sheet)).where(eq(bloc.blocId, at.blocId));
  await tx
    .update(season)
    .set({ year: sheet.year, startsOn, endsOn })
    .where(sql`${season.id} = ${at.seasonId}::uuid and ${season.year} <> ${sheet.year}`);
}
