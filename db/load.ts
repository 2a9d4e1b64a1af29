import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { NewBloc, NewDeadline, NewUnit } from '../src/core/new-bloc.ts';
import { appendAudit } from './audit.ts';
import { addDeadline } from './deadlines.ts';
import { everyBloc } from './every-bloc.ts';
import { type LoadRefusal, loadPeople, takenAccount } from './load-people.ts';
import type { LoadTools, Place } from './load-place.ts';
import { bloc, season } from './schema/bloc.ts';
import { unit, unitRole } from './schema/unit.ts';
import { addTable } from './scores.ts';
import { enterBloc, idText, rows, type Tx } from './tx.ts';

export type LoadOutcome = { kind: 'loaded'; blocId: number } | LoadRefusal;

/** Creates the whole bloc in one transaction, or says why not and leaves nothing. Loads take turns. */
export function loadBloc(db: Tx, given: NewBloc, tools: LoadTools): Promise<LoadOutcome> {
  return db.transaction(async (tx): Promise<LoadOutcome> => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('bloc.load'))`);
    const same = (await everyBloc(tx)).find(known => isSame(known, given, tools));
    if (same) return { kind: 'exists', blocId: same.blocId };
    const taken = await takenAccount(tx, given, tools);
    if (taken) return taken;

    const blocId = await nextBlocId(tx);
    await enterBloc(tx, blocId);
    const seasonId = uuidv7();
    const { startsOn } = given.season;
    const begun = startsOn <= tools.today;
    const since = begun ? startsOn : tools.today;
    const place: Place = { ...tools, tx, blocId, seasonId, since };
    await addBloc(place, given);
    const unitIds = await addUnits(place, given.units);
    await loadPeople(place, given, unitIds);
    for (const one of given.deadlines) {
      const owed = { ...one, recurrence: null, owedBy: owedBy(one, unitIds) };
      await addDeadline(tx, seasonId, owed, { blocId, by: null, at: tools.now });
    }
    if (given.table) await addTable(tx, place, given.table);
    await tools.replan(tx, blocId, tools.now);
    const detail = {
      units: unitIds.length,
      persons: given.persons.length,
      deadlines: given.deadlines.length,
    };
    const subject = { subject: 'bloc', subjectId: String(blocId) };
    await appendAudit(tx, [
      { blocId, at: tools.now, actor: null, action: 'bloc.loaded', ...subject, detail },
    ]);
    return { kind: 'loaded', blocId };
  });
}

function isSame(
  known: { name: string; councilName: string; years: number[] },
  { council, name, season: { year } }: NewBloc,
  { sameName }: LoadTools,
): boolean {
  return (
    sameName(known.name, name) && sameName(known.councilName, council.name) && known.years.includes(year)
  );
}

/** The row must bear the entered bloc's number, so the number comes first. */
export async function nextBlocId(tx: Tx): Promise<number> {
  const [row] = await rows(
    tx,
    z.object({ id: idText }),
    sql`select nextval(pg_get_serial_sequence('bloc', 'bloc_id')) as id`,
  );
  if (!row) throw new Error('no number for the bloc');
  return row.id;
}

async function addBloc({ tx, blocId, seasonId, now }: Place, given: NewBloc): Promise<void> {
  const { name, label, symbol, council, formation, reminders } = given;
  await tx.insert(bloc).values({
    blocId,
    name,
    label,
    symbol,
    level: council.level,
    councilName: council.name,
    councilArea: council.area,
    formationNumber: formation?.number ?? null,
    formationDate: formation?.date ?? null,
    settings: { reminders },
    createdAt: now,
  });
  await tx.insert(season).values({ blocId, id: seasonId, ...given.season });
}

/** The units' ids, in the file's order. */
export async function addUnits(
  { tx, blocId, since }: Pick<Place, 'tx' | 'blocId' | 'since'>,
  units: NewUnit[],
): Promise<string[]> {
  const added = units.map((one, position) => ({ ...one, blocId, id: uuidv7(), position, validFrom: since }));
  await tx.insert(unit).values(added);
  const roles = added.flatMap(({ id, role }) =>
    role === 'member' ? [] : [{ blocId, id: uuidv7(), unitId: id, role, validFrom: since }],
  );
  await tx.insert(unitRole).values(roles);
  return added.map(one => one.id);
}

/** Who owes it, null among them the bloc itself. */
function owedBy({ obliged, only }: NewDeadline, unitIds: readonly string[]): (string | null)[] {
  const units = unitIds.filter((_, index) => only?.includes(index) ?? true);
  return [...(obliged === 'units' ? [] : [null]), ...(obliged === 'bloc' ? [] : units)];
}
