/** A workbook as people make them. A cell with `span` or `rowSpan` is merged over so many. */
export type MadeCell = string | number | null | { value: string | number; span?: number; rowSpan?: number };

export async function workbookOf(sheets: Record<string, MadeCell[][]>): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map(row => row.map(cellOf)),
  }));
  return new Uint8Array(await writeXlsxFile(made).toBuffer());
}

function cellOf(cell: MadeCell) {
  if (cell === null) return null;
  if (typeof cell !== 'object')
    return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
  const { value, span, rowSpan } = cell;
  const kind = typeof value === 'number' ? { value, type: Number } : { value, type: String };
  return { ...kind, ...(span ? { columnSpan: span } : {}), ...(rowSpan ? { rowSpan } : {}) };
}
