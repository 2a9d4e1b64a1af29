import { Unreadable } from './outcome.ts';

/** A plan of the longest kind has under a hundred. */
const MAX_PAGES = 300;
/** Letters of a whole document, fewer than which is a picture with a stamp on it. */
const FEWEST_LETTERS = 40;

interface Piece {
  words: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The lines of each page as they stand, a wide gap within one as several spaces; pages parted by a form feed. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch(error => {
      throw isNamed(error, 'PasswordException') ? new Unreadable('encrypted') : error;
    });
    if (document.numPages > MAX_PAGES) throw new Unreadable('too_large');
    const pages: string[] = [];
    for (let no = 1; no <= document.numPages; no += 1) {
      const page = await document.getPage(no);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap(item => ('str' in item ? [pieceOf(item)] : []))).join('\n'));
      page.cleanup();
    }
    const words = pages.join('\n\f\n');
    if ((words.match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS) throw new Unreadable('scanned');
    return words;
  } finally {
    await task.destroy();
  }
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;

function pieceOf(item: { str: string; transform: unknown[]; width: number; height: number }): Piece {
  const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
  return { words: item.str, x, y, width: item.width, height: item.height };
}

/** Pieces of about the same height are a line, from left to right. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.filter(one => one.words !== '')) {
    const line = lines.findLast(
      ([first]) => first && Math.abs(first.y - piece.y) <= Math.max(2, first.height / 2),
    );
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines
    .toSorted(([a], [b]) => (b?.y ?? 0) - (a?.y ?? 0))
    .map(line => joined(line.toSorted((a, b) => a.x - b.x)));
}

function joined(line: readonly Piece[]): string {
  return line.reduce((words, piece, index) => {
    const before = line[index - 1];
    const gap = before ? piece.x - (before.x + before.width) : 0;
    const size = Math.max(piece.height, 6);
    const space = gap > 3 * size ? '     ' : gap > size * 0.15 && !words.endsWith(' ') ? ' ' : '';
    return `${words}${space}${piece.words}`;
  }, '');
}
