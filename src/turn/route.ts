import type { Command } from '../../commands/command.ts';
import type { EventBody } from '../chat/port.ts';
import type { Day } from '../core/day.ts';
import type { Input } from '../dialogues/dialogue.ts';
import { readDocumentLine } from '../text/document-line.ts';
import { fold } from '../text/fold.ts';
import { isOnlyThanks, isThanks } from '../text/thanks.ts';
import { type FoundCommand, navigation, nearestCommand, saysDone, wordsOf } from '../text/words.ts';
import { readToken } from './messages.ts';
import { blocOfCode, blocOfGroupCode, isAccountCode, isSetupCode } from './pairing.ts';

/** What an event asks of the turn. */
export type Route =
  /** `pressed`: a button's line, so that its words may be a reference instead of anybody's words. */
  | { kind: 'command'; name: string; words: string; pressed?: true }
  /** No command of that spelling; `name` is the nearest, null where nothing is near. `answers`: under a message of ours. */
  | { kind: 'mistyped'; name: string | null; words: string; answers?: true }
  /** For the open conversation; `code` and `rev` where a button says which question it answers. */
  | { kind: 'input'; input: Exclude<Input, { kind: 'files' }>; prompt: { code: string; rev: number } | null }
  /** `meant`: the conversation that asked for them, where they came through its link. */
  | { kind: 'files'; caption: string; meant: { conversation: string; topic: string } | null }
  | { kind: 'edited' }
  /** A nod to what was said last. */
  | { kind: 'thanks' }
  | { kind: 'unsupported' }
  /** Not for us. */
  | { kind: 'none' };

export interface RouteFacts {
  /** A conversation with this person is open in this chat. */
  talking: boolean;
  /** It takes thanks as it takes other words. */
  takesThanks: boolean;
  private: boolean;
  botName: string;
  vocabulary: readonly Pick<Command, 'name' | 'says' | 'conversation' | 'takesFiles'>[];
  today: Day;
}

/** Without a slash, so few unknown words after a command are worth a question. */
const DOUBTFUL_WORDS = 2;

/** Pure: which command or answer a message is. Only a slash leaves an open conversation. */
export function route(body: EventBody, facts: RouteFacts): Route {
  switch (body.kind) {
    case 'command': {
      const routed = fromLink(body, facts) ?? fromCommandLine(`/${body.name} ${body.words}`, facts);
      // Like no command of ours: another bot's.
      return body.unsure && routed.kind === 'mistyped' && routed.name === null ? { kind: 'none' } : routed;
    }
    case 'choice': {
      const token = readToken(body.token);
      if (!token) return { kind: 'none' };
      if (token.kind === 'command') {
        const routed = fromCommandLine(`/${token.line}`, facts);
        return routed.kind === 'command' ? { ...routed, pressed: true } : routed;
      }
      const { code, rev, id } = token;
      return { kind: 'input', input: { kind: 'option', id }, prompt: { code, rev } };
    }
    case 'text':
      return body.addressed
        ? heeded(underOurs(fromText(body.text, facts), body.repliesTo), body.unsure)
        : { kind: 'none' };
    case 'file':
    case 'photo':
      return body.addressed ? { kind: 'files', caption: body.caption, meant: null } : { kind: 'none' };
    case 'uploaded':
      return { kind: 'files', caption: '', meant: body };
    case 'edited':
      return body.addressed ? { kind: 'edited' } : { kind: 'none' };
    case 'joined':
      // The bot has come into a group: it says how to bind it.
      return body.isBot && !facts.private
        ? { kind: 'command', name: 'gan_nhom', words: '' }
        : { kind: 'none' };
    case 'unsupported':
      return facts.private ? { kind: 'unsupported' } : { kind: 'none' };
    default:
      return { kind: 'none' };
  }
}

/** What a link brought that opened this chat: a code, or the name of a command. */
function fromLink({ name, words }: { name: string; words: string }, facts: RouteFacts): Route | null {
  if (name !== 'start' || words === '') return null;
  const bearer = commandOfCode(words);
  if (bearer) return { kind: 'command', name: bearer, words };
  return facts.vocabulary.some(command => command.name === words)
    ? { kind: 'command', name: words, words: '' }
    : null;
}

const underOurs = (route: Route, repliesTo: string | null): Route =>
  route.kind === 'mistyped' && repliesTo !== null ? { ...route, answers: true } : route;

const heeded = (route: Route, unsure: true | undefined): Route =>
  unsure && route.kind === 'mistyped' ? { kind: 'none' } : route;

/** A code by itself is brought to the command that takes it. */
function commandOfCode(text: string): string | null {
  if (blocOfCode(text) !== null) return 'bat_dau';
  if (blocOfGroupCode(text) !== null) return 'gan_nhom';
  if (isAccountCode(text)) return 'lien_ket';
  return isSetupCode(text) ? 'thiet_lap' : null;
}

function fromText(text: string, facts: RouteFacts): Route {
  if (facts.talking) {
    if (!facts.takesThanks && isOnlyThanks(text)) return nod(facts);
    const to = navigation(text);
    const input = to ? ({ kind: 'go', to } as const) : ({ kind: 'text', text } as const);
    return { kind: 'input', input, prompt: null };
  }
  const bearer = commandOfCode(text);
  if (bearer) return { kind: 'command', name: bearer, words: text };
  const taker = facts.vocabulary.find(one => one.takesFiles);
  // "15/BC-TYT ngày 11/6" by itself is handed in as a file is.
  if (facts.private && taker && readDocumentLine(text, facts.today).number !== null)
    return { kind: 'command', name: taker.name, words: text };
  const routed = fromCommandLine(text, facts);
  return routed.kind === 'mistyped' && isThanks(text) ? nod(facts) : routed;
}

/** Among many a nod needs no answer. */
const nod = (facts: RouteFacts): Route => ({ kind: facts.private ? 'thanks' : 'none' });

/** Alone with somebody, what begins like an order is one if it only opens a conversation or names its command in full. */
function isOrder({ name, rest, words }: Begun, facts: RouteFacts): boolean {
  const opens = facts.vocabulary.some(one => one.name === name && one.conversation);
  return facts.private && (opens || words > 1) && !saysDone(fold(rest));
}
type Begun = Extract<FoundCommand, { kind: 'begins' }>;

function fromCommandLine(line: string, facts: RouteFacts): Route {
  const found = nearestCommand(line, facts.vocabulary, facts.botName);
  if (found.kind === 'near') return { kind: 'mistyped', name: found.name, words: found.rest };
  if (found.kind === 'none') return { kind: 'mistyped', name: null, words: '' };
  if (found.kind === 'begins' && !isOrder(found, facts)) {
    const doubtful = wordsOf(found.rest).length <= DOUBTFUL_WORDS;
    return doubtful
      ? { kind: 'mistyped', name: found.name, words: found.rest }
      : { kind: 'mistyped', name: null, words: '' };
  }
  if (found.name === 'huy' && facts.talking) {
    return { kind: 'input', input: { kind: 'go', to: 'cancel' }, prompt: null };
  }
  return { kind: 'command', name: found.name, words: found.rest };
}
