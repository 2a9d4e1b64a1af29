import { unzipSync } from 'fflate';
import { z } from 'zod';

/** A cell as people see it; `text` of a number is its shortest decimal. */
const cellSchema = z.object({ text: z.string(), number: z.number().nullable() });
export type GridCell = z.infer<typeof cellSchema>;

export const gridSchema = z.object({
  sheet: z.string(),
  rows: z.array(z.array(cellSchema)),
  /** Ranges that look like one cell; only their first has words. All indexes from 0. */
  merged: z.array(z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })),
});
export type Grid = z.infer<typeof gridSchema>;

export type GridRead =
  | { kind: 'grids'; grids: Grid[] }
  /** Not a workbook, or one that unpacks to more than any table needs. */
  | { kind: 'problem'; problem: 'broken' | 'too_large' };

/** Bytes when unpacked, as the archive says. */
const LARGEST = 64_000_000;
const MOST_ROWS = 5_000;

/** A workbook's sheets with their words and merged ranges. Never throws. */
export async function readGrids(bytes: Uint8Array): Promise<GridRead> {
  try {
    const { size, sheets } = unpacked(bytes);
    if (size > LARGEST) return { kind: 'problem', problem: 'too_large' };
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const read = await readXlsxFile(Buffer.from(bytes), { trim: true });
    const grids = read.map(({ sheet, data }, index) => ({
      sheet,
      rows: data.slice(0, MOST_ROWS).map(row => row.map(cellOf)),
      merged: mergedIn(sheets[index] ?? ''),
    }));
    return { kind: 'grids', grids };
  } catch {
    return { kind: 'problem', problem: 'broken' };
  }
}

function cellOf(value: unknown): GridCell {
  if (typeof value === 'number') return { text: String(value), number: value };
  // No database keeps a NUL.
  return { text: typeof value === 'string' ? value.replaceAll('\0', '') : '', number: null };
}

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** Sheets in the order of their numbers; nothing is unpacked where all together would be too much. */
function unpacked(bytes: Uint8Array): { size: number; sheets: string[] } {
  let size = 0;
  unzipSync(bytes, {
    filter: file => {
      size += file.originalSize;
      return false;
    },
  });
  if (size > LARGEST) return { size, sheets: [] };
  const files = unzipSync(bytes, { filter: file => SHEET.test(file.name) });
  const numbered = Object.entries(files).map(([name, content]) => ({
    number: Number(SHEET.exec(name)?.[1]),
    text: new TextDecoder().decode(content),
  }));
  return { size, sheets: numbered.sort((a, b) => a.number - b.number).map(one => one.text) };
}

function mergedIn(xml: string): Grid['merged'] {
  return [...xml.matchAll(/<mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, left = '', top, right = '', bottom]) => ({
      left: columnIndex(left),
      top: Number(top) - 1,
      right: columnIndex(right),
      bottom: Number(bottom) - 1,
    }),
  );
}

const columnIndex = (letters: string) =>
  [...letters].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `C12`, from indexes that begin at 0. */
export function cellName(row: number, column: number): string {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26));
  return `${letters(column)}${row + 1}`;
}
