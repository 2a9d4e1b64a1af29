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

/** One after the other, each in a thread of its own. Null: one bears a secrecy marking, and none may be kept. */
export async function readFiles(files: readonly FetchedFile[]): Promise<ReadFile[] | null> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFile(file);
    if (markingIn(one) !== null) return null;
    read.push(one);
  }
  return read;
}

async function readFile(file: FetchedFile): Promise<ReadFile> {
  const none = { ...file, words: null, grids: null };
  if (!isReadable(file)) return { ...none, unread: 'kind' };
  const outcome = await readDocument(file);
  switch (outcome.kind) {
    case 'words':
      return { ...none, words: outcome.words, unread: null };
    case 'grids':
      return { ...none, grids: outcome.grids, unread: 'kind' };
    case 'problem':
      return { ...none, unread: outcome.problem };
  }
}

/** The secrecy marking of a file's own words; null where it has none, or no words. */
export async function fileMarking(file: FetchedFile): Promise<string | null> {
  return markingIn(await readFile(file));
}

/** Of a workbook each sheet is looked at for itself: any of them may be the page that bears it. */
function markingIn({ words, grids }: Pick<ReadFile, 'words' | 'grids'>): string | null {
  const own = words === null ? null : documentMarking(words);
  const sheets = (grids ?? []).map(({ rows }) =>
    sheetMarking(rows.map(cells => cells.map(cell => cell.text))),
  );
  return own ?? sheets.find(marking => marking !== null) ?? null;
}
