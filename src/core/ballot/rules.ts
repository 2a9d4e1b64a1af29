import { z } from 'zod';
import { thresholdNames } from './threshold.ts';

/** How a bloc votes; a ballot keeps the rules it was opened with. */
export const ballotSettingsSchema = z.object({
  /** One vote for each unit, or one for each person who acts for a unit. */
  voters: z.enum(['units', 'persons']).default('units'),
  /** What the threshold is a share of: all who may vote, or those present. */
  base: z.enum(['all', 'present']).default('all'),
  threshold: z.enum(thresholdNames).default('two_thirds'),
  /** Of all who may vote, those who must be there for the vote to count. */
  quorum: z.enum(thresholdNames).default('two_thirds'),
  rounds: z.int().min(1).max(3).default(2),
  /** Who decides when votes are equal and no round is left. */
  tie: z.enum(['meeting', 'lead']).default('meeting'),
  /** Which ballot is the bloc's decision; the other is an aid. */
  counts: z.enum(['paper', 'chat']).default('paper'),
});
export type BallotSettings = z.infer<typeof ballotSettingsSchema>;

export const ballotRulesSchema = ballotSettingsSchema.extend({
  /** How many may be chosen; null: all that reach the threshold. */
  seats: z.int().positive().nullable(),
});
export type BallotRules = z.infer<typeof ballotRulesSchema>;
