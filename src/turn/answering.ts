import type { Call } from '../../commands/command.ts';
import type { Conversation } from '../../commands/conversation.ts';
import type { BlocContext, StoredDialogue } from '../../db/bloc-context.ts';
import type { ClaimedEvent } from '../../db/inbox.ts';
import type { Tx } from '../../db/tx.ts';
import type { TurnDeps } from './deps.ts';
import type { Destination, Speech } from './messages.ts';
import type { Deferred } from './port-scope.ts';
import type { Route } from './route.ts';

/** What there is to answer an event with. */
export interface Answering {
  tx: Tx;
  claimed: ClaimedEvent;
  routed: Exclude<Route, { kind: 'none' }>;
  call: Call;
  context: BlocContext | null;
  open: StoredDialogue | null;
  scope: string;
  here: Destination;
  speech: Speech;
  deps: TurnDeps;
  deferred: Deferred;
}

/** Of buttons that lead to commands. */
export const toCommands = { kind: 'command' } as const;

export const conversationOf = (deps: TurnDeps, kind: string): Conversation | null =>
  deps.commands.find(command => command.conversation?.kind === kind)?.conversation ?? null;
