import type { Call } from '../../commands/command.ts';
import type { Say } from '../dialogues/dialogue.ts';
import { linkText } from '../text/links.ts';
import { adapterOf, type TurnDeps } from './deps.ts';

interface Asking {
  call: Call;
  /** Of the conversation that the files are for. */
  code: string;
  kind: string;
  deps: TurnDeps;
}

/** Where the messenger hands over no files, a question that waits for some says how to send them. */
export async function withUploads(says: readonly Say[], asking: Asking): Promise<Say[]> {
  const { platform, botId } = asking.call.chat.address;
  if (adapterOf(asking.deps, platform, botId)?.capabilities.filesIn !== false) return [...says];
  return Promise.all(says.map(say => withUpload(say, asking)));
}

async function withUpload({ takesFiles, ...say }: Say, { call, code, kind }: Asking): Promise<Say> {
  if (!takesFiles) return say;
  const { chat, sender: from, ports } = call;
  const add = (...lines: Say['lines']): Say => ({ ...say, lines: [...say.lines, [], ...lines] });
  // In a group anybody could follow the link in that person's name.
  if (chat.kind === 'group') return add(linkText.uploadInPrivate(kind));
  const subject = { purpose: 'upload', chat: chat.address, from, conversation: code, ...takesFiles } as const;
  const made = await ports.links.make(subject);
  return made ? add(...linkText.upload(made.url, made.expiresAt)) : add(linkText.noUpload());
}
