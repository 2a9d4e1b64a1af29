import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { decide } from '../../db/reports.ts';
import { recordSubmission } from '../../db/submissions.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const { room, blocs } = await blocRoom(database);
const [blocId = 0] = blocs;
const now = new Date('2026-06-08T03:00:00Z');

async function handedIn(person: string, document: string) {
  await room.say(person, person, '/nop_bao_cao tháng');
  const review = (await room.say(person, person, document)).at(-1);
  if (review) await room.press(person, review, 'Xác nhận');
  const [row] = await database.owner.db.execute(
    sql`select obligation_id as id, season_id as season, submitted_by as by from submission order by receipt_no desc limit 1`,
  );
  return { obligationId: String(row?.id), seasonId: String(row?.season), by: String(row?.by) };
}
const inBloc = <Result>(task: (tx: Tx) => Promise<Result>) =>
  database.app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    return task(tx);
  });
const seen = { version: 1, standing: 'received' as const, kind: 'sent_back' as const, reason: 'thiếu biểu' };

test('of several who decide in the same moment exactly one is first', async () => {
  const { obligationId, by } = await handedIn('ha', '31/BC-VHXH ngày 8/6/2026');
  const one = () => inBloc(tx => decide(tx, { ...seen, blocId, obligationId, madeBy: by, madeAt: now }));
  const outcomes = await Promise.all([one(), one(), one(), one()]);
  expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'changed', 'done']);
});

test('a decision waits for a version that is being handed in, and is not made on the old one', async () => {
  const { obligationId, seasonId, by } = await handedIn('mai', '15/BC-TYT ngày 8/6/2026');
  let outcome: Promise<string> | undefined;
  await inBloc(async tx => {
    await recordSubmission(tx, {
      blocId,
      seasonId,
      obligationId,
      replaces: 1,
      documentNumber: '16/BC-TYT',
      documentDate: null,
      summary: null,
      files: [],
      sentAt: now,
      receivedAt: now,
      submittedBy: by,
    });
    outcome = inBloc(inner => decide(inner, { ...seen, blocId, obligationId, madeBy: by, madeAt: now }));
    await expect
      .poll(async () => {
        const [row] = await database.owner.db.execute(
          sql`select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
            where not l.granted and a.datname = current_database()`,
        );
        return row?.n;
      })
      .toBe(1);
  });
  expect(await outcome).toBe('changed');
});
