import type { Audience } from '../../commands/ports.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { BlocContext } from '../../db/bloc-context.ts';
import type { Tx } from '../../db/tx.ts';
import type { ChatAddress, Person } from '../chat/port.ts';
import type { Actor, Season } from '../core/bloc.ts';
import { type Day, dayOf } from '../core/day.ts';
import type { Say } from '../dialogues/dialogue.ts';
import type { TurnDeps } from './deps.ts';

export interface PortFacts {
  tx: Tx;
  inboxId: number;
  inGroup: boolean;
  chat: ChatAddress;
  /** The part of the group, where it has such. */
  topic: string | null;
  now: Date;
  sender: Person & { platform: string; botId: string; privateChatId: string | null };
  actor: Actor | null;
  context: BlocContext | null;
  publicUrl: string | null;
  deepLinks: TurnDeps['deepLinks'];
  calendars: TurnDeps['calendars'];
}

/** What a turn leaves to its end, since it locks much or must see all that went before. */
export interface Deferred {
  audit: AuditEntry[];
  /** `waits`: to be said at a good time, under this name; `owed`: then only to who still owes that deadline. */
  tell: { to: Audience; say: Say; waits?: string; owed?: string }[];
  replan: boolean;
  /** Writes on their way, of which nobody waits for the outcome before the turn ends: they travel together. */
  written: Promise<void>[];
  /** A due row was left for now: the tick is to look at once. */
  dueNow: boolean;
}

/** What every group of ports works with. A part that needs a bloc throws where none is entered. */
export interface PortScope extends PortFacts {
  today: Day;
  bloc(): BlocContext;
  season(): Season;
  /** Person id of the actor. */
  me(): string;
  deferred: Deferred;
}

/** Begun, and waited for at the turn's end; it fails the turn there. */
export function writeLater({ written }: Pick<Deferred, 'written'>, write: Promise<void>): void {
  write.catch(() => undefined);
  written.push(write);
}

export function portScope(facts: PortFacts): PortScope {
  const need = <T>(value: T | null | undefined, what: string): T => {
    if (value === null || value === undefined)
      throw new Error(`command asked for ${what} where there is none`);
    return value;
  };
  const bloc = () => need(facts.context, 'a bloc');
  return {
    ...facts,
    today: dayOf(facts.now),
    bloc,
    season: () => need(bloc().season, 'a season'),
    me: () => need(facts.actor, 'a person').personId,
    deferred: { audit: [], tell: [], replan: false, written: [], dueNow: false },
  };
}

/**
 * Whatever year a chat speaks of: who is asked for a vote, a meeting or an answer replies in the year in which he was
 * asked, and numbers are the bloc's own, not a year's.
 */
export const openSeasons = ({ context }: PortScope): string[] => (context?.seasons ?? []).map(one => one.id);
