import type { ClockMove, StoryChat, StoryFile, StoryMessage } from '../story-chat.ts';
import { choicesIn } from './choices-in.ts';
import type { FakeZalo } from './fake-zalo.ts';
import { hexId, type SentByBot } from './world.ts';

/** A fake Zalo as stories speak to it. */
export function zaloStory(
  fake: FakeZalo,
  settle: () => Promise<unknown>,
  moveClock: (move: ClockMove) => Promise<Date>,
): StoryChat {
  const { world, bot } = fake;
  const asStory = (one: SentByBot): StoryMessage => {
    const labels = choicesIn(one.text).map(choice => choice.label);
    return { chat: one.chatId, seq: bot.sent.indexOf(one) + 1, from: null, text: one.text, labels };
  };
  const since = (chat: string, after: number) =>
    bot.sent
      .slice(after)
      .filter(one => one.chatId === chat)
      .map(asStory);
  const act = async (chat: string, task: () => Promise<unknown>): Promise<StoryMessage[]> => {
    const before = bot.sent.length;
    await task();
    await settle();
    return since(chat, before);
  };

  const say = (chat: string, person: string, text: string) =>
    act(chat, () => fake.says(person, chat, text, { mentions: chat !== person }));

  return {
    persons: async () => [...world.people].map(([id, name]) => ({ id, name })),
    groups: async () => [...world.groups].map(([id, { title }]) => ({ id, title })),
    newPerson: async name => fake.person(name),
    makeGroup: async (title, persons) => fake.group(title, persons),
    say,
    press: async (person, message, label) => {
      // A number of the list's own stands before its label once.
      const choice = choicesIn(message.text).find(
        one => one.label.startsWith(label) || `${one.typed}. ${one.label}`.startsWith(label),
      );
      if (!choice) throw new Error(`no choice ${label} under: ${message.text}`);
      const answer = await say(message.chat, person, choice.typed);
      // Something else was asked meanwhile: then by words.
      return answer.some(({ text }) => text.includes('chưa rõ số này trả lời câu nào'))
        ? say(message.chat, person, choice.label)
        : answer;
    },
    attach: (person, files) => sendByLink(fake, person, files, text => say(person, person, text), act),
    read: async (chat, _, after = 0) => since(chat, after),
    clock: moveClock,
  };
}

const linkIn = (messages: readonly { text: string }[]) =>
  messages.map(({ text }) => /http:\/\/\S+\/l\/\S+/.exec(text)?.[0]).find(Boolean);

/** Files do not arrive; their sender is told the way, and goes it. */
async function sendByLink(
  fake: FakeZalo,
  person: string,
  files: readonly StoryFile[],
  say: (text: string) => Promise<StoryMessage[]>,
  act: (chat: string, task: () => Promise<unknown>) => Promise<StoryMessage[]>,
): Promise<StoryMessage[]> {
  // A conversation that waits for files answers with its own link.
  const told = await act(person, () => fake.sendsFile(person, person));
  const url = linkIn(told) ?? linkIn(await say('/nop_bao_cao'));
  if (!url) throw new Error('no link to send files by');
  for (const { name, bytes } of files) {
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes, Buffer.from(hexId())]);
    const real = name.endsWith('.txt') || (bytes[0] === 0x50 && bytes[1] === 0x4b);
    const body = real ? bytes : new Uint8Array(pdf);
    const taken = await fetch(`${url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', body });
    if (taken.status !== 201) throw new Error(`file ${name}: ${taken.status}`);
  }
  return act(person, () => fetch(`${url}/done`, { method: 'POST' }));
}
