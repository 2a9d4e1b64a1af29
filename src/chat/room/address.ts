const COMMAND = /^\/([\p{L}\p{N}_-]+)/u;
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** How people may write the bot's name after an `@`. */
function namesOf(botName: string): string[] {
  const name = botName.normalize('NFC').toLowerCase();
  return [name, name.replaceAll(' ', '_'), name.replaceAll(' ', ''), 'room'];
}

/** The length of the bot's name at the start of `text`, 0 where another name (or none) stands there. */
function namedAt(text: string, botName: string): number {
  const lower = text.toLowerCase();
  const found = namesOf(botName).find(
    name => lower.startsWith(name) && !WORD.test(lower.charAt(name.length)),
  );
  return found?.length ?? 0;
}

/** The text without mentions of the bot, or null where it has none. */
export function withoutMention(text: string, botName: string): string | null {
  const parts = text.normalize('NFC').split('@');
  const [before = '', ...rest] = parts;
  let kept = before;
  let mentioned = false;
  for (const part of rest) {
    const length = namedAt(part, botName);
    mentioned ||= length > 0;
    // "@Trợ lý Khối, hạn quý IV?": the comma goes with the name.
    kept =
      length > 0 ? `${kept.trimEnd()} ${part.slice(length).replace(/^[,:]?[ \t]*/, '')}` : `${kept}@${part}`;
  }
  return mentioned ? kept.trim() : null;
}

/** `/Hạn@tro_ly quý IV` → `hạn`, `quý IV`; null for no command, or one for another bot. */
export function commandOf(text: string, botName: string): { name: string; words: string } | null {
  const clean = text.normalize('NFC').trim();
  const [whole, name] = COMMAND.exec(clean) ?? [];
  if (whole === undefined || name === undefined) return null;
  let rest = clean.slice(whole.length);
  if (rest.startsWith('@')) {
    const length = namedAt(rest.slice(1), botName);
    if (length === 0) return null;
    rest = rest.slice(1 + length);
  }
  if (rest !== '' && !/^\s/.test(rest)) return null;
  return { name: name.toLowerCase(), words: rest.trim() };
}
