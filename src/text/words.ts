import { distance } from 'fastest-levenshtein';
import { type CommandPhrase, commandPhrase, type Word, wordsOf } from './command-phrase.ts';
import { fold } from './fold.ts';

export { navigation, yesNo } from './answers.ts';
export { commandPhrase, wordsOf } from './command-phrase.ts';

export type Vocabulary = readonly { name: string; says: readonly string[] }[];

export type FoundCommand =
  /** `rest` in the original spelling. */
  | { kind: 'exact'; name: string; rest: string }
  /** Begins with a command of so many words and goes on as a sentence might. */
  | { kind: 'begins'; name: string; rest: string; words: number }
  /** To be asked about, never run. */
  | { kind: 'near'; name: string; rest: string }
  | { kind: 'none' };

/** Words of the longest thing to say, and some more for what was torn apart. */
const COMMAND_WORDS = 7;
/** Without a slash: words after the command that may still be its argument. */
const ARGUMENT_WORDS = 7;
/** Letters; shorter words without a slash are too often something else misspelt. */
const NEAR_WITHOUT_SLASH = 5;

const FILLER = /^(?:(?:la|khi|nao|bao|gio|luc|hom|may|gi|vay|the|a|nhe|nha|voi|di|day|dong|chi)(?: |$))*$/;
const ARGUMENT =
  /^(?:\d|(?:tu|den|truoc|trong)(?: ngay)? \d|(?:[ivx]+|quy|thang|nam|ky|dot|tuan|so ket|tong ket|(?:dau|giua|cuoi|ca) (?:nam|ky|quy)|tat ca|cua|don vi|khoi|cum|phong|xa|phuong)(?: |$))/;

/**
 * The command that a message begins with: the longest fitting entry, whatever the accents, joined or with
 * underscores. After a slash anything may follow. Without one an ordinary sentence must not run a command
 * ("điểm danh sáng mai nhé"): nothing may follow but politeness, or up to seven words that begin like an
 * argument (a number, a period, "của …", a capital). Of anything else it is told how it begins.
 */
export function nearestCommand(text: string, vocabulary: Vocabulary, ...botNames: string[]): FoundCommand {
  const phrase = commandPhrase(text, botNames);
  const entries = entriesOf(vocabulary);
  const heads = headsOf(phrase.text, wordsOf(phrase.text));
  const exact = heads.findLast(head => entries.has(head.joined));
  const name = exact && entries.get(exact.joined);
  if (!exact || name === undefined) {
    const near = nearest(heads, entries, phrase.slash);
    return near ? doubtful(near, phrase, entries) : { kind: 'none' };
  }

  const tail = tailKind(exact.tail, phrase.text, entries);
  const rest = tail === 'nothing' ? '' : restOf(exact.tail);
  if (tail !== 'other') return { kind: 'exact', name, rest };
  // "nộp bao coa" is a misspelt "nộp báo cáo" rather than "nộp" and two words.
  const near = nearest(heads, entries, phrase.slash);
  const misspelt = near && near.head.joined !== exact.joined && near.entry !== exact.joined;
  const spelt = phrase.slash && isWhole(phrase.text, exact);
  if (near && misspelt && !spelt && near.entry.startsWith(exact.joined)) {
    const found = doubtful(near, phrase, entries);
    if (found.kind === 'near') return found;
  }
  if (phrase.slash) return { kind: 'exact', name, rest };
  // "Nộp, báo cáo thì …" is talk.
  return /^[\s:]/.test(exact.tail) ? { kind: 'begins', name, rest, words: exact.words } : { kind: 'none' };
}

/** `/tham_dinh trạm …`: written in one with its underscores, a command's name is no part of a longer one. */
const isWhole = (text: string, { tail }: Head) =>
  /^\S*_\S*$/.test(text.slice(0, text.length - tail.length)) && /^(?:\s|$)/.test(tail);

function doubtful({ head, name }: Near, { slash, text }: CommandPhrase, entries: Entries): FoundCommand {
  const fits = slash || tailKind(head.tail, text, entries) !== 'other';
  return fits ? { kind: 'near', name, rest: restOf(head.tail) } : { kind: 'none' };
}

