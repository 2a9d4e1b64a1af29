import { authorityOf, type Post, unitsActedFor } from './bloc.ts';
import type { Day } from './day.ts';
import type { Channel, Duty, DutyParty, HandedIn, SentBack } from './duty.ts';

/** `withdrawn` is the unit's own. */
export type DecisionKind = 'accepted' | 'sent_back' | 'withdrawn';

/** One handing-in with everything that was said of it. */
export interface ReportVersion {
  obligationId: string;
  submissionId: string;
  version: number;
  receiptNo: number;
  documentNumber: string | null;
  documentDate: Day | null;
  summary: string | null;
  sentAt: Date;
  receivedAt: Date;
  channel: Channel;
  byName: string;
  files: { sha256: string; name: string; mime: string; size: number }[];
  /** Oldest first; the last one holds. */
  decisions: { kind: DecisionKind; reason: string | null; byName: string; at: Date }[];
}

export type ReportStanding = 'missing' | 'received' | 'accepted' | 'sent_back';

export function reportStanding({ handedIn, sentBack }: Pick<Duty, 'handedIn' | 'sentBack'>): ReportStanding {
  if (sentBack) return 'sent_back';
  if (handedIn === null) return 'missing';
  return handedIn.accepted ? 'accepted' : 'received';
}

/** The newest version, whatever the lead's side decided on it. */
export const newestVersion = ({ handedIn, sentBack }: Duty): HandedIn | SentBack | null =>
  handedIn ?? sentBack;

/** The number that the next version follows on. */
export const lastVersion = (duty: Duty): number => (newestVersion(duty) ?? duty.withdrawn)?.version ?? 0;

export const isWithdrawn = ({ decisions }: Pick<ReportVersion, 'decisions'>): boolean =>
  decisions.at(-1)?.kind === 'withdrawn';

/** The deputy's contacts look after the reports of the lead's own unit, so that nobody has to judge his own. */
function standsInForLead(posts: readonly Post[], party: DutyParty, leadUnits: readonly string[]): boolean {
  const deputy = posts.some(post => post.unitRole === 'deputy' && post.role !== 'member');
  return deputy && party.kind === 'unit' && leadUnits.includes(party.unitId);
}

/** @param leadUnits ids of the units that lead the bloc today */
export function mayDecide(posts: readonly Post[], party: DutyParty, leadUnits: readonly string[]): boolean {
  return authorityOf(posts) === 'lead' || standsInForLead(posts, party, leadUnits);
}

/** Beside those who decide, a unit sees its own. */
export function maySeeReport(
  posts: readonly Post[],
  party: DutyParty,
  leadUnits: readonly string[],
): boolean {
  const own = party.kind === 'unit' && unitsActedFor(posts).includes(party.unitId);
  return own || mayDecide(posts, party, leadUnits);
}
