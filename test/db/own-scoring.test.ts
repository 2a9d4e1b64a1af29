import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { enteredBloc, units } from '../../db/blocs.ts';
import { ownScoring } from '../../db/own-scoring.ts';
import { addEntry, addTable, lockSheet, seasonTable } from '../../db/scores.ts';
import { lockScoring } from '../../db/scoring-acts.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { dayOf } from '../../src/core/day.ts';
import { decimal } from '../../src/core/decimal.ts';
import { points } from '../../src/core/points.ts';
import { leaves } from '../../src/core/score-table.ts';
import { testDatabase } from '../support/database.ts';
import { livingBloc } from '../support/living-bloc.ts';

const database = await testDatabase();
const now = new Date('2026-12-10T02:00:00Z');
const { blocId, people } = await livingBloc(database, 'Khối chấm điểm', [], now);
const by = people[0]?.personId ?? '';

const within = <T>(task: (tx: Tx) => Promise<T>): Promise<T> =>
  database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    return task(tx);
  });
const seasonId = (await within(tx => enteredBloc(tx, dayOf(now))))?.seasonId ?? '';
const [unit] = await within(tx => units(tx, dayOf(now)));
const stored = await within(tx => seasonTable(tx, seasonId));
if (!unit || !stored) throw new Error('the sample is too small');
const of = { seasonId, unitId: unit.id };
const [first = '', second = '', third = ''] = leaves(stored.table).map(leaf => leaf.key);

test('a unit’s own sheet comes with the answers that hold, whatever was answered', async () => {
  const tableId = stored.id;
  expect(await within(tx => ownScoring(tx, of))).toMatchObject({ tableId, sheet: null });
  const sheetId = await within(async tx => {
    const sheetId = await lockSheet(tx, { blocId, seasonId, tableId, unitId: unit.id }, now);
    const answer = { blocId, sheetId, tableId, by, at: now };
    const ratio = { kind: 'ratio', actual: decimal('80.5'), target: null } as const;
    const given = { kind: 'points', points: points(250) } as const;
    await addEntry(tx, { ...answer, criterionKey: first, sawVersion: 0, value: { kind: 'skipped' } });
    await addEntry(tx, { ...answer, criterionKey: first, sawVersion: 1, value: given });
    await addEntry(tx, { ...answer, criterionKey: second, sawVersion: 0, value: ratio });
    await addEntry(tx, {
      ...answer,
      criterionKey: third,
      sawVersion: 0,
      value: { kind: 'yes_no', yes: true },
    });
    return sheetId;
  });
  const sheet = (await within(tx => ownScoring(tx, of)))?.sheet;
  expect(sheet).toMatchObject({ id: sheetId, unitId: unit.id, submittedAt: null, moves: [], evidence: [] });
  const held = sheet?.entries.map(({ criterionKey, version, value, at }) => [
    criterionKey,
    version,
    value,
    at,
  ]);
  expect(new Set(held)).toEqual(
    new Set([
      [first, 2, { kind: 'points', points: 250 }, now],
      [second, 1, { kind: 'ratio', actual: '80.5', target: null }, now],
      [third, 1, { kind: 'yes_no', yes: true }, now],
    ]),
  );
});

test('whose table is replaced while he waits for it goes on in the new one', async () => {
  let replaced = () => {};
  const waits = new Promise<void>(resolve => {
    replaced = resolve;
  });
  let begun = () => {};
  const locked = new Promise<void>(resolve => {
    begun = resolve;
  });
  const replacing = within(async tx => {
    await lockScoring(tx, { blocId, tableId: stored.id }, true);
    begun();
    await waits;
    return addTable(tx, { blocId, seasonId, now }, { ...stored.table, version: stored.table.version + 1 });
  });
  await locked;
  const asking = within(tx => ownScoring(tx, of));
  const blocked = sql`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await database.owner.db.execute(blocked)).length === 0);
  replaced();
  const tableId = await replacing;
  expect(await asking).toMatchObject({ tableId, sheet: null });
});
