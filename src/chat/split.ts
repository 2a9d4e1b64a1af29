import type { Line, Message, Table } from '../core/message.ts';
import { lineText, plainText, rowText, tableLines } from './plain.ts';
import { splitLine } from './split-line.ts';

export interface SplitOff {
  first: Message;
  /** What is still to be said, null: nothing. */
  rest: Message | null;
}

/**
 * The part of a message that fits into `units` (UTF-16), and what remains. Cut between lines, then between
 * words; a table between rows, its head repeated. The first part answers or edits, the last one asks.
 */
export function splitOff(message: Message, units: number): SplitOff {
  if (plainText(message).length <= units) return { first: message, rest: null };
  const { replyTo, edits, ...lasting } = message;
  const [taken, left] = takeLines(withoutBlankStart(message.lines), units);
  const room = units - plainText({ lines: taken }).length - (taken.length > 0 ? 1 : 0);
  const tables = left.length > 0 ? { left: message.table } : takeRows(message.table, room);
  if (taken.length === 0 && !tables.taken) return splitOff(untabled(message), units);

  const { table: _, ...around } = lasting;
  const begins = { ...(replyTo && { replyTo }), ...(edits && { edits }) };
  const said = { lines: taken, ...(tables.taken && { table: tables.taken }) };
  if (left.length === 0 && !tables.left) return { first: { ...around, ...begins, ...said }, rest: null };
  const blank = !tables.taken && taken.every(isBlank);
  const rest = { ...around, ...(blank && begins), lines: left, ...(tables.left && { table: tables.left }) };
  // Platforms refuse a part in which there is nothing to see.
  return blank ? splitOff(rest, units) : { first: { ...begins, ...said }, rest };
}

/** All parts of a message. */
export function split(message: Message, units: number): Message[] {
  const parts: Message[] = [];
  let rest: Message | null = message;
  while (rest) {
    const next: SplitOff = splitOff(rest, units);
    parts.push(next.first);
    rest = next.rest;
  }
  return parts;
}

const isBlank = (line: Line) => lineText(line).trim() === '';

function withoutBlankStart(lines: Line[]): Line[] {
  const start = lines.findIndex(line => !isBlank(line));
  return start < 0 ? [] : lines.slice(start);
}

/** Whole lines as long as they fit, of the first one at least a piece; none blank at either side of the cut. */
function takeLines(lines: Line[], units: number): [Line[], Line[]] {
  let length = -1;
  let count = 0;
  for (const line of lines) {
    length += 1 + lineText(line).length;
    if (length > units) break;
    count += 1;
  }
  const [first] = lines;
  if (count === 0 && first) {
    const [head, tail] = splitLine(first, units);
    return [[head], withoutBlankStart([tail, ...lines.slice(1)])];
  }
  const taken = lines.slice(0, count);
  while (taken.length > 0 && isBlank(taken.at(-1) ?? [])) taken.pop();
  return [taken, withoutBlankStart(lines.slice(count))];
}

function takeRows(table: Table | undefined, units: number): { taken?: Table; left?: Table | undefined } {
  if (!table) return {};
  const [head = ''] = tableLines(table);
  let length = head.length;
  let count = 0;
  for (const row of table.rows) {
    length += 1 + rowText(row).length;
    if (length > units) break;
    count += 1;
  }
  if (count === 0 && (table.rows.length > 0 || head.length > units)) return { left: table };
  const taken = { ...table, rows: table.rows.slice(0, count) };
  return count === table.rows.length
    ? { taken }
    : { taken, left: { ...table, rows: table.rows.slice(count) } };
}

/** A table with a row that fits nowhere: its rows become lines, which can be cut. */
function untabled({ table, ...message }: Message): Message {
  const rows = table ? tableLines(table).map((row): Line => [row]) : [];
  return { ...message, lines: [...message.lines, ...rows] };
}
