import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { BoardFile } from '../src/core/board.ts';
import { type Day, day } from '../src/core/day.ts';
import { operators } from '../src/core/plan-draft.ts';
import type { Target, TargetUnit } from '../src/core/target.ts';
import { targetOwner, targetReport } from './schema/year.ts';
import { instantText, rows, type Tx } from './tx.ts';

const dayText = z.string().transform(text => day(text));
const unitSchema = z.object({ unitId: z.string(), unitName: z.string() });

const targetSchema = z.object({
  id: z.string(),
  revision: z.number(),
  scope: z.enum(['bloc', 'each_unit']),
  metric: z.string(),
  operator: z.enum(operators),
  low: z.coerce.number().nullable(),
  high: z.coerce.number().nullable(),
  measure: z.string().nullable(),
  period: z.string().nullable(),
  dueOn: dayText.nullable(),
  raw: z.string(),
  from: z.object({ line: z.number().nullable(), quote: z.string() }).nullable(),
  owners: z.array(unitSchema),
  reports: z.array(
    z.object({
      unitId: z.string().nullable(),
      value: z.number(),
      asOf: dayText,
      source: z.string().nullable(),
      file: z.object({ sha256: z.string(), name: z.string(), mime: z.string() }).nullable(),
      byName: z.string(),
      at: instantText,
    }),
  ),
});

/** The season's open targets as their newest revisions have them, in the order of the document. */
export async function seasonTargets(
  tx: Tx,
  seasonId: string,
  units: readonly TargetUnit[],
): Promise<Target[]> {
  const found = await rows(
    tx,
    targetSchema,
    sql`
    select t.id, t.no as revision, t.scope, t.metric, t.operator, t.low, t.high, t.measure, t.period,
      t.due_on::text as "dueOn", t.raw,
      case when t.source is not null then jsonb_build_object('line', t.source->'line', 'quote', t.source->'quote')
        end as from,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name) order by u.position)
        from (select distinct on (o.unit_id) o.unit_id, o.state from target_owner o
          where o.bloc_id = t.bloc_id and o.target_id = t.id order by o.unit_id, o.no desc) o
        join unit u on u.bloc_id = t.bloc_id and u.id = o.unit_id where o.state = 'given'), '[]') as owners,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', r.unit_id, 'value', r.value, 'asOf', r.as_of,
          'source', r.source, 'byName', p.display_name, 'at', r.made_at,
          'file', case when r.file_sha256 is not null then jsonb_build_object('sha256', r.file_sha256,
            'name', r.file_name, 'mime', r.file_mime) end))
        from (select distinct on (r.unit_id) r.* from target_report r
          where r.bloc_id = t.bloc_id and r.target_id = t.id order by r.unit_id, r.id desc) r
        join person p on p.id = r.made_by), '[]') as reports
    from (select distinct on (t.id) t.* from target t where t.season_id = ${seasonId}::uuid
      order by t.id, t.no desc) t
    where t.state = 'open' order by t.position, t.id`,
  );
  const living = new Set(units.map(one => one.unitId));
  return found.map((one, index) => ({
    ...one,
    no: index + 1,
    owners: one.scope === 'each_unit' ? [...units] : one.owners.filter(({ unitId }) => living.has(unitId)),
  }));
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

type Seen = Pick<Target, 'id' | 'revision'>;

export interface NewTargetReport {
  unitId: string | null;
  value: number;
  asOf: Day;
  source: string | null;
  file: BoardFile | null;
}

export async function addTargetReport(
  tx: Tx,
  { id: targetId, revision: targetNo }: Seen,
  { file, ...facts }: NewTargetReport,
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const made = { blocId, id: uuidv7(), targetId, targetNo, madeBy, madeAt };
  await tx.insert(targetReport).values({ ...facts, ...attached, ...made });
}

/** Makes these the units that answer for it; who did and is not among them does no more. */
export async function changeOwners(
  tx: Tx,
  { id: targetId, revision: targetNo }: Seen,
  change: { given: readonly string[]; taken: readonly string[] },
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const made = { blocId, targetId, targetNo, madeBy, madeAt };
  const values = [
    ...change.given.map(unitId => ({ unitId, state: 'given' as const })),
    ...change.taken.map(unitId => ({ unitId, state: 'taken' as const })),
  ];
  if (values.length === 0) return;
  const no = (unitId: string) => sql<number>`(select coalesce(max(o.no), 0) + 1 from target_owner o
    where o.bloc_id = ${blocId} and o.target_id = ${targetId}::uuid and o.unit_id = ${unitId}::uuid)`;
  await tx.insert(targetOwner).values(values.map(one => ({ ...one, ...made, no: no(one.unitId) })));
}
