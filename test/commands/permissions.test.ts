import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import type { Authority } from '../../src/core/bloc.ts';
import type { Line } from '../../src/core/message.ts';
import { type Permission, type Place, permissionOf } from '../../src/core/permissions.ts';
import { turnText } from '../../src/text/turn.ts';
import { testDatabase } from '../support/database.ts';
import { size } from '../support/size.ts';
import { type Mark, marks, twoBlocs } from '../support/two-blocs.ts';

const BOTH = 'Phạm Thị Thu Hà';
const database = await testDatabase();
const { sql } = database.owner;
const { room } = await twoBlocs(database, BOTH);
const [alpha, beta] = marks;

interface Seat {
  person: string;
  authority: Authority;
  place: Place;
  bloc: Mark;
  paired: boolean;
}

const seat = (
  bloc: Mark,
  person: string,
  authority: Authority,
  place: Place,
  paired = authority !== 'stranger',
) => ({
  bloc,
  person,
  authority,
  place,
  paired,
});

/** Mrs Hà is a contact in one bloc and the lead's clerk in the other; `nguyet` and `lan` lead one and sit in both groups. */
const seats: Seat[] = (['private', 'group'] as const).flatMap(place => [
  seat(alpha, 'linh', 'stranger', place),
  seat(alpha, 'binh', 'member', place),
  seat(alpha, 'mai', 'contact', place),
  seat(alpha, 'lan', 'lead', place),
  seat(alpha, 'dung', 'lead', place),
  seat(alpha, 'ha', 'contact', place),
  seat(beta, 'khanh', 'contact', place),
  seat(beta, 'nguyet', 'lead', place),
  seat(beta, 'ha', 'lead', place),
  ...(place === 'group'
    ? [
        seat(alpha, 'nguyet', 'stranger', place, true),
        seat(beta, 'lan', 'stranger', place, true),
        seat(beta, 'linh', 'stranger', place),
      ]
    : []),
]);
/** Each command from every sixth seat, beginning with another one each time; at gate size from all. */
const SHARE = size(6, 1);
const seatsFor = (command: Command) => seats.filter((_, n) => (n + commands.indexOf(command)) % SHARE === 0);
const groupOf = { [alpha]: 'khoi-1', [beta]: 'khoi-2' };
/** Whose words a private chat may hold; the people of neither list are of the first bloc. */
const homes: Record<string, Mark[]> = { ha: [alpha, beta], linh: [] };
for (const person of ['nguyet', 'dang', 'thu', 'khanh', 'trang', 'luc', 'huy']) homes[person] = [beta];
/** These go over all of a person's blocs, in private (decision 3). */
const OVER_ALL = ['han', 'toi', 'lich', 'du_lieu_cua_toi', 'xoa_du_lieu'];

const said = z.object({
  seq: z.number(),
  chat: z.string(),
  body: z.looseObject({ lines: z.array(z.array(z.unknown())) }),
});
type Said = z.infer<typeof said>;
let last = 0;

/** Everything the bot has said since, to anybody. */
async function fresh(): Promise<Said[]> {
  const found = await sql`select seq, chat_id as chat, body from room.message
    where seq > ${last} and from_person is null order by seq`;
  const [newest] = await sql<{ seq: number }[]>`select coalesce(max(seq), 0) as seq from room.message`;
  last = newest?.seq ?? last;
  return z.array(said).parse([...found]);
}

const wordsOf = (lines: readonly unknown[][] | readonly Line[]) => JSON.stringify(lines);
const isJust = (messages: Said[], said: { lines: Line[] }) =>
  messages.length === 1 && wordsOf(messages[0]?.body.lines ?? []) === wordsOf(said.lines);

/** What became of it, told from the words alone. */
function outcome(messages: Said[], { person, place, bloc }: Seat, command: Command): Permission | 'nothing' {
  const here = messages.filter(({ chat }) => chat === (place === 'group' ? groupOf[bloc] : person));
  if (isJust(here, turnText.stranger(place))) return 'pair_first';
  if (isJust(here, turnText.notAllowed(command.roles))) return 'not_allowed';
  if (isJust(here, turnText.writePrivately(command.name, 'Trợ lý Khối', null))) return 'write_privately';
  if (isJust(here, turnText.movedToPrivate()))
    return messages.some(({ chat }) => chat === person) ? 'in_private' : 'nothing';
  return here.length > 0 ? 'here' : 'nothing';
}

