import type * as Docx from 'docx';
import { letterheadName } from '../text/letterhead.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point: A4, margins as NĐ 30/2020 asks (top and bottom 20 mm, left 30, right 15). */
const MM = 1440 / 25.4;
const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM },
};
const WIDTH = Math.round(165 * MM);
/** Half points. */
const BODY = 28;
const SMALL = 24;

/** What stands at the head of an official document. */
interface Head {
  councilName: string;
  blocName: string;
  number: string;
  state: string;
  motto: string;
  placeAndDay: string;
}

/** A document of the bloc as NĐ 30/2020 lays it out; the library is loaded when first used. */
export async function officialPaper(
  given: Head & { title: string },
  body: (write: Writer) => (Docx.Paragraph | Docx.Table)[],
): Promise<Uint8Array> {
  const docx = await import('docx');
  const write = writer(docx);
  const children = [
    write.columns([letterhead(write, given), nation(write, given)], [0.41, 0.59]),
    write.line('', { after: 60 }),
    ...body(write),
  ];
  const document = new docx.Document({
    creator: given.blocName,
    title: given.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [{ properties: { page: PAGE, titlePage: true }, headers: pageNumber(docx), children }],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

/** Who signs: recipients on the left, clerk and chair beside each other. */
export const signatures = (
  write: Writer,
  words: {
    recipients: { title: string; lines: readonly string[] };
    clerk: string;
    chair: readonly string[];
    sign: string;
  },
) =>
  write.columns(
    [
      [
        write.line(words.recipients.title, { bold: true, italic: true, size: SMALL, after: 0 }),
        ...words.recipients.lines.map(line => write.line(line, { size: 22, after: 0 })),
      ],
      [
        write.line(words.clerk, { bold: true, center: true, after: 0 }),
        write.line(words.sign, { italic: true, center: true, size: SMALL }),
      ],
      [
        ...words.chair.map(line => write.line(line, { bold: true, center: true, after: 0 })),
        write.line(words.sign, { italic: true, center: true, size: SMALL }),
      ],
    ],
    [0.36, 0.28, 0.36],
  );

/** On every page but the first, in the middle of the top margin. */
function pageNumber(docx: typeof Docx) {
  const { Header, Paragraph, AlignmentType, TextRun, PageNumber } = docx;
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL })],
  });
  return {
    default: new Header({ children: [number] }),
    first: new Header({ children: [new Paragraph('')] }),
  };
}

export type Writer = ReturnType<typeof writer>;

const letterhead = (write: Writer, { councilName, blocName, number }: Head) => [
  write.line(letterheadName(councilName), { center: true, size: SMALL, after: 0 }),
  write.line(letterheadName(blocName), { bold: true, center: true, size: SMALL, after: 0, ruled: true }),
  write.line(number, { center: true, size: 26 }),
];

const nation = (write: Writer, { state, motto, placeAndDay }: Head) => [
  write.line(state, { bold: true, center: true, size: SMALL, after: 0 }),
  write.line(motto, { bold: true, center: true, size: 26, after: 0, ruled: true }),
  write.line(placeAndDay, { italic: true, center: true, size: 26 }),
];

interface Look {
  bold?: boolean;
  italic?: boolean;
  center?: boolean;
  size?: number;
  after?: number;
  indent?: boolean;
  /** With what follows on one page. */
  keep?: boolean;
  /** A rule below it, as under the motto. */
  ruled?: boolean;
}

/** Paragraphs and tables of an official document. */
function writer(docx: typeof Docx) {
  const {
    Paragraph,
    TextRun,
    Table,
    TableRow,
    TableCell,
    AlignmentType,
    WidthType,
    BorderStyle,
    LineRuleType,
    VerticalAlign,
  } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const bare = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };

  const line = (words: string, look: Look = {}) => {
    const { bold, italic, center, size = BODY, after = 100, indent, ruled, keep } = look;
    const run = new TextRun({
      ...{ text: words, size },
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(ruled ? { underline: {} } : {}),
    });
    return new Paragraph({
      children: [run],
      // Dots to write on are not stretched.
      alignment: center
        ? AlignmentType.CENTER
        : words.includes('…')
          ? AlignmentType.LEFT
          : AlignmentType.JUSTIFIED,
      ...(keep ? { keepNext: true } : {}),
      // Said outright, since LibreOffice takes the figure alone for an exact height.
      spacing: { after, line: 264, lineRule: LineRuleType.AUTO },
      ...(indent ? { indent: { firstLine: Math.round(10 * MM) } } : {}),
    });
  };
  const twips = (share: number) => Math.round(WIDTH * share);
  const cell = (children: Docx.Paragraph[], share: number) =>
    new TableCell({
      children,
      width: { size: twips(share), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
    });

  return {
    line,
    paragraph: (words: string) => line(words, { indent: true }),
    heading: (words: string) => line(words, { bold: true, indent: true, keep: true }),
    /** What the lines are, on one page with the first; nothing where there are none. */
    list: (title: string, lines: readonly string[]) =>
      lines.length === 0
        ? []
        : [
            line(title, { indent: true, keep: true }),
            ...lines.map(one => line(`- ${one}`, { indent: true })),
          ],
    /** Side by side without borders. */
    columns: (parts: Docx.Paragraph[][], shares: readonly number[]) =>
      new Table({
        width: { size: WIDTH, type: WidthType.DXA },
        columnWidths: shares.map(twips),
        borders: bare,
        rows: [
          new TableRow({
            children: parts.map(
              (children, n) =>
                new TableCell({ children, width: { size: twips(shares[n] ?? 0), type: WidthType.DXA } }),
            ),
          }),
        ],
      }),
    /** A bordered table whose head comes again on every page. */
    grid: (head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]) => {
      const small = (words: string, bold: boolean, center: boolean) => {
        const run = new TextRun({ text: words, size: SMALL, bold });
        return new Paragraph({
          children: [run],
          alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { before: 30, after: 30 },
        });
      };
      const isNumber = (words: string) => /^[-–\d.,/]*$/.test(words);
      return new Table({
        width: { size: WIDTH, type: WidthType.DXA },
        columnWidths: shares.map(twips),
        rows: [
          new TableRow({
            tableHeader: true,
            children: head.map((words, n) => cell([small(words, true, true)], shares[n] ?? 0)),
          }),
          ...rows.map(
            row =>
              new TableRow({
                cantSplit: true,
                children: row.map((words, n) => cell([small(words, false, isNumber(words))], shares[n] ?? 0)),
              }),
          ),
        ],
      });
    },
  };
}
