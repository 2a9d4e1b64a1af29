import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linksUrl, readConfig } from '../src/config.ts';
import { ConfigProblem, settings } from '../src/core/config-problem.ts';
import { configProblemText } from '../src/text/problems-config.ts';

/** What the operator reads; fails where the settings are taken. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return configProblemText(error);
    throw error;
  }
  throw new Error(`taken: ${JSON.stringify(env)}`);
}

const url = 'postgres://tlk:s3cret-word@db:5432/tlk';

test('nothing set: an embedded database, the room on this machine alone', () => {
  const expected = {
    database: { kind: 'embedded', dataDir: resolve('data') },
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    room: true,
    logLevel: 'info',
    clock: null,
    clockMayMove: true,
    alertUrl: null,
    telegram: null,
    zalo: null,
  };
  expect(readConfig({})).toEqual(expected);
  expect(readConfig({ PORT: '', ROOM: ' ', DATABASE_URL: '', UNRELATED: 'x' })).toEqual(expected);
});

test('everything set', () => {
  const env = {
    DATABASE_URL: url,
    HOST: '0.0.0.0',
    PORT: '80',
    PUBLIC_URL: 'https://Khoi.example.vn/',
    ROOM: 'on',
    LOG_LEVEL: 'debug',
    CLOCK: '2026-06-08T07:30:00+07:00 x0',
    ALERT_URL: 'https://alerts.example.vn/hook/s3cret',
  };
  expect(readConfig(env)).toEqual({
    database: { kind: 'url', url },
    host: '0.0.0.0',
    port: 80,
    publicUrl: 'https://khoi.example.vn',
    room: true,
    logLevel: 'debug',
    clock: { at: new Date('2026-06-08T00:30:00Z'), speed: 0 },
    clockMayMove: true,
    alertUrl: 'https://alerts.example.vn/hook/s3cret',
    telegram: null,
    zalo: null,
  });
});

describe('Telegram', () => {
  const TELEGRAM_BOT_TOKEN = '123456789:AAE-abcdefghijklmnopqrstuvw';

  test('asks for itself with a token alone', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN }).telegram).toEqual({
      token: TELEGRAM_BOT_TOKEN,
      apiRoot: 'https://api.telegram.org',
      webhookSecret: null,
    });
  });

  test('is called by Telegram where there is a secret, an address and a token', () => {
    const env = {
      TELEGRAM_BOT_TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      TELEGRAM_WEBHOOK_SECRET: 'Geheim_1-2-3-4-5',
    };
    expect(readConfig({ ...env, PUBLIC_URL: 'https://khoi.vn' }).telegram).toEqual({
      token: TELEGRAM_BOT_TOKEN,
      apiRoot: 'http://127.0.0.1:8081',
      webhookSecret: 'Geheim_1-2-3-4-5',
    });
    expect(refusal(env)).toContain('chỉ dùng được khi có PUBLIC_URL');
    expect(refusal({ TELEGRAM_WEBHOOK_SECRET: 'Geheim_1-2-3-4-5', PUBLIC_URL: 'https://khoi.vn' })).toContain(
      'chỉ dùng được khi có TELEGRAM_BOT_TOKEN',
    );
  });

  describe('is called only where Telegram calls', () => {
    const webhook = { TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET: 'Geheim_1-2-3-4-5' };

    test.each(['http://khoi.vn', 'http://khoi.vn:8443', 'https://khoi.vn:8080'])(
      '%s is refused',
      PUBLIC_URL => {
        const text = refusal({ ...webhook, PUBLIC_URL });
        expect(text).toContain(`hiện là «${PUBLIC_URL}»: Telegram chỉ gọi tới địa chỉ https://`);
        expect(text).toContain('Ví dụ: PUBLIC_URL=https://');
        expect(() => readConfig({ TELEGRAM_BOT_TOKEN, PUBLIC_URL }), 'asks for itself').not.toThrow();
        const own = { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' };
        expect(() => readConfig({ ...webhook, ...own, PUBLIC_URL }), 'a server of one’s own').not.toThrow();
      },
    );

    test.each(['', ':443', ':80', ':88', ':8443'])('https://khoi.vn%s is taken', port => {
      expect(() => readConfig({ ...webhook, PUBLIC_URL: `https://khoi.vn${port}` })).not.toThrow();
    });
  });
});

test('links lead to this machine where the demo stands alone, never where people come from elsewhere', () => {
  expect(linksUrl(readConfig({}))).toBe('http://localhost:8080');
  expect(linksUrl(readConfig({ PORT: '4000' }))).toBe('http://localhost:4000');
  expect(linksUrl(readConfig({ PUBLIC_URL: 'https://khoi.example.vn' }))).toBe('https://khoi.example.vn');
  expect(linksUrl(readConfig({ HOST: '0.0.0.0', ROOM: 'on' }))).toBeNull();
  expect(linksUrl(readConfig({ ROOM: 'on', TELEGRAM_BOT_TOKEN: '123456:a-secret-of-ours' }))).toBeNull();
});

describe('the room is on only where nobody else can come in and nothing real is kept', () => {
  test.each([
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '127.1.2.3' }, true],
    [{ ROOM: 'off' }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '127.0.0.1.example.vn' }, false],
    [{ DATABASE_URL: url }, false],
    [{ TELEGRAM_BOT_TOKEN: '123456:a-secret-of-ours' }, false],
    [{ TELEGRAM_BOT_TOKEN: '123456:a-secret-of-ours', ROOM: 'on' }, true],
    [{ DATABASE_URL: url, HOST: '0.0.0.0', ROOM: 'on' }, true],
  ])('%j: %s', (env, on) => {
    expect(readConfig(env).room).toBe(on);
  });
});

const wrong: [(typeof settings)[number], string[]][] = [
  ['DATABASE_URL', ['mysql://tlk:s3cret-word@db/tlk', 'postgres://tlk:s3cret-word/#@db:x/tlk', 'db']],
  ['DATA_DIR', ['a\0b']],
  ['HOST', ['http://a.vn', '[::1]', 'a.vn:80', '1.2.3', '256.1.1.1', '-a', 'a b', 'a_b']],
  ['PORT', ['80a', '65536', '-1', '8080.5', '1e3', '0x50']],
  [
    'PUBLIC_URL',
    [
      'khoi.vn',
      'ftp://khoi.vn',
      'https://khoi.vn/bot',
      'https://u:p@khoi.vn',
      'https://',
      'https://a.vn?x=1',
    ],
  ],
  ['ROOM', ['yes', 'ON', 'true']],
  ['LOG_LEVEL', ['verbose', 'INFO']],
  [
    'CLOCK',
    [
      '2026-06-08',
      '2026-06-08T07:30',
      '2026-13-08T07:30:00Z',
      '2026-06-08T07:30:00Z x-1',
      '2026-06-08T07:30:00Z 60',
      'now',
    ],
  ],
  ['ALERT_URL', ['ftp://a.vn/s3cret-word', 'a.vn', 'https://']],
  ['TELEGRAM_BOT_TOKEN', ['s3cret-word', '123456', 'bot123456:s3cret-word-s3cret-word', '12:s3cret-word s']],
  ['TELEGRAM_API_ROOT', ['api.telegram.org', 'ftp://a.vn', 'https://']],
  [
    'TELEGRAM_WEBHOOK_SECRET',
    ['s3cret-word!-s3cret-word', 's3cret-word-123', 's3cret-word-123\u0111', 's3cret-word'.repeat(30)],
  ],
  [
    'ZALO_BOT_TOKEN',
    ['s3cret-word', '12:s3cret-word', '12345689:s3cret-word,', '123:s3cret-word,123:s3cret-words'],
  ],
  ['ZALO_API_ROOT', ['bot-api.zaloplatforms.com', 'ftp://a.vn', 'https://']],
  ['ZALO_WEBHOOK_SECRET', ['s3cret!', 's3cret-word\u0111', 's3cret-word x', 's3cret-word'.repeat(30)]],
];

const hidden = [
  'DATABASE_URL',
  'ALERT_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_WEBHOOK_SECRET',
];
/** What a setting cannot be without. */
const besides = {
  PUBLIC_URL: 'https://khoi.vn',
  TELEGRAM_BOT_TOKEN: '123456:a-secret-of-ours',
  ZALO_BOT_TOKEN: '123456:a-secret-of-ours',
};

