import type { Section } from '../document/sections.ts';
import type { TimePhrase } from '../time/phrases.ts';

/** The part of a paragraph that one date belongs to. */
export interface Clause {
  from: number;
  to: number;
  folded: string;
  phrase: TimePhrase;
  /** The phrase stands at the paragraph's head. */
  labelled?: boolean;
}

const SENTENCE = /;|\.(?=\s+\p{Lu}|\s*$)|\.{2,}(?=\s+\p{Lu}|\s*$)|:\s*(?=[-–+])/gu;
const DUTY =
  /bao cao|ho so|dang ky|cham diem|tu cham|danh gia|so ket|tong ket|hoi nghi|giao uoc|phat dong|binh xet|tham dinh|ke hoach|gui|nop|to chuc|(?<!(?:phoi|tong|phu|ket|thich|truong) )hop |xet |kiem tra|cham cheo|ban giao|hoi thi|hoi thao|giao luu|tham quan|toa dam|tap huan/;

/** Sentences of a paragraph, as stretches of its text. */
export function sentencesOf(
  section: Section,
  start = section.mark?.end ?? 0,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = start;
  for (const found of section.text.matchAll(SENTENCE)) {
    if (found.index < start) continue;
    if (depth(section.folded, from, found.index) > 0) continue;
    parts.push({ from, to: found.index });
    from = found.index + found[0].length;
  }
  parts.push({ from, to: section.text.length });
  return parts.filter(part => section.folded.slice(part.from, part.to).trim() !== '');
}

const STOP = /\.(?=\s+\p{Lu}|\s*$)|\.{2,}(?=\s+\p{Lu}|\s*$)/gu;

/** The whole sentence around a stretch of a paragraph, up to its full stops: semicolons part none. */
export function sentenceAround(section: Section, at: number): { from: number; to: number } {
  let from = section.mark?.end ?? 0;
  for (const found of section.text.matchAll(STOP)) {
    if (found.index < from || depth(section.folded, from, found.index) > 0) continue;
    if (found.index >= at) return { from, to: found.index };
    from = found.index + found[0].length;
  }
  return { from, to: section.text.length };
}

function depth(folded: string, from: number, to: number): number {
  const inside = folded.slice(from, to);
  const open = (inside.match(/\(/g) ?? []).length;
  // A bracket that never closes holds nothing.
  return open > (inside.match(/\)/g) ?? []).length && folded.indexOf(')', to) >= 0 ? 1 : 0;
}

/**
 * For each phrase its own clause: a bracket with a duty of its own, else its share of the sentence. The month at the
 * head of a paragraph ("Tháng 6: …; …") is that of the sentences without a day of their own.
 */
export function clausesOf(section: Section, phrases: readonly TimePhrase[]): Clause[] {
  const [first, ...others] = phrases;
  const label = first && others.length > 0 ? labelEnd(section, first) : null;
  if (!first || label === null) return clausesIn(section, phrases);
  const shared = sentencesOf(section, label)
    .filter(sentence => {
      const apart = dutyBrackets(section, sentence, others);
      return !others.some(
        one =>
          one.bound !== 'bare' &&
          one.at >= sentence.from &&
          one.at < sentence.to &&
          !apart.some(part => one.at >= part.from && one.at < part.to),
      );
    })
    .map(sentence => {
      const whole = clause(section, sentence.from, sentence.to, first);
      return { ...whole, folded: without(whole, dutyBrackets(section, sentence, others)), labelled: true };
    });
  return [...clausesIn(section, others, label), ...shared].toSorted((a, b) => a.from - b.from);
}

/** Where "Tháng 6/2026:", "Quý II (…) |" ends; null where a phrase is no such label. */
function labelEnd(section: Section, { kind, at, end, bound }: TimePhrase): number | null {
  if ((kind !== 'month' && kind !== 'quarter') || (bound !== 'bare' && bound !== 'during')) return null;
  if (/\p{L}/u.test(section.folded.slice(section.mark?.end ?? 0, at))) return null;
  const sign = /^(?:\s*\([^()]{0,40}\))?\s*(?:[:|\t]|-\s)/.exec(section.text.slice(end));
  return sign ? end + sign[0].length : null;
}

