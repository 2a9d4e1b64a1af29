import { z } from 'zod';

/** How long a change can be taken back. */
export const UNDO_MS = 10 * 60_000;

/** How a change of a deadline is taken back: by adding to history, never by taking from it. */
export const inverseSchema = z.discriminatedUnion('kind', [
  /** It was added: a cancelled revision. */
  z.strictObject({ kind: z.literal('deadline.withdraw'), deadlineId: z.string() }),
  /** It was moved, renamed or cancelled by `revision`: what stood before stands again. */
  z.strictObject({ kind: z.literal('deadline.restore'), deadlineId: z.string(), revision: z.int() }),
  /** Extensions were granted: they are revoked. */
  z.strictObject({
    kind: z.literal('extension.revoke'),
    deadlineId: z.string(),
    extensionIds: z.array(z.string()),
    obligationIds: z.array(z.string()),
  }),
]);
export type Inverse = z.infer<typeof inverseSchema>;

export type UndoOutcome =
  | { kind: 'done'; undoId: string; inverse: Inverse }
  /** `superseded`: a later change stands on it; `handed_in`: what was added has been fulfilled by somebody. */
  | { kind: 'nothing' | 'unknown' | 'used' | 'expired' | 'superseded' | 'handed_in' };
