import { describe, expect, test } from 'vitest';
import { hear } from '../../../src/chat/zalo/hear.ts';
import type { Identity } from '../../../src/chat/zalo/identity.ts';
import { eventKey, readUpdate } from '../../../src/chat/zalo/update.ts';

const BOT = '12345689';
const me = { ids: [BOT, '1459232241454765289'], displayName: 'Bot ultty AI' };
const from = { id: '6ede9afa66b88fe6d6a9', display_name: 'Phùng Việt', is_bot: false };
const group = { id: 'zgr-f8a7101d77709e2ec761', chat_type: 'GROUP' };

const said = (text: string, more: object = {}, chat: object = group) => ({
  event_name: 'message.text.received',
  message: { message_id: '2d758cb5e222177a4e35', date: 1_783_404_428_055, text, from, chat, ...more },
});
const body = (update: object, identity: Identity = me) => hear(update, BOT, identity)?.body ?? null;

describe('a mention in a group', () => {
  test.each([
    ['@Bot ultty AI /tuan 2', { kind: 'command', name: 'tuan', words: '2' }],
    ['@bot ULTTY ai: hạn nộp?', { kind: 'text', text: 'hạn nộp?' }],
    ['hạn nộp @Bot ultty AI', { kind: 'text', text: 'hạn nộp' }],
    ['@Bot ultty AI', { kind: 'command', name: 'tro_giup' }],
    ['@Bot ultty AI 2', { kind: 'text', text: '2' }],
    // Another bot whose name begins alike.
    ['@Bot ultty AIM hạn', { kind: 'text', text: '@Bot ultty AIM hạn', unsure: true }],
  ])('%s', (text, expected) => {
    expect(body(said(text))).toMatchObject(expected);
    expect(body(said(text.normalize('NFD')))).toMatchObject(expected);
  });

  test('is stripped before a command even where the bot does not know its name', () => {
    const nameless = { ids: [BOT], displayName: null };
    expect(body(said('@Bot ultty AI /han quý IV'), nameless)).toEqual({
      kind: 'command',
      name: 'han',
      words: 'quý IV',
    });
  });

  test('is not needed in an answer to the bot, which may then be meant for somebody else', () => {
    expect(body(said('9,25'))).toMatchObject({ text: '9,25', addressed: true, unsure: true });
    expect(body(said('9,25', {}, { id: from.id, chat_type: 'PRIVATE' }))).not.toHaveProperty('unsure');
  });
});

describe('what is on the wire', () => {
  const photo = { event_name: 'message.image.received', message: { ...said('').message, text: undefined } };
  const withField = (field: string) => ({
    ...photo,
    message: {
      ...photo.message,
      [field]: 'https://photo-stal-1.zdn.vn/a.jpg',
      caption: '@Bot ultty AI minh chứng',
    },
  });

  test.each(['photo', 'photo_url'])('a picture under %s', field => {
    expect(body(withField(field))).toMatchObject({
      kind: 'photo',
      files: [{ ref: 'https://photo-stal-1.zdn.vn/a.jpg', mime: 'image/jpeg' }],
      caption: 'minh chứng',
      addressed: true,
    });
  });

  test('bodies flat and wrapped alike', () => {
    const update = said('@Bot ultty AI hạn');
    expect(body({ ok: true, result: update })).toEqual(body(update));
  });

  test.each([
    ['milliseconds', 1_787_124_248_055, '2026-08-19T07:24:08.055Z'],
    ['seconds', 1_787_124_248, '2026-08-19T07:24:08.000Z'],
    ['text', '1787124248055', '2026-08-19T07:24:08.055Z'],
    ['nothing', 0, '1970-01-01T00:00:00.000Z'],
    ['nonsense', 'x', '1970-01-01T00:00:00.000Z'],
  ])('dates in %s', (_, date, expected) => {
    expect(hear(said('x', { date }), BOT, me)?.at.toISOString()).toBe(expected);
  });

  test.each([
    ['its own echo by mark', { from: { ...from, is_bot: true } }],
    ['its own echo by id', { from: { id: '1459232241454765289', display_name: 'Bot' } }],
  ])('%s is not heard', (_, more) => {
    expect(body(said('x', more))).toBeNull();
  });

  test.each([
    [{ event_name: 'message.unsupported.received' }],
    [{ event_name: 'webhook.test', message: { date: 1, message_id: 'webhook-test', text: 'x' } }],
    [{ event_name: 'message.reaction.received', message: said('x').message }],
    [null],
    [[]],
  ])('nothing to answer in %j', update => {
    expect(hear(update, BOT, me)).toBeNull();
  });

  test('one id in two chats is two events', () => {
    const key = (update: object) => eventKey(readUpdate(update) ?? expect.fail());
    const keys = [
      said('x'),
      said('x', {}, { id: from.id }),
      { ...said('x'), event_name: 'message.voice.received' },
    ];
    expect(new Set(keys.map(key)).size).toBe(3);
  });
});
