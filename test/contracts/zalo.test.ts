import { afterAll } from 'vitest';
import type { RawEvent } from '../../src/chat/port.ts';
import { createZaloAdapter } from '../../src/chat/zalo/adapter.ts';
import { createZaloClient } from '../../src/chat/zalo/client.ts';
import { botIdOf, identityOf } from '../../src/chat/zalo/identity.ts';
import { zaloMethods } from '../../src/chat/zalo/methods.ts';
import { eventKey, readUpdate } from '../../src/chat/zalo/update.ts';
import { type FakeZalo, fakeZalo } from '../support/zalo/fake-zalo.ts';
import { contrary, usual, type ZaloSwitches } from '../support/zalo/world.ts';
import { chatAdapterContract } from './chat-adapter.contract.ts';
import type { AdapterHarness } from './harness.ts';

const LAN = 'Nguyễn Thị Lan';
const opened: FakeZalo[] = [];
afterAll(() => Promise.all(opened.map(one => one.close())));

const zaloHarness = (switches: ZaloSwitches) => async (): Promise<AdapterHarness> => {
  const fake = await fakeZalo({ switches: { ...switches, selfEcho: false } });
  opened.push(fake);
  const { bot, apiRoot, faults } = fake;
  const methods = zaloMethods(createZaloClient({ apiRoot, token: bot.token }));
  const identity = identityOf(bot.token, await methods.getMe());
  const botId = botIdOf(bot.token);
  const adapter = createZaloAdapter({
    botId,
    methods,
    apiRoot,
    identity: () => identity,
    fileLink: async () => ({
      url: 'https://khoi.example.vn/l/1-x',
      fileUrl: 'https://khoi.example.vn/l/1-x/a',
      expiresAt: new Date('2026-11-21T01:00:00Z'),
    }),
    quotaPauseMs: 60_000,
  });
  const lan = fake.person(LAN);
  const chats = { private: lan, group: fake.group('Khối', [lan]) };
  await fake.says(lan, lan, 'xin chào');

  const heard = (update: object | null): RawEvent | null => {
    const read = readUpdate(update);
    const address = { platform: 'zalo', botId, chatId: read?.message.chat.id ?? '' } as const;
    return read && { address, eventKey: eventKey(read), raw: update };
  };
  const picture = async (bytes: Uint8Array) => fake.showsPicture(lan, lan, bytes, '');
  return {
    adapter,
    chats,
    newcomer: null,
    person: { userId: lan, displayName: LAN },
    idempotent: false,
    writes: async (where, text, how = {}) =>
      heard(
        await fake.says(lan, chats[where], text, {
          mentions: how.mentions ?? false,
          answers: how.answers !== undefined,
        }),
      ),
    presses: async () => null,
    sendsFile: async (_, file) => (file.mime === 'image/png' ? heard(await picture(file.bytes)) : null),
    edits: async () => null,
    happens: async kind => (kind === 'unsupported' ? heard(await fake.sendsFile(lan, lan)) : null),
    reads: async chatId =>
      bot.sent
        .filter(one => one.chatId === chatId)
        .map(({ messageId: id, text }) => ({ id, text, tokens: [], fileName: null })),
    fails: async how => {
      if (how === 'later') faults.add('sendMessage', 'code403');
      if (how === 'unknown') faults.add('sendMessage', 'html502-after');
      if (how === 'gone') return { address: { platform: 'zalo', botId, chatId: 'zgr-left' } };
      if (how === 'refused') return { message: { lines: [] } };
      return how === 'moved' || how === 'needless' ? null : {};
    },
    file: { sha256: 'abc', name: 'Bảng điểm; quý II (2026).xlsx', mime: 'application/xlsx', blocId: 1 },
  };
};

chatAdapterContract('Zalo', zaloHarness(usual));
chatAdapterContract('Zalo, all the other way round', zaloHarness(contrary));
