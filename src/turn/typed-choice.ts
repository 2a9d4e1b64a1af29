import type { StoredDialogue } from '../../db/bloc-context.ts';
import { newestPrompts, type Prompt } from '../../db/prompts.ts';
import type { Tx } from '../../db/tx.ts';
import type { ChatAdapter, ChatEvent, EventBody } from '../chat/port.ts';
import type { Option } from '../core/message.ts';
import { chosenOption, isNumber } from '../text/choices.ts';

/** What was typed, as it is to be taken; `unclear`: it names an option of each of two lists, by these labels. */
export type Heard = { kind: 'clear'; body: EventBody } | { kind: 'unclear'; labels: [string, string] };

/**
 * Where there are no buttons, a typed number or label presses the option that it names in the newest list the person
 * has seen. A conversation that waits for a number, or whose question had no list, gets the number itself. A list that
 * came in unasked after the open question may not have been read yet: then a number alone decides nothing.
 */
export async function typedChoice(
  tx: Tx,
  { address, from, body }: ChatEvent,
  open: StoredDialogue | null,
  adapter: ChatAdapter | null,
): Promise<Heard> {
  if (adapter?.capabilities.buttons !== false || body.kind !== 'text' || !body.addressed || !from)
    return { kind: 'clear', body };
  const prompts = await newestPrompts(tx, address, from.userId);
  const named = optionsNamed(body.text, prompts, open);
  const [one, other] = named;
  if (one && other) return { kind: 'unclear', labels: [one.label, other.label] };
  return { kind: 'clear', body: one ? { kind: 'choice', token: one.token, messageId: null } : body };
}

function optionsNamed(text: string, prompts: readonly Prompt[], open: StoredDialogue | null): Option[] {
  const [newest] = prompts;
  // Gone on with elsewhere: the words are for the question that is open now, which knows its own options.
  if (!newest || (open && isEarlierQuestionOf(newest, open))) return [];
  const asked = open && prompts.find(prompt => isQuestionOf(prompt, open));
  // What a score or a date may be is no number of a list, whatever came in between.
  const wants = open && (!asked || asked.wants === 'number') ? 'number' : newest.wants;
  const first = chosenOption(text, { ...newest, wants });
  if (!asked || asked === newest) return first ? [first] : [];
  const second = chosenOption(text, { ...asked, wants: asked.wants ?? (first ? null : 'number') });
  if (!first || !second) return [first ?? second].filter(one => one !== null);
  const unclear = newest.unasked && isNumber(text) && first.label !== second.label;
  return unclear ? [first, second] : [first];
}

const isEarlierQuestionOf = (prompt: Prompt, open: StoredDialogue): boolean =>
  !isQuestionOf(prompt, open) &&
  prompt.options.flat().some(({ token }) => token.startsWith(`d:${open.code}:`));

const isQuestionOf = ({ options }: Prompt, { code, rev }: StoredDialogue): boolean =>
  options.flat().some(({ token }) => token.startsWith(`d:${code}:${rev}:`));
