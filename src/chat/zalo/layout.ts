import type { Line, Message, Table } from '../../core/message.ts';

/** What Zalo can show of a message: no tables, so that rows become lines that read well on a phone. */
export function withoutTable({ table, ...message }: Message): Message {
  if (!table) return message;
  const rows = tableAsLines(table);
  const gap: Line[] = message.lines.length > 0 && rows.length > 0 ? [[]] : [];
  return { ...message, lines: [...message.lines, ...gap, ...rows] };
}

/** `Tên: giá trị` of two columns; of more, the first in bold and the others named below it. */
function tableAsLines({ columns, rows }: Table): Line[] {
  const titles = columns.map(column => column.title);
  const head: Line = [{ italic: titles.join(' · ') }];
  if (columns.length === 1) return [head, ...rows.map(([cell = '']): Line => [`• ${cell}`])];
  if (columns.length === 2)
    return [head, ...rows.map(([name = '', value = '']): Line => ['• ', name, ': ', { bold: value }])];
  return rows.flatMap(row => rowAsLines(row, titles));
}

/** A number in front belongs to the name behind it. */
function rowAsLines(row: readonly string[], titles: readonly string[]): Line[] {
  const [first = '', second = ''] = row;
  const numbered = /^[\d.]{1,6}$/.test(first.trim()) && row.length > 2;
  const name = numbered ? `${first}. ${second}`.replace('..', '.') : first;
  const from = numbered ? 2 : 1;
  const rest = row.slice(from).map((cell, n) => `${titles[from + n] ?? ''}: ${cell || '–'}`);
  return [[{ bold: name }], [`   ${rest.join(' · ')}`]];
}
