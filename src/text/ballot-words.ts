import type { Day } from '../core/day.ts';
import { optionCalled } from './ballot-options.ts';
import { clean, fold } from './fold.ts';
import { impossibleDay } from './impossible-day.ts';
import { justPast, readMoment } from './moment.ts';
import { type NamedUnit, nameOf, unitNamed } from './who-words.ts';

export interface TypedBallot {
  title: string;
  /** Empty: the title itself is put to the vote. */
  options: string[];
  seats: number | null;
  closes: Closing;
}

/** When it ends, or what stood there instead of a time. */
export type Closing =
  | { kind: 'open' }
  | { kind: 'at'; at: Date }
  /** This year's day has just been: next year's is not taken for meant. */
  | { kind: 'just_past'; day: Day; next: Day }
  | { kind: 'no_time'; typed: string; why: string | null };

const END_OF_OFFICE = '17:00';
const CLOSES = /^(?:đến|den|hạn|han|kết thúc|ket thuc|đóng|dong)\b:?\s*/iu;
const SEATS =
  /^(?:chọn|chon|bầu|bau|lấy|lay)(?:\s+(?:tối đa|toi da|không quá|khong qua))?\s+(\d{1,2})(?:\s.*)?$/iu;

/** `Cờ thi đua: Phòng Kinh tế; Trạm Y tế; chọn 1, đến 17:00 ngày 12/6`, on one line or on several. */
export function readBallot(typed: string, units: readonly NamedUnit[], today: Day): TypedBallot {
  const [first = '', ...others] = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const colon = /:(?!\d)/.exec(first);
  const title = clean(colon ? first.slice(0, colon.index) : (first.split(';')[0] ?? ''));
  const behind = colon ? first.slice(colon.index + 1) : first.split(';').slice(1).join(';');
  const parts = [behind, ...others]
    .flatMap(line =>
      line.split(
        /;|,(?=\s*(?:chọn|chon|bầu|bau|lấy|lay|đến|den|hạn|han|kết thúc|ket thuc|đóng|dong)\s[^;,]*\d)/iu,
      ),
    )
    .map(part => clean(part.replace(/^[-•*\d]+[.)\s]\s*/u, '')));
  const read: TypedBallot = { title, options: [], seats: null, closes: { kind: 'open' } };
  for (const part of parts) {
    const [, seats] = SEATS.exec(part) ?? [];
    if (part === '') continue;
    if (seats) read.seats = Number(seats);
    else if (CLOSES.test(part)) read.closes = closing(part.replace(CLOSES, ''), today);
    else if (/^tat ca(?: cac)? don vi$/.test(fold(part))) read.options.push(...units.map(nameOf));
    else read.options.push(fullName(part, units));
  }
  read.options = [...new Map(read.options.map(label => [fold(label), label])).values()];
  return read;
}

function closing(typed: string, today: Day): Closing {
  const past = justPast(typed, today);
  if (past) return { kind: 'just_past', ...past };
  const at = readMoment(typed, today, END_OF_OFFICE);
  return at ? { kind: 'at', at } : { kind: 'no_time', typed, why: impossibleDay(typed, 'every date') };
}

/** A unit's full name where the words are all of one of its names, or short for it. */
function fullName(part: string, units: readonly NamedUnit[]): string {
  const unit = /\p{L}/u.test(part) ? unitNamed(part, units) : null;
  return unit ? nameOf(unit) : part;
}

const NOBODY = /^(?:de trong|bo trong|khong chon ai|khong ai|khong thong qua|khong dong y)$/;
const YES = /^(?:thong qua|dong y|nhat tri)$/;

/**
 * `Phòng Kinh tế: theo kết luận cuộc họp`, `1, 3: lý do`, `để trống: lý do`; of a single question `thông qua: lý do`.
 * Null where a name or the reason is missing.
 */
export function readDecision(
  typed: string,
  options: readonly NamedUnit[],
): { chosen: string[]; reason: string } | null {
  const [, named = '', reason = ''] = /^([^:]+):([\s\S]+)$/.exec(typed) ?? [];
  if (!/\p{L}{2}/u.test(reason)) return null;
  if (NOBODY.test(fold(named))) return { chosen: [], reason: clean(reason) };
  const [single, several] = options;
  if (single && !several && YES.test(fold(named))) return { chosen: [single.id], reason: clean(reason) };
  const names = named.split(/[,;+&]|\s+và\s+|\s+va\s+/iu).filter(name => fold(name) !== '');
  const ids = names.flatMap(name => optionCalled(name, options)?.id ?? []);
  return ids.length === names.length && ids.length > 0 && new Set(ids).size === ids.length
    ? { chosen: ids, reason: clean(reason) }
    : null;
}
