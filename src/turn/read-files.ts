import type { FetchedFile } from '../../db/inbox-files.ts';
import { isReadable, readDocument } from '../documents/read-document.ts';
import { documentMarking } from '../text/secrecy.ts';

/** A fetched file with the words of it, where it is a document; `unread`: why they could not be had. */
export interface ReadFile extends FetchedFile {
  words: string | null;
  unread: string | null;
}

/** One after the other, each in a thread of its own. Null: one bears a secrecy marking, and none may be kept. */
export async function readFiles(files: readonly FetchedFile[]): Promise<ReadFile[] | null> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFile(file);
    if (one.words !== null && documentMarking(one.words) !== null) return null;
    read.push(one);
  }
  return read;
}

async function readFile(file: FetchedFile): Promise<ReadFile> {
  if (!isReadable(file)) return { ...file, words: null, unread: 'kind' };
  const outcome = await readDocument(file);
  return outcome.kind === 'words'
    ? { ...file, words: outcome.words, unread: null }
    : { ...file, words: null, unread: outcome.problem };
}

/** The secrecy marking of a file's own words; null where it has none, or no words. */
export async function fileMarking(file: FetchedFile): Promise<string | null> {
  const { words } = await readFile(file);
  return words === null ? null : documentMarking(words);
}
