import { beforeAll, expect, test } from 'vitest';
import { addDue, claimDue, finishDue } from '../../db/due.ts';
import { testDatabase } from '../support/database.ts';
import { vn } from '../support/reminders.ts';

const { app } = await testDatabase();
const now = vn('2026-06-08 08:00');
const kinds = ['remind', 'nudge'];
const keysOf = (rows: { key: string }[]) => rows.map(row => row.key);

beforeAll(() => addDue(app.db, 1, { kind: 'remind', key: 'remind:1', at: now }));

test('while one process has a bloc’s rows in hand, another gets none of them, not even those that came since', async () => {
  await app.db.transaction(async one => {
    expect(keysOf(await claimDue(one, 1, kinds, now))).toEqual(['remind:1']);
    // As a process that is half-way through locking has not yet locked the next row.
    await addDue(app.db, 1, { kind: 'nudge', key: 'nudge:1', at: now });
    expect(keysOf(await app.db.transaction(other => claimDue(other, 1, kinds, now)))).toEqual([]);
  });
  const after = await app.db.transaction(other => claimDue(other, 1, kinds, now));
  expect(keysOf(after)).toEqual(['remind:1', 'nudge:1']);
});

test('rows of another bloc or of other kinds are free meanwhile', async () => {
  await addDue(app.db, 2, { kind: 'remind', key: 'remind:2', at: now });
  await addDue(app.db, 1, { kind: 'export', key: 'export:1', at: now });
  await app.db.transaction(async one => {
    await claimDue(one, 1, kinds, now);
    await app.db.transaction(async other => {
      expect(keysOf(await claimDue(other, 2, kinds, now))).toEqual(['remind:2']);
      expect(keysOf(await claimDue(other, 1, ['export'], now))).toEqual(['export:1']);
    });
  });
});

test('what is done is not claimed again, and is not planned again under its key', async () => {
  const first = await app.db.transaction(async tx => {
    const rows = await claimDue(tx, 2, kinds, now);
    await finishDue(
      tx,
      rows.map(row => row.id),
      now,
    );
    return rows;
  });
  expect(first).toHaveLength(1);
  await addDue(app.db, 2, { kind: 'remind', key: 'remind:2', at: now });
  expect(await app.db.transaction(tx => claimDue(tx, 2, kinds, now))).toEqual([]);
});
