import { pino } from 'pino';

/** Says nothing, unless LOG_LEVEL asks for it. */
export const silentLog = () => pino({ level: process.env.LOG_LEVEL ?? 'silent' });
