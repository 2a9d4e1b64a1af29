/** Refused by jsonb, though keyboards and programs do send them: NUL, and halves of surrogate pairs. */
const REFUSED = /\\u(?:0000|d[89a-f])/i;

const clean = (text: string) => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');

function cleanPart(_: string, part: unknown): unknown {
  if (typeof part === 'string') return clean(part);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [clean(key), value]));
}

/** JSON that PostgreSQL takes, whatever is in it: one odd character must not keep out all that came with it. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return REFUSED.test(text) ? JSON.stringify(value, cleanPart) : text;
}
