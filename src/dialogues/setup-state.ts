import { z } from 'zod';
import type { BlocDraft, BlocSheet } from '../core/bloc-sheet.ts';
import type { Day } from '../core/day.ts';
import { blocLabels, blocLevels } from '../core/new-bloc.ts';
import type { Step } from './dialogue.ts';

const unitSchema = z.strictObject({
  name: z.string(),
  shortName: z.string().nullable(),
  role: z.enum(['lead', 'deputy', 'member']),
});
export type DraftUnit = z.infer<typeof unitSchema>;

const draftSchema = z.strictObject({
  name: z.string().nullable(),
  label: z.enum(blocLabels),
  year: z.int().nullable(),
  councilName: z.string().nullable(),
  level: z.enum(blocLevels).nullable(),
  area: z.string().nullable(),
  units: z.array(unitSchema),
  /** More are to come, one by one. */
  listing: z.boolean(),
  /** Pairs that look alike and are two units all the same, `name|name`. */
  apart: z.array(z.string()),
});
export type Draft = z.infer<typeof draftSchema>;

/** In the order of questions and of the numbers in the preview. */
export const setupFields = ['name', 'year', 'council', 'level', 'area', 'units'] as const;
export type SetupField = (typeof setupFields)[number];

const editable = z.enum(['name', 'label', 'year', 'council', 'level', 'area']);
export type EditField = z.infer<typeof editable>;

export const setupStateSchema = z.discriminatedUnion('at', [
  /** A new bloc. */
  z.strictObject({ at: z.literal('field'), field: z.enum(setupFields), draft: draftSchema }),
  z.strictObject({ at: z.literal('twins'), first: z.int(), second: z.int(), draft: draftSchema }),
  z.strictObject({ at: z.literal('lead'), draft: draftSchema }),
  z.strictObject({ at: z.literal('review'), draft: draftSchema }),
  /** A bloc that stands. */
  z.strictObject({ at: z.literal('menu') }),
  z.strictObject({ at: z.literal('value'), field: editable }),
  z.strictObject({ at: z.literal('confirm'), field: editable, value: z.string() }),
]);
export type SetupState = z.infer<typeof setupStateSchema>;
export type NewState = Extract<SetupState, { draft: Draft }>;
export type EditState = Exclude<SetupState, { draft: Draft }>;

export interface SetupFacts {
  today: Day;
  /** The bloc as it stands; null while a new one is put together. */
  sheet: BlocSheet | null;
  /** Something was handed in this year, so that the year can no longer be another. */
  yearHolds: boolean;
  /** What was typed after the command. */
  words: string;
}

export type SetupEffect =
  | { kind: 'create'; bloc: BlocDraft }
  | { kind: 'abandon' }
  | { kind: 'change'; sheet: BlocSheet };

export type SetupStep = Step<SetupState, SetupEffect>;
export type SetupAsked = Extract<SetupStep, { kind: 'ask' }>;

export const emptyDraft: Draft = {
  name: null,
  label: 'khối',
  year: null,
  councilName: null,
  level: null,
  area: null,
  units: [],
  listing: false,
  apart: [],
};
