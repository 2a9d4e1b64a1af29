import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Cast, loadOntoTelegram, SAMPLE } from './cast.ts';
import { type Readable, readable } from './readable.ts';
import { type TelegramBot, type TelegramBotSettings, telegramBot } from './telegram-bot.ts';
import type { Shown } from './world.ts';

/** The sample bloc on Telegram, for tests that look at Telegram itself. */
export interface Scene {
  database: TestDatabase;
  bot: TelegramBot;
  group: number;
  /** A user by the id that the sample's file gives its person. */
  user(id: string): number;
  /** What the bot has said in a chat, oldest first. */
  said(chatId: number, as?: number): (Readable & { shown: Shown })[];
  /** The same, but only what came of the act. */
  cameOf(chatId: number, act: () => unknown): Promise<(Readable & { shown: Shown })[]>;
  close(): Promise<void>;
}

export async function telegramScene(settings: TelegramBotSettings): Promise<Scene> {
  const { database, close } = await freshDatabase();
  const bot = await telegramBot(database, settings);
  const { people, world } = bot.telegram;
  const cast: Cast = { persons: new Map(), groups: new Map() };
  await loadOntoTelegram(database, bot, cast, SAMPLE, bot.engine.clock.now());
  await bot.start();
  await bot.settled();
  const said = (chatId: number, as?: number) =>
    people
      .reads(chatId, as ?? chatId)
      .filter(one => one.wire.from?.id === world.bot.id)
      .map(shown => ({ ...readable(shown.wire), shown }));
  return {
    database,
    bot,
    group: [...cast.groups.values()][0]?.chat ?? 0,
    user: id => cast.persons.get(id)?.user ?? 0,
    said,
    async cameOf(chatId, act) {
      const before = world.next('seq');
      act();
      await bot.settled();
      return said(chatId).filter(one => one.shown.seq > before);
    },
    close: async () => {
      await bot.close();
      await close();
    },
  };
}
