import { beforeAll, expect, test } from 'vitest';
import { nextDueAt } from '../../db/due.ts';
import { loadBloc } from '../../db/load.ts';
import { plainText } from '../../src/chat/plain.ts';
import type { Outgoing } from '../../src/chat/port.ts';
import { addDays, day } from '../../src/core/day.ts';
import { messageSchema } from '../../src/core/message.ts';
import type { NewBloc } from '../../src/core/new-bloc.ts';
import { replan } from '../../src/scheduler/replan.ts';
import { testDatabase } from '../support/database.ts';
import { type TestEngine, testEngine } from '../support/engine.ts';
import { oddNames } from '../support/odd-names.ts';
import { size } from '../support/size.ts';
import { said, stubAdapter } from '../support/stub-adapter.ts';
import { moveToStub } from '../support/stub-people.ts';

const MORNING = new Date('2026-06-08T02:00:00Z');
const TODAY = day('2026-06-08');
const UNITS = 60;
const DEADLINES = 8;
/** With the units' and the deadlines': 500 names in all. */
const BLOCS = size(1, 4);
const UNIT_NAMES = oddNames(BLOCS * UNITS);
const PEOPLE = oddNames(BLOCS * UNITS, 1_000);
const TITLES = oddNames(BLOCS * DEADLINES, 2_000);

const database = await testDatabase();
const adapter = stubAdapter();
// The shortest that any platform takes.
adapter.capabilities.textUnits = 2_000;
let engine: TestEngine;
const rejected: unknown[] = [];

/** As strict as a platform can be. */
adapter.outcome = ({ message, dedupeKey }) => {
  const text = plainText(message);
  const wrong = [
    messageSchema.safeParse(message).error?.message,
    text.length > adapter.capabilities.textUnits && `${text.length} units`,
    text.trim() === '' && 'nothing to see',
    Buffer.from(text, 'utf8').toString('utf8') !== text && 'half a character',
    message.options?.flat().some(one => Buffer.byteLength(one.token) > 64) && 'token',
  ].filter(Boolean);
  if (wrong.length > 0) rejected.push([dedupeKey, wrong]);
  return wrong.length > 0
    ? { kind: 'refused', because: wrong.join() }
    : { kind: 'sent', messageId: dedupeKey };
};

const person = (bloc: number, unit: number) => `p${bloc}-${unit}`;

function blocOf(bloc: number): NewBloc {
  const units = UNIT_NAMES.slice(bloc * UNITS, (bloc + 1) * UNITS);
  return {
    council: { name: `Hội đồng ${bloc}`, area: 'tỉnh Thử', level: 'tỉnh' },
    name: `Khối ${UNIT_NAMES[bloc]}`,
    label: 'khối',
    symbol: null,
    formation: null,
    season: { year: 2026, startsOn: day('2026-01-01'), endsOn: day('2026-12-31') },
    reminders: {},
    units: units.map((name, n) => ({
      name,
      shortName: null,
      aliases: [],
      role: n === 0 ? 'lead' : 'member',
    })),
    persons: units.map((_, n) => ({
      name: PEOPLE[bloc * UNITS + n] ?? '',
      unit: n,
      role: 'contact',
      roomUser: person(bloc, n),
    })),
    roomGroup: { title: `Nhóm ${bloc}`, guests: [] },
    deadlines: TITLES.slice(bloc * DEADLINES, (bloc + 1) * DEADLINES).map((title, n) => ({
      title,
      kind: 'report',
      obliged: 'units',
      only: null,
      due: { kind: 'dated', dueOn: addDays(TODAY, n + 1), dueBefore: null, precision: 'day', window: null },
      ruleText: title,
      recipient: title,
    })),
    table: null,
  };
}

beforeAll(async () => {
  engine = await testEngine(database, [adapter], MORNING);
  const tools = { now: MORNING, today: TODAY, sameName: (a: string, b: string) => a === b, replan };
  for (let bloc = 0; bloc < BLOCS; bloc += 1) await loadBloc(database.app.db, blocOf(bloc), tools);
  await moveToStub(database);
});

