import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import { describeError } from './log-error.ts';
import { terminal } from './log-terminal.ts';
import { redactor } from './redact.ts';

/** Whatever these hold is hidden, at the top of a line's fields or one step below. */
const SECRET_FIELDS = [
  'token',
  'secret',
  'password',
  'authorization',
  'Authorization',
  'cookie',
  'DATABASE_URL',
  'databaseUrl',
  'TELEGRAM_BOT_TOKEN',
  'ZALO_BOT_TOKEN',
];

export type LoggerConfig = Pick<Config, 'database' | 'logLevel' | 'telegram' | 'zalo'>;

/**
 * JSON lines on stdout for a machine that collects them. Before a person at a terminal only what asks for
 * attention, short, on stderr: there, `info` and below are left out whatever LOG_LEVEL says.
 */
export function createLogger(config: LoggerConfig, tty: boolean, to?: DestinationStream): Logger {
  const hide = redactor(secretsOf(config));
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    redact: {
      paths: SECRET_FIELDS.flatMap(field => [field, `*.${field}`, `*.headers.${field}`]),
      censor: '[redacted]',
    },
    serializers: { err: error => describeError(error), error: error => describeError(error) },
    // The net below the above: the whole line, as it is written.
    hooks: { streamWrite: hide },
    formatters: { level: label => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (!tty) return pino(options, to ?? pino.destination({ dest: 1, sync: false }));
  const level = pino.levels.values[config.logLevel] ?? Number.POSITIVE_INFINITY;
  const quiet = level < (pino.levels.values.warn ?? 0) ? 'warn' : config.logLevel;
  return pino({ ...options, level: quiet }, terminal(to ?? process.stderr));
}

/** What was set up as a secret, in every spelling: a short token of a bot has no shape that gives it away. */
const secretsOf = ({ database, telegram, zalo }: LoggerConfig): string[] =>
  [
    ...(database.kind === 'url' ? passwordIn(database.url) : []),
    ...[telegram?.token ?? '', ...(zalo?.tokens ?? [])].flatMap(token => [token, afterColon(token)]),
    ...[telegram?.webhookSecret ?? '', zalo?.webhookSecret ?? ''],
  ].flatMap(spellings);

/** As it is written in the address and as it is meant. */
function passwordIn(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { password } = new URL(url);
  return [password, safeDecode(password)];
}

const afterColon = (token: string) => token.slice(token.indexOf(':') + 1);

/** In a line of JSON, a quote or backslash stands escaped: first of all, else the escape would be left behind. */
const spellings = (secret: string) => [
  JSON.stringify(secret).slice(1, -1),
  secret,
  encodeURIComponent(secret),
];

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
