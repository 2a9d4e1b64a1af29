import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { BoardFile } from '../src/core/board.ts';
import { type Day, day } from '../src/core/day.ts';
import type { Milestone } from '../src/core/milestone.ts';
import { campaignActivity } from './schema/year-end.ts';
import { rows, type Tx } from './tx.ts';

const dayText = z.string().transform(text => day(text));

const milestoneSchema = z.object({
  id: z.string(),
  revision: z.number(),
  kind: z.enum(['anniversary', 'event', 'campaign']),
  name: z.string(),
  startsOn: dayText.nullable(),
  endsOn: dayText.nullable(),
  activities: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      body: z.string(),
      doneOn: dayText,
      byName: z.string(),
    }),
  ),
});

/** The season's milestones in the order of the document, with what was done for each, newest first. */
export async function milestones(tx: Tx, seasonId: string): Promise<Milestone[]> {
  const found = await rows(
    tx,
    milestoneSchema,
    sql`
    select m.id, m.no as revision, m.kind, m.name, m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
      (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name, 'body', a.body,
          'doneOn', a.done_on, 'byName', p.display_name) order by a.id desc), '[]')
        from campaign_activity a join unit u on u.bloc_id = a.bloc_id and u.id = a.unit_id
        join person p on p.id = a.made_by
        where a.bloc_id = m.bloc_id and a.milestone_id = m.id) as activities
    from (select distinct on (m.id) m.* from milestone m where m.season_id = ${seasonId}::uuid
      order by m.id, m.no desc) m
    where m.state = 'open' order by m.position, m.id`,
  );
  return found.map((one, index) => ({ ...one, no: index + 1 }));
}

interface Made {
  blocId: number;
  by: string;
  at: Date;
}

/** Its days; all else stays as the plan has it. */
export async function dateMilestone(
  tx: Tx,
  { id, revision }: Pick<Milestone, 'id' | 'revision'>,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day | null },
  { by, at }: Made,
): Promise<void> {
  await tx.execute(sql`insert into milestone (bloc_id, season_id, id, no, state, position, source, made_by, made_at,
      kind, name, starts_on, ends_on)
    select bloc_id, season_id, id, no + 1, state, position, source, ${by}::uuid, ${at.toISOString()}::timestamptz,
      kind, name, ${startsOn}::date, ${endsOn}::date
    from milestone where id = ${id}::uuid and no = ${revision}`);
}

export async function addActivity(
  tx: Tx,
  { id: milestoneId, revision: milestoneNo }: Pick<Milestone, 'id' | 'revision'>,
  { file, ...facts }: { unitId: string; body: string; doneOn: Day; file: BoardFile | null },
  { blocId, by: madeBy, at: madeAt }: Made,
): Promise<void> {
  const attached = file && { fileSha256: file.sha256, fileName: file.name, fileMime: file.mime };
  const made = { blocId, id: uuidv7(), milestoneId, milestoneNo, madeBy, madeAt };
  await tx.insert(campaignActivity).values({ ...facts, ...attached, ...made });
}
