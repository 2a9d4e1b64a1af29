/** Letters with their accents: people also write `/hạn`. */
const COMMAND = /^\/([\p{L}\p{N}_-]+)(?:@(\w+))?(?=\s|$)/u;

/** `named`: with the bot's own name behind it. */
interface CommandSaid {
  name: string;
  words: string;
  named: boolean;
}

/** `/Han@bot quý IV` → `han`, `quý IV`; `other`: it is meant for another bot; null: no command. */
export function commandOf(text: string, username: string): CommandSaid | 'other' | null {
  const clean = text.normalize('NFC').trim();
  const [whole, name, bot] = COMMAND.exec(clean) ?? [];
  if (whole === undefined || name === undefined) return null;
  if (bot !== undefined && bot.toLowerCase() !== username.toLowerCase()) return 'other';
  return { name: name.toLowerCase(), words: clean.slice(whole.length).trim(), named: bot !== undefined };
}

/** The text without mentions of the bot, or null where it has none. */
export function withoutMention(text: string, username: string): string | null {
  // A user name is of [A-Za-z0-9_] only, so that it is safe in a pattern.
  const mention = new RegExp(`(?<!\\w)@${username}\\b[,:]?`, 'gi');
  if (username === '' || !mention.test(text)) return null;
  return text
    .replaceAll(mention, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