interface Head {
  /** The first words, folded, in one. */
  joined: string;
  words: number;
  tail: string;
}

interface Near {
  head: Head;
  name: string;
  entry: string;
  /** Letters that differ. */
  off: number;
}

type Entries = ReadonlyMap<string, string>;

/** Everything the message may begin with, shortest first, up to the first comma or the like. */
function headsOf(text: string, words: readonly Word[]): Head[] {
  const heads: Head[] = [];
  let joined = '';
  let end = 0;
  for (const word of words.slice(0, COMMAND_WORDS)) {
    if (heads.length > 0 && !/^[\s_-]*$/.test(text.slice(end, word.start))) break;
    joined += word.folded;
    end = word.end;
    heads.push({ joined, words: heads.length + 1, tail: text.slice(end) });
  }
  return heads;
}

function nearest(heads: readonly Head[], entries: Entries, slash: boolean): Near | null {
  let best: Near | null = null;
  for (const [entry, name] of entries) {
    if (!slash && entry.length < NEAR_WITHOUT_SLASH) continue;
    for (const head of heads) {
      if (Math.abs(head.joined.length - entry.length) > slips(entry.length)) continue;
      const off = lettersOff(head.joined, entry);
      if (off === 0 || off > slips(entry.length)) continue;
      // Of two as near "/tem_han" is rather a slip in a command's own name than in what else means one.
      const better =
        !best ||
        off < best.off ||
        (off === best.off && isName(entry, name) && !isName(best.entry, best.name));
      if (better) best = { head, name, entry, off };
    }
  }
  return best;
}

/** As `distance`; two neighbours that changed places are one slip. */
function lettersOff(typed: string, entry: string): number {
  const off = distance(typed, entry);
  if (off !== 2 || typed.length !== entry.length) return off;
  const at = [...entry].findIndex((letter, n) => letter !== typed[n]);
  return typed[at] === entry[at + 1] && typed[at + 1] === entry[at] ? 1 : off;
}

const isName = (entry: string, name: string) => entry === fold(name).replaceAll(' ', '');

/** How many letters may be wrong. */
function slips(letters: number): number {
  if (letters < 3) return 0;
  if (letters < 7) return 1;
  return letters < 10 ? 2 : 3;
}

function tailKind(tail: string, text: string, entries: Entries) {
  const rest = restOf(tail);
  const words = wordsOf(rest);
  const folded = words.map(word => word.folded).join(' ');
  if (FILLER.test(folded)) return 'nothing';
  if (words.length > ARGUMENT_WORDS || saysDone(folded)) return 'other';
  const capital = /^\p{Lu}/u.test(rest) && text !== text.toUpperCase();
  return capital || ARGUMENT.test(folded) || entries.has(folded.replaceAll(' ', '')) ? 'argument' : 'other';
}

/** "Nộp rồi", "nộp báo cáo tháng xong rồi nhé": what is told is no order. */
export function saysDone(folded: string): boolean {
  return /^(?:roi|xong|chua|duoc|khong)\b|\b(?:roi|xong)(?: (?:a|nhe|nha|dong|chi))*$/.test(folded);
}

/** A minus sign before a number stays; other punctuation between command and words goes. */
function restOf(tail: string): string {
  return tail.replace(/^_*[\s:,;.?!]*(?:[-–]+\s+)?/u, '').trim();
}

const compiled = new WeakMap<Vocabulary, Entries>();

/** What can be said, folded and in one word, with the command it means; the first to claim a word has it. */
function entriesOf(vocabulary: Vocabulary): Entries {
  const known = compiled.get(vocabulary);
  if (known) return known;
  const entries = new Map<string, string>();
  for (const { name, says } of vocabulary) {
    for (const said of [name, ...says]) {
      const joined = fold(said).replaceAll(' ', '');
      if (!entries.has(joined)) entries.set(joined, name);
    }
  }
  compiled.set(vocabulary, entries);
  return entries;
}
