import type { FetchedFile } from '../../db/inbox-files.ts';
import type { Grid } from '../documents/grid.ts';
import { isReadable, readDocument } from '../documents/read-document.ts';
import { documentMarking, sheetMarking } from '../text/secrecy.ts';

/** A fetched file with the words or sheets of it, where it is a document; `unread`: why no words could be had. */
export interface ReadFile extends FetchedFile {
  words: string | null;
  unread: string | null;
  grids: Grid[] | null;
}

export type ReadFiles =
  /** `late`: the name of one that took too long, so that nobody knows yet whether it bears a secrecy marking. */
  | { kind: 'read'; files: ReadFile[]; late: string | null }
  /** One bears a secrecy marking, and none may be kept. */
  | { kind: 'secret' };

export interface ReadingLimits {
  timeLimitMs?: number;
}

/** One after the other, each in a thread of its own. */
export async function readFiles(
  files: readonly FetchedFile[],
  limits: ReadingLimits = {},
): Promise<ReadFiles> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFile(file, limits);
    if (markingIn(one) !== null) return { kind: 'secret' };
    read.push(one);
  }
  const late = read.find(one => one.unread === 'too_slow');
  return { kind: 'read', files: read, late: late?.name ?? null };
}

async function readFile(file: FetchedFile, limits: ReadingLimits): Promise<ReadFile> {
  const none = { ...file, words: null, grids: null };
  if (!isReadable(file)) return { ...none, unread: 'kind' };
  const outcome = await readDocument(file, limits);
  switch (outcome.kind) {
    case 'words':
      return { ...none, words: outcome.words, unread: null };
    case 'grids':
      return { ...none, grids: outcome.grids, unread: 'kind' };
    case 'problem':
      return { ...none, unread: outcome.problem };
  }
}

/** What looking for a secrecy marking among a file's own words came to; what has no words to be had is free of one. */
export type Looked = 'free' | 'secret' | 'not-in-time';

export async function lookThrough(file: FetchedFile, limits: ReadingLimits = {}): Promise<Looked> {
  const read = await readFiles([file], limits);
  if (read.kind === 'secret') return 'secret';
  return read.late === null ? 'free' : 'not-in-time';
}

/** Of a workbook each sheet is looked at for itself: any of them may be the page that bears it. */
function markingIn({ words, grids }: Pick<ReadFile, 'words' | 'grids'>): string | null {
  const own = words === null ? null : documentMarking(words);
  const sheets = (grids ?? []).map(({ rows }) =>
    sheetMarking(rows.map(cells => cells.map(cell => cell.text))),
  );
  return own ?? sheets.find(marking => marking !== null) ?? null;
}
