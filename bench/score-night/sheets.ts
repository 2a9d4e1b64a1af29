import { connect, type Sql } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { addTable } from '../../db/scores.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';
import { enterBloc } from '../../db/tx.ts';
import { points } from '../../src/core/points.ts';
import { noCaps, type ScoreTable } from '../../src/core/score-table.ts';
import { defaultSettings } from '../../src/core/table-settings.ts';
import { FIRST_USER, generateBlocs } from '../whole-turn/blocs.ts';
import { answerTo, EXTRA, PEOPLE, QUESTIONS, questionsOf } from './night.ts';

const UNITS = 10;
const BLOCS = PEOPLE / UNITS;
const max = points(1000);

const leaf = (question: number) => ({
  ...{ key: `k${question}`, no: `${question}`, name: `Tiêu chí ${question}`, max },
  ...({ counts: 'base', clause: null, atLeast: null } as const),
  rule: { id: 'manual', version: 1, params: {} },
});
const sheetTable: ScoreTable = {
  ...{ version: 1, name: 'Bảng điểm', max: points(QUESTIONS * max), caps: noCaps, settings: defaultSettings },
  children: questionsOf(false).map(leaf),
};

/** Both sides' databases: blocs whose contacts are the people, so many times over as there are nights. */
export async function makeNight(server: DatabaseTarget, nights: number) {
  const admin = connect(server, { role: null, max: 1 });
  const named = (name: string) => {
    const target = inDatabase(server, name);
    if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
    return target;
  };
  const [ours, peers] = [named('tlk_bench_night'), named('peer_night')];
  for (const { database } of [ours, peers]) await admin.sql.unsafe(`create database ${database}`);
  await admin.end();
  await migrate(ours);
  const owner = connect(ours, { role: null, max: 1 });
  await generateBlocs(owner.sql, BLOCS * nights, { units: UNITS, deadlines: 1 });
  const seasons = await owner.sql<
    { blocId: number; id: string }[]
  >`select bloc_id as "blocId", id from season`;
  for (const { blocId, id: seasonId } of seasons)
    await owner.db.transaction(async tx => {
      await enterBloc(tx, blocId);
      await addTable(tx, { blocId, seasonId, now: new Date() }, sheetTable);
    });
  const peer = connect(peers, { role: null, max: 1 });
  await peer.sql.unsafe('create table talk (key text primary key, state jsonb not null)');
  await peer.sql.unsafe('create table answered (chat bigint primary key, answers jsonb not null)');
  return { ours, peers, owner, peer };
}

/** One more question in the middle of the sheet, as the redeploy brings it. */
export async function addQuestion(sql: Sql): Promise<void> {
  await sql.begin(async tx => {
    await tx.unsafe('set local session_replication_role = replica');
    await tx.unsafe(`update criterion set position = position + 1000 where position >= ${QUESTIONS / 2}`);
    await tx.unsafe(`insert into criterion (bloc_id, table_id, key, position, no, name, max_points, terms, rule)
      select bloc_id, table_id, 'k${EXTRA}', ${QUESTIONS / 2}, '${EXTRA}', 'Tiêu chí ${EXTRA}', max_points, terms, rule
      from criterion where key = 'k1'`);
  });
}

/** A Telegram id; a bloc's eleventh person is its clerk, who scores nothing. */
const userOf = (night: number, n: number): number => {
  const bloc = night * BLOCS + Math.floor(n / UNITS);
  return FIRST_USER + bloc * (UNITS + 1) + (n % UNITS);
};

export const usersOf = (night: number) => everybody.map(n => userOf(night, n));

const wanted = (extra: boolean, n: number) =>
  new Map(questionsOf(extra).map(question => [question, answerTo(n, question)]));

const isWhole = (n: number, extra: boolean, given: ReadonlyMap<number, number>) =>
  [...wanted(extra, n)].every(([question, answer]) => given.get(question) === answer);

/** Sheets handed in with every answer where it belongs. */
export async function wholeOfOurs(sql: Sql, night: number, extra: boolean): Promise<number> {
  const rows = await sql<{ user: string; key: string; points: number }[]>`
    select distinct on (e.sheet_id, e.criterion_key) a.user_id as user, e.criterion_key as key, e.points
    from score_entry e join sheet s on s.bloc_id = e.bloc_id and s.id = e.sheet_id and s.submitted_at is not null
    join membership m on m.bloc_id = s.bloc_id and m.unit_id = s.unit_id and m.role = 'contact'
    join account a on a.person_id = m.person_id
    order by e.sheet_id, e.criterion_key, e.version desc`;
  const given = new Map<string, Map<number, number>>();
  for (const { user, key, points: hundredths } of rows)
    given.set(user, (given.get(user) ?? new Map()).set(Number(key.slice(1)), hundredths / 100));
  return everybody.filter(n => isWhole(n, extra, given.get(String(userOf(night, n))) ?? new Map())).length;
}

export async function wholeOfPeers(sql: Sql, night: number, extra: boolean): Promise<number> {
  const rows = await sql<
    { chat: number; answers: Record<string, number> }[]
  >`select chat, answers from answered`;
  const given = new Map(
    rows.map(({ chat, answers }) => [
      chat,
      new Map(Object.entries(answers).map(([question, answer]) => [Number(question), answer])),
    ]),
  );
  return everybody.filter(n => isWhole(n, extra, given.get(userOf(night, n)) ?? new Map())).length;
}

const everybody = Array.from({ length: PEOPLE }, (_, n) => n);
