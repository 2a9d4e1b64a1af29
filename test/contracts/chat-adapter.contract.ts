import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { ChatAdapter, EventBody, Outgoing, RawEvent, SendOutcome } from '../../src/chat/port.ts';
import type { Message } from '../../src/core/message.ts';

export type Place = 'private' | 'group';

/** What somebody in the chat sees of a message. */
export interface Seen {
  id: string;
  /** Text with table and numbered options, as far as the platform shows them so. */
  text: string;
  /** Buttons, as tokens; empty where the platform has none. */
  tokens: string[];
  fileName: string | null;
}

/**
 * A platform, real or imitated, around an adapter. Where it knows no such thing the answer is null; what
 * people do is handed over as the platform's own raw update.
 */
export interface AdapterHarness {
  adapter: ChatAdapter;
  chats: Record<Place, string>;
  /** Somebody who has never written to the bot; null where the bot may not write first. */
  newcomer: string | null;
  person: { userId: string; displayName: string };
  /** A second sending under the same dedupe key is no second message. */
  idempotent: boolean;
  writes(
    where: Place,
    text: string,
    how?: { mentions?: boolean; answers?: string },
  ): Promise<RawEvent | null>;
  presses(seen: Seen, token: string): Promise<RawEvent | null>;
  sendsFile(where: Place, file: { name: string; mime: string; bytes: Uint8Array }): Promise<RawEvent | null>;
  edits(text: string): Promise<RawEvent | null>;
  /** Comings, goings and the rest, by the kind they must be heard as. */
  happens(kind: 'joined' | 'left' | 'moved' | 'unsupported'): Promise<RawEvent | null>;
  reads(chatId: string): Promise<Seen[]>;
  /** Makes the next sending end so, and says what to send; null: this platform never ends so. */
  fails(how: Exclude<SendOutcome['kind'], 'sent'>): Promise<Partial<Outgoing> | null>;
  /** A message with a file that the bot has. */
  file: { sha256: string; name: string; mime: string; blocId: number };
}

