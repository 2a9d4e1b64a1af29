import type { Quantity } from './quantities.ts';

const SHORTER = /(?:giam|rut ngan|con|xuong|:|thoi gian|chi so)[^,;(]{0,60}$/;
/** Meetings and tasks are counted only where a least number of them is owed. */
const VAGUE = /^(?:hoi nghi|noi dung|nhiem vu|linh vuc)/;
/** "(mỗi suất 1.000.000 đồng)", "trị giá 60 triệu đồng": how much one of the things is worth. */
const DETAIL =
  /(?:moi (?:suat|em|chau|nha|can|phan|ho|lop|cay|mo hinh|truong hop|gia dinh|mai am|cong trinh|hoc sinh)|(?<!tong )tri gia|lam loi|tien thuong)(?:\s(?:la|tu|khoang|tri gia|it nhat|toi thieu|tren))*\s*$/;

/** "từ 15 vụ xuống còn 10 vụ", "95% (năm 2025: 92%)": where it stands, not where it is to go. */
export function isBaseline(
  folded: string,
  { at, end, unit, operator }: Quantity,
  year: number | null,
): boolean {
  // "Giá trị sản xuất trên 1 ha đất": what the figure behind is of.
  if (/^tren 0?1 (?:ha|km|m2|don vi)/.test(folded.slice(at, end)) && /\sdat\s/.test(folded.slice(end)))
    return true;
  // "giảm cả 3 tiêu chí": how many of what is measured.
  if (/(?:^|\s)ca\s*$/.test(folded.slice(0, at))) return true;
  // "về trước kế hoạch 10 ngày": a time is no target unless it is to be cut or kept.
  if (
    /^(?:ngay|gio|phut)(?! (?:cong|luong))/.test(unit) &&
    operator === '=' &&
    !SHORTER.test(folded.slice(0, at))
  )
    return true;
  if (VAGUE.test(unit) && operator === '=') return true;
  if (DETAIL.test(folded.slice(0, at)) && /^(?:ty|trieu|nghin|ngan|dong)/.test(unit)) return true;
  if (
    /^tu\s/.test(folded.slice(at)) &&
    /^\s+(?:xuong|len|nam 20\d\d\s+(?:xuong|len))/.test(folded.slice(end))
  )
    return true;
  const open = folded.lastIndexOf('(', at);
  if (open < 0 || folded.slice(open, at).includes(')')) return false;
  const said = /nam\s+(20\d\d)|nam (?:hoc )?truoc|cung ky/.exec(folded.slice(open, at));
  return said !== null && (said[1] === undefined || (year !== null && Number(said[1]) < year));
}
