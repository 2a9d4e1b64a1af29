import type { Messenger, Said } from '../inhabitant.ts';
import type { FakeTelegram } from './fake-telegram.ts';
import { readable } from './readable.ts';
import type { Shown } from './world.ts';

/** A fake Telegram as people live with it. */
export function telegramMessenger({ people, world }: FakeTelegram): Messenger<number> {
  const said = (chat: number, shown: Shown): Said<number> => {
    const { text, buttons } = readable(shown.wire);
    const choices = buttons.flat().map(({ label, token }) => ({
      label,
      take: (user: number) => people.presses(chat, user, shown, token),
    }));
    return { seq: shown.seq, text, choices };
  };
  return {
    mark: () => world.next('seq'),
    says: (chat, user, text) =>
      people.says(
        chat,
        user,
        chat === user ? text : text.replace(/^\/\w+/, name => `${name}@${world.bot.username}`),
      ),
    chatters: people.says.bind(people),
    said: chat =>
      people
        .reads(chat)
        .filter(one => one.wire.from?.id === world.bot.id)
        .map(one => said(chat, one)),
  };
}
