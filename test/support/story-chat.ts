/**
 * A messenger with people in it, as stories speak to it, so that the same story is played over each. Ids are the
 * story's own: a person's private chat has the person's id, and those of the sample bloc are the same everywhere.
 */
export interface StoryChat {
  persons(): Promise<StoryPerson[]>;
  groups(): Promise<{ id: string; title: string }[]>;
  /** Somebody the bot has never seen. */
  newPerson(name: string): Promise<string>;
  /** A group of these people and the bot; its id. */
  makeGroup(title: string, persons: readonly string[]): Promise<string>;
  /** As that person into that chat; returns what came there of it. In a group, `text` is a command or meant for the bot. */
  say(chat: string, person: string, text: string): Promise<StoryMessage[]>;
  /** Chooses the option whose label begins so: a button, or its number where there are none. */
  press(person: string, message: StoryMessage, label: string): Promise<StoryMessage[]>;
  /** Files into the person's private chat, by upload where the messenger takes none. */
  attach(person: string, files: readonly StoryFile[]): Promise<StoryMessage[]>;
  /** What that person sees of a chat after that message, oldest first; edits in their place. */
  read(chat: string, person: string, after?: number): Promise<StoryMessage[]>;
  /** Moves the domain's clock; all that is due on the way happens and is said before it resolves. */
  clock(move: ClockMove): Promise<Date>;
}

export interface StoryPerson {
  id: string;
  name: string;
}

export interface StoryFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface StoryMessage {
  chat: string;
  /** Grows with time, over all chats; an edit gives a new one. */
  seq: number;
  /** Null is the bot. */
  from: string | null;
  /** As it reads: lines, table rows with bars between the cells, then each row of options in brackets. */
  text: string;
  /** What can be chosen, in order. */
  labels: string[];
}

/** Seconds, an instant, or on to whatever is due next. */
export type ClockMove = { by: number } | { to: string } | { next: true };

/** A story's stage, made anew for each: a messenger, a bot on it, and a clock that stands where it is put. */
export interface Stage {
  name: string;
  open(set: StageSet): Promise<OpenStage>;
}

export interface StageSet {
  /** As the setting CLOCK takes it. */
  clock: string;
  /** A bloc to load; by default the sample, unless a code is asked for. */
  file?: string;
  setupCode?: boolean;
}

export interface OpenStage {
  chat: StoryChat;
  /** What the operator printed, where it was asked for. */
  setupCode: string;
  close(): Promise<void>;
}
