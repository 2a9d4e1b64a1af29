import { describe, expect, test } from 'vitest';
import { hear } from '../../../src/chat/room/hear.ts';
import type { RawRoomEvent } from '../../../src/chat/room/raw.ts';
import { BOT_NAME } from './room-store.ts';

type What = RawRoomEvent['what'];
const file = (mime: string) => ({ ref: 'f1', name: 'tệp', mime, size: 3 });

function heard(kind: 'private' | 'group', what: What) {
  const raw: RawRoomEvent = {
    key: 'k1',
    chat: { id: 'c1', kind, title: 'Khối thi đua số 5' },
    from: { id: 'u1', name: 'Nguyễn Thị Lan' },
    at: '2026-11-20T01:00:00.000Z',
    what,
  };
  // As it comes back from the inbox.
  return hear(JSON.parse(JSON.stringify(raw)), BOT_NAME);
}

const message = (text: string, more: Partial<Extract<What, { kind: 'message' }>> = {}): What => ({
  kind: 'message',
  id: 'm7',
  text,
  files: [],
  replyTo: null,
  ...more,
});

const inGroup = (text: string) => heard('group', message(text))?.body;
const said = (text: string, addressed: boolean) => ({ kind: 'text', text, addressed, repliesTo: null });
const command = (name: string, words: string) => ({ kind: 'command', name, words });

describe('the room’s bot hears', () => {
  test('who wrote where and when', () => {
    expect(heard('group', message('Chào'))).toMatchObject({
      address: { platform: 'room', botId: 'room', chatId: 'c1' },
      chatKind: 'group',
      chatTitle: 'Khối thi đua số 5',
      from: { userId: 'u1', displayName: 'Nguyễn Thị Lan' },
      messageId: 'm7',
      at: new Date('2026-11-20T01:00:00.000Z'),
    });
  });

  test('everything in private, but in a group only what is meant for it', () => {
    expect(heard('private', message('Hạn nộp?'))?.body).toEqual(said('Hạn nộp?', true));
    expect(inGroup('Hạn nộp?')).toEqual(said('Hạn nộp?', false));
    expect(inGroup('@Trợ lý Khối hạn nộp?')).toEqual(said('hạn nộp?', true));
    expect(inGroup('Xin hỏi @trợ lý khối, hạn nộp?')).toEqual(said('Xin hỏi hạn nộp?', true));
    expect(inGroup('@Trợ lý Khối'.normalize('NFD'))).toEqual(said('', true));
  });

  test('no mention in a longer name, another name or an address', () => {
    for (const text of ['@Trợ lý Khối5 chào', '@Lan chào', 'gửi về a@b.vn', '@', 'Trợ lý Khối']) {
      expect(inGroup(text)).toEqual(said(text, false));
    }
  });

  test('replies to itself in a group, not replies to others', () => {
    const reply = (toBot: boolean) => heard('group', message('9,25', { replyTo: { id: 'm3', toBot } }))?.body;
    expect(reply(true)).toEqual({ ...said('9,25', true), repliesTo: 'm3' });
    expect(reply(false)).toEqual({ ...said('9,25', false), repliesTo: 'm3' });
  });

  test.each([
    ['/han quý IV', command('han', 'quý IV')],
    ['  /HAN  ', command('han', '')],
    ['/nop_bao_cao', command('nop_bao_cao', '')],
    ['/Hạn quý IV'.normalize('NFD'), command('hạn', 'quý IV')],
    ['/han@Trợ lý Khối quý IV', command('han', 'quý IV')],
    ['/han@tro_ly_khoi quý IV', said('/han@tro_ly_khoi quý IV', false)],
    ['/han@trợ_lý_khối', command('han', '')],
    ['/han@room quý IV', command('han', 'quý IV')],
    ['@Trợ lý Khối /han quý IV', command('han', 'quý IV')],
    ['/nhac Sở A\nvà Sở B', command('nhac', 'Sở A\nvà Sở B')],
    ['/', said('/', false)],
    ['/ han', said('/ han', false)],
    ['/han/nop', said('/han/nop', false)],
    ['20/11', said('20/11', false)],
  ])('%j in a group as %j', (text, body) => {
    expect(inGroup(text)).toEqual(body);
  });

  test('pictures alone as a photo, anything else as a file', () => {
    const files = [file('image/png'), file('application/pdf')];
    const photo = message('', { files: [file('image/png')] });
    expect(heard('private', photo)?.body).toMatchObject({ kind: 'photo', addressed: true, caption: '' });
    expect(heard('private', message('', { files }))?.body).toMatchObject({ kind: 'file', files });
  });

  test('a file in a group only when its caption or reply is for it', () => {
    const files = [file('application/pdf')];
    const addressed = (text: string) => {
      const body = heard('group', message(text, { files }))?.body;
      return body?.kind === 'file' && [body.addressed, body.caption];
    };
    expect(addressed('Gửi các đồng chí')).toEqual([false, 'Gửi các đồng chí']);
    expect(addressed('@Trợ lý Khối báo cáo quý')).toEqual([true, 'báo cáo quý']);
    expect(addressed('/nop_bao_cao')).toEqual([true, '/nop_bao_cao']);
  });

  test('buttons and edits', () => {
    expect(heard('group', { kind: 'choice', messageId: 'm3', token: 't' })?.body).toEqual({
      kind: 'choice',
      messageId: 'm3',
      token: 't',
    });
    expect(heard('group', { kind: 'edit', messageId: 'm3', text: 'mới' })?.body).toEqual({
      kind: 'edited',
      messageId: 'm3',
      text: 'mới',
      addressed: false,
    });
  });

  test('nothing in what the room has not written', () => {
    for (const raw of [null, 7, 'x', {}, { key: 'k' }, { update_id: 1 }])
      expect(hear(raw, BOT_NAME)).toBeNull();
  });
});