/** What every messenger's adapter must keep, whatever its platform can do. */
export function chatAdapterContract(name: string, make: () => Promise<AdapterHarness>): void {
  let h: AdapterHarness;
  let count = 0;
  beforeAll(async () => {
    h = await make();
  });

  function outgoing(message: Message, more: Partial<Outgoing> = {}): Outgoing {
    count += 1;
    const { platform, botId } = h.adapter;
    return {
      address: { platform, botId, chatId: h.chats.private },
      chatKind: 'private',
      message,
      dedupeKey: `contract:${count}`,
      blocId: h.file.blocId,
      editsMessageId: null,
      ...more,
    };
  }
  const send = (message: Message, more: Partial<Outgoing> = {}) => h.adapter.send(outgoing(message, more));
  const say = async (text: string) => {
    const sent = await send({ lines: [[text]] });
    if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
    return sent.messageId;
  };
  const seen = async (chatId = h.chats.private) => (await h.reads(chatId)).at(-1);
  /** As it comes back from the inbox. */
  const heard = (raw: RawEvent | null) => (raw ? h.adapter.parse(JSON.parse(JSON.stringify(raw.raw))) : null);
  const body = async (raw: Promise<RawEvent | null>): Promise<EventBody | null> =>
    heard(await raw)?.body ?? null;
  const only = (skip: (reason: string) => never, raw: RawEvent | null): RawEvent =>
    raw ?? skip(`not on ${name}`);

  describe(`${name} hears`, () => {
    test('who wrote where and when, and each event under a key of its own', async ({ skip }) => {
      const one = only(skip, await h.writes('private', 'một'));
      const two = only(skip, await h.writes('private', 'hai'));
      expect(one.eventKey).not.toBe(two.eventKey);
      const { platform, botId } = h.adapter;
      expect(heard(one)).toMatchObject({
        address: { platform, botId, chatId: h.chats.private },
        chatKind: 'private',
        from: h.person,
      });
      expect(one.address).toEqual(heard(one)?.address);
      expect(heard(one)?.at.getTime()).toBeGreaterThan(0);
    });

    test('everything in private, in a group only what is meant for it', async () => {
      expect(await body(h.writes('private', 'hạn nộp?'))).toMatchObject({
        kind: 'text',
        text: 'hạn nộp?',
        addressed: true,
      });
      const aside = await body(h.writes('group', 'hạn nộp?'));
      expect(aside === null || (aside.kind === 'text' && !aside.addressed)).toBe(true);
      const asked = await body(h.writes('group', 'hạn nộp?', { mentions: true }));
      expect(asked).toMatchObject({ kind: 'text', text: 'hạn nộp?', addressed: true });
    });

    test('an answer to its own message in a group', async ({ skip }) => {
      await send({ lines: [['hỏi']] }, { address: addressOf('group'), chatKind: 'group' });
      const question = await seen(h.chats.group);
      const answer = only(skip, await h.writes('group', '9,25', { answers: question?.id ?? '' }));
      expect(heard(answer)?.body).toMatchObject({ kind: 'text', text: '9,25', addressed: true });
    });

    test('commands with their words, with and without a mention', async () => {
      const command = { kind: 'command', name: 'han', words: 'quý IV' };
      expect(await body(h.writes('private', '/han quý IV'))).toEqual(command);
      expect(await body(h.writes('group', '/han quý IV', { mentions: true }))).toEqual(command);
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
      if (!shown || !h.adapter.capabilities.buttons) return skip(`no buttons on ${name}`);
      expect(shown.tokens).toEqual([token, 'c:han']);
      const press = only(skip, await h.presses(shown, token));
      expect(heard(press)?.body).toMatchObject({ kind: 'choice', token });
    });

    test('files, which it can fetch whole but not beyond the limit', async ({ skip }) => {
      const bytes = Uint8Array.from([0, 1, 2, 255]);
      const sent = only(
        skip,
        await h.sendsFile('private', { name: 'báo cáo.pdf', mime: 'application/pdf', bytes }),
      );
      const event = heard(sent)?.body;
      expect(event).toMatchObject({ kind: 'file', addressed: true });
      const [file] = event?.kind === 'file' ? event.files : [];
      if (!file) throw new Error('no file');
      expect(file).toMatchObject({ name: 'báo cáo.pdf', mime: 'application/pdf' });
      expect(Buffer.from(await h.adapter.fetchFile(file, 4))).toEqual(Buffer.from(bytes));
      await expect(h.adapter.fetchFile(file, 3)).rejects.toThrow();
      await expect(h.adapter.fetchFile({ ...file, ref: 'nothing' }, 4)).rejects.toThrow();
    });

    test('pictures as such', async ({ skip }) => {
      const picture = { name: 'ảnh.png', mime: 'image/png', bytes: Uint8Array.from([1]) };
      const sent = only(skip, await h.sendsFile('private', picture));
      expect(heard(sent)?.body).toMatchObject({ kind: 'photo', addressed: true });
    });

    test('what was edited as edited', async ({ skip }) => {
      const edit = only(skip, await h.edits('mới'));
      expect(heard(edit)?.body).toMatchObject({ kind: 'edited', text: 'mới' });
    });

    test.each(['joined', 'left', 'moved', 'unsupported'] as const)(
      'that somebody or something %s',
      async (kind, { skip }) => {
        expect(heard(only(skip, await h.happens(kind)))?.body.kind).toBe(kind);
      },
    );

    test('nothing in garbage, and never throws', async () => {
      const real = [await h.writes('private', 'một'), await h.writes('group', 'hai', { mentions: true })];
      const parts = real.flatMap(raw => (raw ? [raw.raw] : []));
      const garbled = fc
        .tuple(fc.constantFrom(...parts), fc.jsonValue(), fc.nat())
        .map(([raw, value, at]) => spoilt(raw, value, at));
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), fc.anything(), garbled), raw => {
          const event = h.adapter.parse(raw);
          if (event) expect(typeof event.address.chatId).toBe('string');
        }),
        { numRuns: 2_000 },
      );
    });
  });

  describe(`${name} says`, () => {
    test('all of a message, markup in names included', async () => {
      const lines: Message['lines'] = [
        [{ bold: 'Hạn <b>' }, ' _*[x](y) ', { italic: '`mã`' }, { code: '&amp;' }],
        [],
        [{ mention: 'Lan {*}', userId: h.person.userId }, ': ', { link: 'mở', url: 'https://a.vn/x' }],
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
      const { textUnits } = h.adapter.capabilities;
      for (const text of ['ộ'.repeat(textUnits), '😀'.repeat(textUnits / 2)]) {
        expect(text).toHaveLength(textUnits);
        await say(text);
        expect((await seen())?.text).toContain(text);
      }
    });

    test('the same again under the same key as the platform allows', async () => {
      const once = outgoing({ lines: [['một lần']] });
      const before = (await h.reads(h.chats.private)).length;
      const outcomes = [await h.adapter.send(once), await h.adapter.send(once)];
      expect(outcomes.map(one => one.kind)).toEqual(['sent', 'sent']);
      expect((await h.reads(h.chats.private)).length - before).toBe(h.idempotent ? 1 : 2);
    });

    test('an edit in place where the platform has that, else anew', async () => {
      const first = await say('trước');
      const before = (await h.reads(h.chats.private)).length;
      expect((await send({ lines: [['sau']], edits: 'x' }, { editsMessageId: first })).kind).toBe('sent');
      const after = await h.reads(h.chats.private);
      expect(after.length - before).toBe(h.adapter.capabilities.edits ? 0 : 1);
      expect(after.at(-1)?.text).toContain('sau');
    });

    test('an edit of what never arrived as a message', async () => {
      expect((await send({ lines: [['mất']], edits: 'x' }, { editsMessageId: null })).kind).toBe('sent');
      expect((await seen())?.text).toContain('mất');
    });

    test('a file with its words, or at least the words', async () => {
      const { blocId, ...file } = h.file;
      expect((await send({ lines: [['kèm tệp']], file }, { blocId })).kind).toBe('sent');
      const shown = await seen();
      if (h.adapter.capabilities.filesOut) expect(shown?.fileName).toBe(file.name);
      else expect(shown?.text).toContain('kèm tệp');
    });

    test('something first, where it may', async ({ skip }) => {
      const { newcomer } = h;
      expect(newcomer !== null).toBe(h.adapter.capabilities.opensPrivateChats);
      if (newcomer === null) return skip(`not on ${name}`);
      const { platform, botId } = h.adapter;
      expect(
        (await send({ lines: [['chào']] }, { address: { platform, botId, chatId: newcomer } })).kind,
      ).toBe('sent');
      expect((await seen(newcomer))?.text).toContain('chào');
    });

    test('to a chat that does not exist that it is gone', async () => {
      const { platform, botId } = h.adapter;
      const nowhere = { platform, botId, chatId: 'no-such-chat' };
      expect((await send({ lines: [['x']] }, { address: nowhere })).kind).toBe('gone');
    });

    test.each(['later', 'unknown', 'gone', 'moved', 'refused'] as const)(
      'that a sending ended as %s',
      async (kind, { skip }) => {
        const more = await h.fails(kind);
        if (more === null) return skip(`not on ${name}`);
        const message = { lines: [[`hỏng ${kind}`]] };
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

  function addressOf(where: Place) {
    const { platform, botId } = h.adapter;
    return { platform, botId, chatId: h.chats[where] };
  }
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
