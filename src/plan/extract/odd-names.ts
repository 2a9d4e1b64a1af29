import type { Section } from '../document/sections.ts';
import type { NamePart } from './unit-names.ts';

/** Capitals that a name has. */
const LEAST = 2;
/** Words that begin a sentence, not a name. */
const NOT_A_NAME =
  /^(?:cac|moi|tat ca|danh sach|thanh phan|ten|phu luc|ghi chu|tong|can cu|thuc hien|to chuc|noi dung|thoi gian|dia diem|hinh thuc|ke hoach|bao cao|nhiem vu|yeu cau|muc dich|dang ky|don vi|khoi|cum|truong khoi|pho khoi|cum truong)(?![\p{L}])/u;

/** A name without a word for units ("Phân bón Bình Minh") among bulleted or numbered ones. */
export function likeOthers(
  item: Section,
  cells: readonly NamePart[],
  first: Section | null,
): NamePart | undefined {
  const [cell] = cells;
  if (!cell || !item.mark || item.heading !== (first?.heading ?? item.heading)) return undefined;
  if (first && item.mark.kind !== first.mark?.kind) return undefined;
  const bare = cell.folded
    .replace(/(?<!\p{L})\p{L}{1,4}\./gu, '')
    .replace(/:\s*(?:truong|pho|cum|khoi).*$/, '');
  if (/[.:]\s*\S/.test(bare) || NOT_A_NAME.test(cell.folded)) return undefined;
  const capitals = cell.text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  return capitals >= LEAST && cell.text.length < 90 && !/\d{2}/.test(cell.text) ? cell : undefined;
}

/** "6 MB Chi nhánh Tây Hồ Thành viên" behind five rows with names: the next row of a table that lost its rules. */
export function nextRow(item: Section, cells: readonly NamePart[], rows: number): NamePart | undefined {
  const [cell] = cells;
  const number = /^\s*(\d{1,2})\s+\p{Lu}/u.exec(item.text)?.[1];
  return cell && rows > 0 && Number(number) === rows + 1 && !NOT_A_NAME.test(cell.folded) ? cell : undefined;
}
