import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FAKE_TOKEN, type FakeSettings, type FakeTelegram, fakeTelegram } from './telegram/fake-telegram.ts';
import { faults } from './telegram/faults.ts';
import { webhookCatcher } from './telegram/webhook-catcher.ts';
import { callProblems, methodNames, updateProblems } from './telegram/wire.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function fake(settings: FakeSettings = {}): Promise<FakeTelegram> {
  const telegram = await fakeTelegram(settings);
  open.push(telegram);
  return telegram;
}

const answerSchema = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.record(z.string(), z.number()).optional(),
});

async function call(telegram: FakeTelegram, method: string, payload: object = {}, token = FAKE_TOKEN) {
  const response = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
    headers: { 'Content-Type': 'application/json' },
  });
  return answerSchema.parse(await response.json());
}

/** Update ids of a poll. */
async function polled(telegram: FakeTelegram, payload: object = {}) {
  const { result } = await call(telegram, 'getUpdates', payload);
  return z.array(z.looseObject({ update_id: z.number() })).parse(result);
}

/** Somebody who has written to the bot. */
function talker(telegram: FakeTelegram): number {
  const id = telegram.people.user('Lan');
  telegram.people.says(id, id, '/start');
  return id;
}

describe('its schema', () => {
  test('knows the methods of the Bot API', () => {
    expect(methodNames.length).toBe(177);
  });

  const text = (length: number) => 'x'.repeat(length);
  const button = (data: string) => ({
    chat_id: 1,
    text: 'a',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: data }]] },
  });
  test.each([
    ['sendMessage', { chat_id: 1, text: '' }],
    ['sendMessage', { chat_id: 1, text: text(4_097) }],
    ['sendMessage', { chat_id: 1, text: '😀'.repeat(2_049) }],
    ['sendMessage', { chat_id: 1 }],
    ['sendMessage', { chat_id: 1, text: 'a', reply_to_message_id: 1 }],
    ['sendMessage', button(text(65))],
    ['sendMessage', button('ộ'.repeat(22))],
    ['sendDocument', { chat_id: 1, document: 'x', caption: text(1_025) }],
    ['setMyCommands', { commands: [{ command: 'a', description: 'b' }], scope: { type: 'everybody' } }],
    ['setMyCommands', { commands: [{ command: text(33), description: 'b' }] }],
    ['editMessageText', { chat_id: 1, message_id: '1', text: 'a' }],
    ['getMe', { x: 1 }],
  ])('refuses %s %j', (method, payload) => {
    expect(callProblems(method, payload)).not.toEqual([]);
  });

  test.each([
    ['sendMessage', { chat_id: 1, text: text(4_096) }],
    ['sendMessage', { chat_id: '-1', text: 'a', reply_parameters: { message_id: 1 } }],
    ['sendMessage', button('ộ'.repeat(21))],
    ['getMe', {}],
    ['setMyCommands', { commands: [{ command: 'han', description: 'Hạn' }], scope: { type: 'default' } }],
  ])('takes %s %.60j', (method, payload) => {
    expect(callProblems(method, payload)).toEqual([]);
  });

  test('refuses updates that Telegram does not send', () => {
    const chat = { id: 1, type: 'private' };
    const message = { message_id: 1, date: 0, chat };
    expect(updateProblems({ update_id: 1, message })).toEqual([]);
    expect(updateProblems({ message })).not.toEqual([]);
    expect(updateProblems({ update_id: 1, message: { ...message, chat: { id: 1 } } })).not.toEqual([]);
  });
});

