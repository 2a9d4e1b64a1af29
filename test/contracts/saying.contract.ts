import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Message } from '../../src/core/message.ts';
import { type AdapterHarness, contractTools } from './harness.ts';

/** How an adapter brings messages to people, and what it says of the outcome. */
export function sayingContract(name: string, harness: () => AdapterHarness): void {
  const { address, outgoing, send, say, seen } = contractTools(harness);

  describe(`${name} says`, () => {
    test('all of a message, markup in names included', async () => {
      const lines: Message['lines'] = [
        [{ bold: 'Hạn <b>' }, ' _*[x](y) ', { italic: '`mã`' }, { code: '&amp;' }],
        [],
        [
          { mention: 'Lan {*}', userId: harness().person.userId },
          ': ',
          { link: 'mở', url: 'https://a.vn/x' },
        ],
      ];
      const table: Message['table'] = {
        columns: [{ title: 'Đơn vị', align: 'left' }],
        rows: [['Sở | A'], ['<i>']],
      };
      expect(await send({ lines, table })).toMatchObject({ kind: 'sent' });
      const text = (await seen())?.text ?? '';
      for (const part of [
        'Hạn <b>',
        ' _*[x](y) ',
        '`mã`',
        '&amp;',
        'Lan {*}',
        'mở',
        'Đơn vị',
        'Sở | A',
        '<i>',
      ]) {
        expect(text).toContain(part);
      }
    });

    test('each message under an id of its own', async () => {
      expect(await say('một')).not.toBe(await say('hai'));
    });

    test('text up to its limit, counted in UTF-16', async () => {
      const { textUnits } = harness().adapter.capabilities;
      for (const text of ['ộ'.repeat(textUnits), '😀'.repeat(textUnits / 2)]) {
        expect(text).toHaveLength(textUnits);
        await say(text);
        expect((await seen())?.text).toContain(text);
      }
    });

    test('the same again under the same key as the platform allows', async () => {
      const once = outgoing({ lines: [['một lần']] });
      const before = (await harness().reads(harness().chats.private)).length;
      const outcomes = [await harness().adapter.send(once), await harness().adapter.send(once)];
      expect(outcomes.map(one => one.kind)).toEqual(['sent', 'sent']);
      expect((await harness().reads(harness().chats.private)).length - before).toBe(
        harness().idempotent ? 1 : 2,
      );
    });

    test('an edit in place where the platform has that, else anew', async () => {
      const first = await say('trước');
      const before = (await harness().reads(harness().chats.private)).length;
      expect((await send({ lines: [['sau']], edits: 'x' }, { editsMessageId: first })).kind).toBe('sent');
      const after = await harness().reads(harness().chats.private);
      expect(after.length - before).toBe(harness().adapter.capabilities.edits ? 0 : 1);
      expect(after.at(-1)?.text).toContain('sau');
    });

    test('an edit of what never arrived as a message', async () => {
      expect((await send({ lines: [['mất']], edits: 'x' }, { editsMessageId: null })).kind).toBe('sent');
      expect((await seen())?.text).toContain('mất');
    });

    test('a file with its words, or at least the words', async () => {
      const { blocId, ...file } = harness().file;
      expect((await send({ lines: [['kèm tệp']], file }, { blocId })).kind).toBe('sent');
      const shown = await seen();
      if (harness().adapter.capabilities.filesOut) expect(shown?.fileName).toBe(file.name);
      else expect(shown?.text).toContain('kèm tệp');
    });

    test('something first, where it may', async ({ skip }) => {
      const { newcomer } = harness();
      expect(newcomer !== null).toBe(harness().adapter.capabilities.opensPrivateChats);
      if (newcomer === null) return skip(`not on ${name}`);
      expect((await send({ lines: [['chào']] }, { address: address(newcomer) })).kind).toBe('sent');
      expect((await seen(newcomer))?.text).toContain('chào');
    });

    test('to a chat that does not exist that it is gone', async () => {
      const nowhere = address('no-such-chat');
      expect((await send({ lines: [['x']] }, { address: nowhere })).kind).toBe('gone');
    });

    test.for(['later', 'unknown', 'gone', 'moved', 'refused', 'needless'] as const)(
      'that a sending ended as %s',
      async (kind, { skip }) => {
        const more = await harness().fails(kind);
        if (more === null) return skip(`not on ${name}`);
        const message = {
          lines: [[`hỏng ${kind}`]],
          ...(kind === 'needless' && { pinned: true as const }),
        };
        const outcome = await send(message, more);
        expect(outcome.kind).toBe(kind);
        if (outcome.kind === 'later') expect(outcome.afterMs).toBeGreaterThan(0);
        // Nobody has seen what certainly was not delivered.
        if (kind !== 'unknown') expect((await seen())?.text ?? '').not.toContain(plainText(message));
        await say(`sau ${kind}`);
        expect((await seen())?.text).toContain(`sau ${kind}`);
      },
    );
  });
}
