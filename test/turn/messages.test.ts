import { expect, test } from 'vitest';
import { createSpeech, joinMessages, readToken } from '../../src/turn/messages.ts';

const here = {
  address: { platform: 'room', botId: 'room', chatId: 'g1' },
  kind: 'group',
  replyTo: 'm5',
  asks: 'u1',
} as const;

test('what a turn says to one chat is one message, with the question last', () => {
  const speech = createSpeech('in:1', 3);
  speech.say(here, [{ lines: [['Một.']] }], { kind: 'command' });
  speech.say(here, [{ lines: [['Hai?']], choices: [[{ id: 'ok', label: 'Có' }]] }], {
    kind: 'dialogue',
    code: 'Ab_-1234',
    rev: 2,
  });
  const [row, ...more] = speech.rows(null);
  expect(more).toEqual([]);
  expect(row?.body).toEqual({
    lines: [['Một.'], [], ['Hai?']],
    options: [[{ token: 'd:Ab_-1234:2:ok', label: 'Có' }]],
    replyTo: 'm5',
    asks: 'u1',
    question: 'Ab_-1234',
  });
});

test('nothing is joined to a message behind its buttons or its table', () => {
  const table = { columns: [{ title: 'A', align: 'left' as const }], rows: [['1']] };
  expect(joinMessages([{ lines: [['a']], table }, { lines: [['b']] }])).toHaveLength(2);
  expect(joinMessages([{ lines: [['a']], options: [] }, { lines: [['b']] }])).toHaveLength(2);
});

test('what is to be passed on is a message of its own', () => {
  const speech = createSpeech('in:2', 3);
  const says = [
    { lines: [['a']] },
    { lines: [['b']], alone: true as const },
    { lines: [['c']] },
    { lines: [['d']] },
  ];
  speech.say(here, says, { kind: 'command' });
  expect(speech.rows(null).map(row => row.body)).toMatchObject([
    { lines: [['a']] },
    { lines: [['b']] },
    { lines: [['c'], [], ['d']] },
  ]);
});

test('each message has a key of its own, the same again for the same cause', () => {
  const keys = () => {
    const speech = createSpeech('in:9', null);
    speech.say(here, [{ lines: [['a']], choices: [[{ id: 'han', label: 'Hạn' }]] }, { lines: [['b']] }], {
      kind: 'command',
    });
    speech.tell({ ...here, address: { ...here.address, chatId: 'u2' } }, { lines: [['c']] }, 1);
    return speech.rows(null).map(row => row.dedupeKey);
  };
  expect(new Set(keys()).size).toBe(3);
  expect(keys()).toEqual(keys());
});

test('a button’s token says which conversation and which question it belongs to', () => {
  expect(readToken('d:Ab_-1234:17:o_4f')).toEqual({
    kind: 'dialogue',
    code: 'Ab_-1234',
    rev: 17,
    id: 'o_4f',
  });
  expect(readToken('c:moi 2')).toEqual({ kind: 'command', blocId: null, line: 'moi 2' });
  expect(readToken('c12:moi 2')).toEqual({ kind: 'command', blocId: 12, line: 'moi 2' });
  for (const strange of ['', 'x', 'd:', 'd:a:b:c', 'javascript:alert(1)'])
    expect(readToken(strange)).toBeNull();
});

test('of a cluster the same sentences speak in its words, and people’s own words stay', () => {
  const speech = createSpeech('in:1', 1);
  const lines = [
    ['Trưởng khối đã trả lại “Báo cáo khối lượng” của khối: ', { italic: 'Trưởng khối chưa ký' }],
    [{ bold: 'Phó Trưởng khối' }, ' của Khối thi đua số 02 và của khối thi đua khác'],
  ];
  speech.say(here, [{ lines, choices: [[{ id: 'x', label: 'Trưởng khối (thay mặt khối)' }]] }], {
    kind: 'command',
  });
  const said = (name: string) => speech.rows(name)[0]?.body;
  expect(said('Khối thi đua số 02')?.lines).toEqual(lines);
  expect(said('Cụm thi đua số 3')).toMatchObject({
    lines: [
      ['Cụm trưởng đã trả lại “Báo cáo khối lượng” của cụm: ', { italic: 'Trưởng khối chưa ký' }],
      [{ bold: 'Cụm phó' }, ' của Khối thi đua số 02 và của khối thi đua khác'],
    ],
    options: [[{ label: 'Cụm trưởng (thay mặt cụm)' }]],
  });
});