describe('calls', () => {
  test('of another token, of no method and of a wrong shape are refused and told of', async () => {
    const telegram = await fake();
    expect(await call(telegram, 'getMe', {}, '1:x')).toMatchObject({ ok: false, error_code: 401 });
    expect(await call(telegram, 'sendNothing')).toMatchObject({ ok: false, error_code: 404 });
    const chat_id = talker(telegram);
    expect(await call(telegram, 'sendMessage', { chat_id, text: '' })).toMatchObject({ error_code: 400 });
    expect(telegram.problems()).toHaveLength(1);
  });

  test('say something to whoever has written before, and to nobody else', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    const sent = await call(telegram, 'sendMessage', { chat_id, text: 'chào' });
    expect(sent).toMatchObject({
      ok: true,
      result: { text: 'chào', chat: { id: chat_id, type: 'private' } },
    });
    const stranger = telegram.people.user('Người lạ');
    telegram.people.reads(stranger);
    expect(await call(telegram, 'sendMessage', { chat_id: stranger, text: 'a' })).toMatchObject({
      description: 'Bad Request: chat not found',
    });
    telegram.people.blocks(chat_id);
    expect(await call(telegram, 'sendMessage', { chat_id, text: 'a' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
  });

  test('answer a message that is gone only where that is allowed', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    const reply_parameters = { message_id: 99_999 };
    const text = { chat_id, text: 'a' };
    expect(await call(telegram, 'sendMessage', { ...text, reply_parameters })).toMatchObject({
      description: 'Bad Request: message to be replied not found',
    });
    const allowed = { ...reply_parameters, allow_sending_without_reply: true };
    expect((await call(telegram, 'sendMessage', { ...text, reply_parameters: allowed })).ok).toBe(true);
  });

  test('edit what the bot said, not what it did not, and not into the same', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    const sent = z
      .looseObject({ message_id: z.number() })
      .parse((await call(telegram, 'sendMessage', { chat_id, text: 'một' })).result);
    const edit = { chat_id, message_id: sent.message_id };
    expect(await call(telegram, 'editMessageText', { ...edit, text: 'hai' })).toMatchObject({
      result: { text: 'hai', message_id: sent.message_id },
    });
    expect((await call(telegram, 'editMessageText', { ...edit, text: 'hai' })).description).toContain(
      'message is not modified',
    );
    const [own] = telegram.people.reads(chat_id);
    const foreign = { chat_id, message_id: own?.wire.message_id, text: 'ba' };
    expect((await call(telegram, 'editMessageText', foreign)).description).toContain("can't be edited");
    expect(
      (await call(telegram, 'editMessageText', { ...foreign, message_id: 99_999 })).description,
    ).toContain('message to edit not found');
  });

  test('answer a press once, after that it is too old', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] };
    await call(telegram, 'sendMessage', { chat_id, text: 'a', reply_markup });
    const shown = telegram.people.reads(chat_id).at(-1);
    if (!shown) throw new Error('nothing shown');
    const update = telegram.people.presses(chat_id, chat_id, shown, 'x');
    const { id } = z.looseObject({ id: z.string() }).parse(update?.callback_query);
    expect((await call(telegram, 'answerCallbackQuery', { callback_query_id: id })).ok).toBe(true);
    expect((await call(telegram, 'answerCallbackQuery', { callback_query_id: id })).description).toContain(
      'query is too old',
    );
    expect(() => telegram.people.presses(chat_id, chat_id, shown, 'y')).toThrow();
  });
});

describe('long polling', () => {
  test('gives what is not confirmed again, and confirms by the offset', async () => {
    const telegram = await fake();
    const id = talker(telegram);
    telegram.people.says(id, id, 'hai');
    const [first, second] = await polled(telegram);
    expect(await polled(telegram, { limit: 1 })).toHaveLength(1);
    expect(await polled(telegram, { offset: second?.update_id })).toEqual([second]);
    expect(first?.update_id).toBeLessThan(second?.update_id ?? 0);
    expect(await polled(telegram, { offset: (second?.update_id ?? 0) + 1 })).toEqual([]);
  });

  test('waits for news, lets only one wait, and none beside a webhook', async () => {
    const telegram = await fake();
    const waiting = call(telegram, 'getUpdates', { timeout: 20 });
    while (!telegram.delivery.polling()) await new Promise(resolve => setTimeout(resolve, 1));
    const id = telegram.people.user('Lan');
    telegram.people.says(id, id, 'một');
    expect((await waiting).result).toHaveLength(1);
    const offset = 2_000_000_000;
    const replaced = call(telegram, 'getUpdates', { timeout: 20, offset });
    while (!telegram.delivery.polling()) await new Promise(resolve => setTimeout(resolve, 1));
    expect((await call(telegram, 'getUpdates', { timeout: 0, offset })).ok).toBe(true);
    expect(await replaced).toMatchObject({ error_code: 409 });
    await call(telegram, 'setWebhook', { url: 'https://127.0.0.1/x' });
    expect(await call(telegram, 'getUpdates')).toMatchObject({ error_code: 409 });
  });

  test('can lose a confirmation', async () => {
    const telegram = await fake();
    talker(telegram);
    telegram.delivery.disturb({ dropConfirmations: 1 });
    const [first] = await polled(telegram);
    const offset = (first?.update_id ?? 0) + 1;
    expect(await polled(telegram, { offset })).toHaveLength(1);
    expect(await polled(telegram, { offset })).toHaveLength(0);
  });
});

