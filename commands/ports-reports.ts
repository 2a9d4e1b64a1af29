import type { ChatAddress } from '../src/chat/port.ts';
import type { DecisionKind, ReportVersion } from '../src/core/report-state.ts';

/** The newest version as the person saw it, and how it stood. */
export interface Seen {
  obligationId: string;
  version: number;
  standing: 'received' | 'accepted' | 'sent_back';
}

export interface UnitNames {
  id: string;
  /** The full name first. */
  names: string[];
}

/** What came in, and what is said of it. */
export interface ReportsPorts {
  /** Everything handed in for an obligation, newest version first. */
  versions(obligationId: string): Promise<ReportVersion[]>;
  /** `changed`: meanwhile somebody decided, or the unit has handed in anew; then nothing was done. */
  decide(seen: Seen, what: DecisionKind, reason: string | null): Promise<'done' | 'changed'>;
  unitNames(): Promise<UnitNames[]>;
  /** The sheet is made after this turn and sent to this chat. Null: the whole year's. */
  exportReports(deadlineId: string | null, chat: ChatAddress): Promise<void>;
}
