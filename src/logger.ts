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

export type LoggerConfig = Pick<Config, 'database' | 'logLevel'>;

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

/** The database's password, as it is written in the address and as it is meant. */
function secretsOf({ database }: LoggerConfig): string[] {
  if (database.kind !== 'url' || !URL.canParse(database.url)) return [];
  const { password } = new URL(database.url);
  // In a line of JSON, a quote or backslash stands escaped.
  return [password, safeDecode(password), JSON.stringify(safeDecode(password)).slice(1, -1)];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
