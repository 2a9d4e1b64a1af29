import type { AwardStepKind } from '../core/award.ts';
import { type FoundUnit, findUnits } from './find-units.ts';
import { clean, fold } from './fold.ts';
import { foldLetters } from './fold-letters.ts';
import { type NamedUnit, unitNamed } from './who-words.ts';

export interface TypedAward {
  award: string;
  unitId: string;
  /** A person or a collective within the unit. */
  subject: string | null;
}

const FOR = /\s*:\s*|\s+(?:cho|tặng|tang)\s+/iu;
const EDGES = /^[\s,;:.()–-]+|[\s,;:()–.-]+$/gu;

/** "Cờ thi đua: Phòng Kinh tế", "Bằng khen cho đồng chí Nguyễn Văn A, Trạm Y tế"; null where award or unit is missing. */
export function readAward(typed: string, units: readonly NamedUnit[]): TypedAward | null {
  const words = clean(typed.normalize('NFC')).replace(/^(?:đề nghị|de nghi)\s+(?:tặng\s+|tang\s+)?/iu, '');
  const [, award = '', rest = ''] = new RegExp(`^(.+?)(?:${FOR.source})(.+)$`, 'iu').exec(words) ?? [];
  const unit = findUnits(rest, units)[0] ?? shortNamed(rest, units);
  if (award.trim() === '' || !unit) return null;
  const beside = `${rest.slice(0, unit.start)} ${rest.slice(unit.end)}`;
  const subject = clean(beside.replace(EDGES, '')).replace(EDGES, '');
  return { award: award.trim(), unitId: unit.id, subject: /\p{L}{2}/u.test(subject) ? subject : null };
}

/** Between commas or brackets, the last that is short for a unit: "đồng chí Nguyễn Văn A, TYT". */
function shortNamed(text: string, units: readonly NamedUnit[]): FoundUnit | null {
  for (const { 0: part, index } of [...text.matchAll(/[^,;()–]+/g)].toReversed()) {
    const unit = /\p{L}/u.test(part) ? unitNamed(part, units) : null;
    if (unit) return { id: unit.id, start: index, end: index + part.length };
  }
  return null;
}

const STEPS: readonly [RegExp, AwardStepKind][] = [
  [/^(?:to trinh|ttr)(?=$|[\s:,])\s*:?\s*/, 'request'],
  [/^(?:(?:bao cao|bc)(?: thanh tich)?|bctt)(?=$|[\s:,])\s*:?\s*/, 'achievements'],
  [/^(?:bien ban|bb)(?: hop| binh xet)?(?=$|[\s:,])\s*:?\s*/, 'minutes'],
  [
    /^(?:da )?(?:trinh|gui|nop)(?: ho so)?(?: (?:len )?hoi dong)?(?=$|\s*[:,]|\s+(?:ngay|so|theo|\d))[\s:,]*/,
    'sent',
  ],
  [/^(?:da )?(?:duoc|dc) (?:tang|khen|cong nhan|trao)(?: thuong)?(?=$|[\s:,])[\s:,]*/, 'granted'],
  [
    /^(?:khong|ko|k) (?:(?:duoc|dc) )?(?:tang|khen|dat|cong nhan|trao)(?: thuong)?(?=$|[\s:,])[\s:,]*/,
    'refused',
  ],
  [/^rut(?: de nghi| ho so)?(?=$|\s*[:,]|\s+(?:vi|do|theo))[\s:,]*/, 'withdrawn'],
];

/** "tờ trình số 15/TTr-KTĐ ngày 5/12", "được tặng theo QĐ 200/QĐ-UBND": the step, and what is said of it. */
export function readAwardStep(typed: string): { kind: AwardStepKind; said: string } | null {
  const words = clean(typed.normalize('NFC'));
  const folded = foldLetters(words).toLowerCase();
  for (const [pattern, kind] of STEPS) {
    const found = pattern.exec(folded);
    if (found) return { kind, said: words.slice(found[0].length).trim() };
  }
  return null;
}

/** Whether a quota speaks of that award: the one's words are the other's. */
export function sameAward(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}
