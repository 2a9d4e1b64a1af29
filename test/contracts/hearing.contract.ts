import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawEvent } from '../../src/chat/port.ts';
import { type AdapterHarness, contractTools } from './harness.ts';

type Skip = (reason: string) => never;

/** How an adapter turns what people do into events. */
export function hearingContract(name: string, harness: () => AdapterHarness): void {
  const { address, send, heard, seen, body } = contractTools(harness);
  const only = (skip: Skip, raw: RawEvent | null): RawEvent => raw ?? skip(`not on ${name}`);

  describe(`${name} hears`, () => {
    test('who wrote where and when, and each event under a key of its own', async ({ skip }) => {
      const one = only(skip, await harness().writes('private', 'một'));
      const two = only(skip, await harness().writes('private', 'hai'));
      expect(one.eventKey).not.toBe(two.eventKey);
      const { platform, botId } = harness().adapter;
      expect(heard(one)).toMatchObject({
        address: { platform, botId, chatId: harness().chats.private },
        chatKind: 'private',
        from: harness().person,
      });
      expect(one.address).toEqual(heard(one)?.address);
      expect(heard(one)?.at.getTime()).toBeGreaterThan(0);
    });

    test('everything in private, in a group only what is meant for it', async () => {
      expect(await body(harness().writes('private', 'hạn nộp?'))).toMatchObject({
        kind: 'text',
        text: 'hạn nộp?',
        addressed: true,
      });
      const aside = await body(harness().writes('group', 'hạn nộp?'));
      expect(aside === null || (aside.kind === 'text' && !aside.addressed)).toBe(true);
      const asked = await body(harness().writes('group', 'hạn nộp?', { mentions: true }));
      expect(asked).toMatchObject({ kind: 'text', text: 'hạn nộp?', addressed: true });
    });

    test('an answer to its own message in a group', async ({ skip }) => {
      await send({ lines: [['hỏi']] }, { address: address(harness().chats.group), chatKind: 'group' });
      const question = await seen(harness().chats.group);
      const answer = only(skip, await harness().writes('group', '9,25', { answers: question?.id ?? '' }));
      expect(heard(answer)?.body).toMatchObject({ kind: 'text', text: '9,25', addressed: true });
    });

    test('commands with their words, with and without a mention', async () => {
      const command = { kind: 'command', name: 'han', words: 'quý IV' };
      expect(await body(harness().writes('private', '/han quý IV'))).toEqual(command);
      expect(await body(harness().writes('group', '/han quý IV', { mentions: true }))).toEqual(command);
    });

    test('a press of a button with the very token that was sent', async ({ skip }) => {
      const token = `d:Ab_-1234:17:${'ộ'.repeat(15)}`.slice(0, 42);
      expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
      await send({
        lines: [['chọn']],
        options: [
          [
            { token, label: 'Một' },
            { token: 'c:han', label: 'Hai' },
          ],
        ],
      });
      const shown = await seen();
      if (!shown || !harness().adapter.capabilities.buttons) return skip(`no buttons on ${name}`);
      expect(shown.tokens).toEqual([token, 'c:han']);
      const press = only(skip, await harness().presses(shown, token));
      expect(heard(press)?.body).toMatchObject({ kind: 'choice', token });
    });

    test('files, which it can fetch whole but not beyond the limit', async ({ skip }) => {
      const bytes = Uint8Array.from([0, 1, 2, 255]);
      const sent = only(
        skip,
        await harness().sendsFile('private', { name: 'báo cáo.pdf', mime: 'application/pdf', bytes }),
      );
      const event = heard(sent)?.body;
      expect(event).toMatchObject({ kind: 'file', addressed: true });
      const [file] = event?.kind === 'file' ? event.files : [];
      if (!file) throw new Error('no file');
      expect(file).toMatchObject({ name: 'báo cáo.pdf', mime: 'application/pdf' });
      expect(Buffer.from(await harness().adapter.fetchFile(file, 4))).toEqual(Buffer.from(bytes));
      await expect(harness().adapter.fetchFile(file, 3)).rejects.toThrow();
      await expect(harness().adapter.fetchFile({ ...file, ref: 'nothing' }, 4)).rejects.toThrow();
    });

    test('pictures as such', async ({ skip }) => {
      const picture = { name: 'ảnh.png', mime: 'image/png', bytes: Uint8Array.from([1]) };
      const sent = only(skip, await harness().sendsFile('private', picture));
      expect(heard(sent)?.body).toMatchObject({ kind: 'photo', addressed: true });
    });

    test('what was edited as edited', async ({ skip }) => {
      const edit = only(skip, await harness().edits('mới'));
      expect(heard(edit)?.body).toMatchObject({ kind: 'edited', text: 'mới' });
    });

    test.for(['joined', 'left', 'moved', 'unsupported'] as const)(
      'that somebody or something %s',
      async (kind, { skip }) => {
        expect(heard(only(skip, await harness().happens(kind)))?.body.kind).toBe(kind);
      },
    );

    test('nothing in garbage, and never throws', async () => {
      const real = [
        await harness().writes('private', 'một'),
        await harness().writes('group', 'hai', { mentions: true }),
      ];
      const parts = real.flatMap(raw => (raw ? [raw.raw] : []));
      const garbled = fc
        .tuple(fc.constantFrom(...parts), fc.jsonValue(), fc.nat())
        .map(([raw, value, at]) => spoilt(raw, value, at));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), fc.anything(), garbled), raw => {
          const event = harness().adapter.parse(raw);
          if (event) expect(typeof event.address.chatId).toBe('string');
        }),
        { numRuns: 2_000 },
      );
    });
  });
}

/** One value somewhere in a raw update replaced. */
function spoilt(raw: unknown, value: unknown, at: number): unknown {
  let left = at % 40;
  const walk = (part: unknown): unknown => {
    left -= 1;
    if (left === 0) return value;
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(raw);
}
