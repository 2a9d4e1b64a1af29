import { z } from 'zod';
import { type Interval, intervalShape, isInterval } from './interval.ts';
import type { NumberForms } from './number-forms.ts';

/** Keys that decide between units of equal points, first to last; what is still equal then stays so. */
export type TieKey =
  /** Points of a criterion or group. */
  | { by: 'criterion'; key: string }
  | { by: 'indicator'; key: string; name: string; prefer: 'higher' | 'lower' }
  /** Indicators of their own names: votes (more is better), and the place the lead decided (1 is first). */
  | { by: 'ballot' }
  | { by: 'decision' };

export interface ScoreClass {
  name: string;
  within: Interval;
  /** No criterion of the base with 0 points. */
  noZero: boolean;
}

export interface TableSettings {
  /** Where a formula's exact result is rounded, once, and to how many decimals. */
  rounding: { at: 'leaf' | 'group' | 'total'; decimals: 0 | 1 | 2 };
  /** Of a total, where it is shown. */
  shownDecimals: 0 | 1 | 2;
  /** What cannot go below zero, beside each criterion. */
  floor: 'none' | 'group' | 'table';
  /** What classes and ranking look at; per cent of what is assigned to the unit. */
  measure: 'points' | 'percent';
  /** 1, 1, 3 or 1, 1, 2. */
  ranking: 'gaps' | 'dense';
  tieBreak: TieKey[];
  /** Best first. */
  classes: ScoreClass[];
  /** The event `NO_SELF_SCORE` comes up by itself. */
  classCaps: { event: string; name: string; maxClass: string }[];
}

/** What is told and changed one by one. */
export const settingsParts = [
  ...(['rounding', 'shownDecimals', 'floor', 'measure', 'ranking', 'classes', 'tieBreak'] as const),
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** A unit entered nothing in the first stage, and that is closed. */
export const NO_SELF_SCORE = 'no_self_score';

const word = z.string().min(1).max(200);
const key = z.string().min(1).max(64);
const decimals = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const tieKeySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('criterion'), key }),
  z.strictObject({
    by: z.literal('indicator'),
    key,
    name: word,
    prefer: z.enum(['higher', 'lower']).default('higher'),
  }),
  z.strictObject({ by: z.literal('ballot') }),
  z.strictObject({ by: z.literal('decision') }),
]);

/** What nobody has said stands at its default, which changes no number that was entered. */
export const tableSettingsSchema = (forms: NumberForms) =>
  z.strictObject({
    rounding: z
      .strictObject({ at: z.enum(['leaf', 'group', 'total']).default('leaf'), decimals: decimals.default(2) })
      .prefault({}),
    shownDecimals: decimals.default(2),
    floor: z.enum(['none', 'group', 'table']).default('none'),
    measure: z.enum(['points', 'percent']).default('points'),
    ranking: z.enum(['gaps', 'dense']).default('gaps'),
    tieBreak: z.array(tieKeySchema).max(20).default([]),
    classes: z
      .array(
        z.strictObject({
          name: word,
          within: z.strictObject(intervalShape(forms)).refine(isInterval, 'not_an_interval'),
          noZero: z.boolean().default(false),
        }),
      )
      .max(20)
      .default([]),
    classCaps: z
      .array(z.strictObject({ event: key, name: word, maxClass: word }))
      .max(50)
      .default([]),
  });

export const defaultSettings: TableSettings = {
  rounding: { at: 'leaf', decimals: 2 },
  shownDecimals: 2,
  floor: 'none',
  measure: 'points',
  ranking: 'gaps',
  tieBreak: [],
  classes: [],
  classCaps: [],
};
