import type { Day } from '../core/day.ts';
import { parseDay } from './days.ts';
import { clean, fold } from './fold.ts';
import { foldLetters } from './fold-letters.ts';
import { impossibleDay } from './impossible-day.ts';
import { justPast } from './moment.ts';
import { type NamedUnit, readWho } from './who-words.ts';

export type HandOverLine =
  | { kind: 'hand_over'; leadId: string; deputyId: string | null; from: Day }
  | { kind: 'close'; year: number }
  /** The one whose day has yet to come is taken back. */
  | { kind: 'cancel' }
  | { kind: 'no_lead' }
  /** `why`: a day stands there that no calendar has. */
  | { kind: 'no_day'; why: string | null }
  /** A day without its year that has just been. */
  | { kind: 'just_past'; day: Day; next: Day }
  /** A name that is nobody's. */
  | { kind: 'no_unit'; typed: string };

const DEPUTY = /^(?:pho (?:truong )?(?:khoi|cum)|(?:khoi|cum) pho|pho)\s*(?:moi)?\s*(?:cho|la)?\s*:?\s+/;
const LEAD = /^(?:truong (?:khoi|cum)|(?:khoi|cum) truong)\s*(?:moi)?\s*(?:cho|la)?\s*:?\s+/;
const FROM = /^(?:ke )?tu (?:ngay )?/;

/** A day may follow a name without a mark. */
const APART = /[;\n]|\s+(?=(?:(?:kể|ke)\s+)?(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?\d)/iu;

/** `Trưởng khối Phòng Kinh tế; Phó Trưởng khối Trạm Y tế; từ 15/1/2027`, `cho Phòng Kinh tế từ 15/1`, `khép năm 2026`, `hủy bàn giao`. */
export function readHandOver(typed: string, units: readonly NamedUnit[], today: Day): HandOverLine {
  const [, year] = /^(?:khep|dong|ket thuc) nam (?:thi dua )?(20\d{2})$/.exec(fold(typed)) ?? [];
  if (year) return { kind: 'close', year: Number(year) };
  if (/^(?:huy|rut|bo|thoi)(?: (?:viec )?ban giao)?[.! ]*$/.test(fold(typed))) return { kind: 'cancel' };
  let leadId: string | null = null;
  let deputyId: string | null = null;
  let from: Day | null = null;
  for (const part of typed.normalize('NFC').split(APART)) {
    const words = clean(part);
    const folded = foldLetters(words).toLowerCase();
    const role = [DEPUTY, LEAD].find(pattern => pattern.test(folded));
    if (role) {
      const name = words.slice((role.exec(folded)?.[0] ?? '').length);
      const who = readWho(name, units, true);
      const [only, more] = who?.kind === 'units' ? who.unitIds : [];
      if (!only || more) return { kind: 'no_unit', typed: name };
      if (role === LEAD) leadId = only;
      else deputyId = only;
    } else if (FROM.test(folded)) {
      const said = words.slice((FROM.exec(folded)?.[0] ?? '').length);
      const past = justPast(said, today);
      if (past) return { kind: 'just_past', ...past };
      const found = parseDay(said, today);
      if (found.kind !== 'day') return { kind: 'no_day', why: impossibleDay(said, 'every date') };
      from = found.day;
    } else {
      // To whom it is handed over is the lead, where nothing else is said; it is looked at before it is done.
      const who = readWho(words.replace(/^cho\s+/iu, ''), units, true);
      const [only, more] = who?.kind === 'units' ? who.unitIds : [];
      if (only && !more) leadId ??= only;
    }
  }
  if (leadId === null) return { kind: 'no_lead' };
  return from === null ? { kind: 'no_day', why: null } : { kind: 'hand_over', leadId, deputyId, from };
}

/** "lưu trữ 2026", "lưu trữ": of which year the archive is wanted; null where none is. */
export function archiveYear(typed: string, current: number): number | null {
  const [found, year] = /^luu tru(?: nam)?(?: (20\d{2}))?$/.exec(fold(typed)) ?? [];
  return found === undefined ? null : Number(year ?? current);
}