function clausesIn(section: Section, phrases: readonly TimePhrase[], start?: number): Clause[] {
  return sentencesOf(section, start).flatMap(sentence => {
    const inside = phrases.filter(one => one.at >= sentence.from && one.at < sentence.to);
    const brackets = dutyBrackets(section, sentence, inside);
    const own = (phrase: TimePhrase) => brackets.find(one => phrase.at >= one.from && phrase.at < one.to);
    const free = inside.filter(phrase => !own(phrase));
    const bracketed = inside.flatMap(phrase => {
      const bracket = own(phrase);
      if (!bracket) return [];
      const part = partOf(section.folded, bracket, phrase);
      return [clause(section, part.from, part.to, phrase)];
    });
    return [...shares(section, sentence, free), ...bracketed].toSorted((a, b) => a.phrase.at - b.phrase.at);
  });
}

/** Brackets with a duty and a day of their own. */
const dutyBrackets = (
  { folded }: Section,
  { from, to }: { from: number; to: number },
  phrases: readonly TimePhrase[],
) =>
  bracketsIn(folded, from, to).filter(
    bracket =>
      DUTY.test(folded.slice(bracket.from, bracket.to)) &&
      phrases.some(phrase => phrase.at >= bracket.from && phrase.at < bracket.to),
  );

/** The words of a clause, those of brackets blanked. */
const without = ({ from, folded }: Clause, brackets: readonly { from: number; to: number }[]): string =>
  brackets.reduce(
    (words, one) =>
      words.slice(0, one.from - from) + ' '.repeat(one.to - one.from) + words.slice(one.to - from),
    folded,
  );

function clause(section: Section, from: number, to: number, phrase: TimePhrase): Clause {
  const raw = section.folded.slice(from, to);
  const lead = /^[\s,;:.+-]*(?:va\s+)?/.exec(raw)?.[0].length ?? 0;
  const start = phrase.end <= from ? from + lead : Math.min(from + lead, phrase.at);
  return { from: start, to, folded: section.folded.slice(start, to), phrase };
}

function bracketsIn(folded: string, from: number, to: number): { from: number; to: number }[] {
  return [...folded.slice(from, to).matchAll(/\(([^()]*)\)/g)].map(found => ({
    from: from + found.index + 1,
    to: from + found.index + found[0].length - 1,
  }));
}

function partOf(folded: string, bracket: { from: number; to: number }, phrase: TimePhrase) {
  const before = folded.lastIndexOf(';', phrase.at);
  const after = folded.indexOf(';', phrase.end);
  return {
    from: Math.max(bracket.from, before + 1),
    to: after < 0 ? bracket.to : Math.min(bracket.to, after),
  };
}

/** Dates may close what they belong to ("báo cáo … trước ngày X, …") or open it ("Trước ngày X báo cáo …, …"). */
function shares(
  section: Section,
  sentence: { from: number; to: number },
  phrases: readonly TimePhrase[],
): Clause[] {
  const [first] = phrases;
  if (!first) return [];
  if (phrases.length === 1) return [clause(section, sentence.from, sentence.to, first)];
  const opens = !DUTY.test(section.folded.slice(sentence.from, first.at));
  return phrases.map((phrase, n) => {
    const next = phrases[n + 1];
    if (opens) {
      const from = n === 0 ? sentence.from : phrase.at;
      return clause(section, from, next ? next.at : sentence.to, phrase);
    }
    const before = phrases[n - 1];
    const behind = /^\s*\([^()]*\)/.exec(section.folded.slice(phrase.end, sentence.to))?.[0].length ?? 0;
    const start = before
      ? before.end + (/^\s*\([^()]*\)/.exec(section.folded.slice(before.end))?.[0].length ?? 0)
      : sentence.from;
    return clause(section, start, next ? phrase.end + behind : sentence.to, phrase);
  });
}
