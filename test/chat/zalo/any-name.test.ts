import { afterAll, beforeEach, expect, test } from 'vitest';
import { splitOff } from '../../../src/chat/split.ts';
import { createZaloAdapter } from '../../../src/chat/zalo/adapter.ts';
import { createZaloClient } from '../../../src/chat/zalo/client.ts';
import { botIdOf, identityOf } from '../../../src/chat/zalo/identity.ts';
import { zaloMethods } from '../../../src/chat/zalo/methods.ts';
import type { Message } from '../../../src/core/message.ts';
import { oddNames } from '../../support/odd-names.ts';
import { size } from '../../support/size.ts';
import { fakeZalo } from '../../support/zalo/fake-zalo.ts';

/** Whatever people, units and files are called: nothing is refused, nothing is lost, nothing becomes markup. */
const zalo = await fakeZalo();
afterAll(zalo.close);
const { bot, apiRoot } = zalo;
const adapter = createZaloAdapter({
  botId: botIdOf(bot.token),
  methods: zaloMethods(createZaloClient({ apiRoot, token: bot.token })),
  apiRoot,
  identity: () => identityOf(bot.token, null),
  fileLink: async () => ({
    url: 'https://khoi.example.vn/l/1-x',
    fileUrl: 'https://khoi.example.vn/l/1-x/a',
    expiresAt: new Date('2026-11-21T01:00:00Z'),
  }),
  quotaPauseMs: 60_000,
});
const reader = zalo.person('Người đọc');
bot.met.add(reader);
const LIMIT = 2_000;
const UNITS = 60;
const names = oddNames(size(120, 500));

beforeEach(() => {
  bot.sent.length = 0;
});

/** Says it as the sender does, part by part; what the reader then has before him. */
async function said(message: Message): Promise<string[]> {
  const from = bot.sent.length;
  let rest: Message | null = message;
  for (let n = 0; rest; n += 1) {
    const { message: laid, ending } = adapter.layout?.(rest) ?? { message: rest, ending: 0 };
    const parts = splitOff(laid, Math.max(adapter.capabilities.textUnits - ending, 400));
    const address = { platform: 'zalo' as const, botId: adapter.botId, chatId: reader };
    const outgoing = { address, chatKind: 'private' as const, message: parts.first, blocId: 1 };
    const outcome = await adapter.send({ ...outgoing, dedupeKey: `k${n}`, editsMessageId: null });
    expect(outcome.kind, JSON.stringify(parts.first).slice(0, 300)).toBe('sent');
    rest = parts.rest;
  }
  const parts = bot.sent.slice(from).map(one => one.text);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(LIMIT);
  return parts;
}

const times = (text: string, name: string) => text.split(name).length - 1;

test(`${names.length} names, each as text, in bold, as a mention, as a choice and in a table`, async () => {
  for (const name of names) {
    const parts = await said({
      lines: [[name], [{ bold: name }, ' – ', { mention: name, userId: '42' }, ' ', { code: name }]],
      table: { columns: [{ title: name, align: 'left' }], rows: [[name]] },
      options: [[{ token: 'd:x:1:ok', label: name }]],
    });
    expect(times(parts.join('\n'), name)).toBeGreaterThanOrEqual(7);
  }
  // Not once without its styles: none was refused.
  expect(bot.calls.get('sendMessage')).toBe(bot.sent.length);
}, 300_000);

test(`a digest of ${UNITS} units with the longest names comes in parts, cut between lines, whole`, async () => {
  const long = names.filter(name => name.length >= 100).slice(0, 12);
  const line = (n: number) => `${n + 1}. ${long[n % long.length] ?? ''}: chưa nộp`;
  const lines = Array.from({ length: UNITS }, (_, n): Message['lines'][number] => [
    `${n + 1}. `,
    { bold: long[n % long.length] ?? '' },
    ': chưa nộp',
  ]);
  const parts = await said({ lines });
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join('\n').split('\n')).toEqual(
    Array.from({ length: UNITS }, (_, n) => line(n))
      .join('\n')
      .split('\n'),
  );
});

test('files of any name: a link under words of any length', async () => {
  for (const name of names.slice(0, 24)) {
    const file = { sha256: 'x', name: `${name}.pdf`, mime: 'application/pdf' };
    const parts = await said({ lines: [['x'.repeat(1_500)], [name]], file });
    expect(parts.at(-1)).toContain('https://khoi.example.vn/l/1-x');
    expect(parts.join('\n')).toContain(name);
  }
});
