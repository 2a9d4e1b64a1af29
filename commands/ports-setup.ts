import type { PersonRole } from '../src/core/bloc.ts';
import type { BlocDraft, BlocSheet } from '../src/core/bloc-sheet.ts';
import type { BlocPost } from '../src/core/member-change.ts';
import type { UnitChange, UnitInFull, UnitPlan } from '../src/core/unit-change.ts';
import type { Saved } from './conversation.ts';

/** Setting a bloc up and changing what it is: its facts, groups, units and members. */
export interface SetupPorts {
  /** Null where no bloc is entered. `draft`: it is still being set up; `codeGone`: meanwhile its code made another. */
  bloc(): Promise<{ sheet: BlocSheet; draft: boolean; codeGone: boolean; yearHolds: boolean } | null>;
  /** With a good code opens a bloc to set up and begins its conversation; works for strangers. */
  begin(
    code: string,
    conversation: Saved & { kind: string },
  ): Promise<'begun' | 'unknown' | 'used' | 'expired'>;
  /** The sender becomes the contact of the lead unit. Null: the code was used meanwhile. */
  create(draft: BlocDraft): Promise<{ blocId: number; leadName: string } | null>;
  abandon(): Promise<void>;
  change(sheet: BlocSheet): Promise<void>;
  groups: GroupPorts;
  units(): Promise<UnitInFull[]>;
  posts(): Promise<BlocPost[]>;
  /** Carries a planned change out; `moveTo`: where the posts that end go on. */
  changeUnit(change: UnitChange, plan: UnitPlan, moveTo: string | null): Promise<void>;
  /** Ends a post; with a role the person goes on in that role. */
  changePost(post: BlocPost, role: PersonRole | null): Promise<void>;
}

export interface BoundChat {
  title: string;
  /** Stands for the chat in a button. */
  ref: string;
}

export type Binding =
  | { kind: 'bound'; blocName: string }
  | { kind: 'already'; blocName: string }
  /** The group is another bloc's: its lead is to be asked; `question` stands for it in buttons. */
  | { kind: 'asks'; blocName: string; otherName: string; title: string; question: string }
  | { kind: 'unknown' | 'used' | 'expired' | 'not_lead' };

export type Ceding =
  | { kind: 'ceded'; title: string; toName: string }
  | { kind: 'kept'; title: string; toName: string }
  | { kind: 'stale' | 'not_lead' };

export interface GroupPorts {
  newCode(expiresAt: Date): Promise<string>;
  /** That add the bot to a group and bring it the code, of each messenger that has such. */
  links(code: string): string[];
  /** True for what has the shape of a group's code. */
  isCode(words: string): boolean;
  bound(): Promise<BoundChat[]>;
  /** In the group itself. */
  bind(code: string): Promise<Binding>;
  /** The lead of the bloc that has the group answers another's wish for it. */
  cede(question: string, agreed: boolean): Promise<Ceding>;
  unbind(ref: string): Promise<void>;
}
