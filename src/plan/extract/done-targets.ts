import { capitalised } from '../../text/plan-names.ts';
import { targetWords } from '../../text/plan-targets.ts';
import type { Section } from '../document/sections.ts';
import { quoteOf } from '../evidence.ts';
import { timingOf } from './target-timing.ts';
import type { FoundTarget } from './targets.ts';

const VERB =
  /hoan thanh|ban giao|thong xe|tro thanh|dua vao (?:su dung|khai thac|hoat dong)|khoi cong|khanh thanh|dat chuan|cong nhan|du an/;
const TIMED = /(?:truoc|trong|den het|het|xong truoc|den)\s+(?:ngay|thang|quy|nam)\s/;
const SPLIT = /;|,?\s*dong thoi\s/g;

/** Works to be finished and marks to be reached, in a list of targets where a date shows that they are meant. */
export function doneTargets(section: Section, year: number | null): FoundTarget[] {
  if (section.mark === null || !TIMED.test(section.folded)) return [];
  return pieces(section).flatMap(({ from, to }) => {
    const words = section.folded.slice(from, to);
    if (!VERB.test(words) || words.length < 12) return [];
    const whole = /toan bo|100/.test(words);
    const unit = whole ? targetWords.percent : unitOf(words);
    const quote = quoteOf(section, from, to);
    return [
      {
        target: {
          text: quote.quote,
          metric: capitalised(quote.quote.replace(/[.,;\s]+$/, '')),
          operator: 'done' as const,
          value: whole ? 100 : 1,
          unit,
          ...timingOf(section, from, to, year),
          raw: quote.quote,
          ...(TIMED.test(words) ? {} : { needs_review: true }),
          line: quote.line,
        },
        section,
        reversed: false,
      },
    ];
  });
}

function pieces(section: Section): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = section.mark?.end ?? 0;
  for (const found of section.folded.matchAll(SPLIT)) {
    if (found.index < from) continue;
    parts.push({ from, to: found.index });
    from = found.index + found[0].length;
  }
  parts.push({ from, to: section.text.length });
  return parts;
}

function unitOf(words: string): string {
  if (/thong xe|cong trinh|nang cap|sua chua|xay dung (?:cau|duong|tru so|tram|nha|truong)/.test(words))
    return targetWords.work;
  return /du an/.test(words) ? targetWords.project : targetWords.goal;
}
