import type { z } from 'zod';
import type { ChatAddress, ChatKind, Person } from '../src/chat/port.ts';
import type { Actor, Authority, Bloc } from '../src/core/bloc.ts';
import type { Day } from '../src/core/day.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import type { Conversation } from './conversation.ts';
import type { Ports } from './ports.ts';

/** Everything a command may know. `bloc` and `actor.posts` are of the bloc this chat speaks of. */
export interface Call {
  now: Date;
  today: Day;
  /** What "on time" is judged by: the platform's date of the message (decision 12). */
  sentAt: Date;
  chat: { kind: ChatKind; address: ChatAddress };
  sender: Person;
  /** Null: nobody has paired this account yet. */
  actor: Actor | null;
  bloc: Bloc | null;
  ports: Ports;
}

/** What a command answers; the ids of its choices are command lines: `nop_bao_cao`, `diem 2`. */
export type Reply =
  | { kind: 'say'; says: Say[] }
  /** Hands over to the command's conversation. */
  | { kind: 'begin'; words: string }
  /** Leaves the conversation that is open here. */
  | { kind: 'cancel' };

interface Spec<Args> {
  /** As typed, without the slash: `nop_bao_cao`. */
  name: string;
  /** What else people type for it, in proper Vietnamese; matching folds accents and case. */
  says: readonly string[];
  /** One line for menu and help. */
  summary: string;
  /** A line that can be typed as it stands. */
  example: string;
  /** The least authority in the bloc that may use it. */
  roles: Authority;
  /** `private`: called in a group, it answers in the person's private chat. */
  where: 'both' | 'private';
  /** The words behind the command, trimmed. */
  args: z.ZodType<Args, string>;
  conversation?: Conversation;
  /** What it shows is of one year: `năm 2026` names it, before its words or anywhere among them. */
  year?: 'first' | 'anywhere';
  /** What is typed or pressed for it may not lie about (decision 16): a code, a vote. */
  leavesNoTrace?: true;
  /** Files sent outside any conversation begin this one. */
  takesFiles?: true;
  /** Whether files sent outside any conversation are for this one, by what is in them: asked before `takesFiles`. */
  claimsFiles?(call: Call): Promise<boolean>;
  run(args: Args, call: Call): Promise<Reply>;
}

export interface Command extends Omit<Spec<never>, 'args' | 'run'> {
  /** Null: the words are not what the command takes; its help is due. */
  run(words: string, call: Call): Promise<Reply | null>;
}

/** A command is data; what it does is the one function in it. */
export function defineCommand<Args>(spec: Spec<Args>): Command {
  const { args, run, ...facts } = spec;
  return {
    ...facts,
    run: async (words, call) => {
      const parsed = args.safeParse(words.trim());
      return parsed.success ? run(parsed.data, call) : null;
    },
  };
}
