import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { secrecyMarking } from '../../src/text/secrecy.ts';
import { blocRoom } from '../support/bloc-room.ts';
import { testDatabase } from '../support/database.ts';
import { drawnSeed } from '../support/seed.ts';
import { shuffled } from '../support/shuffle.ts';
import { size } from '../support/size.ts';

const SEED = drawnSeed();
const database = await testDatabase();
const { engine } = await blocRoom(database);
const { sql } = database.owner;

const markings = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'M Ậ T', 'T U Y Ệ T  M Ậ T', 'Độ mật: Tối mật', '(Mật)'];
/** A chat's events go one after the other, those of several side by side. */
const writers = ['lan', 'dung', 'tuan', 'binh', 'ha', 'phuc', 'anh', 'mai', 'thang', 'linh'];
const forms = [(text: string) => text.normalize('NFC'), (text: string) => text.normalize('NFD')];
/** Ways in which words and names reach the assistant from any messenger. */
const ways = {
  text: (text: string) => ({ kind: 'message', text, files: [] }),
  caption: (text: string) => ({
    kind: 'message',
    text,
    files: [{ ref: 'f-x', name: 'a.pdf', mime: 'application/pdf', size: 3 }],
  }),
  'file name': (text: string) => ({
    ...{
      kind: 'message',
      text: '',
      files: [{ ref: 'f-x', name: `${text}.pdf`, mime: 'application/pdf', size: 3 }],
    },
  }),
  edit: (text: string) => ({ kind: 'edit', messageId: 'm1', text }),
} as const;

/** Every command, with its marking on a line of its own, behind its words, or before them. */
const places = [
  (line: string, marking: string, canary: string) => `${line} ${canary}\n${marking}`,
  (line: string, marking: string, canary: string) => `${line} ${marking}\n${canary}`,
  (line: string, marking: string, canary: string) => `${marking}\n${line} ${canary}`,
];
const cases = commands.flatMap(({ name }) =>
  markings.flatMap(marking =>
    forms.flatMap(form =>
      Object.keys(ways).flatMap(way =>
        places.map((place, n) => ({ name, marking, form, way: way as keyof typeof ways, place, n })),
      ),
    ),
  ),
);

/** What is written to the assistant in a case, `canary` being the words that must not be kept. */
function written({ name, marking, form, way, place }: (typeof cases)[number], canary: string): string {
  const line = way === 'file name' ? name : `/${name}`;
  const text = place(line, form(marking), canary);
  return way === 'file name' ? text.replaceAll('\n', ' - ') : text;
}

test('every marking is seen beside every command', () => {
  const unseen = cases.map(one => written(one, 'zcanary0z')).filter(text => secrecyMarking(text) === null);
  expect(unseen).toEqual([]);
});

test(`whatever is marked secret is refused before anything is stored, for every command and by every way (seed ${SEED})`, {
  timeout: 900_000,
}, async () => {
  const drawn = shuffled(cases, SEED).items.slice(0, size(60, cases.length));
  const events = drawn.map((one, n) => {
    const what = ways[one.way](written(one, `zcanary${n}z`));
    const key = `secret-${n}`;
    const who = writers[n % writers.length] ?? '';
    const raw = {
      ...{ key, from: { id: who, name: who }, at: '2026-06-08T00:55:00.000Z' },
      ...{
        chat: { id: who, kind: 'private', title: who },
        what: { replyTo: null, id: `m${n}`, ...what },
      },
    };
    return { address: { platform: 'room' as const, botId: 'room', chatId: who }, eventKey: key, raw };
  });
  await engine.intake.store(events);
  await engine.settle(600_000);
  const [kept] = await sql<{ n: number; secret: number; done: number }[]>`
    select count(*) filter (where raw is not null)::int as n, count(*)::int as done,
      (select count(*)::int from outbox where body::text like '%không tiếp nhận tài liệu có độ mật%') as secret
    from inbox where event_key like 'secret-%'`;
  expect(kept).toMatchObject({ n: 0, done: drawn.length, secret: drawn.length });
  const tables = await sql<{ name: string }[]>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ n: number }[]>(
      `select count(*)::int as n from "${name}" t where t::text ~ 'zcanary'`,
    );
    expect(row?.n, name).toBe(0);
  }
});

test.each(commands.map(command => command.example))('“%s” is no secret', async example => {
  const key = `plain-${example}`;
  const raw = {
    ...{ key, from: { id: 'linh', name: 'Linh' }, at: '2026-06-08T00:55:00.000Z' },
    chat: { id: 'linh', kind: 'private', title: 'Linh' },
    what: {
      kind: 'message',
      id: 'm1',
      text: `${example} bảo mật, bí mật kinh doanh`,
      files: [],
      replyTo: null,
    },
  };
  await engine.intake.store([
    { address: { platform: 'room', botId: 'room', chatId: 'linh' }, eventKey: key, raw },
  ]);
  const [row] = await sql`select state from inbox where event_key = ${key}`;
  expect(row?.state).not.toBe('secret');
});
