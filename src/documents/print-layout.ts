/** How a sheet comes out of a printer: A4 across, its head again on every page. */
export interface PrintedSheet {
  name: string;
  /** The row of column titles, from 1. */
  headRow: number;
  /** Columns repeated on every page, from the left; 0: the sheet is made as narrow as a page. */
  keptColumns: number;
}

/** What transforms the parts of a workbook as write-excel-file has made them. */
type Transform = { transform(content: string): string };
type SheetTransform = {
  transform(content: string, options: unknown, at: { sheetIndex: number }): string;
};

export interface PrintFeature {
  files: {
    transform: { 'xl/workbook.xml': Transform; 'xl/worksheets/sheet{id}.xml': SheetTransform };
  };
}

/** In inches; room for binding on the left. */
const MARGINS = '<pageMargins left="0.6" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
const FOOTER = '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>';

const columnName = (n: number) => String.fromCharCode(64 + n);
const quoted = (name: string) =>
  `'${name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`;

/** The library sets paper and direction only; the rest goes into the parts it wrote. */
export function printLayout(sheets: readonly PrintedSheet[]): PrintFeature {
  const titles = sheets.map(({ name, headRow, keptColumns }, index) => {
    const columns = keptColumns > 0 ? `${quoted(name)}!$A:$${columnName(keptColumns)},` : '';
    const area = `${columns}${quoted(name)}!$${headRow}:$${headRow}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${area}</definedName>`;
  });
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: content =>
            content.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) => {
            const fits = (sheets[sheetIndex]?.keptColumns ?? 0) === 0;
            const set = content
              .replace(/<pageMargins [^>]*\/>/, MARGINS)
              .replace(
                /<pageSetup ([^>]*)\/>/,
                `<pageSetup $1${fits ? ' fitToWidth="1" fitToHeight="0"' : ''}/>${FOOTER}`,
              );
            return fits
              ? set.replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              : set;
          },
        },
      },
    },
  };
}
