import type { DocumentFacts, DocumentKind } from '../core/board.ts';
import type { Day } from '../core/day.ts';
import { readDocumentLine } from './document-line.ts';
import { fold } from './fold.ts';

/** Before what is said of its number or date, at the end of a title. */
const OWN_NUMBER = /[\s,;(–-]+số\s*:?\s*(?=\d)|[,;(]\s*(?=\d{1,6}\p{L}?[/-]\p{L}{2})/iu;
const OWN_DATE = /[\s,;(–-]+(?=(?:ký\s+)?ngày\s)/iu;
const EDGES = /^[\s,;:.()–-]+|[\s,;:()–-]+$/gu;
/** By the first of them that the folded title, or the number, shows. */
const KINDS: readonly [RegExp, DocumentKind][] = [
  [/^(?:mau|bieu)\b|\bbieu mau\b|\bphu luc\b/, 'form'],
  [/^bien ban\b|\/bb\b|-bb\b/, 'minutes'],
  [/^quyet dinh\b|\/qd\b|-qd\b/, 'decision'],
  [/^huong dan\b|\/hd\b|-hd\b/, 'guidance'],
  [/^ke hoach\b|\/kh\b|-kh\b/, 'plan'],
  [/\bke hoach\b/, 'plan'],
  [/\bquyet dinh\b/, 'decision'],
  [/\bhuong dan\b/, 'guidance'],
];

/** `12/KH-KTĐ ngày 05/3/2026 Kế hoạch thi đua`, or the same the other way round; without words the file's name. */
export function readLibraryLine(
  typed: string,
  fileName: string,
  today: Day,
): DocumentFacts & { badDate: string | null } {
  const line = typed.replaceAll('\n', ' ').trim();
  const found = numbered(line, today);
  const title = found.title.replace(EDGES, '') || nameOf(fileName);
  const said = `${fold(title)} ${(found.number ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')}`;
  const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other';
  return { kind, title, number: found.number, issuedOn: found.issuedOn, badDate: found.badDate };
}

function numbered(line: string, today: Day) {
  const first = readDocumentLine(line, today);
  if (first.number !== null)
    return { title: first.rest, number: first.number, issuedOn: first.date, badDate: first.badDate };
  for (const own of [OWN_NUMBER, OWN_DATE]) {
    const at = own.exec(line);
    if (!at) continue;
    const behind = readDocumentLine(line.slice(at.index + at[0].length).replace(/\)\s*$/, ''), today);
    if (behind.number === null && behind.date === null && behind.badDate === null) continue;
    const title = `${line.slice(0, at.index)} ${behind.rest}`.trim();
    return { title, number: behind.number, issuedOn: behind.date, badDate: behind.badDate };
  }
  return { title: line, number: null, issuedOn: null, badDate: null };
}

/** `thêm Kế hoạch thi đua` → `Kế hoạch thi đua`; null where nothing is to be added. */
export function lineToAdd(words: string): string | null {
  const [, line] =
    /^(?:thêm|them|lưu|luu)(?:\s+(?:văn bản|van ban))?(?:$|[\s:]+)([\s\S]*)$/iu.exec(
      words.normalize('NFC'),
    ) ?? [];
  return line === undefined ? null : line.trim();
}

/** `Ke_hoach thi dua.pdf` as a title. */
function nameOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[a-z\d]{1,5}$/i, '')
      .replaceAll('_', ' ')
      .trim() || fileName
  );
}

/** What can be looked for of a document, folded. */
export const searchedText = ({ title, number }: DocumentFacts, kindName: string, fileName: string): string =>
  fold(`${kindName} ${number ?? ''} ${title} ${fileName}`);

/** All words, in any order; a number with its signs or without. */
export function matchesWords(asked: string, searched: string): boolean {
  const bare = searched.replace(/[^a-z\d ]/g, ' ');
  const words = fold(asked)
    .split(' ')
    .filter(word => word !== '');
  return words.every(
    word => searched.includes(word) || ` ${bare} `.includes(` ${word.replace(/[^a-z\d]/g, ' ').trim()} `),
  );
}
