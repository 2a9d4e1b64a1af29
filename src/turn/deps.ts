import type { Command } from '../../commands/command.ts';
import type { Calendars } from '../../db/calendar.ts';
import type { ChatAdapter, Platform } from '../chat/port.ts';
import type { Logger } from '../log.ts';

/** What the outside wants to hear of the pipeline: health and metrics. */
export interface Witness {
  stored(count: number): void;
  turned(count: number): void;
  failed(): void;
  sent(platform: string, outcome: string): void;
}

export interface DeepLink {
  platform: Platform;
  url: string;
}

/** What turns and sends need of the outside; made once, in main. */
export interface TurnDeps {
  adapters: readonly ChatAdapter[];
  commands: readonly Command[];
  /** The domain's clock (decision 11). */
  clock: { now(): Date };
  log: Logger;
  seen: Witness;
  /** The bot's name as people mention it. */
  botName: string;
  calendars: Calendars;
  /** Where people reach us, without a slash at the end; null where nobody said. */
  publicUrl: string | null;
  /** Links that open a chat with the bot, or add it to a group, and bring it `payload`: of each messenger that has such. */
  deepLinks(payload: string, to: 'private' | 'group'): DeepLink[];
}

export function adapterOf(deps: TurnDeps, platform: string, botId: string): ChatAdapter | null {
  return deps.adapters.find(one => one.platform === platform && one.botId === botId) ?? null;
}
