import type { Section } from '../document/sections.ts';
import type { Quantity } from './quantities.ts';
import { eachIn } from './target-each.ts';

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

/** Who acts, before what is done: "Các đơn vị phối hợp …", "Toàn Khối …". */
const AGENT =
  /^(?:(?:tat ca )?(?:cac|tung|toan|ca)\s(?!(?:vu|khoan|khoan thu|chi tieu|chi so)\s)(?:\p{L}+[\s,]+){1,6}?)(?=(?:co|phan dau|phoi hop|van dong|ho tro|to chuc|xay dung|dang ky|thuc hien|giup|trong|ket nap|hoan thanh|dat|thu|dong gop|tham gia|kham|hien|ung ho|trien khai|tiep nhan|gioi thieu|phat trien|huy dong|lap|nhan|tang|trao|quyen gop)\s)/u;
const LEAD =
  /^(?:\((?:[ivx]{1,4}|\d{1,2}|[a-h])\)|[\s,;:.("+-])*(?:(?:trong do|muc tieu|va|dong thoi|con|phan dau|co|hoan thanh|bao dam|dam bao|giu vung|duy tri|on dinh|quyet tam|tap trung|thi dua|thuc hien|den (?:het |cuoi )?nam 20\d\d|(?:trong )?nam 20\d\d|giai doan 20\d\d\s?-\s?20\d\d)(?![\p{L}\d])[\s,:]*)*/u;
const TAIL =
  /(?:[\s,:(]|(?<![\p{L}])(?:phan dau|dat|duoc|la|tu|len|den|tren|muc|o muc|chiem|bang|con|khoang|uoc|xuong|cho|trong|giai doan 20\d\d\s?-\s?20\d\d|nam 20\d\d|co|so voi nam 20\d\d)(?=[\s,:(]|$))*$/u;
/** "Về kinh tế: tốc độ …": the label of the paragraph. */
const LABEL = /^[\s+-]*(?:ve|doi voi|linh vuc|cong tac|nhiem vu|nhom|chi tieu)\s[^:;,.\d]{2,60}:\s*(?=\S|$)/;
/** Words that tell what is done or which way a figure goes; they name nothing themselves. */
const PLAIN =
  '(?:keo )?(?:giam|tang)(?: them| ty le| truong)?|rut ngan|tiet kiem|cat giam|nang|day nhanh|ha|xay dung|xay|dang ky|to chuc|trien khai|de nghi|tiep tuc|lap|tham gia|tao|bien soan|moi|tang|trao|thuc hien|mo|mo moi|dang|dang tai|viet|trinh|ban hanh|dam nhan|dang cai|chu tri|co|hoan thanh|dat|de xuat|phan dau|duy tri|co duoc|co moi|phai co|phoi hop|bao dam|dam bao|cung cap|gui';
/** Acts that belong to what is counted: "kết nạp đảng viên" is no number of members. */
const ACTS =
  'dong gop|ung ho|lap moi|gioi thieu|phat hien|huy dong|van dong|giai quyet|ket nap|thanh lap|ho tro|sua chua|xoa|giup|giup do|nhan|thu hut|phat trien|kham|dieu tri|tap huan|boi duong|dao tao|kiem tra|trong|tuyen truyen|so hoa|ra soat|tiep nhan|hien|be tong hoa|nang cap|lap dat|lap|cap|thu|thu gom|xu ly|xet xu|thanh tra|giam sat|cham soc|tu van|hoc tap|bao ve|khai thac|cho vay|giai ngan|quyen gop|day manh|san xuat|tuyen sinh|tuyen dung|tieu thu|mua|tiem|khen|bo tri|chuyen giao|ung dung|ap dung|xuat ban|sang tac|bieu dien|tiet kiem|cat giam|rut ngan|phu xanh|don|cai tao|xoa bo|tu sua|ngam hoa|cung co|thi dua|doi thoai|ky|tu nguyen|kich hoat|chi dao|cap|thuc hien|xu ly|phan dau|giu';
const ADVERB =
  '(?:\\s(?:duoc|moi|it nhat|toi thieu|them|moi va|va|hoac|cho|dut diem|thanh cong|tot|thuong xuyen))*';
const VERBS = new RegExp(String.raw`^(?:(?:${PLAIN})${ADVERB}(?:[\s,]+|$))*$`, 'u');
const ACTING = new RegExp(String.raw`^(?:(?:${PLAIN})${ADVERB}[\s,]+)*(?:${ACTS}|${PLAIN})(?![\p{L}])`, 'u');
/** "Phát triển người tham gia: BHXH bắt buộc tăng …": the words before the sign are a heading's. */
const SAID_FIRST =
  /^[^:"]{3,80}:\s+(?!(?:vuot|dat|tang|giam|hoan thanh|phan dau|duy tri|bao dam)\s)(?=(?:\([ivx\d]{1,4}\)\s*)?\p{L}+\s+\p{L})/u;
const SEPARATOR = /\s*[,;(]\s*|\)\s*,?\s*|\s+va\s+/g;
const STOP =
  /;|,\s*(?:moi (?:suat|em|chau|nha|can|phan|ho|nguoi|cay)|(?:voi )?(?:tong )?tri gia)\s|\stheo (?:nghi |quyet |quy dinh|ke hoach|huong dan|chi thi|thong tu|luat)|\s(?:tri gia|voi tong (?:gia tri|kinh phi))\s|,\s*(?:hoan thanh|gop phan|nham|dam bao|bao dam)\s|\((?!(?:tru|khong ke|ngoai tru|ke ca|bao gom|gom|moi|tri gia)\s)|,\s*(?:trong do|phan dau|ke ca|it nhat|tren|duoi|khong)|\s(?:va|;)\s+(?:co|tren|it nhat|\d|khong)|\.$|\s(?:truoc (?:ngay|thang|nam)|so voi|trong nam|nam 20\d\d|den het)/;

export const isVerbOnly = (words: string): boolean => VERBS.test(words.trim());
/** Begins with what is done, not with what is measured. */
export const isActing = (words: string): boolean => ACTING.test(words.trim());

/** Shares a sentence out among its figures. */
export function placesIn(section: Section, from: number, to: number, all: readonly Quantity[]): Place[] {
  const { text, folded } = section;
  const first = from + (LABEL.exec(folded.slice(from, all[0]?.at ?? from))?.[0].length ?? 0);
  const begun: { quantity: Quantity; subject: Span; end: number }[] = [];
  for (const quantity of all) {
    const before = begun.at(-1);
    const opened = before !== undefined && opens(folded, before.subject);
    const cut = before ? separatorIn(folded, before.quantity.end, quantity.at, opened) : null;
    // "90% hộ có ít nhất 01 người biết …": still what the first is of.
    if (opened && !cut && (before.quantity.unit.startsWith('%') || isBare(folded, before.quantity, quantity)))
      continue;
    const subject = trimmed(text, folded, cut ? cut.to : before ? before.quantity.end : first, quantity.at);
    begun.push({ quantity, subject, end: cut ? cut.from : quantity.at });
  }
  return begun.map(({ quantity, subject }, n) => {
    const after = behind(folded, quantity, begun[n + 1]?.end ?? to);
    const label = isLabel(folded, subject, quantity, after);
    return { quantity, subject: label ? { ...subject, to: subject.from } : subject, after };
  });
}

/** "ít nhất 03 trường đạt 100%": what the trường have to reach. */
const isBare = (folded: string, first: Quantity, second: Quantity): boolean =>
  second.unit === '%' && /^\s(?:dat|co)\s$/.test(folded.slice(first.end, second.at));

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

/** "trồng" is no "trong", at which a subject would end. */
const withoutPlanting = (text: string, folded: string, from: number, to: number): string =>
  folded
    .slice(from, to)
    .replace(/(?<!\p{L})trong(?!\p{L})/gu, (word, at: number) =>
      /^tr\u1ed3/iu.test(text.slice(from + at)) ? 'tr\u00f4ng' : word,
    );

function trimmed(text: string, folded: string, from: number, to: number): Span {
  const all = withoutPlanting(text, folded, from, to);
  const label = SAID_FIRST.exec(all)?.[0].length ?? 0;
  // "Đạt 19/19 tiêu chí, 02 thôn …": what stands before is another matter.
  if (/\d/.test(all) && /,\s*$/.test(all)) return { from: to, to };
  return subjectIn(text, all.slice(label), from + label, to);
}

function subjectIn(text: string, words: string, from: number, to: number): Span {
  const lead = eachIn(text.slice(from, to), words)?.to ?? LEAD.exec(words)?.[0].length ?? 0;
  const agent = AGENT.exec(words.slice(lead))?.[0].length ?? 0;
  const skip = lead + agent + (LEAD.exec(words.slice(lead + agent))?.[0].length ?? 0);
  const cut = TAIL.exec(words.slice(skip))?.index ?? words.length - skip;
  return { from: from + skip, to: from + skip + cut };
}

function behind(folded: string, quantity: Quantity, to: number): Span {
  const share = quantity.unit.startsWith('%') ? quantity.unit.length : 0;
  const from = quantity.unit === '' ? quantity.end : quantity.unitAt + share;
  const rest = folded.slice(from, Math.max(from, to));
  return { from, to: from + (STOP.exec(rest)?.index ?? rest.length) };
}
