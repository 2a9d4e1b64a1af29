import type * as Docx from 'docx';
import { type MinutesShown, minutesText } from '../text/minutes.ts';

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

/** The minutes as a document ready to be completed by hand and signed; the library is loaded when first used. */
export async function minutesDocument(shown: MinutesShown): Promise<Uint8Array> {
  const docx = await import('docx');
  const write = writer(docx);
  const { attendance, results, discussion, vote, recipients } = minutesText;
  const children = [
    write.columns([letterhead(write, shown), nation(write, shown)], [0.45, 0.55]),
    write.line('', { after: 60 }),
    write.line(minutesText.title, { bold: true, center: true, after: 0 }),
    write.line(minutesText.subject(shown.year), { bold: true, center: true, after: 240 }),
    ...minutesText.opening(shown).map(write.paragraph),
    write.heading(attendance.title),
    ...attendance.lines(shown.units.length, shown.leadName).map(write.paragraph),
    write.heading(results.title),
    write.line(results.basis(shown), { indent: true, keep: true }),
    write.grid(
      results.columns,
      shown.units.map(one => [one.rank, one.name, one.self, one.verified, one.final, one.note]),
      [0.1, 0.3, 0.13, 0.14, 0.13, 0.2],
    ),
    write.line('', { after: 60 }),
    write.paragraph(results.verifiers),
    ...shown.units.map(one => write.paragraph(results.verifier(one.name, one.verifiedBy))),
    ...(shown.notConsidered.length > 0
      ? [results.notConsidered, ...shown.notConsidered.map(line => `- ${line}`)].map(write.paragraph)
      : []),
    ...changes(write, shown),
    ...(shown.appeals.length > 0
      ? [results.appeals, ...shown.appeals.map(line => `- ${line}`)].map(write.paragraph)
      : []),
    write.heading(discussion.title),
    ...discussion.lines.map(write.paragraph),
    write.heading(vote.title),
    ...vote.lines.map(write.paragraph),
    write.line(vote.caution, { italic: true, indent: true }),
    write.paragraph(minutesText.closing),
    write.line('', { after: 120 }),
    write.columns(
      [
        [
          write.line(recipients.title, { bold: true, italic: true, size: SMALL, after: 0 }),
          ...recipients.lines.map(line => write.line(line, { size: 22, after: 0 })),
        ],
        [
          write.line(minutesText.clerk, { bold: true, center: true, after: 0 }),
          write.line(minutesText.sign, { italic: true, center: true, size: SMALL }),
        ],
        [
          ...minutesText.chair.map(line => write.line(line, { bold: true, center: true, after: 0 })),
          write.line(minutesText.sign, { italic: true, center: true, size: SMALL }),
        ],
      ],
      [0.36, 0.28, 0.36],
    ),
  ];
  const document = new docx.Document({
    creator: shown.blocName,
    title: `${minutesText.title} ${minutesText.subject(shown.year)}`,
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [{ properties: { page: PAGE, titlePage: true }, headers: pageNumber(docx), children }],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

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

type Writer = ReturnType<typeof writer>;

const letterhead = (write: Writer, { councilName, blocName }: MinutesShown) => [
  write.line(councilName.toUpperCase(), { center: true, size: SMALL, after: 0 }),
  write.line(blocName.toUpperCase(), { bold: true, center: true, size: SMALL, after: 0, ruled: true }),
  write.line(minutesText.number, { center: true, size: 26 }),
];

const nation = (write: Writer, shown: MinutesShown) => [
  write.line(minutesText.state, { bold: true, center: true, size: SMALL, after: 0 }),
  write.line(minutesText.motto, { bold: true, center: true, size: 26, after: 0, ruled: true }),
  write.line(minutesText.placeAndDay(shown), { italic: true, center: true, size: 26 }),
];

function changes(write: Writer, { changes }: MinutesShown) {
  const { results } = minutesText;
  if (changes.length === 0) return [write.paragraph(results.noChanges)];
  const rows = changes.map(one => [one.unit, one.criterion, one.from, one.to, one.reason]);
  return [
    write.line(results.changes, { indent: true, keep: true }),
    write.grid(results.changeColumns, rows, [0.22, 0.28, 0.11, 0.11, 0.28]),
    write.line('', { after: 60 }),
  ];
}

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
      spacing: { after, line: 264 },
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
    heading: (words: string) => line(words, { bold: true, indent: true }),
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
