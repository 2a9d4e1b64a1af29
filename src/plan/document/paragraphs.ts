import { foldLetters } from '../../text/fold-letters.ts';
import { isBlank, isCapitals, isCutOff, type Line } from './lines.ts';
import { type Mark, markOf, nextLabel } from './marks.ts';

/** Lines that belong together, joined by spaces. */
export interface Paragraph {
  text: string;
  folded: string;
  mark: Mark | null;
  /** Where each of its lines begins in `text`. */
  starts: readonly { at: number; no: number }[];
  /** A blank line lies inside: a page break cut the sentence. */
  torn: boolean;
}

export function lineOf(paragraph: Paragraph, at = 0): number {
  return paragraph.starts.findLast(start => start.at <= at)?.no ?? paragraph.starts[0]?.no ?? 1;
}

/** A line this much shorter than the widest was ended by its writer, not by the margin. */
const FULL = 0.72;
const ENDED = /[.;:!?…]["”»')\]]*$|\/$/;
/** Rows of a table. */
const TABLE = /\S(?:\t| *\| *)\S/;
/** "Chỉ tiêu:" begins something. */
const LEADS = /^\p{Lu}[^.;:,]{2,40}:$/u;
const GOES_ON = /^["“(]?\p{Ll}|^[,;)]/u;

/** Joins what margins and page breaks have cut. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const width = widthOf(lines);
  const groups: { lines: Line[]; torn: boolean }[] = [];
  let gap = true;
  for (const line of lines) {
    if (isBlank(line)) {
      gap = true;
      continue;
    }
    const open = groups.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && !isNextRow(open.lines[0], line) && belongs(last, line, gap, width)) {
      open.lines.push(line);
      open.torn ||= gap;
    } else groups.push({ lines: [line], torn: false });
    gap = false;
  }
  return groups.flatMap(({ lines: own, torn }) => unrun(joined(own, torn)));
}

/** The width of hard-wrapped text; texts whose paragraphs are one line each have none. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.filter(line => !isBlank(line)).map(line => line.text.length);
  const long = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  return long <= 130 ? long : Number.POSITIVE_INFINITY;
}

function belongs(last: Line, line: Line, gap: boolean, width: number): boolean {
  const next = line.text.trimStart();
  if (TABLE.test(last.text) || TABLE.test(next)) return false;
  const mark = markOf(next, line.folded.slice(line.text.length - next.length));
  // Bases end in commas, each a paragraph of its own.
  const open = gap
    ? /[(-]$/.test(last.text) || (!/,\s*$/.test(last.text) && isCutOff(last.folded))
    : /[,(-]$/.test(last.text);
  const dangling = open && !/^\s*[-–]/.test(next);
  const full = last.text.length >= FULL * width;
  const listed =
    mark !== null && mark.kind === 'bullet' && sameBullet(last, mark.label) && /^\W*\d/.test(next);
  if (mark && (listed || !(full && mark.kind === 'bullet' && /^\P{L}*\s?[\p{Ll}\d]/u.test(next))))
    return false;
  if (isCapitals(last.text) !== isCapitals(next)) return false;
  if (ENDED.test(last.text) || (LEADS.test(next) && !dangling)) return false;
  if (mark || GOES_ON.test(next)) return true;
  if (gap) return dangling && !isCapitals(next);
  return dangling || full;
}

const rowOf = (line: Line | undefined): number =>
  Number(/^\s*(\d{1,2})\s+\p{Lu}/u.exec(line?.text ?? '')?.[1] ?? Number.NaN);
/** "2 Thanh tra tỉnh" below "1 Sở Tư pháp": rows of a table that lost its rules. */
const isNextRow = (first: Line | undefined, line: Line): boolean => rowOf(line) === rowOf(first) + 1;

/** A figure behind the sign of the item before begins the next one. */
const sameBullet = (last: Line, sign: string): boolean => last.text.trimStart().startsWith(sign);

function joined(lines: readonly Line[], torn: boolean): Paragraph {
  let text = '';
  const starts: { at: number; no: number }[] = [];
  for (const line of lines) {
    if (text !== '') text += ' ';
    starts.push({ at: text.length, no: line.no });
    // A tab stands for the gap between a table's cells.
    text += line.text
      .trim()
      .replace(/\s*\t\s*| {3,}/g, '\t')
      .replace(/[^\S\t]+/g, ' ');
  }
  const folded = foldLetters(text);
  return { text, folded, mark: markOf(text, folded), starts, torn };
}

/** "1. A. 2. B" in one line: items whose line breaks were lost. */
function unrun(paragraph: Paragraph): Paragraph[] {
  const { text, folded, mark, starts, torn } = paragraph;
  const label = mark && nextLabel(mark);
  if (!mark || !label) return [paragraph];
  const next = new RegExp(`(?<=[.;…]\\s)${label}\\s*(?=[\\p{Lu}\\d“"])`, 'u').exec(text);
  // "1. Khối gồm: 1. A; 2. B": another list within.
  if (
    !next ||
    next.index < mark.end ||
    /:\s*(?:1|a|\(1\))[.)]?\s*\p{Lu}/u.test(text.slice(mark.end, next.index))
  )
    return [paragraph];
  const at = next.index;
  const rest = { text: text.slice(at), folded: folded.slice(at) };
  const first = { at: 0, no: lineOf(paragraph, at) };
  const later = starts.filter(start => start.at > at).map(start => ({ at: start.at - at, no: start.no }));
  const before = { text: text.slice(0, at).trimEnd(), folded: folded.slice(0, at).trimEnd() };
  return [
    { ...before, mark, starts: starts.filter(start => start.at < at), torn },
    ...unrun({ ...rest, mark: markOf(rest.text, rest.folded), starts: [first, ...later], torn }),
  ];
}
