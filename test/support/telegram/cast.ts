import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { roomGroupId } from '../../../db/load-people.ts';
import { projectRoot } from '../../../db/project-root.ts';
import { roomUsers } from '../../../src/core/new-bloc.ts';
import { loadText } from '../../../src/load/load-text.ts';
import type { TestDatabase } from '../database.ts';
import type { FakeTelegram } from './fake-telegram.ts';
import type { TelegramBot } from './telegram-bot.ts';

export const SAMPLE = join(projectRoot(), 'examples', 'khoi-mau.json');

/** Story's ids of persons and groups, and what they are on Telegram. */
export interface Cast {
  persons: Map<string, { user: number; name: string }>;
  groups: Map<string, { chat: number; title: string }>;
}

/** A bloc's file whose people, that it names for the demo room, are here on Telegram: each has pressed Start. */
export async function loadOntoTelegram(
  database: TestDatabase,
  { telegram }: TelegramBot,
  cast: Cast,
  file: string,
  now: Date,
): Promise<void> {
  await loadTextOntoTelegram(database, telegram, cast, await readFile(file, 'utf8'), now);
}

/** The same of a file's text; the bloc's id. */
export async function loadTextOntoTelegram(
  { app, system, owner }: TestDatabase,
  telegram: FakeTelegram,
  cast: Cast,
  text: string,
  now: Date,
): Promise<number> {
  const given = { app: app.db, system: system.db, now, room: true };
  const loaded = await loadText(text, given);
  if (loaded.kind !== 'done' || loaded.outcome.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
  const { people, world } = telegram;
  const botId = String(world.bot.id);
  for (const { user: id, name } of roomUsers(loaded.bloc)) {
    const user = people.user(name);
    people.starts(user);
    cast.persons.set(id, { user, name });
    await owner.db.execute(sql`update account set platform = 'telegram', bot_id = ${botId}, user_id = ${String(user)}
      where platform = 'room' and user_id = ${id}`);
    await owner.db.execute(sql`update chat_binding set platform = 'telegram', bot_id = ${botId}, chat_id = ${String(user)}
      where platform = 'room' and chat_id = ${id}`);
  }
  const { roomGroup } = loaded.bloc;
  const { blocId } = loaded.outcome;
  if (!roomGroup) return blocId;
  const id = roomGroupId(blocId);
  const chat = people.group(
    roomGroup.title,
    [...cast.persons.values()].map(one => one.user),
  );
  cast.groups.set(id, { chat, title: roomGroup.title });
  await owner.db.execute(sql`update chat_binding set platform = 'telegram', bot_id = ${botId}, chat_id = ${String(chat)}
    where platform = 'room' and chat_id = ${id}`);
  return blocId;
}
