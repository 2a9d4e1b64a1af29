import { describe, expect, test } from 'vitest';
import type { Outgoing } from '../../../src/chat/port.ts';
import { createRoomAdapter } from '../../../src/chat/room/adapter.ts';
import type { Message } from '../../../src/core/message.ts';
import { testDatabase } from '../../support/database.ts';
import { BOT_NAME, MORNING, roomStore } from './room-store.ts';

const database = await testDatabase();
const { store, clock } = roomStore(database);
const bytes = Uint8Array.from([0, 1, 2, 255]);
const adapter = createRoomAdapter({
  store,
  botName: BOT_NAME,
  readFile: async (sha256, blocId) => {
    if (sha256 === 'broken') throw new Error('no connection');
    return sha256 === 'abc' && blocId === 5 ? bytes : null;
  },
});

const lan = await store.addPerson({ id: 'lan', name: 'Nguyễn Thị Lan' });
const messages = async () => store.read(lan, null, 0);
const newest = async () => (await messages()).at(-1);

function outgoing(dedupeKey: string, message: Partial<Message>, more: Partial<Outgoing> = {}): Outgoing {
  const address = { platform: 'room' as const, botId: 'room', chatId: 'lan' };
  const full = { lines: [[dedupeKey]], ...message };
  const rest = { dedupeKey, blocId: 5, editsMessageId: null, ...more };
  return { address, chatKind: 'private', message: full, ...rest };
}

describe('the room takes from the bot', () => {
  test('a message in full, at the time of the domain', async () => {
    clock.at = MORNING;
    const table = { columns: [{ title: 'Đơn vị', align: 'left' as const }], rows: [['Sở A']] };
    const options = [[{ token: 't1', label: 'Đồng ý', tone: 'primary' as const }]];
    const lines = [['Kính gửi ', { mention: 'Lan', userId: 'lan' }], [], [{ bold: 'Hạn' }]];
    const sent = await adapter.send(outgoing('full', { lines, table, options }));
    const shown = await newest();
    expect(sent).toEqual({ kind: 'sent', messageId: shown?.id });
    expect(shown).toEqual({
      chat: 'lan',
      seq: shown?.seq,
      id: `m${shown?.seq}`,
      from: null,
      fromName: BOT_NAME,
      at: MORNING.toISOString(),
      lines,
      table,
      options,
      edited: false,
    });
  });

  test('a resend under the same dedupe key as one message', async () => {
    const before = (await messages()).length;
    const all = await Promise.all([1, 2, 3].map(() => adapter.send(outgoing('once', {}))));
    expect(new Set(all.map(sent => sent.kind === 'sent' && sent.messageId)).size).toBe(1);
    expect(await messages()).toHaveLength(before + 1);
  });

  test('an edit as the same message again under a new seq, once', async () => {
    const first = await adapter.send(outgoing('ask', { options: [[{ token: 'a', label: 'A' }]] }));
    const editsMessageId = first.kind === 'sent' ? first.messageId : null;
    clock.at = new Date('2026-11-20T02:00:00.000Z');
    const edit = outgoing('edit', { lines: [['xong']], edits: 'ask' }, { editsMessageId });
    expect(await adapter.send(edit)).toEqual(first);
    expect(await adapter.send(edit)).toEqual(first);
    const versions = (await messages()).filter(message => message.id === editsMessageId);
    expect(versions.map(message => message.edited)).toEqual([false, true]);
    expect(versions[1]).toMatchObject({ lines: [['xong']], at: versions[0]?.at });
    expect(versions[1]).not.toHaveProperty('options');
  });

  test('an edit of something that never came as a new message', async () => {
    const theirs = { chatId: 'lan', from: 'lan', body: { lines: [['của tôi']] }, versionOf: null };
    const posted = await store.post({ ...theirs, dedupeKey: 'theirs' });
    for (const editsMessageId of ['m999999', 'xyz', `m${posted?.row.seq}`]) {
      const sent = await adapter.send(outgoing(`lost ${editsMessageId}`, { edits: 'x' }, { editsMessageId }));
      expect(sent).toEqual({ kind: 'sent', messageId: (await newest())?.id });
      expect(await newest()).toMatchObject({ edited: false });
    }
  });

  test('a stored file, which comes back byte for byte', async () => {
    const file = { sha256: 'abc', name: 'Bảng điểm.xlsx', mime: 'application/xlsx' };
    for (const _ of [1, 2]) await adapter.send(outgoing('file', { file }));
    const shown = (await newest())?.file;
    expect(await database.owner.sql`select ref from room.file`).toEqual([{ ref: shown?.ref }]);
    expect(shown).toEqual({ ref: shown?.ref, name: 'Bảng điểm.xlsx', mime: 'application/xlsx', size: 4 });
    if (!shown) return;
    expect(Buffer.from(await adapter.fetchFile(shown, 4))).toEqual(Buffer.from(bytes));
    await expect(adapter.fetchFile(shown, 3)).rejects.toThrow(RangeError);
    await expect(adapter.fetchFile({ ...shown, ref: 'f0' }, 4)).rejects.toThrow('no file');
  });

  test('what cannot be sent with an outcome that says what to do', async () => {
    const elsewhere = { address: { platform: 'room' as const, botId: 'room', chatId: 'nobody' } };
    const file = (sha256: string) => ({ file: { sha256, name: 'x', mime: 'text/plain' } });
    expect(await adapter.send(outgoing('gone', {}, elsewhere))).toMatchObject({ kind: 'gone' });
    expect(await adapter.send(outgoing('none', file('none')))).toMatchObject({ kind: 'refused' });
    const others = outgoing('others', file('abc'), { blocId: 6 });
    expect(await adapter.send(others)).toMatchObject({ kind: 'refused' });
    expect(await adapter.send(outgoing('later', file('broken')))).toMatchObject({ kind: 'later' });
  });
});
