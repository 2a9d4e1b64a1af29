import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createZaloClient } from '../../../src/chat/zalo/client.ts';
import { zaloMethods } from '../../../src/chat/zalo/methods.ts';
import { outcomeOf } from '../../../src/chat/zalo/outcome.ts';
import { fakeZalo } from '../../support/zalo/fake-zalo.ts';
import type { Fault } from '../../support/zalo/faults.ts';

const fake = await fakeZalo();
afterAll(fake.close);
const { bot, apiRoot, faults, world } = fake;
const client = createZaloClient({ apiRoot, token: bot.token });
const methods = zaloMethods(client);
const lan = fake.person('Lan');
await fake.says(lan, lan, 'chào');
bot.queue.length = 0;

/** Where nobody listens any more. */
const gone = await fakeZalo();
await gone.close();
const nowhere = createZaloClient({ apiRoot: gone.apiRoot, token: bot.token });

beforeEach(() => {
  bot.sent.length = 0;
  world.switches.refusals = 'status';
});

const failure = (task: Promise<unknown>): Promise<Error> =>
  task.then(
    () => Promise.reject(new Error('it went well')),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
const outcome = async (fault: Fault) => {
  faults.add('sendMessage', fault);
  const patient = client.call({
    method: 'sendMessage',
    body: { chat_id: lan, text: 'x' },
    result: z.unknown(),
    timeoutMs: fault === 'hang-after' ? 100 : 5_000,
  });
  return outcomeOf(await failure(patient), () => 60_000).kind;
};

describe('what became of a send', () => {
  test.each<[Fault, string, number]>([
    ['code403', 'later', 0],
    ['code500', 'later', 0],
    ['quota', 'later', 0],
    ['refused', 'refused', 0],
    ['reset', 'unknown', 0],
    ['html502', 'unknown', 0],
    ['reset-after', 'unknown', 1],
    ['html502-after', 'unknown', 1],
    ['code408-after', 'unknown', 1],
    ['hang-after', 'unknown', 1],
  ])('%s: %s', async (fault, kind, arrived) => {
    for (const refusals of ['status', '200'] as const) {
      world.switches.refusals = refusals;
      bot.sent.length = 0;
      expect(await outcome(fault)).toBe(kind);
      expect(bot.sent).toHaveLength(arrived);
    }
  });

  test('nobody there: certainly not sent', async () => {
    const send = zaloMethods(nowhere).sendMessage(lan, 'x', []);
    expect(outcomeOf(await failure(send), () => 1).kind).toBe('later');
  });

  test('a wrong token waits for a right one', async () => {
    const stranger = zaloMethods(createZaloClient({ apiRoot, token: '1234567:wrong-wrong-wrong' }));
    expect(outcomeOf(await failure(stranger.sendMessage(lan, 'x', [])), () => 1)).toMatchObject({
      kind: 'later',
    });
  });
});

test('no error says the token, whatever went wrong', async () => {
  const loud = createZaloClient({ apiRoot: `${apiRoot}/echo`, token: bot.token });
  const errors = [
    await failure(zaloMethods(nowhere).getMe()),
    await failure(zaloMethods(loud).getMe()),
    await failure(client.call({ method: 'nonsense', body: {}, result: z.unknown(), timeoutMs: 1_000 })),
  ];
  for (const fault of ['reset', 'html502', 'code500'] as const) {
    faults.add('getMe', fault);
    errors.push(await failure(methods.getMe()));
  }
  for (const error of errors) {
    expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(bot.token);
    expect(error.cause).toBeUndefined();
  }
});

test('nothing to poll is no error, in any of its forms', async () => {
  const { signal } = new AbortController();
  for (const refusals of ['status', '200'] as const) {
    world.switches.refusals = refusals;
    expect(await methods.getUpdates(0, signal)).toEqual([]);
  }
});

test('no webhook is an answer, not an error', async () => {
  expect(await methods.webhookUrl()).toBeNull();
  await methods.deleteWebhook();
  faults.add('getWebhookInfo', 'code500');
  await expect(methods.webhookUrl()).rejects.toThrow('500');
});
