import { afterAll, expect, test } from 'vitest';
import { createZaloClient } from '../../../src/chat/zalo/client.ts';
import { zaloMethods } from '../../../src/chat/zalo/methods.ts';
import { register } from '../../../src/chat/zalo/register.ts';
import { webhookAddress } from '../../../src/chat/zalo/webhook-address.ts';
import { silentLog } from '../../support/silent-log.ts';
import { fakeZalo } from '../../support/zalo/fake-zalo.ts';

const fake = await fakeZalo();
afterAll(fake.close);
const { token } = fake.bot;
const place = { publicUrl: 'http://127.0.0.1:9', path: '/zalo' };

/** A start of the bot with that secret; how often an address has been registered since the beginning. */
async function started(secret: string): Promise<number> {
  await register({
    ...{ token, methods: zaloMethods(createZaloClient({ apiRoot: fake.apiRoot, token })) },
    webhook: { url: webhookAddress({ ...place, secret }, token), secret },
    known: () => {},
    log: silentLog(),
    pause: async () => {},
    signal: new AbortController().signal,
  });
  return fake.bot.calls.get('setWebhook') ?? 0;
}

test('an address is registered once, and anew where the secret alone has changed', async () => {
  expect(await started('bi-mat-thu-nhat')).toBe(1);
  expect(await started('bi-mat-thu-nhat')).toBe(1);
  expect(await started('bi-mat-thu-hai')).toBe(2);
  expect(fake.bot.webhook?.secret).toBe('bi-mat-thu-hai');
  expect(await started('bi-mat-thu-hai')).toBe(2);
});

test('one registered by an older release, or by hand, is registered anew', async () => {
  fake.bot.webhook = { url: `${place.publicUrl}${place.path}`, secret: 'bi-mat-thu-hai' };
  expect(await started('bi-mat-thu-hai')).toBe(3);
});

test('what an address says of the secret is nothing without the token', () => {
  const address = webhookAddress({ ...place, secret: 'bi-mat' }, token);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:9\/zalo\/[0-9a-f]{8}$/);
  expect(webhookAddress({ ...place, secret: 'bi-mat' }, `1${token}`)).not.toBe(address);
});
