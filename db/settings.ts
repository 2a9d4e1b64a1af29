import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { BallotSettings } from '../src/core/ballot/rules.ts';
import type { PolicyChange } from '../src/core/reminder-change.ts';
import { changePolicy, type PolicyPatch } from '../src/core/reminder-change.ts';
import type { ScoringSettings } from '../src/core/scoring-settings.ts';
import { blocSettingsSchema } from './bloc-context.ts';
import { rows, type Tx } from './tx.ts';

/** Changes how the entered bloc votes. */
export async function changeBallotSettings(
  tx: Tx,
  blocId: number,
  patch: Partial<BallotSettings>,
): Promise<void> {
  await tx.execute(sql`update bloc set settings = settings || jsonb_build_object('ballot',
    coalesce(settings->'ballot', '{}') || ${JSON.stringify(patch)}::text::jsonb) where bloc_id = ${blocId}`);
}

/** Changes the entered bloc's reminders; its row stays locked, so that two changes at once both hold. */
export async function changeReminders(tx: Tx, blocId: number, patch: PolicyPatch): Promise<PolicyChange> {
  const [row] = await rows(
    tx,
    z.object({ settings: z.unknown() }),
    sql`select settings from bloc where bloc_id = ${blocId} for update`,
  );
  if (!row) throw new Error(`no bloc ${blocId}`);
  const change = changePolicy(blocSettingsSchema.parse(row.settings).reminders, patch);
  if (change.kind === 'changed')
    await tx.execute(sql`update bloc
      set settings = settings || jsonb_build_object('reminders', ${JSON.stringify(change.policy)}::text::jsonb)
      where bloc_id = ${blocId}`);
  return change;
}

export async function changeScoring(tx: Tx, blocId: number, settings: ScoringSettings): Promise<void> {
  await tx.execute(sql`update bloc
    set settings = settings || jsonb_build_object('scoring', ${JSON.stringify(settings)}::text::jsonb)
    where bloc_id = ${blocId}`);
}