/** Words of a bloc in a chat where they have no business. */
function leaks(messages: Said[], { person, bloc }: Seat, command: Command): string[] {
  return messages.flatMap(({ chat, body }) => {
    const text = JSON.stringify(body);
    const own = chat === person && OVER_ALL.includes(command.name);
    const [groupBloc] = Object.entries(groupOf).find(([, id]) => id === chat) ?? [];
    const theirs = groupBloc ? [groupBloc] : (homes[chat] ?? [alpha]);
    return marks
      .filter(mark => text.includes(mark) && ((mark !== bloc && !own) || !theirs.includes(mark)))
      .map(mark => `${mark} in ${chat}: ${text.slice(0, 300)}`);
  });
}

/** Whatever changes something is written down. */
async function acts(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*) as n from audit`;
  return row?.n ?? 0;
}
const REFUSED: readonly string[] = ['pair_first', 'not_allowed', 'write_privately', 'nothing'];
/** A plain member asks and is answered, and changes nothing whatever the command. */
const ONLY_READ: readonly Authority[] = ['stranger', 'member'];

const blocIds: Record<Mark, number> = { [alpha]: 1, [beta]: 2 };

test('the two blocs are told apart by their words, and one person is in both', async () => {
  for (const [person, group] of [
    ['nguyet', 'khoi-1'],
    ['lan', 'khoi-2'],
    ['linh', 'khoi-2'],
    ['ha', 'khoi-2'],
  ] as const)
    await sql`insert into room.member (chat_id, person_id) values (${group}, ${person})`;
  await room.say('nguyet', 'nguyet', '/moi thư ký');
  const code = /K2-[\w-]{9}/.exec(JSON.stringify((await fresh()).at(-1)?.body))?.[0] ?? '';
  await room.say('ha', 'ha', code);
  await fresh();
  for (const [person, mark] of [
    ['mai', alpha],
    ['khanh', beta],
  ] as const) {
    await room.say(person, person, '/han');
    expect(JSON.stringify(await fresh())).toContain(mark);
  }
  await room.say('ha', 'ha', '/han');
  const hers = JSON.stringify(await fresh());
  for (const mark of marks) expect(hers).toContain(mark);
});

test.each(commands.map(command => [command.name, command] as const))(
  '/%s: every authority, place and bloc as the table says; nothing of the other bloc, nothing done by who may not',
  { timeout: 60_000 },
  async (_, command) => {
    const found: string[] = [];
    const wanted: string[] = [];
    const leaked: string[] = [];
    const acted: string[] = [];
    for (const one of seatsFor(command)) {
      const { person, place, bloc, authority, paired } = one;
      const chat = place === 'group' ? groupOf[bloc] : person;
      if (person === 'ha' && place === 'private') await room.say('ha', 'ha', `/toi ${blocIds[bloc]}`);
      await fresh();
      const before = await acts();
      await room.say(chat ?? '', person, command.example);
      const messages = await fresh();
      const cell = `${bloc} ${person} (${authority}) ${place}: `;
      const became = outcome(messages, one, command);
      found.push(cell + became);
      wanted.push(cell + permissionOf(command, authority, place, paired));
      leaked.push(...leaks(messages, one, command));
      const mayAct = !REFUSED.includes(became) && !ONLY_READ.includes(authority);
      if (!mayAct && (await acts()) !== before) acted.push(cell);
      // Nothing stays open for the next.
      if (became === 'here') await room.say(chat ?? '', person, '/huy');
      if (became === 'in_private') await room.say(person, person, '/huy');
    }
    expect(found).toEqual(wanted);
    expect(leaked).toEqual([]);
    expect(acted).toEqual([]);
  },
);

test('the words by which a leak would be seen do go out, to their own', async () => {
  const [row] = await sql<{ a: number; b: number }[]>`
    select count(*) filter (where body::text like ${`%${alpha}%`}) as a,
      count(*) filter (where body::text like ${`%${beta}%`}) as b from room.message`;
  expect(row?.a).toBeGreaterThan(commands.length / SHARE);
  expect(row?.b).toBeGreaterThan(commands.length / SHARE);
});
