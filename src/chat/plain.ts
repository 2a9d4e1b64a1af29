import type { Inline, Line, Message, Table } from '../core/message.ts';

/** A message without markup: for platforms that know none, and what lengths are measured by. */
export function plainText({ lines, table }: Pick<Message, 'lines' | 'table'>): string {
  return [...lines.map(lineText), ...(table ? tableLines(table) : [])].join('\n');
}

export const lineText = (line: Line): string => line.map(inlineText).join('');

export function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return inline.bold;
  if ('italic' in inline) return inline.italic;
  if ('code' in inline) return inline.code;
  if ('mention' in inline) return inline.mention;
  return inline.link === inline.url ? inline.url : `${inline.link} (${inline.url})`;
}

export const rowText = (cells: readonly string[]): string => cells.join(' | ');

/** The head, then the rows. */
export const tableLines = ({ columns, rows }: Table): string[] => [
  rowText(columns.map(column => column.title)),
  ...rows.map(rowText),
];
