import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { drawnSeed } from '../../support/seed.ts';
import { shuffled } from '../../support/shuffle.ts';
import { size } from '../../support/size.ts';
import { stubPeople } from '../../support/stub-people.ts';
import { zaloBot } from '../../support/zalo/bot.ts';

const AT = new Date('2026-06-08T02:00:00Z');
const SEED = drawnSeed();
const database = await testDatabase();
const zalo = await zaloBot(database, { at: AT });
const { bot, engine } = zalo;
const { db } = database.owner;
let group = '';

beforeAll(async () => {
  await stubPeople(database, AT);
  await db.execute(sql`update account set platform = 'room', bot_id = 'room'`);
  await db.execute(sql`update chat_binding set platform = 'room', bot_id = 'room'`);
  await zalo.moveIn();
  [group = ''] = zalo.world.groups.keys();
});

const markings = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'M Ậ T', 'T Ố I  M Ậ T', 'Độ mật: Tuyệt mật', '(Mật)'];
const forms = [(text: string) => text.normalize('NFC'), (text: string) => text.normalize('NFD')];
const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]);
/** Ways in which words reach the bot on Zalo, and where it answers. */
const ways: Record<string, (text: string) => Promise<unknown>> = {
  'in private': text => zalo.says('ha', 'ha', text),
  'after a mention': text => zalo.says('ha', group, text, { mentions: true }),
  'as an answer in the group': text => zalo.says('ha', group, text, { answers: true }),
  'under a picture': text => zalo.showsPicture('ha', 'ha', PICTURE, text),
  'under a picture in the group': text => zalo.showsPicture('ha', group, PICTURE, text, { mentions: true }),
};
const cases = markings.flatMap(marking =>
  forms.flatMap(form => Object.keys(ways).map(way => ({ marking: form(marking), way }))),
);

/** Tables in which a word stands, whatever the column. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await db.execute(sql`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.execute(
      sql`select count(*)::int as n from ${sql.identifier(String(name))} t where t::text ~ ${word}`,
    );
    if (Number(row?.n) > 0) found.push(String(name));
  }
  return found;
}

test(`what is marked secret on Zalo is refused and kept nowhere (seed ${SEED})`, async () => {
  const drawn = shuffled(cases, SEED).items.slice(0, size(20, cases.length));
  const before = bot.sent.length;
  for (const [n, { marking, way }] of drawn.entries())
    await ways[way]?.(`${marking}\nBáo cáo số 12, zcanary${n}z`);
  await engine.settle(120_000);
  const refusals = bot.sent.slice(before).filter(one => one.text.includes('độ mật'));
  expect(refusals).toHaveLength(drawn.length);
  expect(await tablesWith('zcanary')).toEqual([]);
  const [row] = await db.execute(
    sql`select count(*)::int as n from inbox where state = 'secret' or raw is null`,
  );
  expect(row?.n).toBe(drawn.length);
});

test('a document by the upload page is refused by its name, its words and its first lines', async () => {
  const asked = await zalo.say('thang', 'thang', '/nop_bao_cao tháng');
  const [url = ''] = /http:\S+\/l\/\S+/.exec(asked) ?? [];
  const upload = (name: string, text: string) =>
    fetch(`${url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', body: text });
  for (const form of forms)
    for (const marking of markings.slice(0, size(2, markings.length)).map(form)) {
      expect((await upload(`zcanary ${marking}.txt`, 'Báo cáo tháng')).status, marking).toBe(422);
      expect((await upload('bao-cao.txt', `UBND XÃ\n${marking}\nzcanary`)).status, marking).toBe(422);
    }
  expect((await upload('bao-cao.txt', 'Báo cáo công tác bảo mật, bí mật kinh doanh')).status).toBe(201);
  expect(await tablesWith('zcanary')).toEqual([]);
});

test('what Zalo tells of things that are not handed over is kept without their words', async () => {
  const post = (event_name: string, more: object) =>
    fetch(bot.webhook?.url ?? '', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Bot-Api-Secret-Token': bot.webhook?.secret ?? '',
      },
      body: JSON.stringify({
        event_name,
        message: {
          ...{ message_id: `m-${event_name}`, date: AT.getTime(), ...more },
          from: { id: 'mai', display_name: 'Mai' },
          chat: { id: 'mai', chat_type: 'PRIVATE' },
        },
      }),
    });
  const words = 'TUYỆT MẬT\nzcanary';
  for (const name of ['message.link.received', 'message.unsupported.received', 'message.voice.received'])
    expect((await post(name, { text: words, caption: words, link: { title: words } })).status).toBe(200);
  expect((await post('message.text.received', { text: 'hạn', quote: { text: words } })).status).toBe(200);
  await engine.settle();
  expect(await tablesWith('zcanary')).toEqual([]);
});
