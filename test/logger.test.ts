import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { createLogger, type LoggerConfig } from '../src/logger.ts';

const url = 'postgres://tlk:p%40ss%22word@db:5432/tlk';
const token = '1234567890:AAE-fake_fake_fake_fake_fake_fake_fak';
/** Too short to have a token's shape. */
const zalo = '12345:"short!pass';
const base: LoggerConfig = {
  database: { kind: 'url', url },
  logLevel: 'info',
  telegram: { token: '123:AAE-telegram', apiRoot: 'https://api.telegram.org', webhookSecret: 'hook!pass' },
  zalo: {
    tokens: ['999:another!pass', zalo],
    apiRoot: 'https://zalo.example',
    webhookSecret: 'zalo!hook!pass',
  },
};

/** A logger and all it has written. */
function logged(tty = false, config: LoggerConfig = base) {
  const lines: string[] = [];
  const log = createLogger(config, tty, { write: line => lines.push(line) });
  return { log, lines, all: () => lines.join('') };
}

const nested = new Error(`connect ${url}`, { cause: new Error(`https://api.example.org/bot${token}/getMe`) });

describe('no secret reaches a line, whichever way it goes in', () => {
  test.each<[string, object, string]>([
    ['an address with a password', {}, `connecting to ${url}`],
    ['the same as a field', { target: { url } }, 'x'],
    ['another server’s address', { at: 'redis://:otherpass@cache/0' }, 'x'],
    ['the password alone, as it is meant', { x: 'p@ss"word' }, 'x'],
    ['the password alone, as it is written', { x: 'p%40ss%22word' }, 'x'],
    ['a platform’s path', {}, `POST https://api.example.org/bot${token}/sendMessage failed`],
    ['a token alone', { x: [token] }, 'x'],
    [
      'named fields',
      { token, secret: 'otherpass', config: { password: 'otherpass', DATABASE_URL: url } },
      'x',
    ],
    ['headers', { req: { headers: { authorization: 'Bearer otherpass', cookie: 'otherpass' } } }, 'x'],
    [
      'a link of ours',
      { err: new Error(`no answer at https://a.vn/l/12-${'otherpass'.padEnd(43, '_')}/x`) },
      'x',
    ],
    ['a short token', { err: new Error(`POST https://zalo.example/bot${zalo}/getMe`), bot: zalo }, zalo],
    ['the secret half of one', { x: '"short!pass' }, 'AAE-telegram'],
    ['a webhook’s secret', { headers: { 'X-Bot-Api-Secret-Token': 'zalo!hook!pass' } }, 'hook!pass'],
    ['a parameter', { url: '/files?token=otherpass&x=1' }, 'x'],
    ['an error and its cause', { err: nested }, 'x'],
    ['an error under another name', { error: nested, failure: nested.message }, 'x'],
  ])('%s', (_, fields, message) => {
    for (const tty of [false, true]) {
      const { log, all } = logged(tty);
      log.error(fields, message);
      expect(all()).toContain(tty ? 'error ' : '"level":"error"');
      expect(all()).not.toMatch(/t!pass|r!pass|k!pass|ss(%22|\\?"|\\\\")word|otherpass|AAE-/);
    }
  });
});

test('a failed query is logged without the values it was given', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (code)=(K1-ABCD) exists',
  });
  const error = new DrizzleQueryError('insert into pairing_code values ($1)', ['K1-ABCD\n    at x'], cause);
  const { log, lines, all } = logged();
  log.error({ err: error, event: 7 }, 'turn failed');
  expect(all()).not.toContain('K1-ABCD');
  const line: unknown = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    msg: 'turn failed',
    event: 7,
    err: { message: 'Failed query: insert into pairing_code values ($1)', cause: { code: '23505' } },
  });
  expect(all()).toContain('logger.test.ts');
});

test('what is harmless stays as it is', () => {
  const { log, all } = logged();
  log.info({ url: 'http://127.0.0.1:8080/room', event: 1234567, code: 'E12', at: '07:30:15' }, 'ready');
  expect(all()).toContain(
    '"url":"http://127.0.0.1:8080/room","event":1234567,"code":"E12","at":"07:30:15","msg":"ready"',
  );
});

test('a short password does not riddle the lines', () => {
  const { log, all } = logged(false, { ...base, database: { kind: 'url', url: 'postgres://a:e@db/a' } });
  log.info('event stored in postgres://a:e@db/a');
  expect(all()).toContain('event stored in postgres://a:[redacted]@db/a');
});

describe('before a person at a terminal', () => {
  test('only what asks for attention is said, in one short line', () => {
    const { log, lines } = logged(true);
    log.debug('a');
    log.info('b');
    log.warn({ event: 12, platform: 'room' }, 'not sent');
    log.error({ err: new Error('no\nroute', { cause: new Error('down') }) }, 'turn failed');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\d\d:\d\d warn not sent \[event=12 platform=room\]\n$/);
    expect(lines[1]).toMatch(/^\d\d:\d\d error turn failed: no route \(down\)\n$/);
  });

  test.each([
    ['debug', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('LOG_LEVEL=%s makes it no more talkative, but may make it quieter', (logLevel, count) => {
    const { log, lines } = logged(true, { ...base, logLevel });
    log.info('a');
    log.warn('b');
    log.error('c');
    expect(lines).toHaveLength(count);
  });
});

test('LOG_LEVEL decides what a machine gets', () => {
  const { log, lines } = logged(false, { ...base, logLevel: 'error' });
  log.warn('a');
  log.error('b');
  expect(lines).toHaveLength(1);
});
