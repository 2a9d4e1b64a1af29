import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../src/chat/port.ts';
import { hear } from '../../../src/chat/telegram/hear.ts';
import { receive } from '../../../src/chat/telegram/receive.ts';
import { createDelivery, type WireUpdate } from '../../support/telegram/delivery.ts';
import { createPeople } from '../../support/telegram/people.ts';
import { createWorld } from '../../support/telegram/world.ts';

/** What people do in an imitated Telegram, whose updates its schema has checked, as the assistant hears it. */
function scene() {
  const world = createWorld(() => new Date('2026-06-08T01:02:03Z'));
  const delivery = createDelivery(world, { retryMs: 1, timeoutMs: 1 });
  const people = createPeople(world, delivery);
  const lan = people.user('Nguyễn Thị', 'Lan');
  const group = people.group('Khối', [lan]);
  const heard = (update: WireUpdate | null): ChatEvent | null => {
    const [event] = update ? receive([update], world.bot, new Date('2026-06-08T09:00:00Z')).events : [];
    // As it comes back from the inbox.
    return event ? hear(JSON.parse(JSON.stringify(event.raw))) : null;
  };
  /** Said by a message that the bot would see were it an admin. */
  const said = (text: string, how = {}) => {
    world.privacy = false;
    return heard(people.says(group, lan, text, how).update);
  };
  return { world, people, delivery, lan, group, heard, said };
}

describe('in a group', () => {
  test('the chat, the person by both names, and the time of the message', () => {
    const { said, group, lan } = scene();
    expect(said('chào')).toMatchObject({
      address: { platform: 'telegram', botId: '123456789', chatId: String(group) },
      chatKind: 'group',
      chatTitle: 'Khối',
      from: { userId: String(lan), displayName: 'Nguyễn Thị Lan' },
      at: new Date('2026-06-08T01:02:03Z'),
      body: { kind: 'text', addressed: false },
    });
  });

  test.each([
    ['/Han@Tro_Ly_Khoi_Bot quý IV', { kind: 'command', name: 'han', words: 'quý IV' }],
    ['/hạn', { kind: 'command', name: 'hạn', words: '' }],
    ['@tro_ly_khoi_bot /han tháng', { kind: 'command', name: 'han', words: 'tháng' }],
    ['@tro_ly_khoi_bot, hạn nộp?', { kind: 'text', text: 'hạn nộp?', addressed: true }],
    ['hạn nộp @TRO_LY_KHOI_BOT?', { kind: 'text', text: 'hạn nộp ?', addressed: true }],
    ['thư lan@tro_ly_khoi_bot.vn', { kind: 'text', addressed: false }],
    ['@tro_ly_khoi_bot2 hạn', { kind: 'text', addressed: false }],
    ['/usr/bin', { kind: 'text', addressed: false }],
  ])('%s', (text, body) => {
    expect(scene().said(text)?.body).toMatchObject(body);
  });

  test('a command for another bot is not heard', () => {
    expect(scene().said('/han@other_bot')).toBeNull();
  });

  test('an anonymous admin is nobody, but his words are heard', () => {
    const event = scene().said('/nop_bao_cao', { anonymous: true });
    expect(event).toMatchObject({ from: null, body: { kind: 'command', name: 'nop_bao_cao' } });
  });

  test('in a topic a message is known by both, and does not answer the one that made the topic', () => {
    const { people, group, lan, said, world } = scene();
    const topic = people.topic(group, lan, 'Báo cáo');
    const plain = said('chào', { topic });
    expect(plain).toMatchObject({ topic: String(topic), body: { addressed: false, repliesTo: null } });
    expect(plain?.messageId).toMatch(new RegExp(`^\\d+\\.${topic}$`));
    // Also where the bot made it.
    const made = people.reads(group).find(one => one.wire.message_id === topic);
    if (made) made.wire.from = world.bot;
    expect(said('chào', { topic })).toMatchObject({ body: { addressed: false } });
  });
});

