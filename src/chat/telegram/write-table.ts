import type { InputRichMessage } from 'grammy/types';
import type { Inline, Line, Table } from '../../core/message.ts';
import { inlineText, tableLines } from '../plain.ts';
import { type Written, wellFormed, writeLines } from './write-text.ts';

type RichBlock = NonNullable<InputRichMessage['blocks']>[number];
type RichText = Extract<RichBlock, { type: 'paragraph' }>['text'];
type Cell = Extract<RichBlock, { type: 'table' }>['cells'][number][number];

/** Limits of rich messages: rows count as blocks. */
const MOST_BLOCKS = 500;
const MOST_COLUMNS = 20;

/** Widest row in a fixed-width font that a phone shows unbroken. */
const PHONE_COLUMNS = 34;

/** Lines and a native table; null where Telegram takes no table of that size. */
export function richMessage(lines: readonly Line[], table: Table): InputRichMessage | null {
  if (lines.length + table.rows.length + 2 > MOST_BLOCKS || table.columns.length > MOST_COLUMNS) return null;
  const cell = (text: string, column: number, more: Partial<Cell> = {}): Cell => ({
    text: wellFormed(text),
    align: table.columns[column]?.align ?? 'left',
    valign: 'middle',
    ...more,
  });
  const head = table.columns.map(({ title }, n) => cell(title, n, { is_header: true }));
  const rows = table.rows.map(row => row.map((text, n) => cell(text, n)));
  return {
    blocks: [
      ...paragraphs(lines),
      { type: 'table', cells: [head, ...rows], is_striped: true, is_compact: true },
    ],
  };
}

/** Lines up to a blank one are a paragraph. */
function paragraphs(lines: readonly Line[]): RichBlock[] {
  const blocks: RichBlock[] = [];
  let open: RichText[] = [];
  for (const line of [...lines, []]) {
    if (line.length > 0) open.push(...(open.length > 0 ? ['\n'] : []), ...line.map(richText));
    else if (open.length > 0) {
      blocks.push({ type: 'paragraph', text: open });
      open = [];
    }
  }
  return blocks;
}

function richText(inline: Inline): RichText {
  if (typeof inline === 'string') return wellFormed(inline);
  const text = wellFormed('link' in inline ? inline.link : inlineText(inline));
  if ('bold' in inline) return { type: 'bold', text };
  if ('italic' in inline) return { type: 'italic', text };
  if ('code' in inline) return { type: 'code', text };
  if ('link' in inline) return { type: 'url', text, url: inline.url };
  return text;
}

/** For servers that know no rich messages: aligned columns in a fixed-width font, or bars where that is too wide. */
export function fixedWidth(lines: readonly Line[], table: Table, units: number): Written {
  const intro = writeLines(lines);
  const start = intro.text === '' ? 0 : intro.text.length + 1;
  const drawn = drawnTable(table);
  const body = drawn && start + drawn.length <= units ? drawn : null;
  const text = [intro.text, body ?? wellFormed(tableLines(table).join('\n'))]
    .filter(part => part !== '')
    .join('\n');
  if (body === null) return { text, entities: intro.entities };
  return { text, entities: [...intro.entities, { type: 'pre', offset: start, length: body.length }] };
}

const width = (text: string) => [...text.normalize('NFC')].length;

function drawnTable({ columns, rows }: Table): string | null {
  const grid = [columns.map(column => column.title), ...rows].map(row => row.map(wellFormed));
  const widths = columns.map((_, n) => Math.max(...grid.map(row => width(row[n] ?? ''))));
  if (widths.reduce((sum, one) => sum + one + 1, -1) > PHONE_COLUMNS) return null;
  return grid
    .map(row =>
      row
        .map((cell, n) => padded(cell, widths[n] ?? 0, columns[n]?.align))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(text: string, to: number, align: Table['columns'][number]['align'] = 'left'): string {
  const missing = Math.max(0, to - width(text));
  if (align === 'left') return text + ' '.repeat(missing);
  const left = align === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(left) + text + ' '.repeat(missing - left);
}
