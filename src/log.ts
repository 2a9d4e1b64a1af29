import type { Logger as PinoLogger } from 'pino';

/** What the rest of the code sees of logging: an event's name as message, ids and codes as fields. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;
