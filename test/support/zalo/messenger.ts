import type { Messenger } from '../inhabitant.ts';
import { choicesIn } from './choices-in.ts';
import type { FakeZalo } from './fake-zalo.ts';

/** A fake Zalo as people live with it. */
export function zaloMessenger({ bot, says }: FakeZalo): Messenger<string> {
  return {
    mark: () => bot.sent.length,
    says: (chat, user, text) => says(user, chat, text, { mentions: chat !== user }),
    chatters: (chat, user, text) => says(user, chat, text),
    said: chat =>
      bot.sent
        .map((one, n) => ({ ...one, seq: n + 1 }))
        .filter(one => one.chatId === chat)
        .map(({ seq, text }) => ({
          seq,
          text,
          choices: choicesIn(text).map(({ label, typed }) => ({
            label,
            take: user => says(user, user, typed),
          })),
        })),
  };
}