describe('Zalo', () => {
  const token = '12345689:abc-xyz_0123';
  const tokens = [token, '987654321:another-one'];

  test('takes several bots, and polls for them with their tokens alone', () => {
    expect(readConfig({ ZALO_BOT_TOKEN: tokens.join(', ') }).zalo).toEqual({
      tokens,
      apiRoot: 'https://bot-api.zaloplatforms.com',
      webhookSecret: null,
    });
  });

  test('is called where there is a secret, an address and a token', () => {
    const env = {
      ZALO_BOT_TOKEN: token,
      ZALO_API_ROOT: 'http://127.0.0.1:8082/',
      ZALO_WEBHOOK_SECRET: 'bi-mat-8',
    };
    expect(readConfig({ ...env, PUBLIC_URL: 'https://khoi.vn' }).zalo).toEqual({
      tokens: [token],
      apiRoot: 'http://127.0.0.1:8082',
      webhookSecret: 'bi-mat-8',
    });
    expect(refusal(env)).toContain('chỉ dùng được khi có PUBLIC_URL');
    expect(refusal({ ...env, ZALO_BOT_TOKEN: '', PUBLIC_URL: 'https://khoi.vn' })).toContain(
      'chỉ dùng được khi có ZALO_BOT_TOKEN',
    );
  });
});

