import { type GridRead, readGrids } from '../grid.ts';
import { type KnownFile, sniffFile } from '../sniff.ts';
import { readDocx } from './docx.ts';
import { asWords, type DocumentFile, type ReadOutcome, Unreadable } from './outcome.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { checkExpansion } from './zip-size.ts';

/** Bytes that a workbook's parts may come to. */
const MAX_EXPANDED = 64 * 1024 * 1024;
const MOST_CELLS = 200_000;

/** Reads in this very thread: for the worker, which has its time and memory limited from outside. */
export async function readInside({ bytes, name }: DocumentFile): Promise<ReadOutcome> {
  try {
    const known = await sniffFile(bytes, name);
    if (known?.extension === '.xlsx') {
      checkExpansion(bytes, MAX_EXPANDED);
      return tableSized(await readGrids(bytes));
    }
    const words = asWords(await wordsOf(bytes, name, known));
    return words === '' ? { kind: 'problem', problem: 'empty' } : { kind: 'words', words };
  } catch (error) {
    return { kind: 'problem', problem: error instanceof Unreadable ? error.problem : 'broken' };
  }
}

async function wordsOf(bytes: Uint8Array, name: string, known: KnownFile | null): Promise<string> {
  switch (known?.extension) {
    case '.docx':
      return readDocx(bytes);
    case '.pdf':
      return readPdf(bytes);
    default:
      // Text of an encoding before Unicode is no text to the sniffer.
      if (/\.(?:txt|md)$/i.test(name)) return readPlain(bytes);
      if (isProtectedOffice(bytes, name)) throw new Unreadable('encrypted');
      // By its name a document, by its bytes nothing at all: nobody can have looked for a secrecy marking in it.
      throw new Unreadable(known === null && /\.(?:pdf|docx|xlsx)$/i.test(name) ? 'broken' : 'kind');
  }
}

/** What no table of points or plan has is not kept beside its event, cell by cell. */
function tableSized(read: GridRead): ReadOutcome {
  const cells = read.kind === 'grids' ? read.grids.flatMap(grid => grid.rows.map(row => row.length)) : [];
  return cells.reduce((so, row) => so + row, 0) > MOST_CELLS
    ? { kind: 'problem', problem: 'too_large' }
    : read;
}

/** An office file with a password lies in the container of old office files. */
const isProtectedOffice = (bytes: Uint8Array, name: string) =>
  /\.(?:docx|xlsx)$/i.test(name) && bytes[0] === 0xd0 && bytes[1] === 0xcf;
