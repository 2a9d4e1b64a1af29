/** Where a JSON text goes wrong, or names a key a second time; Node 20's own message often lacks the place. */
export type JsonFault = { code: 'syntax'; at: number } | { code: 'key_twice'; at: number; key: string };

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** The first fault; null for a text that JSON.parse accepts too, names no key twice and holds no control characters. */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  let fault: JsonFault | null = null;

  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const next = (): string => {
    read(SPACE);
    return text.charAt(at);
  };
  const take = (sign: string): boolean => {
    if (next() !== sign) return false;
    at++;
    return true;
  };

  /** False from the first syntax error on, with `at` standing there. */
  function value(): boolean {
    switch (next()) {
      case '{':
        return list('}', member(new Set()));
      case '[':
        return list(']', value);
      case '"':
        return read(TEXT) !== null;
      default:
        return read(PLAIN) !== null;
    }
  }

  function list(end: string, item: () => boolean): boolean {
    at++;
    if (take(end)) return true;
    do {
      if (!item()) return false;
    } while (take(','));
    return take(end);
  }

  const member = (keys: Set<string>) => (): boolean => {
    next();
    const start = at;
    const quoted = read(TEXT);
    if (quoted === null) return false;
    const key = String(JSON.parse(quoted));
    if (keys.has(key)) fault ??= { code: 'key_twice', at: start, key };
    keys.add(key);
    return take(':') && value();
  };

  if (!value() || next() !== '') return { code: 'syntax', at };
  return fault;
}

/** Both from 1, columns as editors count them. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
