import { z } from 'zod';
import type { Day } from '../core/day.ts';
import { type ScoreEffect, scoreEffect } from '../core/score-effect.ts';
import type { TallyInput } from '../core/scoring-tally.ts';
import type { NamedUnit } from '../text/find-units.ts';
import type { ReportShown } from '../text/reports-received.ts';

export interface ReturnableReport {
  /** Of the obligation. */
  id: string;
  unitId: string | null;
  unitName: string;
  title: string;
  version: number;
  standing: 'received' | 'accepted';
  shown: ReportShown;
  /** If the unit handed in anew today; 0: in time. */
  overdueDays: number;
}

export interface SendBackFacts {
  today: Day;
  words: string;
  units: readonly NamedUnit[];
  /** Newest first. */
  reports: readonly ReturnableReport[];
  /** Null before the season has a score table. */
  scoring: TallyInput | null;
}

export interface SendBackEffect {
  kind: 'send_back';
  obligationId: string;
  version: number;
  standing: 'received' | 'accepted';
  reason: string;
}

const target = {
  obligationId: z.string(),
  version: z.int().positive(),
  standing: z.enum(['received', 'accepted']),
};
export const sendBackStateSchema = z.discriminatedUnion('at', [
  /** `reason`: typed together with a unit that has several reports. */
  z.strictObject({
    at: z.literal('choose'),
    page: z.int().nonnegative(),
    unitId: z.string().nullable(),
    reason: z.string(),
  }),
  z.strictObject({ at: z.literal('reason'), ...target }),
  z.strictObject({ at: z.literal('confirm'), ...target, reason: z.string(), rev: z.int() }),
]);
export type SendBackState = z.infer<typeof sendBackStateSchema>;

/** What it would do to the points: the report is owed again. */
export function scoresAfter({ id }: ReturnableReport, { scoring }: SendBackFacts): ScoreEffect {
  if (!scoring) return { locked: false, affected: [] };
  return scoreEffect(scoring, new Map([[id, { sentAt: null }]]));
}

/** The report belongs to scores that are published. */
export const isLocked = (obligationId: string, scoring: TallyInput | null): boolean =>
  scoring !== null &&
  scoring.standing.published !== null &&
  scoring.records.duties.some(duty => duty.obligationId === obligationId);
