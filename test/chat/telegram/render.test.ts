import { describe, expect, test } from 'vitest';
import type { Outgoing } from '../../../src/chat/port.ts';
import { type Call, render } from '../../../src/chat/telegram/render.ts';
import type { Message } from '../../../src/core/message.ts';
import { callProblems } from '../../support/telegram/wire.ts';

/** The ways of saying it, each of a shape that the Bot API takes. */
function rendered(message: Message, more: Partial<Outgoing> = {}): Call[] {
  const calls = render({
    address: { platform: 'telegram', botId: '1', chatId: '-100123' },
    chatKind: 'group',
    message,
    blocId: 1,
    dedupeKey: 'k',
    editsMessageId: null,
    ...more,
  });
  for (const { method, place, payload } of calls) {
    const document = method === 'sendDocument' ? { document: 'attach://x' } : {};
    expect(callProblems(method, { ...place, ...payload, ...document })).toEqual([]);
  }
  return calls;
}

const textOf = (call: Call | undefined) => (call?.method === 'sendMessage' ? call.payload : null);

test('names are text, never markup, and offsets count in UTF-16', () => {
  const [call, plain] = rendered({
    lines: [[{ bold: '😀 <b>Lan</b>' }, ' *_x_* ', { mention: 'Hà [x](y)', userId: '42' }], ['a\ud800b']],
  });
  const { text, entities } = textOf(call) ?? { text: '', entities: [] };
  expect(text).toBe('😀 <b>Lan</b> *_x_* Hà [x](y)\na\ufffdb');
  expect(entities.map(one => [one.type, text.slice(one.offset, one.offset + one.length)])).toEqual([
    ['bold', '😀 <b>Lan</b>'],
    ['text_mention', 'Hà [x](y)'],
  ]);
  expect(textOf(plain)).toMatchObject({ text, entities: [] });
});

test('a command without words is left to be tapped, one with words to be copied', () => {
  const [call] = rendered({ lines: [[{ code: '/han' }, ' ', { code: '/moi 2' }]] });
  expect(textOf(call)?.entities).toEqual([{ type: 'code', offset: 5, length: 6 }]);
});

test('a mention of somebody who is not on Telegram is a name', () => {
  const [call] = rendered({ lines: [[{ mention: 'Lan', userId: 'lan' }]] });
  expect(textOf(call)).toMatchObject({ text: 'Lan', entities: [] });
});

describe('what is awaited', () => {
  const place = (message: Omit<Message, 'lines'>, more: Partial<Outgoing> = {}) =>
    rendered({ lines: [['hỏi']], ...message }, more)[0]?.place;

  test('in a group opens a reply at whoever is asked, and only there', () => {
    expect(place({ asks: '42', replyTo: '7' })).toMatchObject({
      reply_parameters: { message_id: 7, allow_sending_without_reply: true },
      reply_markup: { force_reply: true, selective: true },
    });
    expect(place({ asks: '42', replyTo: '7' }, { chatKind: 'private' })?.reply_markup).toBeUndefined();
    // To everybody rather than to nobody would be worse.
    expect(place({ asks: '42' })?.reply_markup).toBeUndefined();
  });

  test('as a choice are buttons in their rows', () => {
    const options: Message['options'] = [
      [{ token: 'a', label: 'Một', tone: 'primary' }],
      [{ token: 'b', label: 'Hai' }],
    ];
    expect(place({ asks: '42', replyTo: '7', options })?.reply_markup).toEqual({
      inline_keyboard: [
        [{ text: 'Một', callback_data: 'a', style: 'primary' }],
        [{ text: 'Hai', callback_data: 'b' }],
      ],
    });
  });
});

describe('the topic', () => {
  const topicOf = (replyTo: string | undefined, topic: string | undefined) =>
    rendered({ lines: [['a']], ...(replyTo && { replyTo }) }, topic ? { topic } : {})[0]?.place
      .message_thread_id;
  test.each([
    ['of the message answered', '5.9', '7', 9],
    ['general, where the message answered is there', '5', '7', undefined],
    ['the one of the bloc, where nothing is answered', undefined, '7', 7],
    ['none', undefined, undefined, undefined],
  ])('%s', (_, replyTo, topic, expected) => {
    expect(topicOf(replyTo, topic)).toBe(expected);
  });
});

describe('a table', () => {
  const table: Message['table'] = {
    columns: [
      { title: 'Đơn vị', align: 'left' },
      { title: 'Điểm', align: 'right' },
    ],
    rows: [
      ['Phòng Kinh tế', '89,5'],
      ['Trạm Y tế', '9'],
    ],
  };

  test('is native, else drawn in columns, else plain', () => {
    const calls = rendered({ lines: [[{ bold: 'Bảng' }], [], ['điểm']], table });
    expect(calls.map(one => one.method)).toEqual(['sendRichMessage', 'sendMessage', 'sendMessage']);
    const [, drawn, plain] = calls;
    const { text, entities } = textOf(drawn) ?? { text: '', entities: [] };
    const pre = entities.find(one => one.type === 'pre');
    expect(text.slice(pre?.offset, (pre?.offset ?? 0) + (pre?.length ?? 0)).split('\n')).toEqual([
      'Đơn vị        Điểm',
      'Phòng Kinh tế 89,5',
      'Trạm Y tế        9',
    ]);
    expect(textOf(plain)?.text).toBe('Bảng\n\nđiểm\nĐơn vị | Điểm\nPhòng Kinh tế | 89,5\nTrạm Y tế | 9');
  });

  test('too wide for a phone is not drawn, too long is not native', () => {
    const wide = { ...table, rows: [['x'.repeat(40), '1']] };
    const [, drawn] = rendered({ lines: [], table: wide });
    expect(textOf(drawn)).toMatchObject({ text: `Đơn vị | Điểm\n${'x'.repeat(40)} | 1`, entities: [] });
    const long = { ...table, rows: new Array(500).fill(['a', '1']) };
    expect(rendered({ lines: [], table: long }).map(one => one.method)).not.toContain('sendRichMessage');
  });
});

test('a file carries its words as caption, or none', () => {
  const file = { sha256: 'x', name: 'a.xlsx', mime: 'application/xlsx' };
  expect(rendered({ lines: [['kèm']], file })[0]?.payload).toEqual({ caption: 'kèm', caption_entities: [] });
  expect(rendered({ lines: [], file })[0]?.payload).toEqual({});
});
