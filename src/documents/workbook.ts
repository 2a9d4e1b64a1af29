import type { Day } from '../core/day.ts';
import { printLayout } from './print-layout.ts';

/** What a cell may hold. A text is a text, whatever it begins with: formulas are the program's own. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** Made of cell names and numbers alone; `result` is what it comes to, for whoever does not compute. */
  | { kind: 'formula'; formula: string; result: number }
  | { kind: 'day'; day: Day }
  /** Shown as clocks in Vietnam had it. */
  | { kind: 'instant'; instant: Date }
  | { kind: 'empty' };

export interface SheetOf {
  /** ≤ 31 characters, as spreadsheets allow. */
  name: string;
  /** Lines above the table. */
  title: string[];
  columns: { title: string; width: number; align?: 'right' | 'center' }[];
  rows: Cell[][];
  /** Indexes of rows that stand out: groups, totals. */
  strong?: ReadonlySet<number>;
  /** Lines below the table. */
  notes: string[];
  /** Too wide for a page: printed over several, with so many columns from the left on each. */
  keptColumns?: number;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Characters a cell may hold. */
const LONGEST = 32_000;
const VIETNAM_MS = 7 * 3_600_000;
/** Controls and halves of surrogate pairs, which no XML may hold; a TAB becomes a space. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** Columns are wide enough for their titles; the head stays in view while one scrolls. */
export async function writeWorkbook(sheets: readonly SheetOf[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const book = sheets.map(({ name, title, columns, rows, notes, strong }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: title.length + 1,
    data: [
      ...title.map((line, n) => [{ ...textCell(line), wrap: false, ...(n === 0 ? HEADLINE : {}) }]),
      columns.map(column => ({
        ...textCell(column.title),
        ...HEAD,
        height: heightOf(columns.map(titleCell), columns),
      })),
      ...rows.map((row, index) => {
        const height = heightOf(row, columns);
        const look = strong?.has(index) ? STRONG : {};
        return row.map((cell, n) => ({ ...cellOf(cell, columns[n]?.align), ...look, height }));
      }),
      ...notes.map(line => [{ ...textCell(line), wrap: false, fontStyle: 'italic' as const }]),
    ],
  }));
  const printed = sheets.map(({ name, title, keptColumns = 0 }) => {
    return { name, headRow: title.length + 1, keptColumns };
  });
  const look = {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [printLayout(printed), cachedResults(sheets)],
  };
  return new Uint8Array(await writeXlsxFile(book, look).toBuffer());
}

/** Points of a line of text and of the space around it. */
const LINE_POINTS = 16;
const PADDING_POINTS = 2;
/** A column's width counts digits; letters of Times are narrower on average. */
const LETTERS_PER_WIDTH = 1.15;
/** Of a column's width, what a text stands away from its line. */
const INDENT = 1;

const titleCell = ({ title }: SheetOf['columns'][number]): Cell => ({ kind: 'text', text: title });

/** Not every program makes rows as high as their words need when it opens a workbook. */
function heightOf(cells: readonly Cell[], columns: SheetOf['columns']): number {
  const lines = cells.map((cell, n) => {
    if (cell.kind !== 'text') return 1;
    const room = Math.max(1, Math.floor(((columns[n]?.width ?? 10) - INDENT) * LETTERS_PER_WIDTH));
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  });
  return LINE_POINTS * Math.max(1, ...lines) + PADDING_POINTS;
}

/** Where `rows` begin on a sheet, from 1 on as spreadsheets count. */
export const firstRow = ({ title }: Pick<SheetOf, 'title'>): number => title.length + 2;

/** A column's letters, from 0 on. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The writer leaves formulas without a result, which previews show as nothing. */
function cachedResults(sheets: readonly SheetOf[]) {
  const results = sheets.map((sheet): Map<string, number> => {
    const cells = sheet.rows.flatMap((row, index) =>
      row.map((cell, n) => [`${columnName(n)}${firstRow(sheet) + index}`, cell] as const),
    );
    return new Map(cells.flatMap(([at, cell]) => (cell.kind === 'formula' ? [[at, cell.result]] : [])));
  });
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
    xml.replaceAll(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)/g, (all, cell: string, at: string) => {
      const result = results[sheetIndex]?.get(at);
      return result === undefined ? all : `${cell}<v>${result}</v>`;
    });
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

const HEADLINE = { fontWeight: 'bold' as const, fontSize: 14 };
const STRONG = { fontWeight: 'bold' as const, backgroundColor: '#f3f4f6' };
const BORDER = { borderStyle: 'thin' as const, borderColor: '#9ca3af', alignVertical: 'center' as const };
const CENTERED = { align: 'center' as const };
const HEAD = {
  ...BORDER,
  fontWeight: 'bold' as const,
  align: 'center' as const,
  alignVertical: 'center' as const,
  backgroundColor: '#e5e7eb',
};

/** `@` is the format "text": also after somebody edits the cell, Excel takes it for no formula. */
function textCell(text: string) {
  const fit = text
    .replace(UNFIT, sign => (sign === '\n' ? '\n' : sign === '\t' ? ' ' : ''))
    .slice(0, LONGEST);
  // The writer looks texts up in a plain object, where these are found already: "constructor".
  const value = fit in Object.prototype ? `${fit} ` : fit;
  return { value, type: String, format: '@', wrap: true };
}

function cellOf(cell: Cell, align?: SheetOf['columns'][number]['align']) {
  const look = { ...BORDER, ...(align && { align }) };
  switch (cell.kind) {
    case 'text':
      // Away from the line, behind which a number may end.
      return cell.text === '' ? look : { ...textCell(cell.text), align: 'left' as const, indent: 1, ...look };
    case 'formula':
      return { value: cell.formula, type: 'Formula' as const, ...look };
    case 'number':
      return { value: cell.number, type: Number, ...look };
    case 'day':
      return {
        value: new Date(`${cell.day}T00:00:00Z`),
        type: Date,
        format: 'dd/mm/yyyy',
        ...look,
        ...CENTERED,
      };
    case 'instant': {
      // Spreadsheets know no time zones: the moment goes in as the wall clock's.
      const wall = new Date(Math.floor((cell.instant.getTime() + VIETNAM_MS) / 1000) * 1000);
      return { value: wall, type: Date, format: 'hh:mm dd/mm/yyyy', ...look, ...CENTERED };
    }
    case 'empty':
      return look;
  }
}
