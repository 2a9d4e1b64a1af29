import type { Ballot } from '../src/core/ballot/ballot.ts';
import { shortRef } from '../src/core/short-ref.ts';
import { type ComposeEffect, type ComposeFacts, composeDialogue } from '../src/dialogues/compose.ts';
import type { Say } from '../src/dialogues/dialogue.ts';
import { ballotText } from '../src/text/ballots.ts';
import { deciding } from './ballot-decide.ts';
import { opening } from './ballot-desk.ts';
import type { Call } from './command.ts';
import { bindConversation } from './conversation.ts';
import { isLead } from './reply.ts';

/** Characters. */
const MOST = 1_500;

export const refOf = (one: Ballot) => shortRef('b', one.id);

/** What is typed under `/binh_xet`, looked at, and what comes of it. */
export interface BallotTalk extends ComposeFacts {
  carryOut(effect: ComposeEffect): Promise<Say>;
}

/** `quyet b_…` records a decision; other words are put to the vote. */
async function load(
  call: Call,
  words: string,
  saved: { target: string | null } | null,
): Promise<{ facts: BallotTalk } | { refusal: Say }> {
  if (!isLead(call)) return { refusal: { lines: ballotText.leadOnly() } };
  const [, ref] = /^quyet (b_[a-z\d]{12})$/.exec(words) ?? [];
  const target = saved ? saved.target : (ref ?? null);
  if (target === null) return { facts: await opening(call, words) };
  const about = (await call.ports.ballots.list()).find(one => refOf(one) === target);
  if (!about) return { refusal: { lines: ballotText.unknown() } };
  const talk = await deciding(call, about, target);
  return 'carryOut' in talk ? { facts: talk } : { refusal: talk };
}

export const ballotConversation = bindConversation({
  machine: composeDialogue({ kind: 'binh_xet', file: 'none', most: MOST }),
  load,
  apply: async (effects: ComposeEffect[], _, { carryOut }: BallotTalk) => {
    const says: Say[] = [];
    for (const effect of effects) says.push(await carryOut(effect));
    return says;
  },
});
