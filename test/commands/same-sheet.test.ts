import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../db/project-root.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { plain, type RoomClient, type RoomMessage } from '../support/room-client.ts';
import { size } from '../support/size.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PEOPLE = Array.from({ length: size(12, 50) }, (_, n) => `nguoi-${n}`);
const SCORES = ['18', '11,5', '7', '9,5', '7', '6', '8', '5', '4,5', '5', '5', '2,5'];
const TOTAL = 8900;

const sample = z.looseObject({ persons: z.array(z.looseObject({})) });

/** The sample, one unit of which has so many contacts. */
async function crowdedBloc(): Promise<string> {
  const bloc = sample.parse(
    JSON.parse(await readFile(join(projectRoot(), 'examples/khoi-mau.json'), 'utf8')),
  );
  const crowd = PEOPLE.map((user, n) => ({
    ...{ name: `Nguyễn Văn ${n + 1}`, unit: 'Trạm Y tế', role: 'contact', room: { user } },
  }));
  const path = join(await temporaryFolder(), 'khoi.json');
  await writeFile(path, JSON.stringify({ ...bloc, persons: [...bloc.persons, ...crowd] }));
  return path;
}

const database = await testDatabase();
const { room } = await blocRoom(database, { files: [await crowdedBloc()] });
/** A second process's worth of the bot over the same database. */
const { room: other } = await blocRoom(database, { files: [] });
const read = (messages: readonly RoomMessage[]) => messages.map(plain).join('\n');
const roomOf = (n: number): RoomClient => (n % 2 === 0 ? room : other);

const countSchema = z.tuple([z.object({ entries: z.number(), sent: z.number(), points: z.number() })]);
async function counted() {
  const found = await database.owner.db.execute(sql`select
    (select count(*)::int from score_entry) as entries,
    (select count(*)::int from sheet_move where kind = 'sent') as sent,
    (select coalesce(sum(points), 0)::int from (select distinct on (criterion_key) points from score_entry
      order by criterion_key, version desc) held) as points`);
  return countSchema.parse([...found])[0];
}

test('many send the same sheet while the lead closes: one wins at most, the rest are told so, nothing is written after', async () => {
  const [first = ''] = PEOPLE;
  await room.say(first, first, '/cham_diem');
  for (const score of SCORES) await room.say(first, first, score);
  const asked = await Promise.all(PEOPLE.map(person => room.say(person, person, '/cham_diem')));

  const half = Math.floor(PEOPLE.length / 2);
  const answers = await Promise.all([
    ...PEOPLE.slice(0, half).map((person, n) => send(person, n, asked)),
    room.say('lan', 'lan', '/cong_bo khóa tự chấm'),
    ...PEOPLE.slice(half).map((person, n) => send(person, half + n, asked)),
  ]);
  const said = answers.map(read).filter((_, n) => n !== half);
  const won = said.filter(text => text.startsWith('Đã gửi bản chấm của Trạm Y tế xã'));
  const { entries, sent, points } = await counted();
  expect(won.length).toBeLessThanOrEqual(1);
  expect(sent).toBe(won.length);
  for (const text of said) expect(text).toMatch(/Đã gửi bản chấm của|đã gửi bản chấm|đã khóa phần tự chấm/);
  expect(entries).toBe(SCORES.length);
  expect(points).toBe(TOTAL);
  expect(read(await room.say('lan', 'lan', '/diem'))).toContain('Trạm Y tế xã | 89/100');

  for (const [n, person] of PEOPLE.slice(0, 6).entries()) await roomOf(n).say(person, person, '3');
  expect(await counted()).toEqual({ entries, sent, points });
});

async function send(person: string, n: number, asked: readonly RoomMessage[][]): Promise<RoomMessage[]> {
  const under = asked[n]?.at(-1);
  if (!under) throw new Error(`nothing was asked of ${person}`);
  return roomOf(n).press(person, under, 'Gửi bản chấm');
}
