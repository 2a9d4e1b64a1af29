import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { brokenHere, brokenInvariants } from '../../db/invariants.ts';
import { enterBloc } from '../../db/tx.ts';
import type { Invariant } from '../../src/core/invariants.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { leadChat } from '../support/lead-chat.ts';

const database = await testDatabase();
const { room, blocs } = await blocRoom(database);
const { say, press } = leadChat(room);
const [blocId = 0] = blocs;

async function vote(person: string, label: string): Promise<void> {
  const full = await press(await say('/bo_phieu', person), label, person);
  await press(full, 'Bỏ phiếu', person);
}

test('of a bloc that has lived everything holds', async () => {
  await say('/nop_bao_cao tháng', 'mai');
  await press(await say('15/BC-TYT ngày 8/6/2026', 'mai'), 'Xác nhận', 'mai');
  await press(await say('/phan_anh Mạng yếu', 'ha'), 'Gửi: khó khăn', 'ha');
  await press(await say('/binh_xet Thông qua kế hoạch'), 'Mở bỏ phiếu kín');
  for (const person of ['tuan', 'ha', 'thang']) await vote(person, 'Đồng ý');
  await press(await press(await say('/binh_xet 1'), 'Kết thúc'), 'Kết thúc ngay');
  expect(await brokenInvariants(database.app.db)).toEqual([]);
});

const person = sql`(select person_id from account where user_id = 'mai')`;
/** What no constraint of the database would have let through, done behind its back. */
const damage: Record<Invariant, ReturnType<typeof sql>> = {
  audit_chain: sql`update audit set detail = '{"x": 1}' where seq = 2`,
  submission_versions: sql`update submission set version = 3`,
  submission_season: sql`update submission set season_id = gen_random_uuid()`,
  obligation_season: sql`update obligation set season_id = gen_random_uuid()
    where id not in (select obligation_id from submission)`,
  deadline_revisions: sql`delete from deadline_revision where deadline_id = (select min(id::text)::uuid from deadline)`,
  one_lead: sql`update unit_role set role = 'lead'`,
  person_blocs: sql`update person set bloc_ids = '{}' where id = ${person}`,
  numbers: sql`update counter set value = 0 where name = 'receipt'`,
  ballot_box: sql`update ballot_box set voted = voted || '["stranger"]'`,
  ballot_counts: sql`update ballot_box set papers = '["n", "y", "y"]'`,
  feedback_entries: sql`delete from feedback_entry`,
  erased_persons: sql`update person set erased_at = now() where id = ${person}`,
};

class Undo extends Error {}

test.each(Object.entries(damage))('%s: seen when it does not hold, and nothing else', async (name, act) => {
  let found: string[] = [];
  const tried = database.owner.db.transaction(async tx => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(act);
    await enterBloc(tx, blocId);
    found = (await brokenHere(tx, blocId)).map(one => one.invariant);
    throw new Undo();
  });
  await expect(tried).rejects.toThrow(Undo);
  expect(found.filter(one => one !== name && name !== 'erased_persons')).toEqual([]);
});
