import type { Day } from './day.ts';

/** What the bloc's people put up for each other: announcements, feedback, documents. */

export interface BoardFile {
  sha256: string;
  name: string;
  mime: string;
}

export interface AnnouncedUnit {
  unitId: string;
  unitName: string;
  read: { at: Date; byName: string } | null;
  remindedAt: Date | null;
}

export interface Announcement {
  id: string;
  no: number;
  body: string;
  file: BoardFile | null;
  madeBy: string;
  byName: string;
  madeAt: Date;
  sendAt: Date;
  /** In the bloc's order. */
  units: AnnouncedUnit[];
}

export const unreadUnits = ({ units }: Announcement): AnnouncedUnit[] => units.filter(one => !one.read);

export type FeedbackKind = 'difficulty' | 'proposal';

interface FeedbackEntry {
  side: 'unit' | 'lead';
  body: string;
  file: BoardFile | null;
  byName: string;
  at: Date;
}

export interface Feedback {
  id: string;
  no: number;
  kind: FeedbackKind;
  unitName: string;
  madeBy: string;
  byName: string;
  closedAt: Date | null;
  /** The first is what was put. */
  entries: FeedbackEntry[];
}

export type FeedbackStanding = 'waiting' | 'answered' | 'closed';

/** Whoever spoke last waits for the other. */
export function feedbackStanding({ closedAt, entries }: Feedback): FeedbackStanding {
  if (closedAt) return 'closed';
  return entries.at(-1)?.side === 'lead' ? 'answered' : 'waiting';
}

export const documentKinds = ['plan', 'decision', 'guidance', 'form', 'minutes', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentFacts {
  kind: DocumentKind;
  title: string;
  /** With its symbol, as printed. */
  number: string | null;
  issuedOn: Day | null;
}

export interface BlocDocument extends DocumentFacts {
  id: string;
  no: number;
  file: BoardFile;
}
