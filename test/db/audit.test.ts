import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { appendAudit, type Tampering, verifyAudit } from '../../db/audit.ts';
import { enterBloc } from '../../db/tx.ts';
import { testDatabase } from '../support/database.ts';
import { size } from '../support/size.ts';

const database = await testDatabase();
const ROWS = size(2_000, 100_000);
const BLOC = 1;
const CHUNK = 500;

const inBloc = <T>(
  run: (tx: Parameters<Parameters<typeof database.app.db.transaction>[0]>[0]) => Promise<T>,
) =>
  database.app.db.transaction(async tx => {
    await enterBloc(tx, BLOC);
    return run(tx);
  });

beforeAll(async () => {
  await inBloc(async tx => {
    await tx.execute(sql`insert into bloc (bloc_id, name, label, level, council_name, council_area, settings, created_at)
      values (${BLOC}, 'Khối', 'khối', 'xã', 'HĐTĐKT', 'Hải Phòng', '{}', now())`);
    await appendAudit(tx, [
      {
        blocId: BLOC,
        at: new Date(),
        actor: null,
        action: 'bloc.loaded',
        subject: 'bloc',
        subjectId: '1',
        detail: {},
      },
    ]);
  });
  // In many transactions: within one, every row would walk all earlier versions of the chain's head.
  for (let from = 2; from <= ROWS; from += CHUNK)
    await inBloc(tx =>
      tx.execute(sql`insert into audit (bloc_id, at, actor, action, subject, subject_id, detail)
        select ${BLOC}, now(), null, 'score.entered', 'sheet', n::text, jsonb_build_object('version', n)
        from generate_series(${from}::int, ${Math.min(from + CHUNK - 1, ROWS)}::int) n`),
    );
}, 120_000);

/** What an intruder with the server's own rights does, undone after the look. */
async function tamper(act: string): Promise<Tampering | null> {
  let found: Tampering | null = null;
  await database.owner.db
    .transaction(async tx => {
      await tx.execute(sql`alter table audit disable trigger user`);
      await tx.execute(sql`select set_config('tlk.bloc_id', ${String(BLOC)}, true)`);
      await tx.execute(sql.raw(act));
      found = await verifyAudit(tx);
      throw new Error('undo');
    })
    .catch(error => {
      if (error.message !== 'undo') throw error;
    });
  return found;
}

test('an untouched chain holds', async () => {
  expect(await inBloc(verifyAudit)).toBeNull();
});

const middle = Math.floor(ROWS / 2);

test('a flipped byte is found and its row named', async () => {
  expect(await tamper(`update audit set detail = '{"version": 0}' where seq = ${middle}`)).toEqual({
    seq: middle,
    why: 'changed',
  });
  expect(
    await tamper(`update audit set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where seq = ${middle}`),
  ).toEqual({ seq: middle, why: 'changed' });
  expect(await tamper(`update audit set at = at + interval '1 s' where seq = 1`)).toEqual({
    seq: 1,
    why: 'changed',
  });
});

test('a deleted row is found and named, at the head, in the middle and at the end', async () => {
  for (const seq of [1, middle])
    expect(await tamper(`delete from audit where seq = ${seq}`)).toEqual({ seq, why: 'missing' });
  expect(await tamper(`delete from audit where seq = ${ROWS}`)).toEqual({ seq: ROWS, why: 'cut' });
});

test('two swapped rows are found', async () => {
  const swap = `update audit set seq = case seq when ${middle} then -${middle + 1} else -${middle} end where seq in (${middle}, ${middle + 1});
    update audit set seq = -seq where seq < 0`;
  expect(await tamper(swap)).toEqual({ seq: middle, why: 'changed' });
});

test('not even the server’s own login changes a row while the guard stands', async () => {
  await expect(
    database.owner.db.execute(sql`update audit set action = 'x' where bloc_id = ${BLOC}`),
  ).rejects.toThrow();
  await expect(database.owner.db.execute(sql`truncate audit`)).rejects.toThrow();
});
