import { isBlank, isCutOff, type Line, linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type Zones, zonesOf } from './zones.ts';

/** A plan's text, taken apart. */
export interface Document extends Omit<Zones, 'body' | 'annex' | 'title'> {
  lines: Line[];
  title: Line[];
  /** In order, headings included. */
  body: Section[];
  annex: Section[];
  /** What comes before the first heading. */
  intro: Section[];
}

const PAGE_NUMBER = /^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$/;
/** Nothing else looks like it: "Trang 2", "2/4", "- 2 -". */
const PAGE = /^\s*(?:trang\s+\d{1,3}(?:\s?\/\s?\d{1,3})?|\d{1,2}\s?\/\s?\d{1,2}|-\s?\d{1,3}\s?-)\s*$/;

export function documentOf(text: string): Document {
  const lines = linesOf(text);
  const zones = zonesOf(lines);
  const body = sectionsOf(paragraphsOf(withoutPageNumbers(zones.body)));
  const annex = sectionsOf(paragraphsOf(withoutPageNumbers(zones.annex)));
  const first = body.findIndex(section => section.heading);
  return { ...zones, lines, body, annex, intro: first < 0 ? body : body.slice(0, first) };
}

/** A number alone on its line in the middle of a sentence. */
function withoutPageNumbers(lines: readonly Line[]): Line[] {
  return lines.filter((line, at) => {
    if (PAGE.test(line.folded)) return !aloneAt(lines, at);
    if (!PAGE_NUMBER.test(line.text)) return true;
    const before = lines.slice(Math.max(0, at - 3), at).findLast(earlier => !isBlank(earlier));
    if (before && isCutOff(before.folded) && aloneAt(lines, at)) return false;
    const next = lines.slice(at + 1, at + 4).find(later => later.text.trim() !== '');
    return next !== undefined && !/^\s*["“(]?\p{Ll}/u.test(next.text);
  });
}

/** Blank lines around it. */
const aloneAt = (lines: readonly Line[], at: number): boolean =>
  [lines[at - 1], lines[at + 1]].every(line => line === undefined || isBlank(line));
