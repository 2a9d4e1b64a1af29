import type { DestinationStream } from 'pino';
import { z } from 'zod';
import { timeOf } from './core/day.ts';

const lineSchema = z.looseObject({
  time: z.iso.datetime(),
  level: z.string(),
  msg: z.string().default(''),
  err: z.object({ message: z.string(), cause: z.object({ message: z.string() }).optional() }).optional(),
});

/** Turns the logger's JSON into one short line for a person: `07:31 warn turn failed: … (event=12)`. */
export function terminal(to: DestinationStream): DestinationStream {
  return { write: line => to.write(`${short(line)}\n`) };
}

function short(json: string): string {
  const read = lineSchema.safeParse(parsed(json));
  if (!read.success) return json.trimEnd();
  const { time, level, msg, err, ...rest } = read.data;
  const because =
    err && `: ${err.message}${err.cause ? ` (${err.cause.message})` : ''}`.replaceAll(/\s+/g, ' ');
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${worded(value)}`);
  return `${timeOf(new Date(time))} ${level} ${msg}${because ?? ''}${fields.length > 0 ? ` [${fields.join(' ')}]` : ''}`;
}

const worded = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
