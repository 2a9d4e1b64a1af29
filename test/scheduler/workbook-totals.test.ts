import { sql } from 'drizzle-orm';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { enteredBloc } from '../../db/blocs.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { enterBloc, rows } from '../../db/tx.ts';
import { dayOf } from '../../src/core/day.ts';
import { loadText } from '../../src/load/load-text.ts';
import { exportScores } from '../../src/scheduler/export-scores.ts';
import { testDatabase } from '../support/database.ts';
import { size } from '../support/size.ts';

const UNITS = size(5, 60);
const GROUPS = 12;
const PER_GROUP = size(4, 40);
const now = new Date('2026-12-10T02:00:00Z');

const database = await testDatabase();
const { app, system, owner } = database;

/** `=1+1` among the names: none of them may become a formula. */
const bloc = {
  council: { name: 'Hội đồng', area: 'tỉnh', level: 'tỉnh' },
  bloc: { name: '=1+1' },
  units: Array.from({ length: UNITS }, (_, n) => ({
    ...{ name: `-5 Đơn vị ${n + 1}`, role: n === 0 ? 'lead' : n === 1 ? 'deputy' : 'member' },
  })),
  persons: [{ name: '+84', unit: '-5 Đơn vị 1', role: 'contact', room: { user: 'an' } }],
  score_table: {
    ...{ name: '@x', max: GROUPS * PER_GROUP * 10 },
    criteria: Array.from({ length: GROUPS }, (_, g) => ({
      ...{ no: `${g + 1}`, name: `=cmd|${g}`, max: PER_GROUP * 10 },
      children: Array.from({ length: PER_GROUP }, (_, k) => ({
        ...{ no: `${g + 1}.${k + 1}`, name: `Tiêu chí ${k}`, max: 10 },
      })),
    })),
  },
};

const sumRow = z.object({ name: z.string(), self: z.number(), verified: z.number(), final: z.number() });

/** A whole sheet of each unit, then each criterion verified with other points, then a third time. */
async function fill(): Promise<void> {
  const { db } = owner;
  await db.execute(sql`insert into sheet (bloc_id, season_id, id, table_id, unit_id, stage, created_at)
    select t.bloc_id, t.season_id, gen_random_uuid(), t.id, u.id, 'self', now() from score_table t join unit u using (bloc_id)`);
  const leaf = sql`sheet s join criterion c on c.bloc_id = s.bloc_id and c.table_id = s.table_id and c.rule is not null
    join unit u on u.bloc_id = s.bloc_id and u.id = s.unit_id cross join (select id from person limit 1) p`;
  await db.execute(sql`insert into score_entry (bloc_id, sheet_id, table_id, criterion_key, version, value, points, entered_by, entered_at)
    select s.bloc_id, s.id, s.table_id, c.key, 1, 'points', (u.position * 37 + c.position * 113) % 1001, p.id, now() from ${leaf}`);
  const said = (version: number, stage: string, step: number) =>
    db.execute(sql`insert into verdict (bloc_id, sheet_id, table_id, criterion_key, version, stage, kind, value, entry_version, reason, unit_id, made_by, made_at)
      select s.bloc_id, s.id, s.table_id, c.key, ${version}::int, ${stage}, 'changed', jsonb_build_object('kind', 'points', 'points',
        (u.position * ${step}::int + c.position * 7) % 1001), 1, '=1', (select id from unit o where o.id <> s.unit_id limit 1), p.id, now()
      from ${leaf}`);
  await said(1, 'verified', 41);
  await said(2, 'final', 59);
}

test('the workbook’s totals are those of the database, to the hundredth, and no text is a formula', async () => {
  await loadHolidays(system.db);
  const loaded = await loadText(JSON.stringify(bloc), { app: app.db, system: system.db, now, room: true });
  if (loaded.kind !== 'done' || loaded.outcome.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
  const { blocId } = loaded.outcome;
  await fill();
  const sums = await rows(
    owner.db,
    sumRow,
    sql`select u.name, sum(e.points)::int as self,
      sum((select (value->>'points')::int from verdict v where v.bloc_id = s.bloc_id and v.sheet_id = s.id and v.criterion_key = e.criterion_key and v.version = 1))::int as verified,
      sum((select (value->>'points')::int from verdict v where v.bloc_id = s.bloc_id and v.sheet_id = s.id and v.criterion_key = e.criterion_key and v.version = 2))::int as final
      from unit u join sheet s on s.bloc_id = u.bloc_id and s.unit_id = u.id
      join score_entry e on e.bloc_id = s.bloc_id and e.sheet_id = s.id group by u.name, u.position order by u.position`,
  );
  const [counted] = await rows(
    owner.db,
    z.object({ n: z.number() }),
    sql`select ((select count(*) from score_entry) + (select count(*) from verdict))::int as n`,
  );
  expect(counted?.n).toBe(UNITS * GROUPS * PER_GROUP * 3);

  const sha256 = await app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const seasonId = (await enteredBloc(tx, dayOf(now)))?.seasonId ?? '';
    const chat = { platform: 'room', botId: 'room', chatId: 'an', kind: 'private' } as const;
    const item = { kind: 'export', key: 'k', at: now, seasonId, personId: '', chat } as const;
    const made = await exportScores(tx, blocId, { ...item, what: 'score_workbook' }, now);
    return 'file' in made ? made.file?.sha256 : undefined;
  });
  const [file] = await owner.db.execute<{ bytes: Uint8Array }>(
    sql`select bytes from file where sha256 = ${sha256}`,
  );
  const [all, first] = await readXlsxFile(Buffer.from(file?.bytes ?? []));
  const told = (all?.data ?? []).filter(row => typeof row[2] === 'number').map(row => row.slice(1, 5));
  expect(told).toEqual(sums.map(one => [one.name, one.self / 100, one.verified / 100, one.final / 100]));
  expect(String(all?.data[0]?.[0])).toContain('=1+1');
  expect(first?.data.some(row => row[1] === '=cmd|0')).toBe(true);
});
