import type { Day } from '../core/day.ts';
import { type BoundaryWords, readBoundary } from './boundary-words.ts';
import { clean, fold } from './fold.ts';
import { type NamedUnit, readWho, type Who } from './who-words.ts';

/** What a line says of a change, the deadline itself having been named before it. */
export interface ChangeLine {
  when: Exclude<BoundaryWords, { kind: 'none' }> | null;
  whenWords: string;
  who: Who | null;
  title: string | null;
  reason: string | null;
  /** What nothing reads, where the reason was given apart: most likely a unit that there is not. */
  unread: string | null;
}

export const nothingSaid: ChangeLine = {
  when: null,
  whenWords: '',
  who: null,
  title: null,
  reason: null,
  unread: null,
};

const TO = /^(?:sang|thành|thanh|đến|den|tới|toi|lùi (?:đến|sang)|lui (?:den|sang)|là|la|->|=>|→)\s+/iu;
const REASON = /^(?:vì|vi|do|lý do|ly do|bởi|boi)(?:\s*:\s*|\s+)(?:là\s+|vì\s+|vi\s+|do\s+)?(.+)$/isu;
const TITLE =
  /^(?:đổi tên|doi ten|tên mới|ten moi|tên|ten)(?:\s+(?:thành|thanh|là|la|sang))?(?:\s*:\s*|\s+)(.+)$/isu;
const NEW_TITLE = /^(?:thành|thanh)\s+(.+)$/isu;

/**
 * "Trạm Y tế 20/6 vì mất điện", "sang trước ngày 20/6", "tên Báo cáo sơ kết": word by word, the longest
 * part that can be read first. What nothing reads is a reason where one is wanted.
 */
export function readChangeLine(
  text: string,
  wants: { units: readonly NamedUnit[]; reason: boolean; title: boolean },
  today: Day,
): ChangeLine {
  const line = { ...nothingSaid };
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  const left: string[] = [];
  const names: string[] = [];
  let at = 0;
  while (at < words.length) {
    const rest = restOf(text, words, at);
    // Where all else is said, the rest is why, whatever words are in it.
    const all = wants.reason && line.when !== null && names.length > 0;
    const reason = wants.reason && (REASON.exec(rest)?.[1] ?? (all ? rest : null));
    const title = wants.title && (TITLE.exec(rest) ?? newTitle(rest, today))?.[1];
    if (reason) line.reason = clean(reason);
    if (title) line.title = clean(title);
    if (reason || title) break;
    const read = longest(words, at, line, wants.units, today);
    if (read?.unit) names.push(read.words);
    else if (!read) left.push(words[at] ?? '');
    at = read ? read.end : at + 1;
  }
  if (names.length > 0) line.who = readWho(names.join(', '), wants.units);
  const spare = clean(left.join(' ').replace(/^(?:(?:cho|đến|den|sang|là|la|và|va)(?:\s+|$))+/iu, ''));
  if (wants.reason && line.reason === null && spare !== '') line.reason = spare;
  else if (spare !== '') line.unread = spare;
  return line;
}

/** A reason as it was asked for, without "vì" before it. */
export const readReason = (text: string): string => clean(REASON.exec(text.trim())?.[1] ?? text);

/** "thành Báo cáo sơ kết" names; "thành ngày 20/6" dates. */
function newTitle(rest: string, today: Day): RegExpExecArray | null {
  const found = NEW_TITLE.exec(rest);
  return found?.[1] && !startsWithDay(found[1], today) ? found : null;
}

function startsWithDay(text: string, today: Day): boolean {
  const words = text.split(/[\s,;]+/);
  return words.some((_, end) => readBoundary(words.slice(0, end + 1).join(' '), today).kind !== 'none');
}

function longest(
  words: readonly string[],
  at: number,
  line: ChangeLine,
  units: readonly NamedUnit[],
  today: Day,
): { end: number; unit: boolean; words: string } | null {
  for (let end = words.length; end > at; end--) {
    const part = words.slice(at, end).join(' ');
    if (readWho(part, units) !== null) return { end, unit: true, words: part };
    const worded = part.replace(TO, '');
    const when = /^\d+$/.test(worded) ? ({ kind: 'none' } as const) : readBoundary(worded, today);
    if (when.kind === 'none') continue;
    line.when = when;
    line.whenWords = clean(worded);
    return { end, unit: false, words: part };
  }
  return null;
}

/** The text from the nth word on, with its commas. */
function restOf(text: string, words: readonly string[], at: number): string {
  let from = 0;
  for (const word of words.slice(0, at)) from = text.indexOf(word, from) + word.length;
  return text.slice(from).replace(/^[\s,;]+/, '');
}

/** "2 20/6": a place in the list, and the rest; null where the text begins otherwise. */
export function readPlace(text: string): { place: number; rest: string } | null {
  const [, place, rest = ''] =
    /^(?:hạn |han )?(?:số |so )?(\d{1,2})(?![/.\d-])(?:[\s,.;:]+(.*))?$/isu.exec(text.trim()) ?? [];
  // "6 tháng" is a title, not the sixth.
  if (!place || /^(?:thang|nam|dau|cuoi|quy)\b/.test(fold(rest))) return null;
  return { place: Number(place), rest };
}
