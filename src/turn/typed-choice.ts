import type { StoredDialogue } from '../../db/bloc-context.ts';
import { newestPrompts, type Prompt } from '../../db/prompts.ts';
import type { Tx } from '../../db/tx.ts';
import type { ChatAdapter, ChatEvent, EventBody } from '../chat/port.ts';
import { chosenToken } from '../text/choices.ts';

/**
 * Where there are no buttons, a typed number or label presses the option that it names in the newest list the person
 * has seen. A conversation that waits for a number, or whose question had no list, gets the number itself.
 */
export async function typedChoice(
  tx: Tx,
  { address, from, body }: ChatEvent,
  open: StoredDialogue | null,
  adapter: ChatAdapter | null,
): Promise<EventBody> {
  if (adapter?.capabilities.buttons !== false || body.kind !== 'text' || !body.addressed || !from)
    return body;
  const prompts = await newestPrompts(tx, address, from.userId);
  const token = tokenNamed(body.text, prompts, open);
  return token === null ? body : { kind: 'choice', token, messageId: null };
}

function tokenNamed(text: string, prompts: readonly Prompt[], open: StoredDialogue | null): string | null {
  const [newest] = prompts;
  if (!newest) return null;
  const asked = open && prompts.find(prompt => isQuestionOf(prompt, open));
  // What a score or a date may be is no number of a list, whatever came in between.
  const wants = open && (!asked || asked.wants === 'number') ? 'number' : newest.wants;
  return (
    chosenToken(text, { ...newest, wants }) ??
    (asked ? chosenToken(text, { ...asked, wants: 'number' }) : null)
  );
}

const isQuestionOf = ({ options }: Prompt, { code, rev }: StoredDialogue): boolean =>
  options.flat().some(({ token }) => token.startsWith(`d:${code}:${rev}:`));
