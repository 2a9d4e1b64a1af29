import type { Grid } from '../grid.ts';

/** Why a document's words could not be had. */
export const readProblems = [
  'kind',
  'empty',
  'scanned',
  'encrypted',
  'too_large',
  'too_slow',
  'broken',
] as const;
export type ReadProblem = (typeof readProblems)[number];

export type ReadOutcome =
  | { kind: 'words'; words: string }
  | { kind: 'grids'; grids: Grid[] }
  | { kind: 'problem'; problem: ReadProblem };

/** Thrown by a reader; whatever else it throws means that the file is broken. */
export class Unreadable extends Error {
  readonly problem: ReadProblem;
  constructor(problem: ReadProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface DocumentFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** UTF-16 units; a plan of a thousand pages has fewer. */
const MAX_WORDS = 2_000_000;

/** One spelling of letters and line ends; what no database text may hold is left out. */
export function asWords(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
  if (words.length > MAX_WORDS) throw new Unreadable('too_large');
  return words;
}
