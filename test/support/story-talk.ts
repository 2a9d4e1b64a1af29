import { XLSX } from '../../src/documents/workbook.ts';
import type { StoryChat, StoryMessage } from './story-chat.ts';

/** What a person hears, and presses under it. */
export function talk(chat: StoryChat, person: string) {
  let last: StoryMessage[] = [];
  const heard = () => last.map(one => one.text).join('\n');
  return {
    say: async (...texts: string[]) => {
      for (const text of texts) last = await chat.say(person, person, text);
      return heard();
    },
    press: async (label: string) => {
      const under = last.findLast(one => one.labels.some(one => one.startsWith(label)));
      if (!under) throw new Error(`no ${label} under:\n${heard()}`);
      last = await chat.press(person, under, label);
      return heard();
    },
    send: async (name: string, bytes: Uint8Array, mime = XLSX) => {
      last = await chat.attach(person, [{ name, mime, bytes }]);
      return heard();
    },
  };
}
