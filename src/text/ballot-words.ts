import type { Day } from '../core/day.ts';
import { findUnits, type NamedUnit } from './find-units.ts';
import { clean, fold } from './fold.ts';
import { readMoment } from './moment.ts';

export interface TypedBallot {
  title: string;
  /** Empty: the title itself is put to the vote. */
  options: string[];
  seats: number | null;
  closesAt: Date | null;
  /** Stood where the closing time belongs and is none. */
  badTime: string | null;
}

const END_OF_OFFICE = '17:00';
const CLOSES = /^(?:đến|den|hạn|han|kết thúc|ket thuc|đóng|dong)\b:?\s*/iu;
const SEATS =
  /^(?:chọn|chon|bầu|bau|lấy|lay)(?:\s+(?:tối đa|toi da|không quá|khong qua))?\s+(\d{1,2})(?:\s.*)?$/iu;

/** `Cờ thi đua: Phòng Kinh tế; Trạm Y tế; chọn 1; đến 17:00 ngày 12/6`, on one line or on several. */
export function readBallot(typed: string, units: readonly NamedUnit[], today: Day): TypedBallot {
  const [first = '', ...others] = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const colon = /:(?!\d)/.exec(first);
  const title = clean(colon ? first.slice(0, colon.index) : (first.split(';')[0] ?? ''));
  const behind = colon ? first.slice(colon.index + 1) : first.split(';').slice(1).join(';');
  const parts = [behind, ...others]
    .flatMap(line => line.split(';'))
    .map(part => clean(part.replace(/^[-•*\d]+[.)\s]\s*/u, '')));
  const read: TypedBallot = { title, options: [], seats: null, closesAt: null, badTime: null };
  for (const part of parts) {
    const [, seats] = SEATS.exec(part) ?? [];
    if (part === '') continue;
    if (seats) read.seats = Number(seats);
    else if (CLOSES.test(part)) Object.assign(read, closing(part.replace(CLOSES, ''), today));
    else if (/^tat ca(?: cac)? don vi$/.test(fold(part)))
      read.options.push(...units.map(unit => unit.names[0] ?? ''));
    else read.options.push(nameOf(part, units));
  }
  read.options = [...new Map(read.options.map(label => [fold(label), label])).values()];
  return read;
}

function closing(part: string, today: Day): Pick<TypedBallot, 'closesAt' | 'badTime'> {
  const closesAt = readMoment(part, today, END_OF_OFFICE);
  return { closesAt, badTime: closesAt ? null : part };
}

/** A unit's full name where the words are all of one of its names. */
function nameOf(part: string, units: readonly NamedUnit[]): string {
  const [only, more] = findUnits(part, units);
  const whole = only && !more && only.start === 0 && only.end >= part.length;
  const unit = whole ? units.find(one => one.id === only.id) : undefined;
  return unit?.names[0] ?? part;
}

/** `Phòng Kinh tế: theo kết luận cuộc họp`, `1, 3: lý do`; null where a name or the reason is missing. */
export function readDecision(
  typed: string,
  options: readonly { id: string; label: string }[],
): { chosen: string[]; reason: string } | null {
  const [, named = '', reason = ''] = /^([^:]+):([\s\S]+)$/.exec(typed) ?? [];
  if (!/\p{L}{2}/u.test(reason)) return null;
  const names = named
    .split(/[,;+&]|\s+và\s+|\s+va\s+/iu)
    .map(fold)
    .filter(name => name !== '');
  const chosen = names.map(name => {
    const byNumber = /^\d{1,2}$/.test(name) ? options[Number(name) - 1] : undefined;
    const exact = options.filter(one => fold(one.label) === name);
    const part = options.filter(one => fold(one.label).includes(name));
    const [only, more] = exact.length > 0 ? exact : part;
    return byNumber ?? (more ? undefined : only);
  });
  const ids = chosen.flatMap(one => (one ? [one.id] : []));
  return ids.length === names.length && new Set(ids).size === ids.length
    ? { chosen: ids, reason: clean(reason) }
    : null;
}
