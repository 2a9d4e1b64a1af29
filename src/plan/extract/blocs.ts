import { foldLetters } from '../../text/fold-letters.ts';
import { isLittleWord } from '../../text/little-words.ts';
import { blocLabelled, properName } from '../../text/plan-names.ts';
import { unitHeadAt } from '../../text/plan-units.ts';
import type { Document } from '../document/document.ts';
import { cellsOf, isCapitals } from '../document/lines.ts';
import { type Quote, quoteOf } from '../evidence.ts';

/** One mention of a bloc by its own name. */
export interface BlocMention {
  /** In full and mended: `Khối thi đua số 02 xã Hà Bắc`. */
  name: string;
  raw: string;
  /** What the same bloc has in common, whatever the place is called: `khoi 2`. */
  key: string;
  place: 'header' | 'title' | 'text' | 'citation' | 'recipients';
  /** The sentence's subject: "… xây dựng Kế hoạch". */
  acts: boolean;
  from: Quote;
}

const NUMBERED = String.raw`(?:\s+thi\s+dua)?\s+so\s*:?\s*(\d{1,3}|[ivx]{1,4})(?![\p{L}\d])`;
const PLACE = String.raw`(?:\s*[,-]?\s*(?:thuoc\s+|cua\s+)?(?:tinh|xa|phuong|thanh pho|tp\.?|dac khu|bo|tong cong ty|tap doan|cong an tinh|cong an thanh pho|so \p{L}+(?: \p{L}+){1,4})(?=\s))?`;
const MENTION = new RegExp(String.raw`(?<![\p{L}])(khoi|cum)(?:${NUMBERED}|\s+thi\s+dua(?=\s))`, 'gu');
/** A bloc known by its field: what the name may go on with, and where it certainly stops. */
const FIELD =
  /^\s+(?:cac\s|bac\s|cap\s|khoi\s|nganh\s|doanh nghiep|noi chinh|van hoa|kinh te|tong hop|dang|truong|so,|luc luong|cong an|thue|tinh\s|mien\s|i+[\s,]|khu vuc\s|vung\s|\p{L}\s|\d)/u;
const FIELD_END =
  /\s(?:nam\s+(?:20|hoc)|gom|bao gom|ban hanh|de ra|trien khai|phat dong|to chuc\s(?!chinh tri|dang|xa hoi|tin dung|kinh te|hanh chinh|khoa hoc|hoi)|thong nhat|la\s|ma\s|nhu\s|cu the|do\s(?!thi)|theo|tai\s(?!chinh|nguyen|san)|(?<!bao\s)ve\s|da\s(?!khoa|nang)|se\s|giao\s(?=cho|cac|nhiem|so\s|phong\s|van phong)|thuc hien|co\s(?!quan|so|khi)|phai|trong|tren|khong|duoc|voi|de\s|tiep tuc|tang cuong|nhiem ky|giai doan|xay dung\s+(?:va\s|ke hoach|phong trao|noi dung|chuong trinh|ban hanh)|cung|can cu|dang ky|ky\s|hoat dong|tham gia|chu dong|khoa\s(?!hoc)|lan thu)|[;:.()"\u201d]|,\s*(?:de nghi|can|cac|trong|nham|voi|theo|gom|xay|ban(?= hanh)|so |phong |van phong|yeu cau|thong nhat)|,\s*$|$/g;

export function blocMentions(document: Document, heads: readonly string[]): BlocMention[] {
  const found: BlocMention[] = [];
  const cells = document.header.flatMap(cellsOf);
  for (const name of heads) {
    const begins = foldLetters(name).split(' ').slice(0, 3).join(' ');
    const cell = cells.find(one => one.folded.replace(/\s+/g, ' ').startsWith(begins));
    const from = cell ? { quote: cell.text, line: cell.no, last: cell.no } : null;
    for (const one of from ? mentionsIn(name, foldLetters(name)) : [])
      if (from) found.push({ ...one, place: 'header', from });
  }
  const title = document.title.filter(line => line.text.trim() !== '');
  push(
    found,
    title.map(line => line.text.trim()).join(' '),
    title.map(line => line.folded.trim()).join(' '),
    'title',
    title[0]?.no ?? 1,
  );
  for (const section of [...document.body, ...document.annex]) {
    for (const one of mentionsIn(section.text, section.folded)) {
      const before = section.folded.slice(Math.max(0, one.at - 60), one.at);
      const cited = /(?:ngay [\d/. a-z]{6,24}|\/[\p{L}\d-]+) (?:cua|do) $/u.test(before);
      found.push({
        ...one,
        place: cited ? 'citation' : 'text',
        from: quoteOf(section, one.at, one.at + one.raw.length),
      });
    }
  }
  for (const line of document.recipients)
    for (const one of mentionsIn(line.text, line.folded))
      found.push({ ...one, place: 'recipients', from: { quote: line.text, line: line.no, last: line.no } });
  return found;
}

function push(found: BlocMention[], text: string, folded: string, place: 'title', line: number) {
  for (const one of mentionsIn(text, folded))
    found.push({ ...one, place, from: { quote: one.raw, line, last: line } });
}

type Bare = Omit<BlocMention, 'place' | 'from'> & { at: number };

function mentionsIn(text: string, folded: string): Bare[] {
  return [...folded.matchAll(MENTION)].flatMap(found => {
    const at = found.index;
    const end = at + found[0].length;
    const number = found[2];
    const rest = folded.slice(end, end + 160);
    const length = number
      ? placeLength(text.slice(end, end + 160), rest)
      : fieldLength(text.slice(end, end + 160), rest);
    if (length === null) return [];
    const raw = text
      .slice(at, end + length)
      .trim()
      .replace(/[,\s-]+$/, '');
    if (!number && !namesField(raw)) return [];
    const proper = isCapitals(raw) ? properName(raw) : raw;
    const name = blocLabelled(proper.replace(/\s+/g, ' '));
    const label = found[1] ?? 'khoi';
    const key = number
      ? `${label} ${ordinal(number)}`
      : `${label} ${fieldKey(folded.slice(end, end + length))}`;
    const acts =
      !/(?:^|\s)do\s+$/.test(text.slice(0, at)) &&
      /^\s*(?:gom|bao gom|xay dung|ban hanh|de ra|phat dong|thong nhat|trien khai)\b/.test(
        folded.slice(end + length, end + length + 30),
      );
    return [{ name, raw: text.slice(at, at + raw.length), key, acts, at }];
  });
}

const REGION = /cac (?:tinh|thanh pho|xa|phuong)|khu vuc\s(?!\d)|vung |mien (?:bac|trung|nam)/;

/** "số 02 thuộc xã Hà Bắc": as far as the place's own name goes. */
function placeLength(text: string, folded: string): number {
  const field =
    /^\s*,?\s+(?:khu vuc|vung|mien)\s|^\s+(?:cac\s+(?:tinh|bo|so|co quan|don vi|truong|xa)|khoi|cong an\s+(?:cac\s+)?(?:xa|phuong)|bac|cap|nganh|bo(?! doi)|tong cong ty|tap doan|(?:thuoc\s+)?(?:bo|tong cong ty|tap doan|so))\s|^\s+cac\s(?:bo|so),\s/.exec(
      folded,
    );
  if (field) {
    const comma = /^\s*,/.exec(folded)?.[0].length ?? 0;
    const length = fieldLength(text.slice(comma), folded.slice(comma));
    return length === null ? 0 : comma + length;
  }
  // "số 3 - Thuế các tỉnh …": a sort of units with its region.
  const dash = /^\s*-\s+/.exec(folded)?.[0].length ?? 0;
  if (dash > 0 && unitHeadAt(text, folded, dash) > 0) {
    const length = fieldLength(text.slice(dash - 1), folded.slice(dash - 1));
    if (length !== null && REGION.test(folded.slice(dash, dash + length))) return dash - 1 + length;
  }
  const head = new RegExp(`^${PLACE}`, 'u').exec(folded)?.[0].length ?? 0;
  if (head === 0) return 0;
  const name = /^\s+\p{Lu}[\p{L}']*(?:\s\p{Lu}[\p{L}']*){0,3}/u.exec(text.slice(head))?.[0];
  return name ? head + name.length : 0;
}

