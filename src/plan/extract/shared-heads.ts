import { foldLetters } from '../../text/fold-letters.ts';
import { provinceNamed } from '../../text/plan-places.ts';
import { type NamePart, splitNames, startsUnit } from './unit-names.ts';

/** "các Sở: Tài chính, Nội vụ": the word is said once for all. */
const SHARED =
  /(?:cac|\d{1,2})\s+(so|phong|xa|phuong|dac khu|truong(?:\s+(?:thpt|thcs|tieu hoc|mam non))?|cong ty|ban|chi cuc|trung tam|hoi(?:\s+lhpn)?|thon|to dan pho|khu pho|ap|chi nhanh|chi bo|dang bo|khoa|benh vien|xi nghiep|vien|cuc|vu|don vi|doi|tram|cong an xa|ubnd xa)\s*:\s*|(?:cac|\d{1,2})\s+(xa|phuong|dac khu)\s+(?=\p{L})/gu;
/** "Bảo hiểm xã hội các tỉnh: Lâm Đồng, Khánh Hòa", "Công an các xã Hải Châu, Tân Châu": whose, said once. */
const OF_PLACES =
  /(?:(?<=^|[,;:(]\s?|gom\s)|^)((?:\p{L}+\s){1,6})cac\s+(tinh|thanh pho|xa|phuong)(?:(?:\s*,\s*|\s+va\s+)(?:thanh pho|phuong|dac khu|thi tran))*(?:\s+gom)?\s*:?\s+/u;

function ofPlaces(text: string, from: number): NamePart[] | null {
  const rest = text.slice(from);
  const folded = foldLetters(rest);
  const found = OF_PLACES.exec(folded);
  if (!found || found.index > 0) return null;
  const [whole, whose = '', kind = ''] = found;
  if (!startsUnit(rest, folded) || !/^\p{Lu}/u.test(rest.slice(whole.length))) return null;
  const head = rest.slice(0, whose.length);
  const place = rest.slice(whose.length + 4, whose.length + 4 + kind.length);
  return sharing(rest.slice(whole.length), '', whole.length).map(part => {
    const name = `${head}${/^(?:tinh|thanh pho|xa|phuong|dac khu)\s/.test(part.folded) ? '' : `${placeKind(part.text, place)} `}${part.text}`;
    return { text: name, folded: foldLetters(name), at: part.at };
  });
}

/** Of "các tỉnh, thành phố" each by what it is. */
const placeKind = (name: string, said: string): string =>
  /^(?:tinh|thanh)/.test(foldLetters(said))
    ? (provinceNamed(name)?.slice(0, -name.length - 1) ?? said)
    : said;

/** "và" inside a name. */
const COMPOUND =
  /(?:giao duc|nong nghiep|khoa hoc|the thao|dan toc|phat thanh|tuyen giao|thong tin|tai nguyen|lao dong|ke hoach)(\s+va\s+)/g;

/** The names of a list, its words from `from` on; what stands before may hold the word that they share. */
export function listedNames(text: string, from: number): NamePart[] {
  const places = ofPlaces(text, from);
  if (places) return places;
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
      const whole = own || head === '' ? name : `${head} ${name}`;
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
