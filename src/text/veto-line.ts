import { type FoundUnit, findUnits } from './find-units.ts';
import { clean, fold } from './fold.ts';
import { type NamedUnit, unitNamed } from './who-words.ts';

export type VetoLine =
  | { kind: 'no_unit' }
  | { kind: 'no_reason'; unitId: string }
  /** `source` null: no document was named. */
  | { kind: 'exclude'; unitId: string; reason: string; source: string | null }
  | { kind: 'take_back'; unitId: string };

/** `Phòng Kinh tế: có đơn tố cáo (CV 12/TTr)`, `PKT: bỏ`. */
export function readVeto(typed: string, units: readonly NamedUnit[]): VetoLine {
  const words = clean(typed);
  const unit = findUnits(words, units)[0] ?? shortNamed(words, units);
  if (!unit) return { kind: 'no_unit' };
  const unitId = unit.id;
  const rest = clean(words.slice(unit.end)).replace(/^[\s,:;.–-]+/u, '');
  if (['bo', 'bo ghi', 'huy'].includes(fold(rest))) return { kind: 'take_back', unitId };
  const [, reason = '', source] = /^(.*?)(?:\s*\(([^()]+)\))?\.?$/su.exec(rest) ?? [];
  if (!/\p{L}{2}/u.test(reason)) return { kind: 'no_reason', unitId };
  return { kind: 'exclude', unitId, reason: clean(reason), source: source ?? null };
}

/** Words of a short name, "Trung tâm PVHCC". */
const MOST_WORDS = 4;

/** The unit that the first words are short for, as many of them as may be. */
function shortNamed(text: string, units: readonly NamedUnit[]): FoundUnit | null {
  const ends = [...text.matchAll(/[\p{L}\d]+/gu)]
    .slice(0, MOST_WORDS)
    .map(word => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const unit = unitNamed(text.slice(0, end), units);
    if (unit) return { id: unit.id, start: 0, end };
  }
  return null;
}
