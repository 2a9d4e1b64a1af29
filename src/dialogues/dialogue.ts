import type { z } from 'zod';
import type { Line, Table } from '../core/message.ts';

/**
 * A conversation as a pure machine. State is small (what was answered, not what was said), saved as jsonb
 * after every step; facts are read afresh for every step, inside the transaction that will save the step.
 */
export type Input =
  | { kind: 'text'; text: string }
  /** Option ids as offered by the last prompt; labels never reach a machine. */
  | { kind: 'option'; id: string }
  /** `topic`: what they are for, where they came through a link that a prompt of that topic offered. */
  | { kind: 'files'; files: ReceivedFile[]; caption: string; topic?: string }
  /** `hủy`, `lùi`, `bỏ qua`, `để sau`, recognised before the machine sees them. */
  | { kind: 'go'; to: 'cancel' | 'back' | 'skip' | 'later' };

export interface ReceivedFile {
  sha256: string;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** A document that could not be opened, so that no secrecy marking was looked for in it. */
  unseen?: boolean;
}

export interface Choice {
  /** Short, [a-z0-9_], unique within the prompt. */
  id: string;
  label: string;
  tone?: 'primary' | 'danger';
}

export interface Say {
  lines: Line[];
  table?: Table;
  choices?: Choice[][];
  /** A stored file of the bloc. */
  file?: { sha256: string; name: string; mime: string };
  /** Typed numbers are answers, and never stand for a choice. */
  wants?: 'number';
  /** Files are awaited, for this: where the messenger hands over none, a link to send them by is added. */
  takesFiles?: { topic: string; title: string };
  /** A message of its own, to be passed on to somebody. */
  alone?: true;
  /** Of a press in a group: for the presser alone, in passing, where the messenger has such. */
  toast?: true;
  /** Tells that what was agreed to could not be done after all. */
  undone?: true;
}

export type Step<State, Effect> =
  | { kind: 'ask'; state: State; say: Say; effects: Effect[] }
  /**
   * Over. What the effects brought about (a receipt number …) is said by whoever applies them, and `say` is then null:
   * the conversation has done what it was for.
   */
  | { kind: 'end'; say: Say | null; effects: Effect[] };

export interface Dialogue<State, Facts, Effect> {
  kind: string;
  /** No step of it takes files. */
  takesNoFiles?: true;
  /** Thanks are words like others to it. */
  takesThanks?: true;
  /** Raised whenever the state's shape or the meaning of a step changes. */
  version: number;
  state: z.ZodType<State>;
  /** State saved by an older release → today's, or null where it cannot be carried over. */
  migrate(version: number, state: unknown): State | null;
  start(facts: Facts): Step<State, Effect>;
  step(state: State, input: Input, facts: Facts): Step<State, Effect>;
  /** The open question again: after a stale button, a restart, an answer that fits nothing. */
  ask(state: State, facts: Facts): Say;
}

/** What happened, a blank line, what is asked now. */
export const apart = (before: readonly Line[], question: readonly Line[]): Line[] =>
  before.length > 0 ? [...before, [], ...question] : [...question];
