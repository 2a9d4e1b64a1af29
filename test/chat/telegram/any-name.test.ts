import { afterAll, beforeAll, expect, test } from 'vitest';
import { split } from '../../../src/chat/split.ts';
import { createTelegramAdapter } from '../../../src/chat/telegram/adapter.ts';
import { createApi } from '../../../src/chat/telegram/api.ts';
import { wellFormed } from '../../../src/chat/telegram/write-text.ts';
import type { Message } from '../../../src/core/message.ts';
import { oddNames } from '../../support/odd-names.ts';
import { size } from '../../support/size.ts';
import { type FakeTelegram, fakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { readable } from '../../support/telegram/readable.ts';

/** Whatever people, units and files are called: nothing is refused, nothing is lost, nothing becomes markup. */
let telegram: FakeTelegram;
beforeAll(async () => {
  telegram = await fakeTelegram();
});
afterAll(() => telegram.close());

const names = oddNames(size(120, 500));
const UNITS = 60;

/** Says it in as many parts as it takes; what the reader then has before him. */
async function saidAs(
  message: Message,
): Promise<{ text: string; parts: string[]; fileNames: (string | null)[] }> {
  const { people, apiRoot, token } = telegram;
  const reader = people.user('Người đọc');
  people.starts(reader);
  const api = createApi({ token, apiRoot });
  const adapter = createTelegramAdapter({ api, readFile: async () => Uint8Array.from([1]) });
  const { textUnits, captionUnits = textUnits } = adapter.capabilities;
  for (const [n, part] of split(message, message.file ? captionUnits : textUnits).entries()) {
    const address = { platform: 'telegram' as const, botId: adapter.botId, chatId: String(reader) };
    const sent = await adapter.send({
      ...{ address, chatKind: 'private', message: part, blocId: 1, dedupeKey: `k${n}`, editsMessageId: null },
    });
    expect(sent.kind, JSON.stringify(part).slice(0, 300)).toBe('sent');
  }
  const seen = people.reads(reader).map(one => readable(one.wire));
  const parts = seen.map(one => one.text);
  return { text: parts.join('\n'), parts, fileNames: seen.map(one => one.fileName) };
}

test(`${names.length} names, each as text, in bold, as a mention, on a button and in a table`, async () => {
  for (const name of names) {
    const { text } = await saidAs({
      lines: [[name], [{ bold: name }, ' – ', { mention: name, userId: '42' }, ' ', { code: name }]],
      table: { columns: [{ title: name, align: 'left' }], rows: [[name]] },
      options: [[{ token: 'd:x:1:ok', label: name }]],
    });
    expect(text.split(wellFormed(name)).length).toBeGreaterThanOrEqual(7);
  }
  expect(telegram.problems()).toEqual([]);
}, 300_000);

test(`a digest of ${UNITS} units with the longest names comes in parts, cut between lines, whole`, async () => {
  const long = names.filter(name => name.length >= 100).slice(0, 12);
  const lines: Message['lines'] = Array.from({ length: UNITS }, (_, n) => [
    `${n + 1}. `,
    { bold: long[n % long.length] ?? '' },
    ': chưa nộp',
  ]);
  const { parts } = await saidAs({ lines });
  expect(parts.length).toBeGreaterThan(1);
  const plain = lines.map(line =>
    line.map(one => (typeof one === 'string' ? one : 'bold' in one ? one.bold : '')).join(''),
  );
  expect(parts.join('\n').split('\n')).toEqual(plain.map(wellFormed).join('\n').split('\n'));
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(4_096);
});

test('files of any name, with words longer than a caption', async () => {
  for (const name of names.slice(0, 24)) {
    const file = { sha256: 'x', name: `${name}.pdf`, mime: 'application/pdf' };
    const { parts, fileNames } = await saidAs({ lines: [['x'.repeat(1_500)], [name]], file });
    expect(fileNames.filter(Boolean)).toHaveLength(1);
    expect(parts.join('').replace(/\n/g, '').startsWith('x'.repeat(1_500))).toBe(true);
    for (const part of parts.slice(-1)) expect(part.length).toBeLessThanOrEqual(1_024);
  }
  expect(telegram.problems()).toEqual([]);
});
