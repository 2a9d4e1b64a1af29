import { foldLetters } from '../../text/fold-letters.ts';

export interface Line {
  /** From 1. */
  no: number;
  text: string;
  /** As long as `text`, character for character. */
  folded: string;
}

const INVISIBLE = /[\p{Cf}\p{Cs}\u115f\u1160\u3164]|[^\P{Cc}\n\t]/gu;
/** Marks that no letter took up: `ệ́`. */
const LOOSE = /\p{M}/gu;
const EMPHASIS = /\*+|(?<![\p{L}\d])__+|__+(?![\p{L}\d])|^#{1,6}\s+/gmu;

/** The text's lines without emphasis signs and invisible characters; a form feed ends a line. */
export function linesOf(text: string): Line[] {
  const plain = text
    .replace(/\r\n?|[\f\v\u2028\u2029\u0085]/g, '\n')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(LOOSE, '')
    .replace(EMPHASIS, '');
  return plain.split('\n').map((line, index) => {
    const kept = line.trimEnd();
    return { no: index + 1, text: kept, folded: foldLetters(kept) };
  });
}

export const isBlank = (line: Line): boolean => line.text.trim() === '';

/** The sentence cannot end here: a comma, "và", "của". */
export const isCutOff = (folded: string): boolean =>
  /,\s*$|(?<![a-z])(?:va|cua|thuoc|voi|cac|hoac|cho|ve)\s*$/.test(folded);

/** Two columns of a letterhead or a table's row that came out as one line. */
export function cellsOf(line: Line): Line[] {
  const cells: Line[] = [];
  for (const found of line.text.matchAll(/(?:[^\s|]|[ \u00a0](?![ \u00a0\t|]|$))+/g)) {
    const { index, 0: text } = found;
    const cell = text.trim();
    if (cell === '') continue;
    const from = index + text.indexOf(cell);
    cells.push({ no: line.no, text: cell, folded: line.folded.slice(from, from + cell.length) });
  }
  return cells;
}

/** No small letter, and at least two capitals. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
