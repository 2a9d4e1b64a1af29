import { afterAll, expect } from 'vitest';
import type { RawEvent } from '../../src/chat/port.ts';
import { createTelegramAdapter } from '../../src/chat/telegram/adapter.ts';
import { createApi } from '../../src/chat/telegram/api.ts';
import { receive } from '../../src/chat/telegram/receive.ts';
import type { WireUpdate } from '../support/telegram/delivery.ts';
import { fakeTelegram } from '../support/telegram/fake-telegram.ts';
import { faults } from '../support/telegram/faults.ts';
import { readable } from '../support/telegram/readable.ts';
import { chatAdapterContract } from './chat-adapter.contract.ts';
import type { AdapterHarness, Place, Seen } from './harness.ts';

const telegram = await fakeTelegram();
afterAll(async () => {
  await telegram.close();
  // Some were refused on purpose; none for its shape.
  expect(telegram.problems()).toEqual([]);
});

async function telegramHarness(): Promise<AdapterHarness> {
  const { people, world } = telegram;
  const api = createApi({ token: telegram.token, apiRoot: telegram.apiRoot });
  const adapter = createTelegramAdapter({
    api,
    readFile: async sha256 => (sha256 === 'abc' ? Uint8Array.from([1, 2]) : null),
  });
  const lan = people.user('Nguyễn Thị', 'Lan');
  const group = people.group('Khối', [lan], 'group');
  people.says(lan, lan, '/start');
  const chats: Record<Place, string> = { private: String(lan), group: String(group) };
  const at = { private: lan, group };

  const stored = (update: WireUpdate | null): RawEvent | null =>
    (update && receive([update], world.bot, new Date(0)).events[0]) ?? null;
  const seen = (chatId: string): Seen[] =>
    people.reads(Number(chatId), lan).map(({ wire }) => {
      const { text, buttons, fileName } = readable(wire);
      return { id: String(wire.message_id), text, tokens: buttons.flat().map(one => one.token), fileName };
    });
  const shown = (chatId: number, id: string) => {
    const found = people.reads(chatId).find(one => String(one.wire.message_id) === id);
    if (!found) throw new Error(`no message ${id}`);
    return found;
  };

  return {
    adapter,
    chats,
    newcomer: null,
    person: { userId: String(lan), displayName: 'Nguyễn Thị Lan' },
    idempotent: false,
    writes: async (where, text, { mentions, answers } = {}) => {
      const command = text.replace(/^\/\w+/, name => `${name}@${world.bot.username}`);
      // Who mentions the bot in a group without a command is heard only with privacy mode off.
      world.privacy = command !== text;
      const words = command === text && mentions ? `@${world.bot.username} ${text}` : command;
      const how = answers === undefined ? {} : { replyTo: Number(answers) };
      return stored(people.says(at[where], lan, mentions ? words : text, how).update);
    },
    presses: async ({ id }, token) => stored(people.presses(lan, lan, shown(lan, id), token)),
    sendsFile: async (where, file) => stored(people.sends(at[where], lan, file).update),
    edits: async text => {
      const { shown: own } = people.says(lan, lan, 'cũ');
      return stored(people.edits(lan, own.wire.message_id, text));
    },
    happens: async kind => {
      const other = people.user('Người khác');
      if (kind === 'joined') return stored(people.joins(group, other));
      if (kind === 'left') return stored(people.leaves(group, lan));
      if (kind === 'unsupported')
        return stored(people.shares(lan, lan, { location: { latitude: 1, longitude: 2 } }).update);
      people.upgrades(people.group('Nhóm nhỏ', [lan], 'group'), lan);
      return stored(telegram.delivery.pending().at(-2) ?? null);
    },
    reads: async chatId => seen(chatId),
    fails: async how => {
      const answer = (code: number, description: string, times = 1) =>
        telegram.faults.add({ times, fault: { kind: 'answer', code, description } });
      switch (how) {
        case 'later':
          telegram.faults.add({ fault: faults.tooMany(1) });
          return {};
        case 'unknown':
          telegram.faults.add({ fault: faults.gateway });
          return {};
        case 'gone':
          answer(403, 'Forbidden: user is deactivated');
          return {};
        case 'refused':
          answer(400, 'Bad Request: nobody knows why');
          return {};
        case 'needless':
          // The bot is no administrator.
          return {
            address: { platform: 'telegram', botId: adapter.botId, chatId: String(group) },
            chatKind: 'group',
          };
        case 'moved': {
          const old = people.group('Nhóm cũ', [lan], 'group');
          people.upgrades(old, lan);
          return {
            address: { platform: 'telegram', botId: adapter.botId, chatId: String(old) },
            chatKind: 'group',
          };
        }
      }
    },
    file: { sha256: 'abc', name: 'Bảng điểm; quý II (2026).xlsx', mime: 'application/xlsx', blocId: 1 },
  };
}

chatAdapterContract('Telegram', telegramHarness);
