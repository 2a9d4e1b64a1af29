import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { addAppeal, appealRow, appealsOf, decideAppeal } from '../../db/appeals.ts';
import { enteredBloc, units } from '../../db/blocs.ts';
import { addEvidence, evidenceOf, takeBackEvidence } from '../../db/evidence.ts';
import { addEntry, lockSheet, seasonTable } from '../../db/scores.ts';
import { actRow, actsOf, addAct, lockScoring, publishedFacts } from '../../db/scoring-acts.ts';
import { addMove, moveRow, movesOf } from '../../db/sheet-moves.ts';
import { enterBloc, rows, type Tx } from '../../db/tx.ts';
import { addUnitFact, unitFactRow, unitFactsOf } from '../../db/unit-facts.ts';
import { addExplanation, addVerdicts, type NewVerdict, verdictRow, verdictsOn } from '../../db/verdicts.ts';
import { addVerifier, verifierRow, verifiersOf } from '../../db/verifiers.ts';
import { dayOf } from '../../src/core/day.ts';
import { points } from '../../src/core/points.ts';
import { leaves } from '../../src/core/score-table.ts';
import { type MoveKind, scoringStanding, sheetStage } from '../../src/core/stage.ts';
import { testDatabase } from '../support/database.ts';
import { livingBloc } from '../support/living-bloc.ts';
import { size } from '../support/size.ts';

const database = await testDatabase();
const now = new Date('2026-12-10T02:00:00Z');
const bloc = await livingBloc(database, 'Khối chấm điểm', [], now);
const { blocId } = bloc;

const within = <T>(task: (tx: Tx) => Promise<T>): Promise<T> =>
  database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    return task(tx);
  });

const read = <Row>(row: z.ZodType<Row>, query: SQL): Promise<Row[]> => within(tx => rows(tx, row, query));

const season = await within(tx => enteredBloc(tx, dayOf(now)));
const seasonId = season?.seasonId ?? '';
const stored = await within(tx => seasonTable(tx, seasonId));
if (!stored) throw new Error('the sample has no table');
const tableId = stored.id;
const [first, second] = leaves(stored.table).map(leaf => leaf.key);
const all = await within(tx => units(tx, dayOf(now)));
const [lead, unit, other] = all;
if (!lead || !unit || !other || !first || !second) throw new Error('the sample is too small');
const by = bloc.people[0]?.personId ?? '';
const acting = (unitId: string, at = now) => ({ blocId, unitId, by, at });
const sheetOf = (unitId: string) =>
  within(async tx => ({
    id: await lockSheet(tx, { blocId, seasonId, tableId, unitId }, now),
    tableId,
  }));
const sheet = await sheetOf(unit.id);

const enter = (criterionKey: string, sawVersion: number, to = sheet) =>
  within(tx =>
    addEntry(tx, {
      ...{ blocId, sheetId: to.id, tableId, criterionKey, sawVersion, by, at: now },
      value: { kind: 'points', points: points(100) },
    }),
  );
const move = (seq: number, kind: MoveKind, unitId: string) =>
  within(tx => addMove(tx, sheet, { seq, kind }, acting(unitId)));
const judge = (
  verdict: Partial<NewVerdict> & Pick<NewVerdict, 'criterionKey' | 'version'>,
  unitId = lead.id,
) =>
  within(tx =>
    addVerdicts(
      tx,
      sheet,
      [
        {
          stage: 'verified',
          kind: 'agreed',
          value: null,
          entryVersion: 1,
          reason: null,
          appealId: null,
          ...verdict,
        },
      ],
      acting(unitId),
    ),
  );
const refused = (task: Promise<unknown>, code: string) =>
  expect(task).rejects.toMatchObject({ cause: { code } });

test('a sheet that is with its verifier takes no entry; sent back, only for the criteria named', async () => {
  await enter(first, 0);
  await enter(second, 0);
  await move(1, 'sent', unit.id);
  await refused(enter(first, 1), 'TLK01');
  await judge({ criterionKey: first, version: 1, kind: 'returned', reason: 'Thiếu minh chứng' });
  await move(2, 'returned', lead.id);
  await enter(first, 1);
  await refused(enter(second, 1), 'TLK01');
  const moves = await read(moveRow, movesOf({ tableId }));
  expect(moves.map(one => one.kind)).toEqual(['sent', 'returned']);
  expect(sheetStage(moves)).toBe('returned');
});

test('of two who move a sheet at once one wins; nobody verifies the own unit; a change has a reason', async () => {
  const both = await Promise.allSettled([move(3, 'sent', unit.id), move(3, 'sent', unit.id)]);
  expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await refused(judge({ criterionKey: second, version: 1 }, unit.id), 'TLK03');
  await expect(
    judge({ criterionKey: second, version: 1, kind: 'changed', value: { kind: 'points', points: 50 } }),
  ).rejects.toMatchObject({ cause: { constraint_name: 'verdict_reason' } });
  await judge({
    ...{ criterionKey: second, version: 1, kind: 'changed', reason: 'Văn bản ký sau ngày chốt' },
    value: { kind: 'points', points: 50 },
  });
  expect(await read(verdictRow, verdictsOn({ sheetId: sheet.id }))).toMatchObject([
    { criterionKey: first, ruling: { kind: 'returned' } },
    {
      criterionKey: second,
      ruling: { kind: 'changed', value: { kind: 'points', points: 50 } },
      explanation: null,
    },
  ]);
});