let events = 0;
/** Everything said to this person since then, parts of one message together. */
async function ask(user: string, text: string): Promise<Outgoing[]> {
  const before = adapter.sent.length;
  await engine.intake.store([said(`e${events++}`, user, text, engine.clock.now())]);
  await engine.settle();
  return adapter.sent.slice(before).filter(one => one.address.chatId === user);
}
const visible = (text: string) => text.replaceAll(/\s/g, '');
const read = (sent: readonly Outgoing[]) => visible(sent.map(one => plainText(one.message)).join(''));
const blocs = Array.from({ length: BLOCS }, (_, n) => n);

test('whatever people and their units are called, they are called so', async () => {
  for (const bloc of blocs)
    for (let unit = 0; unit < UNITS; unit += size(5, 1)) {
      const me = read(await ask(person(bloc, unit), '/toi'));
      expect(me).toContain(visible(PEOPLE[bloc * UNITS + unit] ?? '?'));
      expect(me).toContain(visible(UNIT_NAMES[bloc * UNITS + unit] ?? '?'));
    }
});

test('every deadline, and every unit that has still to hand in, is named whole', async () => {
  for (const bloc of blocs) {
    const open = read(await ask(person(bloc, 1), '/han'));
    for (const title of TITLES.slice(bloc * DEADLINES, bloc * DEADLINES + 6))
      expect(open).toContain(visible(title));
    const missing = read(await ask(person(bloc, 0), '/tien_do'));
    for (const unit of UNIT_NAMES.slice(bloc * UNITS, (bloc + 1) * UNITS))
      expect(missing).toContain(visible(unit));
  }
});

test('a receipt names what was handed in and by whom', async () => {
  for (const bloc of blocs)
    for (let unit = 1; unit < UNITS; unit += size(9, 2)) {
      const user = person(bloc, unit);
      const press = async (sent: Outgoing[], wanted: RegExp) => {
        const options = sent.flatMap(one => one.message.options?.flat() ?? []);
        const token = options.find(one => wanted.test(one.token))?.token;
        if (!token) throw new Error(`no ${wanted} in ${JSON.stringify(sent.map(one => one.message))}`);
        return ask(user, `!${token}`);
      };
      await press(await ask(user, '/nop_bao_cao'), /:o_/);
      await ask(user, `${unit}/BC-ĐV ngày 5/6/2026`);
      const receipt = read(await press(await ask(user, 'xong'), /:ok_/));
      expect(receipt).toContain('Biênnhậnsố');
      expect(receipt).toContain(visible(UNIT_NAMES[bloc * UNITS + unit] ?? '?'));
      expect(TITLES.some(title => receipt.includes(visible(title)))).toBe(true);
    }
});

test('reminders and digests of sixty units reach everybody whole', async () => {
  const before = adapter.sent.length;
  for (let n = 0; n < 12; n += 1) {
    const next = await nextDueAt(database.system.db);
    if (!next) break;
    await engine.clock.moveTo(next);
    await engine.tick();
    await engine.settle();
  }
  const said = adapter.sent.slice(before);
  const group = read(said.filter(one => one.chatKind === 'group'));
  for (const title of TITLES) expect(group).toContain(visible(title));
  for (const bloc of blocs) {
    const lead = read(said.filter(one => one.address.chatId === person(bloc, 0)));
    for (const unit of UNIT_NAMES.slice(bloc * UNITS + 40, (bloc + 1) * UNITS))
      expect(lead).toContain(visible(unit));
  }
  expect(said.some(one => one.dedupeKey.includes('~'))).toBe(true);
});

test('nothing of all that was refused', () => {
  expect(rejected).toEqual([]);
  expect(new Set(adapter.sent.map(one => one.dedupeKey)).size).toBe(adapter.sent.length);
});