describe('a wrong value is named, with what was found and what to write', () => {
  test('each setting is tried', () => {
    expect(wrong.map(([setting]) => setting)).toEqual([...settings]);
  });

  test.each(wrong.flatMap(([setting, values]) => values.map(value => [setting, value])))(
    '%s=%s',
    (setting, value) => {
      const text = refusal({ [setting]: value });
      expect(text).toContain(`- ${setting} (`);
      expect(text).toContain('Đồng chí ghi');
      expect(text).toContain(`Ví dụ: ${setting}=`);
      expect(text).not.toContain('s3cret-word');
      if (!hidden.includes(setting) && !value.includes('u:p@')) expect(text).toContain(`«${value}»`);
      expect(text).toBe(text.normalize('NFC'));
    },
  );

  test.each(settings)('the example given for %s would be taken', setting => {
    const [value] = wrong.find(([name]) => name === setting)?.[1] ?? [];
    const [, example = ''] =
      new RegExp(`Ví dụ: ${setting}="?([^"\n]+)`).exec(refusal({ [setting]: value ?? '' })) ?? [];
    const needed = setting.endsWith('_WEBHOOK_SECRET') ? besides : {};
    expect(() => readConfig({ ...needed, [setting]: example })).not.toThrow();
  });
});

test('all that is wrong is said at once', () => {
  const text = refusal(Object.fromEntries(wrong.map(([setting, [value]]) => [setting, value ?? ''])));
  expect(text).toContain(`có ${settings.length} cài đặt`);
  for (const setting of settings) expect(text).toContain(`- ${setting} (`);
});

test('a password that stands where it does not belong is not shown', () => {
  expect(refusal({ HOST: url })).not.toContain('s3cret-word');
  expect(refusal({ PORT: '123456789:AAE-abcdefghijklmnopqrstuvw' })).not.toContain('AAE-');
});

describe('the clock of real blocs stays where it is', () => {
  const CLOCK = '2026-06-08T07:30:00+07:00';

  test.each(['TELEGRAM_BOT_TOKEN', 'ZALO_BOT_TOKEN'])('with %s set', token => {
    const env = { [token]: '123456:a-secret-of-ours' };
    expect(readConfig(env).clockMayMove).toBe(false);
    const text = refusal({ ...env, CLOCK });
    expect(text).toContain(token);
    expect(text).not.toContain('a-secret-of-ours');
  });
});

describe('a misspelt name is not passed over', () => {
  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['TELEGRAM_BOT_TOKE', 'TELEGRAM_BOT_TOKEN'],
  ])('%s', (name, meant) => {
    const text = refusal({ [name]: 'x-y-z' });
    expect(text).toContain(`${name}; có lẽ đồng chí định viết ${meant}`);
    expect(text).not.toContain('x-y-z');
  });

  test('unless the right one is there too, or the other is empty', () => {
    expect(readConfig({ DATADIR: '/a', DATA_DIR: '/b' }).database).toEqual({
      kind: 'embedded',
      dataDir: '/b',
    });
    expect(readConfig({ DATADIR: '' }).database.kind).toBe('embedded');
  });

  test('names of other programs are none of ours', () => {
    const env = {
      HOME: '/root',
      HOSTNAME: 'a',
      PORTS: '1',
      ROOT: '/',
      CLOCKS: 'x',
      LOGLEVEL: 'x',
      XDG_DATA_DIRS: '/a',
    };
    expect(readConfig(env).port).toBe(8080);
  });
});
