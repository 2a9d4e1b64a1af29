import { isCapitals } from './lines.ts';
import type { Mark } from './marks.ts';
import type { Paragraph } from './paragraphs.ts';

/** A paragraph and where in the document it stands. */
export interface Section extends Paragraph {
  /** As the text numbers it: `II.1.4`, `II.2.2 (2)`; empty before the first number. */
  path: string;
  heading: boolean;
  /** The headings above it, outermost first, folded. */
  under: readonly string[];
  /** Index in the list of the innermost heading above it; -1 for none. */
  parent: number;
}

const RANK: Record<Mark['kind'], number> = { roman: 1, arabic: 2, dotted: 3, letter: 4, paren: 5, bullet: 6 };
/** "A. MỤC TIÊU" stands above the Roman numbers. */
const PART = /^\s*[A-H\u0110][.)/-]\s*\p{Lu}/u;
const HEADING = 160;

interface Open {
  rank: number;
  label: string;
  folded: string;
  index: number;
  heading: boolean;
}

export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const open: Open[] = [];
  return paragraphs.map((paragraph, index) => {
    const next = paragraphs[index + 1];
    const heading = isHeading(paragraph, next);
    const rank = rankOf(paragraph, heading);
    if (rank !== null) {
      while ((open.at(-1)?.rank ?? 0) >= rank) open.pop();
      const own = paragraph.mark;
      const label = own && own.kind !== 'bullet' ? own.label : '';
      const section = sectionOf(paragraph, heading, [...open], label);
      if (own?.kind !== 'bullet') open.push({ rank, label, folded: paragraph.folded, index, heading });
      return section;
    }
    return sectionOf(paragraph, heading, open, '');
  });
}

function sectionOf(paragraph: Paragraph, heading: boolean, open: readonly Open[], label: string): Section {
  const above = open.filter(one => one.heading);
  return {
    ...paragraph,
    heading,
    under: above.map(one => one.folded),
    parent: above.at(-1)?.index ?? -1,
    path: pathOf([...open.map(one => one.label), label].filter(one => one !== '')),
  };
}

/** A dotted number says its own way below the Roman one. */
function pathOf(labels: readonly string[]): string {
  const dotted = labels.findLast(label => label.includes('.'));
  const roman = labels.find(label => /^[IVX]+$/.test(label));
  const inside = labels.filter(label => /^[(a-h\u0111]/.test(label));
  const plain = labels.filter(label => /^\d+$/.test(label));
  const number = dotted ?? plain.join('.');
  return [[roman, number].filter(one => one).join('.'), ...inside].filter(one => one !== '').join(' ');
}

function rankOf(paragraph: Paragraph, heading: boolean): number | null {
  const { mark } = paragraph;
  if (mark === null && heading && PART.test(paragraph.text)) return 0.5;
  if (mark === null) return heading ? (isCapitals(paragraph.text) ? 1 : RANK.bullet - 0.5) : null;
  if (mark.kind === 'dotted') return 2 + (mark.label.split('.').length - 1) * 0.1;
  return RANK[mark.kind];
}

/** A numbered paragraph of few words, or one in capitals. */
function isHeading(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  const { mark, text } = paragraph;
  const words = text.slice(mark?.end ?? 0);
  if (mark?.kind === 'bullet') return false;
  // "Chỉ tiêu:" above bullets.
  if (mark === null && next?.mark?.kind === 'bullet' && isLead(paragraph)) return true;
  if (isCapitals(words)) return text.length < HEADING && (mark !== null || text.length > 8);
  if (mark === null) return false;
  if (mark.kind === 'roman') return text.length < 2 * HEADING;
  if (words.length > HEADING || mark.kind === 'paren') return false;
  if (/:$/.test(words)) return true;
  if (/[.;]$/.test(words)) return false;
  const below = next?.mark ?? null;
  return (
    (below !== null && RANK[below.kind] > RANK[mark.kind]) ||
    (below === null && next !== undefined && /^\p{Lu}/u.test(next.text)) ||
    words.length < 60
  );
}

/** "Chỉ tiêu:", or a longer sentence that ends in what those below are to reach. */
const isLead = ({ text, folded }: Paragraph): boolean =>
  /^\p{Lu}[^.;:]{2,50}:$/u.test(text.trim()) ||
  (text.length < 1.5 * HEADING &&
    /^[^.;:]+(?:phan dau|chi tieu)(?: (?:sau|chinh|cu the|nhu sau|thuc hien|dat))*:$/.test(folded.trim()));
