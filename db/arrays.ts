import type postgres from 'postgres';

/**
 * Types of arrays, element → array, by PostgreSQL's fixed numbers. postgres.js would ask the server for them
 * on every connection, and nobody catches that query when the connection breaks under it.
 */
const TEXTS = { text: 1009, varchar: 1015, name: 1003, uuid: 2951, day: 1182 };
const NUMBERS = { int2: 1005, int4: 1007, int8: 1016, oid: 1028, float8: 1022 };

type Element = (text: string) => unknown;

/** As `{a,"b c",NULL}`; a string is one that somebody has written already. */
function write(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) throw new TypeError('not an array');
  return `{${value.map(writeElement).join(',')}}`;
}

function writeElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return write(value);
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}

const TOKEN = /"((?:[^"\\]|\\.)*)"|([{},])|([^{},"]+)/gs;

function read(text: string, element: Element): unknown[] {
  const stack: unknown[][] = [[]];
  for (const [, quoted, sign, bare] of text.matchAll(TOKEN)) {
    const top = stack.at(-1) ?? [];
    if (sign === '{') stack.push([]);
    else if (sign === '}') stack.at(-2)?.push(stack.pop());
    else if (quoted !== undefined) top.push(element(quoted.replace(/\\(.)/gs, '$1')));
    else if (bare !== undefined) top.push(bare === 'NULL' ? null : element(bare));
  }
  const [whole] = stack[0] ?? [];
  return Array.isArray(whole) ? whole : [];
}

const types = (oids: Record<string, number>, element: Element) =>
  Object.entries(oids).map(([name, oid]): [string, postgres.PostgresType] => [
    `${name}_array`,
    { to: oid, from: [oid], parse: (text: string) => read(text, element), serialize: write },
  ]);

/** `number` reads what must be a safe integer or a fraction. */
export function arrayTypes(number: (text: string) => number): Record<string, postgres.PostgresType> {
  const flag = types({ bool: 1000 }, text => text === 't');
  return Object.fromEntries([...types(TEXTS, String), ...types(NUMBERS, number), ...flag]);
}