function fieldLength(text: string, folded: string): number | null {
  if (!FIELD.test(folded) && !/^\s+\p{Lu}\p{Ll}/u.test(text)) return null;
  // A capital is a name's: "tỉnh Sơn La", not "là".
  const capitals = isCapitals(text);
  let end = folded.length;
  FIELD_END.lastIndex = 0;
  for (let found = FIELD_END.exec(folded); found && found[0] !== ''; found = FIELD_END.exec(folded)) {
    end = found.index;
    if (
      (capitals || /^\snam\s/.test(found[0]) || !/^\s\p{Lu}/u.test(text.slice(end, end + 2))) &&
      isLittleWord(text.slice(end), found[0])
    )
      break;
    end = folded.length;
    FIELD_END.lastIndex = found.index + 1;
  }
  // A unit's name after a comma is the next one's.
  const comma = [...folded.slice(0, end).matchAll(/,\s+/g)].find(found => {
    const next = found.index + found[0].length;
    const head = unitHeadAt(text, folded, next);
    return (
      head > 0 &&
      !/^(?:mat tran|doan|hoi|thanh pho)/.test(folded.slice(next)) &&
      !isCategory(folded.slice(next + head))
    );
  });
  end = comma?.index ?? end;
  return end > 2 ? end : null;
}

/** "các Vụ, Cục thuộc Bộ": a sort of units, not one of them. */
const isCategory = (behind: string): boolean =>
  /^\s*(?:$|,|[.;:)]|va\s|thuoc\s|truc thuoc|tinh|nam\s|khu vuc|nganh\s)/.test(behind);

/** Not "khối thi đua của tỉnh", "khối thi đua trong …": a name has a word of its own. */
function namesField(raw: string): boolean {
  const words = raw.replace(/^\S+\s+\S+\s+\S+\s*/u, '');
  return words.length > 2 && words.length < 140 && !/^(?:c\u00e1c c\u1ee5m|v\u00e0|c\u1ee7a)/iu.test(words);
}

const fieldKey = (folded: string) =>
  folded
    .replace(/\s(?:truc\s+)?thuoc\s.*$/, '')
    .replace(/\s(?:thuoc\s+|cua\s+)?(?:tinh|xa(?! hoi)|phuong|thanh pho)\s.*$/, '')
    .replace(/\s(?:tinh|xa(?! hoi)|phuong|thanh pho)$/, '')
    .trim();

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ordinal = (text: string) => (/\d/.test(text) ? Number(text) : ROMANS.indexOf(text) + 1);
