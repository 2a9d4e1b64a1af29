import type { Command } from '../../commands/command.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { Logger } from '../log.ts';

/** What the outside wants to hear of the pipeline: health and metrics. */
export interface Witness {
  stored(count: number): void;
  turned(count: number): void;
  failed(): void;
  sent(platform: string, outcome: string): void;
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
  /** Where people reach us, without a slash at the end; null where nobody said. */
  publicUrl: string | null;
  /** A link that brings a pairing code to the bot, where the platform has such; null else. */
  pairingLink(code: string): string | null;
}

export function adapterOf(deps: TurnDeps, platform: string, botId: string): ChatAdapter | null {
  return deps.adapters.find(one => one.platform === platform && one.botId === botId) ?? null;
}
