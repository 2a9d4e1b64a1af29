const COMMAND = /^\/([\p{L}\p{N}_-]+)(?:@\S+)?(?:\s+|$)/u;
/** Without the bot's name at hand: up to the slash of a command. */
const UNKNOWN_NAME = /^@[^/\n]{1,100}\s+(?=\/)/u;

/** The text without the mention that brought it here; `mentioned`: there was one. */
export function withoutMention(
  text: string,
  displayName: string | null,
): { text: string; mentioned: boolean } {
  const clean = text.normalize('NFC');
  const found = displayName && nameAt(clean, displayName.normalize('NFC'));
  if (found) {
    const rest = clean.slice(found.end).replace(/^[\s,:]+/u, ' ');
    return { text: `${clean.slice(0, found.start).trimEnd()}${rest}`.trim(), mentioned: true };
  }
  const [prefix] = UNKNOWN_NAME.exec(clean) ?? [];
  if (prefix !== undefined) return { text: clean.slice(prefix.length).trim(), mentioned: true };
  return { text: clean.trim(), mentioned: false };
}

/** Where `@name` stands, a name of which this is but the beginning left alone. */
function nameAt(text: string, name: string): { start: number; end: number } | null {
  const lower = text.toLowerCase();
  const wanted = `@${name.toLowerCase()}`;
  for (let start = lower.indexOf(wanted); start >= 0; start = lower.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (!/^[\p{L}\p{N}_]/u.test(text.slice(end))) return { start, end };
  }
  return null;
}

/** `/Hạn quý IV` → `hạn`, `quý IV`; null for no command. */
export function commandOf(text: string): { name: string; words: string } | null {
  const [whole, name] = COMMAND.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  return { name: name.toLowerCase(), words: text.slice(whole.length).trim() };
}
