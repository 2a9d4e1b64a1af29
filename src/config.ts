import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type ConfigFault, ConfigProblem, type Setting, settings } from './core/config-problem.ts';
import { isOrigin, TELEGRAM, webhookFaults } from './core/webhook-faults.ts';
import { withoutSecrets } from './redact.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  database: { kind: 'embedded'; dataDir: string } | { kind: 'url'; url: string };
  host: string;
  /** 0: any free one. */
  port: number;
  /** Where people reach us, without a slash at the end; null where nobody said. */
  publicUrl: string | null;
  /** Whether the demo room and the sample bloc are served: by default only where nothing real is near. */
  room: boolean;
  logLevel: LogLevel;
  /** Where the domain's clock begins, for demos and tests; null: with the machine's. */
  clock: { at: Date; speed: number } | null;
  /** False where a real platform is connected: nobody moves the clock of real blocs (decision 11). */
  clockMayMove: boolean;
  /** Where alarms are posted to, null for nowhere. */
  alertUrl: string | null;
  /** Null where no bot of Telegram is connected. */
  telegram: TelegramConfig | null;
  /** Null where no bot of Zalo is connected. */
  zalo: ZaloConfig | null;
}

export interface TelegramConfig {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** Null: long polling. Else Telegram calls at PUBLIC_URL and shows that it knows the secret. */
  webhookSecret: string | null;
}

export interface ZaloConfig {
  /** One for each bot, in the order given. */
  tokens: string[];
  /** Without a slash at the end. */
  apiRoot: string;
  /** Null: polling, for trials. Else Zalo calls at PUBLIC_URL and shows that it knows the secret. */
  webhookSecret: string | null;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Only whether they are set matters here. */
const tokens = ['TELEGRAM_BOT_TOKEN', 'ZALO_BOT_TOKEN'] as const;
/** Misspelt, these would be missed in silence: a second, empty database, or a bot that never speaks. */
const costly = [
  'DATABASE_URL',
  'DATA_DIR',
  'PUBLIC_URL',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_WEBHOOK_SECRET',
  ...tokens,
];
/** Never shown, however wrong: each may hold a password. */
const hidden: readonly Setting[] = [
  'DATABASE_URL',
  'ALERT_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_WEBHOOK_SECRET',
];

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const CLOCK =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))(?:\s+x(\d{1,6}(?:\.\d{1,3})?))?$/;

/** A comma parts the tokens of several bots. */
const ZALO_TOKEN = /^\d{3,20}:[^\s,]{8,200}$/;
const botOf = (token: string) => token.slice(0, token.indexOf(':'));

/** All digits and dots is meant as an address, so it must be one. */
const isHost = (text: string) => isIP(text) > 0 || (HOST_NAME.test(text) && /[a-z]/i.test(text));
const isWebAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);
const isDatabase = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);

/** Where links of the bot lead: without messengers, who tries the demo sits at this very machine. Null: nowhere. */
export function linksUrl({ publicUrl, room, telegram, zalo, host, port }: Config): string | null {
  const alone = room && !telegram && !zalo && LOOPBACK.test(host) && port !== 0;
  return publicUrl ?? (alone ? `http://localhost:${port}` : null);
}

const clockSchema = z.string().transform((text, context) => {
  const [, at = '', speed = '1'] = CLOCK.exec(text) ?? [];
  const start = new Date(at);
  if (!Number.isNaN(start.getTime())) return { at: start, speed: Number(speed) };
  context.addIssue('not a time');
  return z.NEVER;
});

const schema = z.object({
  DATABASE_URL: z.string().refine(isDatabase).optional(),
  DATA_DIR: z
    .string()
    .refine(text => !text.includes('\0'))
    .default('./data'),
  HOST: z.string().refine(isHost).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine(port => port <= 65_535)
    .default(8080),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform(text => new URL(text).origin)
    .optional(),
  ROOM: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  CLOCK: clockSchema.optional(),
  ALERT_URL: z.string().refine(isWebAddress).optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{3,20}:[\w-]{16,100}$/)
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isWebAddress)
    .transform(text => text.replace(/\/+$/, ''))
    .default(TELEGRAM),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/)
    .optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .transform(text => text.split(',').map(token => token.trim()))
    .refine(
      list => list.every(token => ZALO_TOKEN.test(token)) && new Set(list.map(botOf)).size === list.length,
    )
    .optional(),
  ZALO_API_ROOT: z
    .string()
    .refine(isWebAddress)
    .transform(text => text.replace(/\/+$/, ''))
    .default('https://bot-api.zaloplatforms.com'),
  ZALO_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/)
    .optional(),
} satisfies Record<Setting, z.ZodType>);

/** An empty value is none, so that `PORT=` in a file of settings means the default. */
const worth = (env: Environment, name: string) => env[name]?.trim() || undefined;

/** @throws ConfigProblem with everything that is wrong */
export function readConfig(env: Environment = process.env): Config {
  const given = Object.fromEntries(settings.map(name => [name, worth(env, name)]));
  const read = schema.safeParse(given);
  const token = tokens.find(name => worth(env, name));
  const faults: ConfigFault[] = misspelt(env);
  const wrong = new Set(read.error?.issues.map(issue => issue.path[0]));
  for (const setting of settings) {
    if (wrong.has(setting)) faults.push({ code: 'invalid', setting, found: shown(setting, given[setting]) });
  }
  if (given.CLOCK && token && !wrong.has('CLOCK')) faults.push({ code: 'clock_with_platform', token });
  faults.push(...webhookFaults(given));
  if (!read.success || faults.length > 0) throw new ConfigProblem(faults);
  const {
    DATABASE_URL: url,
    DATA_DIR,
    HOST,
    PORT,
    PUBLIC_URL,
    ROOM,
    LOG_LEVEL,
    CLOCK,
    ALERT_URL,
    TELEGRAM_BOT_TOKEN,
    TELEGRAM_API_ROOT,
    TELEGRAM_WEBHOOK_SECRET,
    ZALO_BOT_TOKEN,
    ZALO_API_ROOT,
    ZALO_WEBHOOK_SECRET,
  } = read.data;
  return {
    database: url ? { kind: 'url', url } : { kind: 'embedded', dataDir: resolve(DATA_DIR) },
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? null,
    room: ROOM ? ROOM === 'on' : !url && !token && LOOPBACK.test(HOST),
    logLevel: LOG_LEVEL,
    clock: CLOCK ?? null,
    clockMayMove: token === undefined,
    alertUrl: ALERT_URL ?? null,
    telegram: TELEGRAM_BOT_TOKEN
      ? {
          token: TELEGRAM_BOT_TOKEN,
          apiRoot: TELEGRAM_API_ROOT,
          webhookSecret: TELEGRAM_WEBHOOK_SECRET ?? null,
        }
      : null,
    zalo: ZALO_BOT_TOKEN
      ? { tokens: ZALO_BOT_TOKEN, apiRoot: ZALO_API_ROOT, webhookSecret: ZALO_WEBHOOK_SECRET ?? null }
      : null,
  };
}

/** A password may also stand where it does not belong. */
const shown = (setting: Setting, value: string | undefined) =>
  hidden.includes(setting) ? null : withoutSecrets(value ?? '').slice(0, 80);

/** Two letters amiss at most, and the right name not set. */
function misspelt(env: Environment): ConfigFault[] {
  return Object.keys(env).flatMap(name => {
    const meant = costly.find(
      right => name !== right && !env[right] && distance(name.toUpperCase(), right) <= 2,
    );
    return meant && worth(env, name) ? [{ code: 'misspelt', name, meant }] : [];
  });
}
