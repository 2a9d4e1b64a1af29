import type { Section } from '../document/sections.ts';

/** "Mỗi tổ chuyên môn thực hiện …": of whom a figure is, and where the words behind begin. */
interface Each {
  from: number;
  to: number;
}

/** As far as the verb or the figure. */
const EACH =
  /\bmoi\s+(?!(?:nam|thang|quy|tuan|khi|ngay|ngay|lan|dot|suat|em|chau|nha(?! truong)|can(?! bo)|phan(?! xuong)|ho(?! so)|luot|ky|loai|cong trinh|san pham|noi dung|nguoi dan)(?![\p{L}]))((?:\p{L}+(?:\s*,)?\s){1,8}?)(?=(?:co|phai|can|nen|se|deu|dang ky|thuc hien|to chuc|xay dung|chu tri|van dong|ho tro|giup|nhan|trong|dong gop|phan dau|hoan thanh|dat|viet|gui|dang|tham gia|ket nap|gioi thieu|phat trien|cung cap|duoc|dam bao|bao dam|duy tri|cu|lap|mo|tang|giam|tiep nhan|quyen gop|ung ho|de xuat|ap dung|trien khai|bo tri|thu|nop|trao|tang|huy dong|phat dong|dam nhan|dang cai|sang tao|de ra|it nhat|toi thieu|khong|tu|ra|chon|lua chon|xoa|tiet kiem|xay|xay moi|mua|kham|hien|tuyen truyen|kiem tra|giai quyet|sua|sua chua|nuoi|tu van|noi chuyen|hop|sinh hoat|tap huan|dau tu|luan chuyen|huong dan|san xuat)\s|\d)/gu;
const WHOLE =
  /(?:toan|ca)\s(?:khoi|cum|nganh|tinh|xa|phuong|thanh pho|cong ty|tong cong ty|tap doan|don vi|truong|he thong)\s/;

/** In the words before a figure; none where the whole bloc comes in between. */
export function eachIn(text: string, before: string): Each | null {
  // "mới" is no "mỗi".
  const found = [...`${before}1`.matchAll(EACH)].find(({ index }) =>
    /^m(?:\u1ed7i|oi)/iu.test(text.slice(index)),
  );
  const who = found?.[1];
  if (!found || who === undefined || WHOLE.test(before.slice(found.index + found[0].length))) return null;
  const to = found.index + found[0].length;
  return { from: to - who.length, to };
}

/** Of whom, as the words between say it. */
export function perIn({ text, folded }: Section, from: number, to: number): string | null {
  const each = to > from ? eachIn(text.slice(from, to), folded.slice(from, to)) : null;
  return each ? text.slice(from + each.from, from + each.to).trim() : null;
}

export const isOfWhole = (before: string): boolean => WHOLE.test(before);

/** "Mỗi đơn vị có …; viết …": a small letter behind a semicolon goes on with whose figures they are. */
export const goesOn = ({ text, folded }: Section, from: number, to: number): boolean =>
  !WHOLE.test(`${folded.slice(from, to)} `) &&
  /;\s*$/.test(text.slice(0, from)) &&
  /^\s*\p{Ll}/u.test(text.slice(from)) &&
  !/^\s*(?:toan|ca|trong do|khoi|cum|tong)\s/.test(folded.slice(from));
