import { z } from 'zod';
import { roomQueries } from '../../db/room.ts';
import type { RawEvent } from '../../src/chat/port.ts';
import { createRoomAdapter } from '../../src/chat/room/adapter.ts';
import { createRoomStore } from '../../src/chat/room/store.ts';
import { roomRoutes } from '../../src/web/room/routes.ts';
import { testDatabase } from '../support/database.ts';
import { plain, roomClient } from '../support/room-client.ts';
import { chatAdapterContract } from './chat-adapter.contract.ts';
import type { AdapterHarness, Seen } from './harness.ts';

const BOT = 'Trợ lý Khối';
const LAN = { id: 'lan', name: 'Nguyễn Thị Lan' };
const now = () => new Date('2026-11-20T01:00:00Z');

const database = await testDatabase();

async function roomHarness(): Promise<AdapterHarness> {
  const store = createRoomStore({ queries: roomQueries(database.system.db), now, botName: BOT });
  const adapter = createRoomAdapter({
    store,
    botName: BOT,
    readFile: async sha256 => {
      if (sha256 === 'broken') throw new Error('no connection');
      return sha256 === 'abc' ? Uint8Array.from([1, 2]) : null;
    },
  });
  await store.addPerson(LAN);
  await store.addPerson({ id: 'moi', name: 'Người mới' });
  await store.addGroup({ id: 'nhom', title: 'Khối' });
  await store.addMember('nhom', 'lan');

  const caught: RawEvent[] = [];
  const nobody = async () => undefined;
  const routes = roomRoutes({
    store,
    intake: { store: async events => void caught.push(...events) },
    clock: { now, nextDue: async () => null, advanceTo: nobody },
    settle: nobody,
    commands: [],
    botName: BOT,
    who: async () => new Map(),
    hints: async () => [],
    allowedHosts: [],
    report: error => {
      throw error;
    },
  });
  const room = roomClient((path, init) =>
    routes.request(`http://localhost${path}`, { ...init, headers: { ...init.headers, Host: 'localhost' } }),
  );
  const chats = { private: 'lan', group: 'nhom' };
  const did = async (act: () => Promise<unknown>): Promise<RawEvent | null> => {
    await act();
    return caught.at(-1) ?? null;
  };
  const post = (chat: string, event: object) =>
    did(() => room.call('POST', `/chats/${chat}/events`, { person: 'lan', ...event }));

  return {
    adapter,
    chats,
    newcomer: 'moi',
    person: { userId: LAN.id, displayName: LAN.name },
    idempotent: true,
    writes: (where, text, { mentions, answers } = {}) =>
      post(chats[where], { text: mentions ? `@${BOT} ${text}` : text, ...(answers && { replyTo: answers }) }),
    presses: (seen, token) => post('lan', { choose: token, message: seen.id }),
    sendsFile: (where, file) => did(() => room.attach(chats[where], 'lan', [file])),
    edits: async text => {
      const own = z
        .object({ message: z.string() })
        .parse(await room.call('POST', '/chats/lan/events', { person: 'lan', text: 'cũ' }));
      return post('lan', { edit: own.message, text });
    },
    happens: async () => null,
    reads: async chatId => {
      const person = chatId === 'nhom' ? 'lan' : chatId;
      const messages = await room.messages(chatId, person);
      const newest = new Map(messages.map(one => [one.id, one]));
      const fileOf = z.looseObject({ file: z.looseObject({ name: z.string() }) });
      return [...newest.values()].map(
        (one): Seen => ({
          id: one.id,
          text: plain(one),
          tokens: (one.options ?? []).flat().map(option => option.token),
          fileName: fileOf.safeParse(one).data?.file.name ?? null,
        }),
      );
    },
    fails: async how => {
      const broken = { sha256: how === 'later' ? 'broken' : 'none', name: 'x', mime: 'text/plain' };
      if (how === 'later' || how === 'refused')
        return { message: { lines: [[`hỏng ${how}`]], file: broken } };
      if (how === 'gone') return { address: { platform: 'room', botId: 'room', chatId: 'vang' } };
      // Its messages lie in our own database: known to be there or not.
      return null;
    },
    file: { sha256: 'abc', name: 'Bảng điểm; quý II (2026).xlsx', mime: 'application/xlsx', blocId: 1 },
  };
}

chatAdapterContract('the room', roomHarness);
