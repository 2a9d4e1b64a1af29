import type {
  Announcement,
  BlocDocument,
  BoardFile,
  DocumentFacts,
  Feedback,
  FeedbackKind,
} from '../src/core/board.ts';

/** What the bloc's people put up for each other, newest first. */
export interface BoardPorts {
  announcements: AnnouncementPorts;
  feedback: FeedbackPorts;
  documents: DocumentPorts;
}

interface AnnouncementPorts {
  list(): Promise<Announcement[]>;
  /** `sendAt` later than now: the tick says it then. */
  add(given: {
    body: string;
    file: BoardFile | null;
    sendAt: Date;
    unitIds: readonly string[];
  }): Promise<{ id: string; no: number }>;
  /** Of these units those that had not taken note before. */
  read(id: string, unitIds: readonly string[]): Promise<string[]>;
  reminded(id: string, unitIds: readonly string[]): Promise<void>;
}

interface FeedbackPorts {
  all(): Promise<Feedback[]>;
  mine(): Promise<Feedback[]>;
  add(given: {
    kind: FeedbackKind;
    unitId: string;
    body: string;
    file: BoardFile | null;
  }): Promise<{ id: string; no: number }>;
  goOn(id: string, entry: Pick<Feedback['entries'][number], 'side' | 'body' | 'file'>): Promise<void>;
  close(id: string): Promise<void>;
}

interface DocumentPorts {
  list(): Promise<BlocDocument[]>;
  add(given: DocumentFacts & { file: BoardFile }): Promise<{ id: string; no: number }>;
  remove(id: string): Promise<void>;
}
