import { sniffFile } from '../sniff.ts';
import { readDocx } from './docx.ts';
import { asWords, type DocumentFile, type ReadOutcome, Unreadable } from './outcome.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';

/** Reads in this very thread: for the worker, which has its time and memory limited from outside. */
export async function readInside({ bytes, name }: DocumentFile): Promise<ReadOutcome> {
  try {
    const words = asWords(await wordsOf(bytes, name));
    return words === '' ? { kind: 'problem', problem: 'scanned' } : { kind: 'words', words };
  } catch (error) {
    return { kind: 'problem', problem: error instanceof Unreadable ? error.problem : 'broken' };
  }
}

async function wordsOf(bytes: Uint8Array, name: string): Promise<string> {
  const known = await sniffFile(bytes, name);
  switch (known?.extension) {
    case '.docx':
      return readDocx(bytes);
    case '.pdf':
      return readPdf(bytes);
    default:
      // Text of an encoding before Unicode is no text to the sniffer.
      if (/\.(?:txt|md)$/i.test(name)) return readPlain(bytes);
      throw new Unreadable(isProtectedOffice(bytes, name) ? 'encrypted' : 'kind');
  }
}

/** A docx with a password lies in the container of old office files. */
const isProtectedOffice = (bytes: Uint8Array, name: string) =>
  /\.docx$/i.test(name) && bytes[0] === 0xd0 && bytes[1] === 0xcf;
