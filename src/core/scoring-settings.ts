import { z } from 'zod';

/** How a bloc publishes its scores. */
export const scoringSettingsSchema = z.object({
  /** Persons it takes: one proposes and confirms, or another one confirms. */
  publishers: z.union([z.literal(1), z.literal(2)]).default(1),
  /** Working days for appeals, from the day after publication. */
  appealDays: z.int().min(1).max(30).default(5),
});
export type ScoringSettings = z.infer<typeof scoringSettingsSchema>;
