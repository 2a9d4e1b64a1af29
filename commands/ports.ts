import type { AuditFacts } from '../src/core/audit.ts';
import type { PersonRole, Post } from '../src/core/bloc.ts';
import type { Calendar } from '../src/core/calendar.ts';
import type { Day } from '../src/core/day.ts';
import type { Channel, Duty, Happening } from '../src/core/duty.ts';
import type { ReminderPolicy } from '../src/core/reminder-policy.ts';
import type { ScoreTable } from '../src/core/score-table.ts';
import type { Entry, SheetValue } from '../src/core/sheet-value.ts';
import type { ReceivedFile, Say } from '../src/dialogues/dialogue.ts';
import type { AccountPorts } from './ports-accounts.ts';
import type { BallotPorts } from './ports-ballot.ts';
import type { BoardPorts } from './ports-board.ts';
import type { DeadlinePorts } from './ports-deadlines.ts';
import type { LinkPorts, MadeLink } from './ports-links.ts';
import type { PlanPorts } from './ports-plans.ts';
import type { PrivacyPorts } from './ports-privacy.ts';
import type { ReminderPorts } from './ports-reminders.ts';
import type { ReportsPorts } from './ports-reports.ts';
import type { ScoringPorts } from './ports-scoring.ts';
import type { SetupPorts } from './ports-setup.ts';
import type { TablePorts } from './ports-tables.ts';
import type { YearPorts } from './ports-year.ts';

export interface Reach {
  persons: ReadonlySet<string>;
  /** Those of which somebody acting for them is among `persons`. */
  units: ReadonlySet<string>;
}

export interface BlocMember extends Post {
  personId: string;
  personName: string;
}

export interface UnitFacts {
  id: string;
  name: string;
  role: 'lead' | 'deputy' | 'member';
}

export interface SheetFacts {
  id: string;
  unitId: string;
  submittedAt: Date | null;
  submittedByName: string | null;
  entries: Entry[];
}

export interface SubmissionFacts {
  obligationId: string;
  /** Version replaced, 0 for none. */
  replaces: number;
  documentNumber: string | null;
  documentDate: Day | null;
  summary: string | null;
  files: ReceivedFile[];
  sentAt: Date;
  /** By default by chat. */
  channel?: Channel;
}

/**
 * Who is told: in private whoever acts for the lead, for a unit, for all units, for some of them or for none of those but
 * for another, or one person; or the bloc's groups.
 */
export type Audience =
  /** `blocId`: of another bloc. */
  | { kind: 'lead'; blocId?: number }
  | { kind: 'unit'; unitId: string }
  | { kind: 'units' }
  | { kind: 'these'; unitIds: readonly string[] }
  | { kind: 'others'; unitIds: readonly string[] }
  | { kind: 'person'; personId: string }
  | { kind: 'groups'; blocId?: number };

interface AuditPage {
  offset: number;
  limit: number;
  /** Their acts alone. */
  personIds: string[] | null;
}

interface AuditLog {
  acts: {
    seq: number;
    at: Date;
    actorName: string | null;
    action: string;
    detail: Record<string, string | number | boolean | null>;
  }[];
  total: number;
  /** The first row that does not hold. */
  tampering: { seq: number; why: 'changed' | 'missing' | 'cut' } | null;
  end: { seq: number; hash: string } | null;
}

export type PairingOutcome =
  /** `first`: the unit has its first contact by it; so many units have one now. */
  | {
      kind: 'paired';
      blocId: number;
      blocName: string;
      unitName: string;
      role: PersonRole;
      personName: string;
      first: { done: number; of: number } | null;
    }
  | { kind: 'already'; blocName: string; unitName: string }
  /** The same person brings the code again. */
  | { kind: 'own_used'; unitName: string }
  | { kind: 'unknown' | 'used' | 'expired' };

/** One of a person's blocs, as far as its deadlines go. */
export interface BlocView {
  blocId: number;
  name: string;
  posts: Post[];
  duties: Duty[];
  events: Happening[];
  calendar: Calendar;
  policy: ReminderPolicy;
}

/** What the turn hands to commands: the bloc that was entered, in the turn's own transaction. */
export interface Ports {
  policy: ReminderPolicy;
  calendar(): Promise<Calendar>;
  /** Of every open year, or of that one. */
  duties(year?: number): Promise<Duty[]>;
  /** The same for each of the person's blocs; in a group for the group's alone. */
  everyBloc(): Promise<BlocView[]>;
  people(): Promise<BlocMember[]>;
  /** Whom a private message reaches now. */
  reach(): Promise<Reach>;
  units(): Promise<UnitFacts[]>;
  /** Null before a score table is loaded. */
  table(): Promise<{ id: string; table: ScoreTable } | null>;
  sheets(tableId: string): Promise<SheetFacts[]>;
  /** Makes the sheet where there is none and holds it until the turn ends. */
  lockSheet(tableId: string, unitId: string): Promise<string>;
  /** Written by the end of the turn, which fails where somebody has written this version. */
  enter(
    sheet: { id: string; tableId: string },
    criterionKey: string,
    sawVersion: number,
    value: SheetValue,
  ): void;
  submitSheet(sheetId: string): Promise<void>;
  /** Keeps this event's files for the bloc. */
  keepFiles(): Promise<void>;
  submit(facts: SubmissionFacts): Promise<{ id: string; receiptNo: number }>;
  newPairing(unitId: string, role: PersonRole, expiresAt: Date): Promise<{ code: string; links: string[] }>;
  /** Works for strangers too: the code itself names the bloc. */
  pair(code: string): Promise<PairingOutcome>;
  reports: ReportsPorts;
  scoring: ScoringPorts;
  tables: TablePorts;
  setup: SetupPorts;
  deadlines: DeadlinePorts;
  board: BoardPorts;
  year: YearPorts;
  plans: PlanPorts;
  ballots: BallotPorts;
  privacy: PrivacyPorts;
  /** Null where nothing has a day. */
  calendarFile(): Promise<{ sha256: string; count: number } | null>;
  /** The person's older ones serve no more. Null where nobody has said at what address we are reached. */
  calendarLink(): Promise<MadeLink | null>;
  /** Names of the person's blocs, by id. */
  blocNames(): Promise<Map<number, string>>;
  chooseBloc(blocId: number): Promise<void>;
  links: LinkPorts;
  accounts: AccountPorts;
  reminders: ReminderPorts;
  audit(entry: AuditFacts): void;
  /** What was done in the bloc, newest first, and whether its chain holds. */
  auditLog(page: AuditPage): Promise<AuditLog>;
  /**
   * Said at the end of the turn, to others than the actor; the ids of its choices are command lines. With `waits`
   * it is said in the next morning where now is a bad time, under that name; with `owed`, the id of a deadline, then
   * only to who still owes it.
   */
  tell(to: Audience, say: Say, waits?: string, owed?: string): void;
  /** Takes back what waits under that name: true where nobody has heard of it. */
  recall(waits: string): Promise<boolean>;
  /** The facts changed: due rows are planned anew before the turn ends. */
  replan(): void;
}
