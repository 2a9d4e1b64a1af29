import type { Line, Message } from '../../core/message.ts';
import { choiceLines } from '../../text/choices.ts';
import { linkText } from '../../text/links.ts';
import { createLineCheck } from '../line-check.ts';
import { plainText } from '../plain.ts';
import type { ChatAdapter, Outgoing, SendOutcome } from '../port.ts';
import { hear } from './hear.ts';
import type { Identity } from './identity.ts';
import { withoutTable } from './layout.ts';
import type { ZaloMethods } from './methods.ts';
import { outcomeOf } from './outcome.ts';
import { fetchPicture } from './picture.ts';
import { type Rendered, render } from './render.ts';
import { createRest } from './rest.ts';

/** UTF-16 units; the platform takes 2 000 of what it calls characters. */
const TEXT_UNITS = 1_900;
/** What a file's link takes of a message, with the words around it. */
const LINK_UNITS = 320;

export interface ZaloAdapterDeps {
  botId: string;
  methods: ZaloMethods;
  /** Also where a test's pictures lie. */
  apiRoot: string;
  identity(): Identity;
  /** A link to the file for the readers of that chat: its page, and the bytes themselves. Null where there can be none. */
  fileLink(outgoing: Outgoing): Promise<{ url: string; fileUrl: string; expiresAt: Date } | null>;
  /** Milliseconds of the first pause where the bot's number is used up. */
  quotaPauseMs: number;
}

/** Until a message is tried again that is held back while Zalo is away. */
const HELD_MS = 1_000;
/** Milliseconds; what is thrown before anything was sent is our own database's. */
const OWN_TROUBLE = 2_000;

const ownTrouble = (error: unknown): SendOutcome => ({
  kind: 'later',
  afterMs: OWN_TROUBLE,
  because: error instanceof Error ? error.message : String(error),
});

export function createZaloAdapter(deps: ZaloAdapterDeps): ChatAdapter {
  const { botId, methods } = deps;
  const line = createLineCheck(methods.probe);
  const rest = createRest(deps.quotaPauseMs);

  async function send(outgoing: Outgoing): Promise<SendOutcome> {
    const pause = rest.left();
    if (pause !== null) return { kind: 'later', afterMs: pause, because: 'Zalo: 429 a while ago' };
    if (!(await line.isWell())) return { kind: 'later', afterMs: HELD_MS, because: 'Zalo does not answer' };
    const outcome = await deliver(outgoing);
    if (outcome.kind === 'unknown') line.doubt();
    return outcome;
  }

  async function deliver(outgoing: Outgoing): Promise<SendOutcome> {
    const { message } = outgoing;
    const link = message.file ? await deps.fileLink(outgoing) : null;
    const words = withOptions(withoutTable(message), outgoing.chatKind === 'group');
    if (message.file && link && message.file.mime.startsWith('image/')) {
      const caption = render(words).text;
      const shown = await tried(() => methods.sendPhoto(outgoing.address.chatId, link.fileUrl, caption));
      // A picture that Zalo does not fetch is still to be had by its link.
      if (shown.kind !== 'refused') return shown;
    }
    const lines = message.file ? [...words, ...fileLines(message.file.name, link)] : words;
    return sendText(outgoing.address.chatId, render(lines));
  }

  /** Refused with its styles, it goes without; refused even so, the chat must be what is wrong. */
  async function sendText(chatId: string, { text, styles }: Rendered): Promise<SendOutcome> {
    if (text.trim() === '') return { kind: 'refused', because: 'nothing to see' };
    const styled = await tried(() => methods.sendMessage(chatId, text, styles));
    if (styled.kind !== 'refused') return styled;
    const bare = styles.length > 0 ? await tried(() => methods.sendMessage(chatId, text, [])) : styled;
    return bare.kind === 'refused' ? { kind: 'gone', because: bare.because } : bare;
  }

  async function tried(call: () => Promise<string>): Promise<SendOutcome> {
    try {
      const messageId = await call();
      rest.over();
      return { kind: 'sent', messageId };
    } catch (error) {
      return outcomeOf(error, rest.refused);
    }
  }

  return {
    platform: 'zalo',
    botId,
    displayName: () => deps.identity().displayName,
    capabilities: {
      buttons: false,
      edits: false,
      filesIn: false,
      filesOut: false,
      mentions: false,
      tables: false,
      opensPrivateChats: false,
      textUnits: TEXT_UNITS,
    },
    parse: raw => hear(raw, botId, deps.identity()),
    layout: message => {
      const laid = withoutTable(message);
      const options = plainText({ lines: optionLines(laid, true) }).length;
      return { message: laid, ending: options + (laid.file ? LINK_UNITS : 0) };
    },
    send: outgoing => send(outgoing).catch(ownTrouble),
    fetchFile: ({ ref }, maxBytes) => fetchPicture(ref, deps.apiRoot, maxBytes),
  };
}

function optionLines({ options, wants }: Message, group: boolean): Line[] {
  const lines = options ? choiceLines({ options, wants, group }) : [];
  return lines.length > 0 ? [[], ...lines] : [];
}

const withOptions = (message: Message, group: boolean): Line[] => [
  ...message.lines,
  ...optionLines(message, group),
];

const fileLines = (name: string, link: { url: string; expiresAt: Date } | null): Line[] =>
  link ? linkText.download(name, link.url, link.expiresAt) : [linkText.noDownload(name)];
