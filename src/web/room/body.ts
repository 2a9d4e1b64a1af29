import type { Context } from 'hono';
import type { z } from 'zod';
import { type RoomProblemCode, roomWholeBody } from '../../text/problems-room.ts';
import { readBody } from '../read-body.ts';
import { RoomProblem } from './problem.ts';

/** Bytes of a JSON body: the longest message is 4 096 characters. */
const JSON_LIMIT = 64 * 1024;

/** @throws RoomProblem where it is longer than `limit` bytes */
export async function readBytes(c: Context, limit: number, tooLarge: RoomProblemCode): Promise<Uint8Array> {
  const bytes = await readBody(c, limit);
  if (bytes === null) throw new RoomProblem(tooLarge);
  return bytes;
}

export async function readJson<Value>(c: Context, schema: z.ZodType<Value>): Promise<Value> {
  const text = Buffer.from(await readBytes(c, JSON_LIMIT, 'too-large')).toString('utf8');
  return checked(schema, parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RoomProblem('bad-json');
  }
}

/** @throws RoomProblem that names the first wrong part. */
export function checked<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new RoomProblem('bad-request', partOf(firstWrong(read.error.issues)));
}

/** The part that an issue is about: a path into the value, or the parts that nobody asked for. */
function partOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return issue.keys.join(', ');
  return issue?.path.join('.') || roomWholeBody;
}

/** Of several shapes that a value might have had, the one that it misses by least. */
function firstWrong([issue]: z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest?.[0] ?? issue;
}
