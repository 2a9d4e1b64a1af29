import { clean, fold } from './fold.ts';

export interface CommandPhrase {
  slash: boolean;
  /** Without mention, slash and `@bot`, in the original spelling. */
  text: string;
  folded: string;
}

export interface Word {
  folded: string;
  start: number;
  end: number;
}

/** What was typed to the assistant: `@Trợ lý Khối /nop_bao_cao@tlk_bot quý III` → `nop_bao_cao quý III`. */
export function commandPhrase(text: string, botNames: readonly string[] = []): CommandPhrase {
  const lines = text.split(/\r?\n/).map(clean);
  const said = withoutMention(lines.join('\n').trim(), botNames);
  const slash = /^[/／]/u.test(said);
  const rest = slash ? said.replace(/^[/／]+\s*/u, '').replace(/^([^\s@]+)@\w+/u, '$1') : said;
  return { slash, text: rest, folded: fold(rest) };
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word).replaceAll(' ', ''),
    start: index,
    end: index + word.length,
  }));
}

/** A name may have several words, other accents' encoding or an emoji; only its letters are compared. */
function withoutMention(text: string, botNames: readonly string[]): string {
  if (!text.startsWith('@')) return text;
  const words = wordsOf(text);
  const names = botNames.map(wordsOf).sort((a, b) => b.length - a.length);
  for (const name of names) {
    const last = words[name.length - 1];
    if (last && name.every((word, i) => words[i]?.folded === word.folded)) {
      return text.slice(last.end).replace(/^[^\p{L}\p{N}/／@]+/u, '');
    }
  }
  // Renamed since it was asked for: whatever is mentioned before a slash was us.
  return text.replace(/^@[^/\n]{1,100}?\s+(?=\/)/u, '');
}
