import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { blocPeople, loadContext } from '../../db/bloc-context.ts';
import { units } from '../../db/blocs.ts';
import { loadHolidays } from '../../db/calendar.ts';
import { duties } from '../../db/duties.ts';
import { everyBloc } from '../../db/every-bloc.ts';
import { loadBloc } from '../../db/load.ts';
import { roomQueries } from '../../db/room.ts';
import { roomPosts } from '../../db/room-who.ts';
import { seasonTable } from '../../db/scores.ts';
import { enterBloc, type Tx } from '../../db/tx.ts';
import { dayOf } from '../../src/core/day.ts';
import { isHandedIn } from '../../src/core/deadline.ts';
import type { NewBloc } from '../../src/core/new-bloc.ts';
import { loadText } from '../../src/load/load-text.ts';
import { readBlocFile } from '../../src/load/read.ts';
import { sameText } from '../../src/text/fold.ts';
import { testDatabase } from '../support/database.ts';
import { haBacText, sampleText, smallFile } from './sample-file.ts';

const { app, system, owner } = await testDatabase();
const NOW = new Date('2026-11-20T03:00:00.000Z');
const TODAY = dayOf(NOW);

const deps = { app: app.db, system: system.db, now: NOW, room: true };
const load = (file: unknown, changed = {}) =>
  loadText(typeof file === 'string' ? file : JSON.stringify(file), { ...deps, ...changed });

async function loaded(file: unknown, changed = {}): Promise<{ blocId: number; bloc: NewBloc }> {
  const result = await load(file, changed);
  if (result.kind !== 'done' || result.outcome.kind !== 'loaded') throw new Error(JSON.stringify(result));
  return { blocId: result.outcome.blocId, bloc: result.bloc };
}

/** As a turn of that bloc sees it. */
const within = <T>(blocId: number, task: (tx: Tx) => Promise<T>): Promise<T> =>
  app.db.transaction(async tx => {
    await enterBloc(tx, blocId);
    return task(tx);
  });

const contextOf = (tx: Tx, blocId: number) =>
  loadContext(tx, { blocId, personId: null, scope: 'private', today: TODAY });

const countOf = async (query: ReturnType<typeof sql>) => Number([...(await owner.db.execute(query))][0]?.n);

beforeAll(() => loadHolidays(system.db));

describe.each([
  ['the sample', sampleText],
  ['the real bloc', haBacText],
])('%s', (_, text) => {
  let blocId: number;
  let bloc: NewBloc;
  beforeAll(async () => {
    ({ blocId, bloc } = await loaded(text));
  });

  test('reads back with its settings, units and roles', async () => {
    const { context, found } = await within(blocId, async tx => ({
      context: await contextOf(tx, blocId),
      found: await units(tx, TODAY),
    }));
    expect(context).toMatchObject({ name: bloc.name, season: { year: bloc.season.year } });
    expect(found.map(({ name, role }) => ({ name, role }))).toEqual(
      bloc.units.map(({ name, role }) => ({ name, role })),
    );
  });

  test('reads back with everybody in their posts', async () => {
    const people = await within(blocId, tx => blocPeople(tx, TODAY));
    const wanted = bloc.persons.map(({ name, unit, role }) => [name, bloc.units[unit]?.name, role]);
    const posts = people.map(({ personName, unitName, role }) => [personName, unitName, role]);
    expect(posts.toSorted()).toEqual(wanted.toSorted());
  });

  test('reads back with each duty of each obliged party, and no other', async () => {
    const found = await within(blocId, async tx =>
      duties(tx, (await contextOf(tx, blocId))?.season?.id ?? ''),
    );
    const wanted = bloc.deadlines.flatMap(({ title, obliged, only, due, ruleText, recipient }) => {
      const named = bloc.units.filter((_, index) => only?.includes(index) ?? true).map(unit => unit.name);
      const parties = [...(obliged === 'units' ? [] : ['']), ...(obliged === 'bloc' ? [] : named)];
      const dueOn = due.kind === 'dated' ? due.dueOn : null;
      return parties.map(party => [title, party, dueOn, ruleText, recipient]);
    });
    const owed = found.map(({ title, party, dueOn, ruleText, recipient }) => [
      title,
      party.kind === 'unit' ? party.unitName : '',
      dueOn,
      ruleText,
      recipient,
    ]);
    expect(owed.toSorted()).toEqual(wanted.toSorted());
    expect(wanted.length).toBeGreaterThan(bloc.units.length);
  });

  test('reads back with the very same score table', async () => {
    const table = await within(blocId, async tx =>
      seasonTable(tx, (await contextOf(tx, blocId))?.season?.id ?? ''),
    );
    expect(table?.table).toEqual(bloc.table);
  });

  test('is planned, and its log begun', async () => {
    const waiting = await countOf(sql`select count(*) as n from due where bloc_id = ${blocId}`);
    expect(waiting).toBeGreaterThan(0);
    const log = await within(blocId, async tx => [...(await tx.execute(sql`select action from audit`))]);
    expect(log).toEqual([{ action: 'bloc.loaded' }]);
    expect(await within(blocId, verifyAudit)).toBeNull();
  });

  test('seats its people and its group in the demo room', async () => {
    const room = roomQueries(system.db);
    const chats = await room.chats();
    const members = await room.members();
    const users = bloc.persons.map(person => person.roomUser);
    const guests = bloc.roomGroup?.guests.map(guest => guest.user) ?? [];
    const group = `khoi-${blocId}`;
    expect(chats).toContainEqual({ id: group, kind: 'group', title: bloc.roomGroup?.title });
    const inGroup = members.filter(member => member.chatId === group).map(member => member.personId);
    expect(inGroup.toSorted()).toEqual([...users, ...guests].toSorted());
    const posts = await app.db.transaction(tx => roomPosts(tx, inGroup, TODAY));
    expect(posts.map(post => post.userId).toSorted()).toEqual(users.toSorted());
  });

  test('a second load is refused, however the name is spelt, and changes nothing', async () => {
    const before = await countOf(sql`select count(*) as n from person`);
    const again = JSON.parse(text);
    again.bloc.name = bloc.name.toUpperCase().normalize('NFD');
    expect(await load(again)).toMatchObject({ kind: 'done', outcome: { kind: 'exists', blocId } });
    expect(await countOf(sql`select count(*) as n from person`)).toBe(before);
  });
});

