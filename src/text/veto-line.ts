import { findUnits } from './find-units.ts';
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
  const [unit] = findUnits(words, units);
  const colon = words.indexOf(':');
  const short = unit || colon < 1 ? null : unitNamed(words.slice(0, colon), units);
  const unitId = unit?.id ?? short?.id;
  if (!unitId) return { kind: 'no_unit' };
  const rest = clean(words.slice(unit?.end ?? colon)).replace(/^[\s,:;.–-]+/u, '');
  if (['bo', 'bo ghi', 'huy'].includes(fold(rest))) return { kind: 'take_back', unitId };
  const [, reason = '', source] = /^(.*?)(?:\s*\(([^()]+)\))?\.?$/su.exec(rest) ?? [];
  if (!/\p{L}{2}/u.test(reason)) return { kind: 'no_reason', unitId };
  return { kind: 'exclude', unitId, reason: clean(reason), source: source ?? null };
}