describe('comings and goings', () => {
  test('of the bot are told once, and by whom', () => {
    const { people, delivery, lan, heard } = scene();
    people.group('Khối 2', [lan], 'group');
    const events = delivery.pending().slice(-2).map(heard);
    expect(events.filter(Boolean)).toEqual([
      expect.objectContaining({
        from: { userId: String(lan), displayName: 'Nguyễn Thị Lan' },
        body: expect.objectContaining({ kind: 'joined', isBot: true }),
      }),
    ]);
  });

  test('a promotion is neither, a kick and a block are goings', () => {
    const { people, group, lan, heard } = scene();
    expect(heard(people.promotes(group, lan))).toBeNull();
    expect(heard(people.kicks(group, lan))?.body).toMatchObject({ kind: 'left', isBot: true });
    people.says(lan, lan, '/start');
    expect(heard(people.blocks(lan))).toMatchObject({
      chatKind: 'private',
      body: { kind: 'left', isBot: true },
    });
    expect(heard(people.unblocks(lan))?.body).toMatchObject({ kind: 'joined', isBot: true });
  });

  test('a group that becomes a supergroup is told of twice, and both say the same of the old one', () => {
    const { people, delivery, lan, heard } = scene();
    const old = people.group('Nhóm', [lan], 'group');
    const id = people.upgrades(old, lan);
    const events = delivery.pending().slice(-2).map(heard);
    const body = { kind: 'moved', fromChatId: String(old), toChatId: String(id) };
    expect(events).toMatchObject([
      { address: { chatId: String(old) }, body },
      { address: { chatId: String(id) }, body },
    ]);
  });
});

describe('in private', () => {
  test('an edit is told of, in a group only one that was meant for the bot', () => {
    const { people, world, group, lan, heard } = scene();
    const own = people.says(lan, lan, 'cũ').shown;
    expect(heard(people.edits(lan, own.wire.message_id, 'mới'))?.body).toMatchObject({
      kind: 'edited',
      text: 'mới',
      addressed: true,
    });
    world.privacy = false;
    const aside = people.says(group, lan, 'chuyện khác').shown;
    expect(heard(people.edits(group, aside.wire.message_id, 'khác nữa'))?.body).toMatchObject({
      addressed: false,
    });
    const command = people.says(group, lan, '/han').shown;
    expect(heard(people.edits(group, command.wire.message_id, '/han tháng'))?.body).toMatchObject({
      kind: 'edited',
      addressed: true,
    });
  });

  test('the largest copy of a photo, and files without a name', () => {
    const { people, lan, heard } = scene();
    const photo = people.sends(lan, lan, { name: 'a.png', mime: 'image/png', bytes: Uint8Array.from([1]) });
    expect(heard(photo.update)?.body).toMatchObject({
      kind: 'photo',
      files: [{ mime: 'image/jpeg', size: 1 }],
    });
    const { update } = people.shares(lan, lan, { document: { file_id: 'f', file_unique_id: 'u' } });
    expect(heard(update)?.body).toMatchObject({
      kind: 'file',
      files: [
        { ref: 'f', name: expect.stringMatching(/^tep-\d+$/), mime: 'application/octet-stream', size: null },
      ],
    });
  });

  test('an animation is a document as well, but none of ours', () => {
    const { people, lan, heard } = scene();
    const file = { file_id: 'f', file_unique_id: 'u' };
    const animation = { ...file, width: 1, height: 1, duration: 1 };
    expect(heard(people.shares(lan, lan, { document: file, animation }).update)?.body.kind).toBe(
      'unsupported',
    );
  });

  test('a press is dated by when it came, since it has no date of its own', () => {
    const { people, world, lan, heard } = scene();
    const { shown } = people.says(lan, lan, 'x');
    shown.wire.from = world.bot;
    shown.wire.reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'd:x:1:ok' }]] };
    expect(heard(people.presses(lan, lan, shown, 'd:x:1:ok'))).toMatchObject({
      at: new Date('2026-06-08T09:00:00Z'),
      body: { kind: 'choice', token: 'd:x:1:ok', messageId: String(shown.wire.message_id) },
    });
  });
});

test('nothing is stored that is not read', () => {
  const { world, people, lan } = scene();
  const { update } = people.shares(lan, lan, {
    text: 'a',
    forward_origin: { type: 'hidden_user', date: 0, sender_user_name: 'Người khác' },
    contact: { phone_number: '0912345678', first_name: 'x' },
  });
  const [event] = receive([update], world.bot, new Date(0)).events;
  expect(JSON.stringify(event?.raw)).not.toMatch(/Người khác|0912345678/);
});
