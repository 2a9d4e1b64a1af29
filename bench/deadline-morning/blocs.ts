import type { Connection, Sql } from '../../db/client.ts';
import { enterBloc } from '../../db/tx.ts';
import { replan } from '../../src/scheduler/replan.ts';

const BLOCS = 200;
const UNITS = 49;
/** The Friday before, and the Monday morning on which three working days are left. */
const PLANNED = new Date('2026-06-05T10:00:00Z');
export const MORNING = new Date('2026-06-08T01:00:05Z');

const id = (...parts: string[]) => `md5(concat_ws('/', ${parts.join(', ')}))::uuid`;
const personId = id(`'person'`, 'b', 'u');
const unitId = id(`'unit'`, 'b', 'u');
const chat = `b * 1000 + u`;

function statements(blocs: number): string[] {
  const each = `generate_series(1, ${blocs}) b`;
  const units = `${each}, generate_series(1, ${UNITS}) u`;
  return [
    `insert into bloc (bloc_id, name, label, level, council_name, council_area, settings, created_at)
    overriding system value select b, 'Khối thi đua số ' || b, 'khối', 'xã', 'Hội đồng xã ' || b, 'xã ' || b, '{}', '2026-01-05' from ${each}`,
    `insert into season (bloc_id, id, year, starts_on, ends_on)
    select b, ${id(`'season'`, 'b')}, 2026, '2026-01-01', '2026-12-31' from ${each}`,
    `insert into unit (bloc_id, id, name, position, valid_from)
    select b, ${unitId}, 'Đơn vị thành viên số ' || u, u, '2026-01-01' from ${units}`,
    `insert into unit_role (bloc_id, id, unit_id, role, valid_from)
    select b, ${id(`'role'`, 'b', 'u')}, ${unitId}, 'lead', '2026-01-01' from ${units} where u = 1`,
    `insert into person (id, display_name, bloc_ids, current_bloc_id, created_at)
    select ${personId}, 'Nguyễn Văn ' || u, array[b::bigint], b, now() from ${units}`,
    `insert into chat_binding (platform, bot_id, chat_id, kind, title, person_id, created_at)
    select 'telegram', 'bench', ${chat}, 'private', 'Nguyễn Văn ' || u, ${personId}, now() from ${units}`,
    `insert into chat_binding (platform, bot_id, chat_id, kind, title, bloc_id, created_at)
    select 'telegram', 'bench', -b, 'group', 'Khối ' || b, b, now() from ${each}`,
    `insert into membership (bloc_id, id, unit_id, person_id, role, valid_from)
    select b, ${id(`'membership'`, 'b', 'u')}, ${unitId}, ${personId}, 'contact', '2026-01-01' from ${units}`,
    `insert into deadline (bloc_id, season_id, id, kind, obliged, created_at)
    select b, ${id(`'season'`, 'b')}, ${id(`'deadline'`, 'b')}, 'report', 'units', '2026-05-04' from ${each}`,
    `insert into deadline_revision (bloc_id, deadline_id, no, state, title, due_on, precision, rule_text, made_at)
    select b, ${id(`'deadline'`, 'b')}, 1, 'open', 'Báo cáo sơ kết phong trào thi đua', '2026-06-11', 'day',
      'trước ngày 12/6', '2026-05-04' from ${each}`,
    `insert into obligation (bloc_id, season_id, id, deadline_id, unit_id, created_at)
    select b, ${id(`'season'`, 'b')}, ${id(`'obligation'`, 'b', 'u')}, ${id(`'deadline'`, 'b')}, ${unitId}, '2026-05-04' from ${units}`,
  ];
}

/** Blocs of 49 units, none of which has handed in; their reminders planned on Friday for Monday, 08:00. */
export async function planMorning(owner: Sql, app: Connection, blocs = BLOCS): Promise<void> {
  await owner.begin(async tx => {
    await tx.unsafe('set local session_replication_role = replica');
    for (const statement of statements(blocs)) await tx.unsafe(statement);
  });
  await owner.unsafe('vacuum analyze');
  for (let blocId = 1; blocId <= blocs; blocId += 1)
    await app.db.transaction(async tx => {
      await enterBloc(tx, blocId);
      await replan(tx, blocId, PLANNED);
    });
}

/** As before the morning: nothing said yet. */
export const rewind = async (owner: Sql): Promise<void> => {
  await owner.unsafe('truncate outbox');
  await owner.unsafe(`update due set state = 'waiting', done_at = null where state = 'done'`);
};
