import { foldLetters } from '../../text/fold-letters.ts';
import { type NamePart, splitNames, startsUnit } from './unit-names.ts';

/** "các Sở: Tài chính, Nội vụ": the word is said once for all. */
const SHARED =
  /(?:cac|\d{1,2})\s+(so|phong|xa|phuong|dac khu|truong(?:\s+(?:thpt|thcs|tieu hoc|mam non))?|cong ty|ban|chi cuc|trung tam|hoi(?:\s+lhpn)?|thon|to dan pho|khu pho|ap|chi nhanh|chi bo|dang bo|khoa|benh vien|xi nghiep|vien|cuc|vu|don vi|doi|tram|cong an xa|ubnd xa)\s*:\s*|(?:cac|\d{1,2})\s+(xa|phuong|dac khu)\s+(?=\p{L})/gu;
/** "và" inside a name. */
const COMPOUND =
  /(?:giao duc|nong nghiep|khoa hoc|the thao|dan toc|phat thanh|tuyen giao|thong tin|tai nguyen|lao dong|ke hoach)(\s+va\s+)/g;

/** The names of a list, its words from `from` on; what stands before may hold the word that they share. */
export function listedNames(text: string, from: number): NamePart[] {
  const folded = foldLetters(text);
  const heads = [...folded.matchAll(SHARED)].flatMap(found => {
    const word = found[1] ?? found[2] ?? '';
    const at = found.index + found[0].indexOf(word, found[0].search(/\s/));
    const end = found.index + found[0].length;
    // "các chi cục: Chi cục A, Chi cục B": each has its own.
    if (end < from || startsUnit(text.slice(end), folded.slice(end))) return [];
    return [{ start: found.index, end, word: text.slice(at, at + word.length) }];
  });
  const first = heads[0];
  if (!first) return splitNames(text.slice(from), folded.slice(from));
  const plain =
    first.start > from ? splitNames(text.slice(from, first.start), folded.slice(from, first.start)) : [];
  const shared = heads.flatMap((head, n) => {
    const start = Math.max(head.end, from);
    return sharing(text.slice(start, heads[n + 1]?.start ?? text.length), head.word, start - from);
  });
  return [...plain, ...shared].filter(part => part.text !== '');
}

function sharing(text: string, head: string, offset: number): NamePart[] {
  let folded = foldLetters(text);
  for (const found of folded.matchAll(COMPOUND)) {
    const gap = found[1] ?? '';
    const at = found.index + found[0].length - gap.length;
    folded = folded.slice(0, at) + gap.replace('va', '&&') + folded.slice(at + gap.length);
  }
  folded = folded.replace('van hoa, the thao', 'van hoa& the thao');
  let at = 0;
  const parts: NamePart[] = [];
  for (const piece of folded.split(/(\s*[,;]\s*(?:va\s+)?|\s+va\s+)/)) {
    const separator = /^\s*[,;]|^\s+va\s+$/.test(piece);
    const raw = text.slice(at, at + piece.length).replace(/[.\s]+$/, '');
    const name = raw.trim();
    if (!separator && name !== '') {
      const own = startsUnit(name, foldLetters(name));
      const whole = own ? name : `${head} ${name}`;
      parts.push({
        text: whole,
        folded: foldLetters(whole),
        at: offset + at + raw.length - raw.trimStart().length,
      });
    }
    at += piece.length;
  }
  return parts;
}
