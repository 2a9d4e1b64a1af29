import { fold } from '../../text/fold.ts';
import type { Grid } from '../grid.ts';

/** Which column holds what. `notes`: how to score, remarks: where rules are told in sentences. */
export interface Columns {
  /** Of the last row of the head. */
  row: number;
  no: number | null;
  name: number;
  max: number;
  notes: number[];
}

const NUMBER = /^(?:stt|tt|so tt|so thu tu|ma so|muc)$/;
const NAME =
  /^(?:noi dung|tieu chi|ten tieu chi|chi tieu|noi dung tieu chi|tieu chi cham diem|noi dung cham diem|noi dung thi dua|tieu chuan|cac tieu chi|noi dung,? tieu chi.*|tieu chi thi dua.*)$/;
const MAX =
  /^(?:diem toi da|diem chuan|thang diem|diem quy dinh|diem|so diem|toi da|muc diem|khung diem|diem tieu chuan)$/;
const NOTES =
  /^(?:cach (?:cham|tinh|tinh diem|cham diem)|huong dan.*|dieu kien.*|ghi chu|phuong phap.*|cach thuc.*|yeu cau.*)$/;

/** How far down a head may begin: above it stand the letterhead and the title. */
const LOWEST = 40;

/** The head of a score table: a row (or two merged ones) that names contents and points. Null: there is none. */
export function findColumns({ rows, merged }: Grid): Columns | null {
  for (let row = 0; row < Math.min(rows.length, LOWEST); row += 1) {
    const single = columnsIn(rows, [row]);
    const tall = merged.some(range => range.top === row && range.bottom === row + 1);
    const found = (tall ? columnsIn(rows, [row, row + 1]) : null) ?? single;
    if (found) return found;
  }
  return null;
}

function columnsIn(rows: Grid['rows'], head: number[]): Columns | null {
  const width = Math.max(...head.map(row => rows[row]?.length ?? 0));
  const titles = Array.from({ length: width }, (_, column) =>
    head.map(row => plain(rows[row]?.[column]?.text ?? '')).filter(title => title !== ''),
  );
  const at = (pattern: RegExp) => titles.findIndex(title => title.some(one => pattern.test(one)));
  const [name, max, no] = [at(NAME), maxOf(titles), at(NUMBER)];
  if (name < 0 || max < 0 || name === max) return null;
  const notes = titles.flatMap((title, column) => (title.some(one => NOTES.test(one)) ? [column] : []));
  return { row: Math.max(...head), no: no < 0 ? null : no, name, max, notes };
}

/** "Điểm tối đa" rather than a mere "Điểm" that stands before it. */
function maxOf(titles: string[][]): number {
  const best = titles.findIndex(title =>
    title.some(one => MAX.test(one) && /toi da|chuan|quy dinh|thang/.test(one)),
  );
  return best >= 0 ? best : titles.findIndex(title => title.some(one => MAX.test(one)));
}

const plain = (title: string) =>
  fold(title)
    .replace(/[.:*]|\(.*\)/g, '')
    .trim();
