import { connect, type Sql } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { addTable } from '../../db/scores.ts';
import { type DatabaseTarget, inDatabase } from '../../db/target.ts';
import { enterBloc } from '../../db/tx.ts';
import { points } from '../../src/core/points.ts';
import { type Criterion, noCaps, type ScoreTable } from '../../src/core/score-table.ts';
import { defaultSettings } from '../../src/core/table-settings.ts';
import { generateBlocs } from '../whole-turn/blocs.ts';

/** 10 000 such blocs have 100 000 units, 300 000 obligations and 4.8 million answers. */
export const shape = { units: 10, deadlines: 3 };
const GROUPS = 8;
const PER_GROUP = 6;

const terms = { counts: 'base', clause: null, atLeast: null } as const;
const rule = (id: string, params = {}) => ({ id, version: 1, params });
const late = rule('late_days', { of: { kinds: ['report'] }, days: 'working', several: 'worst', each: 50 });

/** 48 criteria that are answered, one in six of them relative to the leader, and one that comes from reports. */
function countryTable(): ScoreTable {
  const max = points(1000);
  const children = Array.from({ length: GROUPS }, (_, g): Criterion => {
    const leaves = Array.from({ length: PER_GROUP + (g === 0 ? 1 : 0) }, (_, n): Criterion => {
      const own = n === 0 ? rule('relative_to_leader') : n === PER_GROUP ? late : rule('manual');
      const no = `${g + 1}.${n + 1}`;
      return { key: `g${g}/k${n}`, no, name: `Tiêu chí ${no}`, max, ...terms, rule: own };
    });
    const sum = points(leaves.reduce((all, leaf) => all + leaf.max, 0));
    return {
      key: `g${g}`,
      no: `${g + 1}`,
      name: `Nhóm ${g + 1}`,
      max: sum,
      ...terms,
      caps: noCaps,
      children: leaves,
    };
  });
  const whole = points(children.reduce((all, group) => all + group.max, 0));
  return { version: 1, name: 'Bảng điểm', max: whole, caps: noCaps, settings: defaultSettings, children };
}

const id = (...parts: string[]) => `md5(concat_ws('/', ${parts.join(', ')}))::uuid`;
const season = id(`'season'`, 'b');
const table = id(`'table'`, 'b');
const sheet = id(`'sheet'`, 'b', 'u');
const unit = id(`'unit'`, 'b', 'u');
const contact = id(`'person'`, `(b - 1) * ${shape.units + 1} + u`);

/** The first bloc's table for all the others, and a whole sheet of each unit. */
const statements = (blocs: number): string[] => [
  `insert into score_table (bloc_id, season_id, id, version, name, max_points, terms, created_at)
    select b, ${season}, ${table}, version, name, max_points, terms, created_at
    from score_table, generate_series(2, ${blocs}) b where bloc_id = 1`,
  `insert into criterion (bloc_id, table_id, key, parent_key, position, no, name, max_points, terms, rule)
    select b, ${table}, key, parent_key, position, no, name, max_points, terms, rule
    from criterion, generate_series(2, ${blocs}) b where bloc_id = 1`,
  `insert into sheet (bloc_id, season_id, id, table_id, unit_id, stage, created_at, submitted_at, submitted_by)
    select b, ${season}, ${sheet}, ${table}, ${unit}, 'self', now(), now(), ${contact}
    from generate_series(1, ${blocs}) b, generate_series(1, ${shape.units}) u`,
  `insert into score_entry (bloc_id, sheet_id, table_id, criterion_key, version, value, points, detail, entered_by, entered_at)
    select b, ${sheet}, ${table}, 'g' || g || '/k' || k, 1, case k when 0 then 'ratio' else 'points' end,
      case when k > 0 then 100 * ((b + u * 7 + g * 5 + k * 3) % 11) end,
      case k when 0 then jsonb_build_object('actual', (80 + (b + u * g) % 50)::text, 'target', '100') end,
      ${contact}, now()
    from generate_series(1, ${blocs}) b, generate_series(1, ${shape.units}) u,
      generate_series(0, ${GROUPS - 1}) g, generate_series(0, ${PER_GROUP - 1}) k`,
];

/** A database of its own with so many blocs in the middle of scoring. */
export async function makeCountry(server: DatabaseTarget, blocs: number) {
  const target = inDatabase(server, `tlk_bench_country_${blocs}`);
  if (target.kind !== 'socket') throw new Error('the benchmark runs on the embedded database');
  const admin = connect(server, { role: null, max: 1 });
  await admin.sql.unsafe(`create database ${target.database}`).finally(admin.end);
  await migrate(target);
  const owner = connect(target, { role: null, max: 1 });
  try {
    await generateBlocs(owner.sql, blocs, shape);
    await firstTable(owner);
    await fill(owner.sql, blocs);
  } finally {
    await owner.end();
  }
  return target;
}

async function firstTable({ db, sql }: ReturnType<typeof connect>): Promise<void> {
  const [{ id: seasonId = '' } = {}] = await sql<{ id: string }[]>`select id from season where bloc_id = 1`;
  await db.transaction(async tx => {
    await enterBloc(tx, 1);
    await addTable(tx, { blocId: 1, seasonId, now: new Date() }, countryTable());
  });
}

async function fill(sql: Sql, blocs: number): Promise<void> {
  await sql.begin(async tx => {
    await tx.unsafe('set local session_replication_role = replica');
    const first = id(`'table'`, '1');
    await tx.unsafe(`update score_table set id = ${first}`);
    await tx.unsafe(`update criterion set table_id = ${first}`);
    for (const statement of statements(blocs)) await tx.unsafe(statement);
  });
  await sql.unsafe('vacuum analyze');
}
