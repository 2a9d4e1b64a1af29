import type { RawEvent } from '../../chat/port.ts';
import type { RoomStore } from '../../chat/room/store.ts';
import type { Looked } from '../../turn/read-files.ts';

/** Shown text: what the person is to the bloc, as far as the assistant knows. */
export interface Who {
  role: string | null;
  unit: string | null;
}

export interface RoomDeps {
  store: RoomStore;
  /** Stores raw events under their keys; a key stored before changes nothing. */
  intake: { store(events: RawEvent[]): Promise<unknown> };
  /** The domain's clock. */
  clock: {
    now(): Date;
    /** `step`: everything due on the way happens at its own time; `jump`: as if switched off meanwhile. */
    advanceTo(to: Date, how: 'step' | 'jump'): Promise<unknown>;
    nextDue(): Promise<Date | null>;
  };
  /** Resolves once inbox and outbox are empty. */
  settle(): Promise<unknown>;
  commands: readonly { name: string; summary: string }[];
  botName: string;
  /** All persons in one call; one who is missing is a stranger. */
  who(personIds: string[]): Promise<ReadonlyMap<string, Who>>;
  /** A few sentences on what a newcomer may try. */
  hints(): Promise<string[]>;
  /** Besides the loopback names: the host of PUBLIC_URL, if any. */
  allowedHosts: string[];
  /** For a secrecy marking, among a file's words. */
  lookThrough?(file: { name: string; mime: string; bytes: Uint8Array }): Promise<Looked>;
  /** Told of every error that was not the caller's. */
  report(error: unknown): void;
}
