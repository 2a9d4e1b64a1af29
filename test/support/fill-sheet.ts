import { askedOf } from '../../commands/score-desk.ts';
import { blocPeople } from '../../db/bloc-context.ts';
import { enteredBloc } from '../../db/blocs.ts';
import { addEntry, lockSheet, seasonTable, submitSheet } from '../../db/scores.ts';
import { addMove } from '../../db/sheet-moves.ts';
import { enterBloc } from '../../db/tx.ts';
import { boundLeaves } from '../../src/core/asked.ts';
import { dayOf } from '../../src/core/day.ts';
import { parseAnswer } from '../../src/text/answer-value.ts';
import type { TestDatabase } from './database.ts';

/** A unit's whole sheet, as its contact would type it criterion by criterion, sent at once. */
export async function fillSheet(
  { app }: TestDatabase,
  of: { blocId: number; personName: string; now: Date },
  typed: readonly string[],
): Promise<void> {
  const { blocId, personName, now } = of;
  await app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const seasonId = (await enteredBloc(tx, dayOf(now)))?.seasonId ?? '';
    const person = (await blocPeople(tx, dayOf(now))).find(one => one.personName === personName);
    const stored = await seasonTable(tx, seasonId);
    if (!person || !stored) throw new Error(`nobody to score for: ${personName}`);
    const { id: tableId, table } = stored;
    const { unitId, personId: by } = person;
    const sheetId = await lockSheet(tx, { blocId, seasonId, tableId, unitId }, now);
    const asked = boundLeaves(table).flatMap(bound => {
      const own = askedOf(bound);
      return own ? [{ key: bound.leaf.key, own }] : [];
    });
    for (const [n, { key, own }] of asked.entries()) {
      const read = parseAnswer(typed[n] ?? '', own);
      if (read.kind !== 'value') throw new Error(`${key}: ${typed[n]}`);
      const answer = { criterionKey: key, sawVersion: 0, value: read.value, by, at: now };
      await addEntry(tx, { blocId, sheetId, tableId, ...answer });
    }
    await submitSheet(tx, { blocId, id: sheetId }, by, now);
    await addMove(tx, { id: sheetId, tableId }, { seq: 1, kind: 'sent' }, { blocId, unitId, by, at: now });
  });
}
