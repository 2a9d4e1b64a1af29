import { roomClock } from '../../../src/web/room-port.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { setupCode } from '../made-bloc.ts';
import type { ClockMove, Stage, StoryChat, StoryMessage } from '../story-chat.ts';
import { type Cast, loadOntoTelegram, SAMPLE } from './cast.ts';
import type { FakeTelegram } from './fake-telegram.ts';
import { readable } from './readable.ts';
import { type TelegramBot, telegramBot } from './telegram-bot.ts';
import type { Shown } from './world.ts';

/** Telegram, imitated over real HTTP, and the bot with its webhook or its polling. */
export const telegramStage = (mode: 'polling' | 'webhook'): Stage => ({
  name: `Telegram by ${mode}`,
  open: async ({ clock, file, setupCode: wanted }) => {
    const at = new Date(clock.split(' ')[0] ?? '');
    const { database, close } = await freshDatabase();
    const bot = await telegramBot(database, { mode, at });
    const cast: Cast = { persons: new Map(), groups: new Map() };
    if (!wanted) await loadOntoTelegram(database, bot, cast, file ?? SAMPLE, at);
    const code = wanted ? await setupCode(database, at) : '';
    await bot.start();
    await bot.settled();
    return {
      chat: telegramStory(bot.telegram, cast, bot.settled, storyClock(database, bot)),
      setupCode: code,
      close: async () => {
        await bot.close();
        await close();
        const problems = bot.telegram.problems();
        if (problems.length > 0) throw new Error(`calls of a wrong shape: ${JSON.stringify(problems)}`);
      },
    };
  },
});

/** An imitated Telegram as stories speak to it. */
export function telegramStory(
  telegram: FakeTelegram,
  cast: Cast,
  settled: () => Promise<unknown>,
  clock: (move: ClockMove) => Promise<Date>,
): StoryChat {
  const { people, world } = telegram;
  const shown = new WeakMap<StoryMessage, Shown>();
  const idOf = (user: number) => [...cast.persons].find(([, one]) => one.user === user)?.[0] ?? null;
  const userOf = (person: string) => {
    const found = cast.persons.get(person);
    if (!found) throw new Error(`no person ${person}`);
    return found.user;
  };
  const chatOf = (chat: string) => cast.groups.get(chat)?.chat ?? userOf(chat);

  const asStory = (chat: string, message: Shown): StoryMessage => {
    const { text, buttons } = readable(message.wire);
    const rows = buttons.map(row => row.map(one => `[${one.label}]`).join(' '));
    const labels = buttons.flat().map(one => one.label);
    const { from } = message.wire;
    const sender = from && from.id !== world.bot.id ? idOf(from.id) : null;
    const story = { chat, seq: message.seq, from: sender, text: [text, ...rows].join('\n'), labels };
    shown.set(story, message);
    return story;
  };
  const read = (chat: string, person: string, after = 0): StoryMessage[] =>
    people
      .reads(chatOf(chat), userOf(person))
      .filter(one => one.seq > after)
      .toSorted((a, b) => a.seq - b.seq)
      .map(one => asStory(chat, one));
  /** What came to a chat of an act, from others than whoever acted. */
  const answered = async (chat: string, person: string, act: () => unknown): Promise<StoryMessage[]> => {
    const before = world.next('seq');
    act();
    await settled();
    return read(chat, person, before).filter(one => one.from !== person);
  };
  /** In a group as a client with privacy mode on must: the command names the bot, other words answer it. */
  const says = (chat: string, person: string, text: string) => {
    const at = chatOf(chat);
    if (chat === person) return people.says(at, userOf(person), text);
    if (text.startsWith('/')) {
      return people.says(
        at,
        userOf(person),
        text.replace(/^\/\w+/, name => `${name}@${world.bot.username}`),
      );
    }
    const prompt = people.reads(at).findLast(one => one.wire.from?.id === world.bot.id);
    return people.says(at, userOf(person), text, prompt ? { replyTo: prompt.wire.message_id } : {});
  };
  return {
    persons: async () => [...cast.persons].map(([id, { name }]) => ({ id, name })),
    groups: async () => [...cast.groups].map(([id, { title }]) => ({ id, title })),
    newPerson: async name => {
      const user = people.user(name);
      cast.persons.set(`u${user}`, { user, name });
      return `u${user}`;
    },
    makeGroup: async (title, persons) => {
      const chat = people.group(title, persons.map(userOf));
      cast.groups.set(`g${chat}`, { chat, title });
      await settled();
      return `g${chat}`;
    },
    say: (chat, person, text) => answered(chat, person, () => says(chat, person, text)),
    press: (person, message, label) =>
      answered(message.chat, person, () => {
        const under = shown.get(message);
        const button =
          under &&
          readable(under.wire)
            .buttons.flat()
            .find(one => one.label.startsWith(label));
        if (!under || !button) throw new Error(`no button ${label} under: ${message.text}`);
        people.presses(chatOf(message.chat), userOf(person), under, button.token);
      }),
    attach: (person, files) =>
      answered(person, person, () => {
        for (const file of files) people.sends(userOf(person), userOf(person), file);
      }),
    read: async (chat, person, after) => read(chat, person, after),
    clock,
  };
}

function storyClock({ system }: TestDatabase, { engine, settled }: TelegramBot) {
  const clock = roomClock({
    db: system.db,
    clock: engine.clock,
    catchUp: async () => {
      await engine.tick();
      await settled();
    },
  });
  const target = async (move: ClockMove): Promise<Date> => {
    if ('to' in move) return new Date(move.to);
    if ('by' in move) return new Date(engine.clock.now().getTime() + move.by * 1_000);
    return (await clock.nextDue()) ?? engine.clock.now();
  };
  return async (move: ClockMove): Promise<Date> => {
    await clock.advanceTo(await target(move), 'step');
    return engine.clock.now();
  };
}
