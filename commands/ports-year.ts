import type { ChatAddress } from '../src/chat/port.ts';
import type { AwardProposal, AwardStep } from '../src/core/award.ts';
import type { Season } from '../src/core/bloc.ts';
import type { BoardFile } from '../src/core/board.ts';
import type { Day } from '../src/core/day.ts';
import type { Exemplar, ExemplarFacts } from '../src/core/exemplar.ts';
import type { ComingHandOver } from '../src/core/hand-over.ts';
import type { Initiative, InitiativeFacts } from '../src/core/initiative.ts';
import type { Meeting } from '../src/core/meeting.ts';
import type { Milestone } from '../src/core/milestone.ts';
import type { OpenInYear } from '../src/core/open-in-year.ts';
import type { Registration } from '../src/core/registration.ts';
import type { Veto } from '../src/core/scoring-facts.ts';
import type { SeasonPhase, SeasonPhases } from '../src/core/season-phase.ts';
import type { Target } from '../src/core/target.ts';

/** What the bloc does in its year, beyond reports and scores. */
export interface YearPorts {
  targets: TargetPorts;
  initiatives: InitiativePorts;
  phases: {
    list(): Promise<SeasonPhases>;
    /** From that day on the lead is asked to enter it. */
    date(phase: SeasonPhase, on: Day): Promise<void>;
    enter(phase: SeasonPhase): Promise<void>;
  };
  /** That are open, the earliest first. */
  years(): Promise<number[]>;
  /** From here to the turn's end all is of that year; null: it is not open. */
  speakOf(year: number): Season | null;
  /** In private the person speaks of that year from now on. False: it is not open. */
  choose(year: number): Promise<boolean>;
  /** Beside those that run; its id, null where there is one of that year. */
  openYear(year: number): Promise<string | null>;
  meetings: MeetingPorts;
  awards: AwardPorts;
  vetoes: {
    /** Of the season, also those taken back; none of them has anything to do with points. */
    list(): Promise<Veto[]>;
    /** @throws once the season's scores are published */
    tell(veto: Veto, actingUnitId: string): Promise<void>;
  };
  handOver: {
    /** The one whose day has yet to come. */
    coming(): Promise<ComingHandOver | null>;
    /**
     * From that day on they lead, in place of the one that is coming; the next year is opened, with this one's score
     * table.
     */
    carryOut(given: ComingHandOver & { year: number }): Promise<void>;
    /** The one that is coming does not come; the year it opened stays. */
    cancel(): Promise<void>;
    /** What of that year is still under way. */
    left(year: number): Promise<OpenInYear>;
    /** Its id; null where it is not open. Nothing of it can be changed afterwards. */
    close(year: number): Promise<string | null>;
    isClosed(year: number): Promise<boolean>;
    /** Of any year; made after this turn and sent to this chat. False: the bloc has no such year. */
    archive(year: number, chat: ChatAddress): Promise<boolean>;
  };
  exemplars: ExemplarPorts;
  milestones: {
    /** Of the season, numbered as people call them. */
    list(): Promise<Milestone[]>;
    /** On its first and last morning the group hears of it. */
    date(one: Milestone, days: { startsOn: Day; endsOn: Day | null }): Promise<void>;
    report(
      one: Milestone,
      given: { unitId: string; body: string; doneOn: Day; file: BoardFile | null },
    ): Promise<void>;
  };
  registrations: {
    /** Of the units that have one, in the bloc's order. */
    list(): Promise<Registration[]>;
    add(
      given: Pick<Registration, 'unitId' | 'titles' | 'pledgeNumber' | 'pledgedOn' | 'file'>,
    ): Promise<void>;
  };
}

interface TargetPorts {
  /** Of the season, numbered as people call them. */
  list(): Promise<Target[]>;
  report(
    target: Target,
    given: { unitId: string | null; value: number; asOf: Day; source: string | null; file: BoardFile | null },
  ): Promise<void>;
  assign(target: Target, unitIds: readonly string[]): Promise<void>;
}

type Revision = InitiativeFacts & Pick<Initiative, 'state' | 'file'>;

interface InitiativePorts {
  /** Newest first, withdrawn ones too. */
  list(): Promise<Initiative[]>;
  add(
    given: Omit<Revision, 'state'> & Pick<Initiative, 'unitId'>,
  ): Promise<Pick<Initiative, 'id' | 'number'>>;
  revise(id: string, given: Revision): Promise<void>;
}

interface MeetingPorts {
  /** Newest first, cancelled ones too. */
  list(): Promise<Meeting[]>;
  /** Calls all units; `remindAt` later than now: they are reminded then. */
  call(
    given: Pick<Meeting, 'title' | 'startsAt' | 'place' | 'agenda'> & {
      unitIds: readonly string[];
      remindAt: Date | null;
    },
  ): Promise<Pick<Meeting, 'id' | 'number'>>;
  /** `reason`: why they stay away. */
  answer(
    id: string,
    unitIds: readonly string[],
    given: { answer: 'yes' | 'no'; reason: string | null },
  ): Promise<void>;
  attend(id: string, unitIds: readonly string[]): Promise<void>;
  decide(id: string, body: string): Promise<void>;
  cancel(id: string): Promise<void>;
  /** The draft of its minutes is made after this turn and sent to this chat. */
  minutes(id: string, chat: ChatAddress): Promise<void>;
}

interface AwardPorts {
  /** In their order, withdrawn ones too. */
  list(): Promise<AwardProposal[]>;
  propose(
    given: Pick<AwardProposal, 'award' | 'unitId' | 'subject' | 'basis'> & {
      quota: { id: string; no: number } | null;
    },
  ): Promise<Pick<AwardProposal, 'id' | 'number'>>;
  step(id: string, step: Omit<AwardStep, 'at'>): Promise<void>;
}

type ExemplarRevision = ExemplarFacts & Pick<Exemplar, 'stage' | 'file'>;

interface ExemplarPorts {
  /** Newest first, withdrawn ones too. */
  list(): Promise<Exemplar[]>;
  add(
    given: Omit<ExemplarRevision, 'stage'> & Pick<Exemplar, 'unitId'>,
  ): Promise<Pick<Exemplar, 'id' | 'number'>>;
  revise(id: string, given: ExemplarRevision): Promise<void>;
}
