import type { Section } from '../document/sections.ts';
import type { Quantity } from './quantities.ts';

/** A figure within its sentence: the words before and behind it that are its own. */
export interface Place {
  quantity: Quantity;
  /** What is measured, without verbs of reaching; empty where that comes behind. */
  subject: Span;
  after: Span;
}

export interface Span {
  from: number;
  to: number;
}

const LEAD =
  /^[\s,;:.("+-]*(?:(?:trong do|va|dong thoi|con|phan dau|co|hoan thanh|bao dam|dam bao|giu vung|duy tri|on dinh|quyet tam|tap trung|thi dua|thuc hien|den (?:het |cuoi )?nam 20\d\d|(?:trong )?nam 20\d\d|giai doan 20\d\d\s?-\s?20\d\d)(?![\p{L}\d])[\s,:]*)*/u;
const TAIL =
  /(?:[\s,:(]|(?<![\p{L}])(?:phan dau|dat|duoc|la|tu|len|den|tren|muc|o muc|chiem|bang|con|khoang|uoc|xuong|cho|trong|giai doan 20\d\d\s?-\s?20\d\d|nam 20\d\d|co|so voi nam 20\d\d)(?=[\s,:(]|$))*$/u;
/** "Về kinh tế: tốc độ …": the label of the paragraph. */
const LABEL = /^[\s+-]*(?:ve|linh vuc|cong tac|nhiem vu|nhom|chi tieu)\s[^:;,.\d]{2,60}:\s*(?=\S|$)/;
/** Words that tell what is done or which way a figure goes; they name nothing themselves. */
const VERBS =
  /^(?:(?:(?:keo )?(?:giam|tang)(?: them| ty le)?|rut ngan|tiet kiem|cat giam|nang|day nhanh|ha|xay dung|dang ky|to chuc|trien khai|gioi thieu|de nghi|phat hien|huy dong|van dong|tiep tuc|giai quyet|trong(?: moi)?|lap|tham gia|ket nap(?: moi)?|tao|thanh lap|bien soan|moi|ho tro|tang|trao|sua chua|xoa)(?:\s(?:duoc|it nhat|toi thieu))?)?$/;
const SEPARATOR = /\s*[,;(]\s*|\)\s*,?\s*|\s+va\s+/g;
const STOP =
  /[;(]|,\s*(?:trong do|phan dau|ke ca|it nhat|tren|duoi|khong)|\s(?:va|;)\s+(?:co|tren|it nhat|\d|khong)|\.$|\s(?:truoc (?:ngay|thang|nam)|so voi|trong nam|nam 20\d\d|den het)/;

export const isVerbOnly = (words: string): boolean => VERBS.test(words);

/** Shares a sentence out among its figures. */
export function placesIn(section: Section, from: number, to: number, all: readonly Quantity[]): Place[] {
  const { folded } = section;
  const first = from + (LABEL.exec(folded.slice(from, all[0]?.at ?? from))?.[0].length ?? 0);
  const begun: { quantity: Quantity; subject: Span; end: number }[] = [];
  for (const quantity of all) {
    const before = begun.at(-1);
    const opened = before !== undefined && opens(folded, before.subject);
    const cut = before ? separatorIn(folded, before.quantity.end, quantity.at, opened) : null;
    // "90% hộ có ít nhất 01 người biết …": still what the first is of.
    if (opened && !cut && before.quantity.unit.startsWith('%')) continue;
    const subject = trimmed(folded, cut ? cut.to : before ? before.quantity.end : first, quantity.at);
    begun.push({ quantity, subject, end: cut ? cut.from : quantity.at });
  }
  return begun.map(({ quantity, subject }, n) => {
    const after = behind(folded, quantity, begun[n + 1]?.end ?? to);
    const label = isLabel(folded, subject, quantity, after);
    return { quantity, subject: label ? { ...subject, to: subject.from } : subject, after };
  });
}

/** "Chuyển đổi số: 80% hồ sơ được nộp trực tuyến": what is measured comes behind. */
const isLabel = (folded: string, subject: Span, { at, unit }: Quantity, after: Span): boolean =>
  unit.startsWith('%') &&
  folded.slice(subject.to, at).includes(':') &&
  folded.slice(after.from, after.to).trim().split(' ').length >= 3;

const opens = (folded: string, { from, to }: Span): boolean => isVerbOnly(folded.slice(from, to));

/** What one figure opened goes on to the last sign between; else the first sign ends it. */
function separatorIn(folded: string, from: number, to: number, last: boolean): Span | null {
  const found = [...folded.slice(from, to).matchAll(SEPARATOR)];
  const sign = last ? found.at(-1) : found[0];
  return sign ? { from: from + sign.index, to: from + sign.index + sign[0].length } : null;
}

function trimmed(folded: string, from: number, to: number): Span {
  const text = folded.slice(from, to);
  const skip = LEAD.exec(text)?.[0].length ?? 0;
  const cut = TAIL.exec(text.slice(skip))?.index ?? text.length - skip;
  return { from: from + skip, to: from + skip + cut };
}

function behind(folded: string, quantity: Quantity, to: number): Span {
  const from = quantity.unit === '' || quantity.unit.startsWith('%') ? quantity.end : quantity.unitAt;
  const rest = folded.slice(from, Math.max(from, to));
  return { from, to: from + (STOP.exec(rest)?.index ?? rest.length) };
}
