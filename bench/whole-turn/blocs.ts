import type { Sql } from '../../db/client.ts';

/** What each bloc has; a contact for each unit, and the lead's clerk. */
export interface Shape {
  units: number;
  deadlines: number;
}

/** 10 000 such blocs have the 300 000 obligations that are promised. */
const small: Shape = { units: 6, deadlines: 5 };
export const PEOPLE = small.units + 1;
/** Telegram ids of the people: this one and up. */
export const FIRST_USER = 700_000_000;

/**
 * Fills a migrated, empty database with `blocs` blocs by a handful of statements: as the owner, without
 * foreign keys being checked a million times. Ids are hashes of what they name.
 */
export async function generateBlocs(sql: Sql, blocs: number, shape = small): Promise<void> {
  await sql.begin(async tx => {
    await tx.unsafe('set local session_replication_role = replica');
    for (const statement of statements(blocs, shape)) await tx.unsafe(statement);
  });
  await sql.unsafe('vacuum analyze');
}

const id = (...parts: string[]) => `md5(concat_ws('/', ${parts.join(', ')}))::uuid`;
const unitId = id(`'unit'`, 'b', 'u');
const seasonId = id(`'season'`, 'b');
const deadlineId = id(`'deadline'`, 'b', 'd');
const obligationId = id(`'obligation'`, 'b', 'd', 'u');
const personId = id(`'person'`, 'n');

const statements = (blocs: number, { units: unitCount, deadlines }: Shape): string[] => {
  const people = unitCount + 1;
  const contactId = id(`'person'`, `(b - 1) * ${people} + u`);
  const each = `generate_series(1, ${blocs}) b`;
  const units = `${each}, generate_series(1, ${unitCount}) u`;
  const dates = `${each}, generate_series(1, ${deadlines}) d`;
  const everybody = `generate_series(1, ${blocs * people}) n,
    lateral (select (n - 1) / ${people} + 1 as b, (n - 1) % ${people} + 1 as k) at`;
  return [
    `insert into bloc (bloc_id, name, label, level, council_name, council_area, settings, created_at)
      select b, 'Khối thi đua số ' || b, 'khối', 'xã', 'Hội đồng Thi đua - Khen thưởng xã ' || b, 'xã ' || b,
        '{}', now() from ${each}`,
    `insert into season (bloc_id, id, year, starts_on, ends_on)
      select b, ${seasonId}, extract(year from now()), date_trunc('year', now()),
        date_trunc('year', now()) + interval '1 year - 1 day' from ${each}`,
    `insert into unit (bloc_id, id, name, position, valid_from)
      select b, ${unitId}, 'Đơn vị thành viên số ' || u, u, '2020-01-01' from ${units}`,
    `insert into unit_role (bloc_id, id, unit_id, role, valid_from)
      select b, ${id(`'role'`, 'b', 'u')}, ${unitId}, case u when 1 then 'lead' else 'deputy' end, '2020-01-01'
      from ${units} where u <= 2`,
    `insert into person (id, display_name, bloc_ids, current_bloc_id, created_at)
      select ${personId}, 'Nguyễn Văn ' || n, array[b::bigint], b, now() from ${everybody}`,
    `insert into account (platform, bot_id, user_id, person_id, display_name, created_at)
      select 'telegram', 'bench', ${FIRST_USER} + n - 1, ${personId}, 'Nguyễn Văn ' || n, now() from ${everybody}`,
    `insert into chat_binding (platform, bot_id, chat_id, kind, title, person_id, created_at)
      select 'telegram', 'bench', ${FIRST_USER} + n - 1, 'private', 'Nguyễn Văn ' || n, ${personId}, now()
      from ${everybody}`,
    `insert into membership (bloc_id, id, unit_id, person_id, role, valid_from)
      select b, ${id(`'membership'`, 'n')}, ${id(`'unit'`, 'b', `case when k > ${unitCount} then 1 else k end`)},
        ${personId}, case when k > ${unitCount} then 'clerk' else 'contact' end, '2020-01-01' from ${everybody}`,
    `insert into deadline (bloc_id, season_id, id, kind, obliged, created_at)
      select b, ${seasonId}, ${deadlineId}, 'report', 'units', now() from ${dates}`,
    `insert into deadline_revision (bloc_id, deadline_id, no, state, title, due_on, precision, rule_text, made_at)
      select b, ${deadlineId}, 1, 'open', 'Báo cáo kết quả phong trào thi đua kỳ ' || d,
        current_date + (d - 3) * 45 + 10, 'day', 'trước ngày 10', now() from ${dates}`,
    `insert into obligation (bloc_id, season_id, id, deadline_id, unit_id, created_at)
      select b, ${seasonId}, ${obligationId}, ${deadlineId}, ${unitId}, now()
      from ${dates}, generate_series(1, ${unitCount}) u`,
    `insert into submission (bloc_id, season_id, id, obligation_id, version, receipt_no, document_number, summary,
        sent_at, received_at, submitted_by)
      select b, ${seasonId}, ${id(`'submission'`, 'b', 'd', 'u')}, ${obligationId}, 1, (d - 1) * ${unitCount} + u,
        u || '/BC', 'Báo cáo kỳ ' || d, now(), now(), ${contactId}
      from ${dates}, generate_series(1, ${unitCount}) u where d <= 2`,
  ];
};
