import { addMinutes } from 'date-fns/addMinutes';
import { z } from 'zod';

const chatSchema = z.object({
  platform: z.enum(['room', 'telegram', 'zalo']),
  botId: z.string(),
  chatId: z.string(),
});

/** What a link is for. Each purpose has its page in `src/web/links/`. */
export const linkSubjectSchema = z.discriminatedUnion('purpose', [
  /** A stored file of the bloc. */
  z.object({ purpose: z.literal('download'), sha256: z.string(), name: z.string(), mime: z.string() }),
  /** Files for an open conversation, where the messenger hands over none. */
  z.object({
    purpose: z.literal('upload'),
    /** The private chat in which it goes on, and who speaks there. */
    chat: chatSchema,
    from: z.object({ userId: z.string(), displayName: z.string() }),
    /** Code of the conversation, and within it what the files are for. */
    conversation: z.string(),
    topic: z.string(),
    /** As shown above the form. */
    title: z.string(),
  }),
  /** The person's deadlines in the bloc, for a calendar that fetches them again and again. */
  z.object({ purpose: z.literal('calendar') }),
  /** A unit's score sheet on one page, for one of its contacts. */
  z.object({ purpose: z.literal('score'), seasonId: z.string(), unitId: z.string(), unitName: z.string() }),
]);
export type LinkSubject = z.infer<typeof linkSubjectSchema>;
export type LinkPurpose = LinkSubject['purpose'];

interface LinkTerms {
  /** From making it to its end. */
  minutes: number;
  /** True: whatever it is for is done once; false: as often as one likes until it ends. */
  once: boolean;
}

const DAY = 24 * 60;

/** A download is read when its reader gets round to it, and may be opened again on another device. */
const terms: Record<LinkPurpose, LinkTerms> = {
  // A sheet of a hundred criteria is filled over an evening or two.
  score: { minutes: 2 * DAY, once: false },
  upload: { minutes: 30, once: true },
  download: { minutes: DAY, once: false },
  /** A year and the time until the next one has begun; marked as used once a newer one takes its place. */
  calendar: { minutes: 396 * DAY, once: true },
};

export const linkEnds = (purpose: LinkPurpose, now: Date): Date => addMinutes(now, terms[purpose].minutes);

export type LinkStanding = 'good' | 'expired' | 'used';

export function linkStanding(
  purpose: LinkPurpose,
  { expiresAt, usedAt }: { expiresAt: Date; usedAt: Date | null },
  now: Date,
): LinkStanding {
  if (usedAt !== null && terms[purpose].once) return 'used';
  return now < expiresAt ? 'good' : 'expired';
}
