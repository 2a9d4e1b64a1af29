import type { Day } from '../core/day.ts';
import { readDocumentLine } from './document-line.ts';
import { findUnits, type NamedUnit, unitLike } from './find-units.ts';
import { fold } from './fold.ts';

/** A document as the official system has it: its number, and the day it was sent. */
export interface RecordedDocument {
  number: string | null;
  date: Day | null;
}

export interface RecordLines {
  entries: ({ unitId: string } & RecordedDocument)[];
  /** "tất cả đơn vị": whoever owes it. */
  all: RecordedDocument | null;
  /** A number or a date without a unit: of the one that is being asked about. */
  loose: RecordedDocument | null;
  /** What looked like a date and is none. */
  badDates: string[];
  /** What stands before a document's number and is no unit of the bloc, while other lines name one. */
  unknown: string[];
  /** Other words: most likely which report. */
  rest: string;
}

const EDGES = /^[\s,;:.–-]+|[\s,;:–-]+$|^\s*(?:và|của|cho)\s+|\s+(?:và|của|cho)\s*$/giu;
const trim = (text: string) => text.replace(EDGES, '').replace(EDGES, '').trim();
const ALL = /^(?:tat ca|toan bo)(?: (?:cac )?don vi)?/;

/**
 * "Phòng Kinh tế 123/BC-KT 28/5; Trạm Y tế 15/BC-TYT 27/5", one or several units in a line. A date that stands
 * only behind the last of several is everyone's; a number never is.
 */
export function readRecordLines(text: string, today: Day, units: readonly NamedUnit[]): RecordLines {
  const read: RecordLines = { entries: [], all: null, loose: null, badDates: [], unknown: [], rest: '' };
  for (const line of text.normalize('NFC').split(/[;\n]/)) if (trim(line) !== '') addLine(trim(line));
  return read;

  function addLine(line: string): void {
    const found = findUnits(line, units);
    const [first] = found;
    if (!first) {
      addUnnamed(line);
      return;
    }
    const prefix = document(line.slice(0, first.start));
    const pieces = found.map((one, n) => ({
      unitId: one.id,
      ...document(line.slice(one.end, found[n + 1]?.start ?? line.length)),
    }));
    const shared = pieces.map(piece => piece.date).findLast(date => date !== null) ?? prefix.date;
    for (const { unitId, number, date } of pieces) {
      const own = number ?? (found.length === 1 ? prefix.number : null);
      read.entries.push({ unitId, number: own, date: date ?? shared });
    }
  }

  /** "Trung tâm Dịch vụ 88/BC-TTDV 26/11": a part of a unit's name before its number or day. */
  function addPartlyNamed(line: string): boolean {
    const at = /(?<=\s)\d/.exec(line)?.index ?? -1;
    const unitId = at < 0 ? null : unitLike(line.slice(0, at), units);
    const { number, date } = readDocumentLine(trim(line.slice(Math.max(at, 0))), today);
    if (unitId === null || (number === null && date === null)) return false;
    read.entries.push({ unitId, number, date });
    return true;
  }

  function addUnnamed(line: string): void {
    const everyone = ALL.exec(fold(line))?.[0];
    if (everyone) {
      // Folding keeps words: as many are left out as the phrase has.
      const words = line.split(/\s+/).slice(everyone.split(' ').length).join(' ');
      const { number, date } = document(words);
      read.all = { number, date };
      return;
    }
    if (addPartlyNamed(line)) return;
    const digit = line.search(/\d/);
    const name = trim(line.slice(0, digit));
    const numbered = digit > 0 && readDocumentLine(line.slice(digit), today).number !== null;
    if (numbered && read.entries.length > 0 && !unitLike(name, units) && /\p{L}{2}/u.test(name)) {
      read.unknown.push(name);
      return;
    }
    const { number, date } = document(line);
    if (number !== null || date !== null) {
      read.loose = { number: number ?? read.loose?.number ?? null, date: date ?? read.loose?.date ?? null };
      return;
    }
    const like = unitLike(line, units);
    if (!like) return;
    read.rest = read.rest.replace(line, '').trim();
    read.entries.push({ unitId: like, number: null, date: null });
  }

  function document(piece: string): RecordedDocument {
    const { number, date, badDate, rest } = readDocumentLine(trim(piece), today);
    if (badDate) read.badDates.push(badDate);
    if (trim(rest) !== '') read.rest = `${read.rest} ${trim(rest)}`.trim();
    return { number, date };
  }
}