test('the newest assignment of a verifier holds, and no unit is assigned to itself', async () => {
  const assign = (seq: number, verifierUnitId: string | null, scoredUnitId = unit.id) =>
    within(tx => addVerifier(tx, { tableId, scoredUnitId, seq, verifierUnitId }, acting(lead.id)));
  await assign(1, other.id);
  await expect(assign(2, unit.id)).rejects.toMatchObject({ cause: { constraint_name: 'verifier_not_own' } });
  await assign(2, null);
  expect(await read(verifierRow, verifiersOf(tableId))).toEqual([
    { scoredUnitId: unit.id, seq: 2, verifierUnitId: null },
  ]);
});

test('of what ranking must know beside points the newest holds, also that it was taken back', async () => {
  const fact = {
    tableId,
    scoredUnitId: unit.id,
    kind: 'indicator',
    key: 'ballot',
    source: 'Biên bản',
  } as const;
  await within(tx => addUnitFact(tx, { ...fact, seq: 1, value: '5' }, acting(lead.id)));
  await within(tx => addUnitFact(tx, { ...fact, seq: 2, value: null }, acting(lead.id)));
  expect(await read(unitFactRow, unitFactsOf(tableId))).toMatchObject([{ seq: 2, value: null }]);
});

test('the unit answers a verdict; evidence taken back no longer counts', async () => {
  const answer = { criterionKey: second, verdictVersion: 1, text: 'Văn bản ký trước hạn' };
  await within(tx => addExplanation(tx, sheet, answer, acting(unit.id)));
  const given = {
    criterionKey: second,
    kind: 'document',
    text: '12/BC-UBND',
    sha256: null,
    mime: null,
  } as const;
  for (const text of ['12/BC-UBND', '13/BC-UBND'])
    await within(tx => addEvidence(tx, sheet, { ...given, id: uuidv7(), text }, acting(unit.id)));
  const [one] = await within(tx => evidenceOf(tx, { tableId }));
  await within(tx => takeBackEvidence(tx, { blocId, id: one?.id ?? '' }, by, now));
  expect(await within(tx => evidenceOf(tx, { sheetId: sheet.id }))).toMatchObject([{ text: '13/BC-UBND' }]);
  expect((await read(verdictRow, verdictsOn({ sheetId: sheet.id }))).at(-1)?.explanation?.text).toBe(
    answer.text,
  );
});

test('verdicts, acts and appeals are added to, never changed or removed', async () => {
  for (const table of ['verdict', 'scoring_act', 'sheet_move', 'explanation', 'appeal', 'appeal_decision'])
    for (const act of [`delete from ${table}`, `update ${table} set made_at = now()`])
      await refused(
        within(tx => tx.execute(sql.raw(act))),
        '42501',
      );
});

test('many write while the scores are published: nothing is written afterwards, whoever waited is refused', async () => {
  const theirs = await sheetOf(other.id);
  const keys = leaves(stored.table).map(leaf => leaf.key);
  const act = { tableId, seq: 1, kind: 'published', appealUntil: '2026-12-15', facts: { late: 2 } } as const;
  const publishing = () =>
    within(async tx => {
      await lockScoring(tx, { blocId, tableId }, true);
      await addAct(tx, act, acting(lead.id));
      const [counted] = await tx.execute(sql`select count(*)::int as n from score_entry`);
      return Number(counted?.n);
    });
  const write = (n: number) => enter(keys[n % keys.length] ?? '', Math.floor(n / keys.length), theirs);
  const half = size(12, 100);
  const before = Array.from({ length: half }, (_, n) => write(n));
  const publish = publishing();
  const writing = [...before, ...Array.from({ length: half }, (_, n) => write(half + n))];
  const ended = await Promise.allSettled(writing);
  const seen = await publish;
  const [after] = await database.owner.db.execute(sql`select count(*)::int as n from score_entry`);
  expect(Number(after?.n)).toBe(seen);
  const written = ended.filter(one => one.status === 'fulfilled').length;
  expect(written).toBe(seen - 3);
  expect(written).toBeLessThan(ended.length);
  await refused(enter(first, 9, theirs), 'TLK01');
  await refused(move(4, 'verified', lead.id), 'TLK01');
  await refused(judge({ criterionKey: first, version: 2 }), 'TLK01');
  await refused(
    within(tx => addAct(tx, { ...act, seq: 2 }, acting(lead.id))),
    'TLK01',
  );
  expect(await within(tx => tx.execute(publishedFacts(tableId)))).toEqual([{ facts: { late: 2 } }]);
  expect(scoringStanding(await read(actRow, actsOf(tableId)))).toMatchObject({
    open: true,
    published: { appealUntil: '2026-12-15' },
  });
});

test('after publication an appeal in time opens its own line and no other, once', async () => {
  const given = { criterionKey: second, text: 'Văn bản ký đúng hạn' };
  const late = new Date('2026-12-15T17:00:00Z');
  await refused(
    within(tx => addAppeal(tx, sheet, given, acting(unit.id, late))),
    'TLK02',
  );
  const appealId = await within(tx => addAppeal(tx, sheet, given, acting(unit.id)));
  const change = { stage: 'appeal', kind: 'changed', reason: 'Đã đối chiếu', appealId } as const;
  const value = { kind: 'points', points: 100 };
  await refused(judge({ ...change, value, criterionKey: first, version: 3 }), 'TLK01');
  await judge({ ...change, value, criterionKey: second, version: 2 });
  await within(tx =>
    decideAppeal(tx, { appealId, kind: 'accepted', reason: 'Đã đối chiếu' }, acting(lead.id)),
  );
  await refused(judge({ ...change, value, criterionKey: second, version: 3 }), 'TLK01');
  expect(await read(appealRow, appealsOf(tableId))).toMatchObject([{ decision: { kind: 'accepted' } }]);
});