describe('a webhook', () => {
  async function hooked(fail: number[] = []) {
    const telegram = await fake({ retryMs: 1 });
    const catcher = await webhookCatcher(fail);
    open.push(catcher);
    const id = telegram.people.user('Lan');
    await call(telegram, 'setWebhook', { url: catcher.url, secret_token: 'geheim' });
    return { telegram, catcher, id };
  }

  test('brings the secret, one chat in order, until it is told 200', async () => {
    const { telegram, catcher, id } = await hooked([500, 503]);
    for (const text of ['một', 'hai', 'ba']) telegram.people.says(id, id, text);
    await telegram.delivery.delivered();
    expect(catcher.got.map(one => one.text)).toEqual(['một', 'một', 'một', 'hai', 'ba']);
    expect(new Set(catcher.got.map(one => one.secret))).toEqual(new Set(['geheim']));
  });

  test('brings each again where told so, or with another secret', async () => {
    const { telegram, catcher, id } = await hooked();
    telegram.delivery.disturb({ extra: 2, secret: 'khac' });
    telegram.people.says(id, id, 'một');
    await telegram.delivery.delivered();
    expect(catcher.got).toEqual(new Array(3).fill({ text: 'một', secret: 'khac' }));
  });

  test('keeps to the kinds of update that were asked for', async () => {
    const { telegram, catcher, id } = await hooked();
    await call(telegram, 'setWebhook', { url: catcher.url, allowed_updates: ['callback_query'] });
    await call(telegram, 'setWebhook', { url: catcher.url });
    expect(telegram.people.says(id, id, 'một').update).toBeNull();
  });

  test('must be encrypted beyond this machine', async () => {
    const telegram = await fake();
    expect(await call(telegram, 'setWebhook', { url: 'http://a.vn/x' })).toMatchObject({ error_code: 400 });
  });
});

describe('a group', () => {
  test('with privacy mode on shows commands for the bot, answers to it, and what happens', async () => {
    const telegram = await fake();
    const { people, world } = telegram;
    const lan = people.user('Lan');
    const group = people.group('Khối', [lan]);
    const heard = (text: string, how = {}) => people.says(group, lan, text, how).update !== null;
    expect(heard('hạn nộp khi nào?')).toBe(false);
    expect(heard(`@${world.bot.username} hạn?`)).toBe(false);
    expect(heard(`/han@${world.bot.username}`)).toBe(true);
    expect(heard('/han@other_bot')).toBe(false);
    expect(heard('/han')).toBe(false);
    await call(telegram, 'sendMessage', { chat_id: group, text: 'hỏi' });
    const prompt = people.reads(group).at(-1)?.wire.message_id;
    expect(heard('/han')).toBe(true);
    expect(heard('/han')).toBe(false);
    expect(heard('9,25', { replyTo: prompt })).toBe(true);
    expect(people.joins(group, people.user('Hà'))).not.toBeNull();
    people.promotes(group, lan);
    expect(heard('chuyện khác')).toBe(true);
  });

  test('that becomes a supergroup says so in both, and refuses the old id', async () => {
    const telegram = await fake();
    const { people } = telegram;
    const lan = people.user('Lan');
    const group = people.group('Khối', [lan], 'group');
    const upgraded = people.upgrades(group, lan);
    const [to, from] = telegram.delivery.pending().slice(-2);
    expect(to).toMatchObject({ message: { chat: { id: group }, migrate_to_chat_id: upgraded } });
    expect(from).toMatchObject({ message: { chat: { id: upgraded }, migrate_from_chat_id: group } });
    expect(await call(telegram, 'sendMessage', { chat_id: group, text: 'a' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: upgraded },
    });
    people.kicks(upgraded, lan);
    expect(await call(telegram, 'sendMessage', { chat_id: upgraded, text: 'a' })).toMatchObject({
      error_code: 403,
    });
  });

  test('with topics answers the topic in every message of it, and knows which are deleted', async () => {
    const telegram = await fake();
    const { people } = telegram;
    const lan = people.user('Lan');
    const group = people.group('Khối', [lan]);
    const topic = people.topic(group, lan, 'Báo cáo');
    const { wire } = people.says(group, lan, 'a', { topic }).shown;
    expect(wire).toMatchObject({ message_thread_id: topic, reply_to_message: { message_id: topic } });
    const message = { chat_id: group, text: 'a', message_thread_id: topic };
    expect(await call(telegram, 'sendMessage', message)).toMatchObject({
      result: { is_topic_message: true, message_thread_id: topic },
    });
    people.deletesTopic(group, topic);
    expect((await call(telegram, 'sendMessage', message)).description).toContain('message thread not found');
  });

  test('hides who an anonymous admin is', async () => {
    const { people } = await fake();
    const lan = people.user('Lan');
    const group = people.group('Khối', [lan]);
    const { wire } = people.says(group, lan, 'a', { anonymous: true }).shown;
    expect(wire).toMatchObject({ from: { id: 1_087_968_824 }, sender_chat: { id: group } });
  });

  test('shows an ephemeral message to one, after a press or from an admin', async () => {
    const telegram = await fake();
    const { people } = telegram;
    const [lan, ha] = [people.user('Lan'), people.user('Hà')];
    const group = people.group('Khối', [lan, ha]);
    const ephemeral = (text: string) =>
      call(telegram, 'sendMessage', {
        ...{ chat_id: group, text, ephemeral_message_parameters: { receiver_user_id: lan } },
      });
    expect(await ephemeral('một')).toMatchObject({ error_code: 400 });
    people.promotes(group, lan);
    expect(await ephemeral('hai')).toMatchObject({ result: { message_id: 0 } });
    expect(people.reads(group, lan).at(-1)?.wire.text).toBe('hai');
    expect(people.reads(group, ha).at(-1)?.wire.text).not.toBe('hai');
  });
});

