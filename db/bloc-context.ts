import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ballotSettingsSchema } from '../src/core/ballot/rules.ts';
import { reminderPolicySchema } from '../src/core/reminder-policy.ts';
import { scoringSettingsSchema } from '../src/core/scoring-settings.ts';
import { dayText, enterBloc, idText, rows, type Tx } from './tx.ts';

/** A bloc's settings as stored; what is missing has its default. */
export const blocSettingsSchema = z.object({
  reminders: reminderPolicySchema.prefault({}),
  ballot: ballotSettingsSchema.prefault({}),
  scoring: scoringSettingsSchema.prefault({}),
});

const postSchema = z.object({
  unitId: z.string(),
  unitName: z.string(),
  unitRole: z.enum(['lead', 'deputy', 'member']),
  role: z.enum(['contact', 'member', 'clerk']),
});

const dialogueSchema = z.object({
  code: z.string(),
  rev: z.number(),
  kind: z.string(),
  version: z.number(),
  state: z.unknown(),
  parked: z.boolean(),
  /** Of its last step. */
  touchedAt: z.coerce.date(),
  /** Told since then that it waits. */
  reminded: z.boolean(),
});
export type StoredDialogue = z.infer<typeof dialogueSchema>;

const seasonSchema = z.object({ id: z.string(), year: z.number(), endsOn: dayText });

const contextSchema = z.object({
  blocId: idText,
  name: z.string(),
  settings: blocSettingsSchema,
  season: seasonSchema.nullable(),
  /** All that are open, that of `season` too. */
  seasons: z.array(seasonSchema),
  posts: z.array(postSchema),
  dialogues: z.array(dialogueSchema),
});
export type BlocContext = z.infer<typeof contextSchema>;

/** Who acts for what on `today`: units and roles end, people move on. */
const posts = (today: string) => sql`
  membership m join unit u on u.bloc_id = m.bloc_id and u.id = m.unit_id
  left join unit_role r on r.bloc_id = u.bloc_id and r.unit_id = u.id
    and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date)`;
const live = (today: string) => sql`
  m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)`;

/**
 * Enters the bloc (by `enter`) and loads what a turn needs of it in one go: pipelined, so that it costs one round
 * trip. The dialogue's lock is taken before the snapshot that reads it.
 */
export async function loadContext(
  tx: Tx,
  at: { blocId: number; personId: string | null; scope: string; today: string },
  enter = enterBloc,
): Promise<BlocContext | null> {
  const { blocId, personId, scope, today } = at;
  const [, , found] = await Promise.all([
    enter(tx, blocId),
    lockDialogue(tx, `dialogue|${blocId}|${personId}|${scope}`),
    rows(
      tx,
      contextSchema,
      sql`
      select b.bloc_id as "blocId", b.name, b.settings,
        (select jsonb_build_object('id', s.id, 'year', s.year, 'endsOn', s.ends_on) from season s where s.closed_at is null
          order by (${scope} = 'private' and exists (select from season_choice c
              where c.person_id = ${personId}::uuid and c.season_id = s.id)) desc,
            (s.starts_on <= ${today}::date) desc, abs(s.starts_on - ${today}::date) limit 1) as season,
        coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'year', s.year, 'endsOn', s.ends_on) order by s.year) from season s
          where s.closed_at is null), '[]') as seasons,
        coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'unitName', u.name,
          'unitRole', coalesce(r.role, 'member'), 'role', m.role) order by u.position)
          from ${posts(today)} where ${live(today)} and m.person_id = ${personId}::uuid), '[]') as posts,
        coalesce((select jsonb_agg(jsonb_build_object('code', d.code, 'rev', d.rev, 'kind', d.kind,
          'version', d.version, 'state', d.state, 'parked', d.parked_at is not null,
          'touchedAt', d.updated_at, 'reminded', d.reminded_at is not null)) from dialogue d
          where d.person_id = ${personId}::uuid and d.scope = ${scope} and d.done_at is null), '[]') as dialogues
      from bloc b where b.bloc_id = ${blocId}`,
    ),
  ]);
  return found[0] ?? null;
}

/** Begun before the queries behind it: drizzle's own promises wait until somebody awaits them. */
async function lockDialogue(tx: Tx, lock: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 1))`);
}

const memberSchema = z.object({
  personId: z.string(),
  personName: z.string(),
  ...postSchema.shape,
});

/** Everybody who holds a post in the bloc today, in the order of units. */
export function blocPeople(tx: Tx, today: string) {
  return rows(
    tx,
    memberSchema,
    sql`select p.id as "personId", p.display_name as "personName", u.id as "unitId", u.name as "unitName",
      coalesce(r.role, 'member') as "unitRole", m.role
      from ${posts(today)} join person p on p.id = m.person_id
      where ${live(today)} order by u.position, m.role, p.display_name`,
  );
}
