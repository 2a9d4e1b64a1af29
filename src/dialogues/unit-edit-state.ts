import { z } from 'zod';
import { type Day, isDay } from '../core/day.ts';
import type { Duty } from '../core/duty.ts';
import type { ComingHandOver } from '../core/hand-over.ts';
import type { JoiningEffect } from '../core/joining-effect.ts';
import type { ScoreEffect } from '../core/score-effect.ts';
import type { UnitChange, UnitInFull, UnitPlan, UnitPost } from '../core/unit-change.ts';
import type { BlocWords } from '../text/bloc-words.ts';
import type { Step } from './dialogue.ts';

const dayValue = z.custom<Day>(value => typeof value === 'string' && isDay(value));
const from = dayValue;
const unitId = z.string();
const name = z.string();

const changeSchema: z.ZodType<UnitChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename'), unitId, name }),
  z.strictObject({ kind: z.literal('alias'), unitId, name }),
  z.strictObject({ kind: z.literal('short'), unitId, name }),
  z.strictObject({ kind: z.literal('merge'), unitId, into: z.string(), from }),
  z.strictObject({ kind: z.literal('dissolve'), unitId, from }),
  z.strictObject({ kind: z.literal('add'), name, from }),
  z.strictObject({ kind: z.literal('role'), unitId, role: z.enum(['lead', 'deputy', 'member']), from }),
]);

export const unitEditStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('list') }),
  z.strictObject({ at: z.literal('unit'), unitId }),
  z.strictObject({
    at: z.literal('name'),
    unitId: z.string().nullable(),
    what: z.enum(['rename', 'alias', 'short', 'add']),
  }),
  z.strictObject({ at: z.literal('into'), unitId }),
  z.strictObject({ at: z.literal('preview'), change: changeSchema }),
]);
export type UnitEditState = z.infer<typeof unitEditStateSchema>;

export interface UnitEditFacts {
  today: Day;
  words: BlocWords;
  units: readonly UnitInFull[];
  posts: readonly UnitPost[];
  duties: readonly Duty[];
  coming: ComingHandOver | null;
  /** What the others' points and places come to without that unit; null: nothing is scored yet. */
  leaving(unitId: string): ScoreEffect | null;
  /** What a new unit that owes these means for them; null: nothing is scored yet. */
  joining(owed: UnitPlan['owed']): JoiningEffect | null;
  /** What was typed after the command. */
  asked: string;
}

export type UnitEditEffect = { change: UnitChange; plan: UnitPlan; moveTo: string | null };

export type UnitEditStep = Step<UnitEditState, UnitEditEffect>;