describe('what goes wrong', () => {
  const said = (telegram: FakeTelegram, id: number) => telegram.people.reads(id).map(one => one.wire.text);

  test('answers of its own, for as many calls and no more', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    telegram.faults.add({ method: 'sendMessage', fault: faults.tooMany(7) });
    expect(await call(telegram, 'sendMessage', { chat_id, text: 'a' })).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 7 },
    });
    expect((await call(telegram, 'sendMessage', { chat_id, text: 'a' })).ok).toBe(true);
  });

  test('a page of a gateway', async () => {
    const telegram = await fake();
    telegram.faults.add({ fault: faults.gateway });
    const response = await fetch(`${telegram.apiRoot}/bot${FAKE_TOKEN}/getMe`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
  });

  test('connections that break before or after the message is there', async () => {
    const telegram = await fake();
    const chat_id = talker(telegram);
    telegram.faults.add({ method: 'sendMessage', fault: faults.resetBefore });
    await expect(call(telegram, 'sendMessage', { chat_id, text: 'trước' })).rejects.toThrow();
    telegram.faults.add({ method: 'sendMessage', fault: faults.resetAfter });
    await expect(call(telegram, 'sendMessage', { chat_id, text: 'sau' })).rejects.toThrow();
    expect(said(telegram, chat_id)).toEqual(['/start', 'sau']);
  });

  test('nobody there for a while', async () => {
    const telegram = await fake();
    await telegram.down();
    await expect(call(telegram, 'getMe')).rejects.toThrow();
    await telegram.up();
    expect((await call(telegram, 'getMe')).ok).toBe(true);
  });
});

test('files are fetched by the path that is told, up to 20 MB', async () => {
  const telegram = await fake();
  const lan = talker(telegram);
  const send = (bytes: Uint8Array) => {
    const { shown } = telegram.people.sends(lan, lan, { name: 'a.pdf', mime: 'application/pdf', bytes });
    return z.looseObject({ document: z.looseObject({ file_id: z.string() }) }).parse(shown.wire).document
      .file_id;
  };
  const { result } = await call(telegram, 'getFile', { file_id: send(Uint8Array.from([1, 2, 3])) });
  const { file_path } = z.looseObject({ file_path: z.string() }).parse(result);
  const response = await fetch(`${telegram.apiRoot}/file/bot${FAKE_TOKEN}/${file_path}`);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
  const large = await call(telegram, 'getFile', { file_id: send(new Uint8Array(20 * 1024 * 1024 + 1)) });
  expect(large.description).toContain('file is too big');
});
