import { expect, test } from 'vitest';
import { z } from 'zod';
import { closeSeason } from '../../db/hand-over.ts';
import { enterBloc } from '../../db/tx.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';
import { scoringRoom } from '../support/scoring-room.ts';

const database = await testDatabase();
const { room, engine, blocs } = await blocRoom(database);
const { say, press } = leadChat(room);
const { app, owner } = database;
const [blocId = 0] = blocs;

/** Every table that has a row of the season, with the columns that the bot may set anew. */
async function written(): Promise<string[]> {
  const found =
    await owner.sql`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'season_guard' order by 1`;
  return z
    .array(z.object({ name: z.string() }))
    .parse([...found])
    .map(one => one.name);
}

test('every table that leads to a season is guarded', async () => {
  const season = await owner.sql`select distinct t.relname as name from pg_attribute a
    join pg_class t on t.oid = a.attrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind = 'r' and a.attname = 'season_id' and t.relname <> 'season_choice'
    union select distinct c.conrelid::regclass::text from pg_constraint c
    where c.contype = 'f' and c.conrelid::regclass::text <> 'announcement_unit' and c.confrelid in (
      select a.attrelid from pg_attribute a where a.attname = 'season_id' and a.attrelid <> 'season'::regclass)
    order by 1`;
  const names = z.array(z.object({ name: z.string() })).parse([...season]);
  expect(await written()).toEqual(expect.arrayContaining(names.map(one => one.name)));
});

test('of a closed season no row is added, changed or deleted, whoever tries', async () => {
  await scoringRoom(room).score('mai', [
    '18',
    '11,5',
    '7',
    '9.5',
    '7',
    '6',
    '8',
    '5',
    '4,5',
    '5',
    '5',
    '2,5',
  ]);
  await say('/nop_bao_cao tháng', 'mai');
  await press(await say('15/BC ngày 8/6/2026', 'mai'), 'Xác nhận', 'mai');
  await press(await say('/dang_ky Tập thể xuất sắc', 'mai'), 'Ghi', 'mai');
  const held: string[] = [];
  for (const name of await written()) {
    const [row] = await owner.sql`select count(*)::int as n from ${owner.sql(name)}`;
    if (Number(row?.n) > 0) held.push(name);
  }
  expect(held).toEqual(
    expect.arrayContaining(['criterion', 'deadline_revision', 'score_entry', 'sheet_move', 'submission']),
  );
  await app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    const [season] = z
      .array(z.object({ id: z.string() }))
      .parse([...(await tx.execute('select id from season'))]);
    await closeSeason(tx, season?.id ?? '', engine.clock.now());
  });
  for (const name of held) {
    const changed = owner.sql`update ${owner.sql(name)} set bloc_id = bloc_id`;
    if (name !== 'ballot') await expect(changed, name).rejects.toMatchObject({ code: 'TLK04' });
    await expect(owner.sql`delete from ${owner.sql(name)}`, name).rejects.toMatchObject({ code: 'TLK04' });
    const again = owner.sql`insert into ${owner.sql(name)} select * from ${owner.sql(name)} limit 1`;
    await expect(again, name).rejects.toMatchObject({ code: expect.stringMatching(/^TLK0[14]$/) });
  }
});