test('a person of one bloc sees nothing of another', async () => {
  const [first, second] = await app.db.transaction(everyBloc);
  if (!first || !second) throw new Error('two blocs were loaded');
  const seen = await within(first.blocId, async tx => ({
    names: (await tx.execute(sql`select name from bloc`)).map(row => row.name),
    people: (await blocPeople(tx, TODAY)).length,
    foreign: [...(await tx.execute(sql`select 1 from unit where bloc_id = ${second.blocId}`))].length,
  }));
  expect(seen).toEqual({ names: [first.name], people: 9, foreign: 0 });
  const nowhere = await app.db.transaction(async tx => [
    ...(await tx.execute(sql`select 1 from obligation`)),
  ]);
  expect(nowhere).toEqual([]);
});

test('one person may act in two blocs, another of the same room name may not', async () => {
  const lan = { unit: 'Phòng Hai', role: 'contact', room: { user: 'lan' } };
  const other = smallFile({ persons: [{ ...lan, name: 'Trần Văn Lan' }] });
  const before = await app.db.transaction(everyBloc);
  expect(await load(other)).toMatchObject({
    outcome: { kind: 'account_taken', user: 'lan', known: 'Nguyễn Thị Hồng Lan' },
  });
  expect(await app.db.transaction(everyBloc)).toEqual(before);
  const { blocId } = await loaded(smallFile({ persons: [{ ...lan, name: 'Nguyễn Thị Hồng Lan' }] }));
  const [row] =
    await owner.sql`select bloc_ids, current_bloc_id from person p join account a on a.person_id = p.id
    where a.user_id = 'lan'`;
  expect(row?.bloc_ids).toHaveLength(2);
  expect(row?.bloc_ids).toContain(blocId);
  expect(row?.current_bloc_id).not.toBe(blocId);
});

test('the same bloc in another year is another load', async () => {
  const file = smallFile({ bloc: { name: 'Khối nhiều năm' }, season: { year: 2026 } });
  const first = await loaded(file);
  const next = await loaded({ ...file, season: { year: 2027 } });
  expect(next.blocId).toBeGreaterThan(first.blocId);
  // Loaded before its season begins, it works at once.
  const found = await within(next.blocId, async tx => ({
    units: await units(tx, TODAY),
    context: await contextOf(tx, next.blocId),
  }));
  expect(found.units).toHaveLength(2);
  expect(found.context?.season?.year).toBe(2027);
});

test('with the room switched off nobody gets an account there', async () => {
  const file = smallFile({
    bloc: { name: 'Khối không phòng thử' },
    persons: [{ name: 'Hoa', unit: 'P2', role: 'contact', room: { user: 'hoa' } }],
    room_group: { title: 'Nhóm' },
  });
  const { blocId } = await loaded(file, { room: false });
  expect(await within(blocId, tx => blocPeople(tx, TODAY))).toMatchObject([{ personName: 'Hoa' }]);
  expect(await countOf(sql`select count(*) as n from account where user_id = 'hoa'`)).toBe(0);
  expect(await countOf(sql`select count(*) as n from chat_binding where bloc_id = ${blocId}`)).toBe(0);
});

test('an event is kept, but nobody owes it', async () => {
  const deadlines = [{ title: 'Hội nghị tổng kết', kind: 'event', due: { during_month: '12/2026' } }];
  const { blocId } = await loaded(smallFile({ bloc: { name: 'Khối có hội nghị' }, deadlines }));
  expect(isHandedIn('event')).toBe(false);
  const kept = await within(blocId, async tx => ({
    revisions: [
      ...(await tx.execute(sql`select title, due_on, window_from, precision from deadline_revision`)),
    ],
    owed: [...(await tx.execute(sql`select 1 from obligation`))],
  }));
  expect(kept).toEqual({
    revisions: [
      { title: 'Hội nghị tổng kết', due_on: '2026-12-31', window_from: '2026-12-01', precision: 'month' },
    ],
    owed: [],
  });
});

test('two loads of one file at once make one bloc', async () => {
  const file = smallFile({ bloc: { name: 'Khối nạp cùng lúc' } });
  // All connections are open, else the first load would be over before the second begins.
  await Promise.all([1, 2, 3, 4].map(() => app.sql`select pg_sleep(0.05)`));
  const results = await Promise.all([load(file), load(file), load(file)]);
  const kinds = results.map(result => (result.kind === 'done' ? result.outcome.kind : result.kind));
  expect(kinds.toSorted()).toEqual(['exists', 'exists', 'loaded']);
});

test('a load that fails at its end leaves nothing behind', async () => {
  const read = readBlocFile(JSON.stringify(smallFile({ bloc: { name: 'Khối nạp hỏng' } })), TODAY);
  if (read.kind === 'mistakes') throw new Error('no such mistakes');
  const replan = async () => {
    throw new Error('power cut');
  };
  const tools = { now: NOW, today: TODAY, sameName: sameText, replan };
  await expect(loadBloc(app.db, read.bloc, tools)).rejects.toThrow('power cut');
  const blocs = await app.db.transaction(everyBloc);
  expect(blocs.map(bloc => bloc.name)).not.toContain('Khối nạp hỏng');
});
