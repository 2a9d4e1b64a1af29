import { type Decimal, isWhole } from '../core/decimal.ts';
import type { Parting } from '../core/parting.ts';
import { findUnits } from './find-units.ts';
import { clean, fold, withoutMarks } from './fold.ts';
import { parseDecimal } from './parse-decimal.ts';
import type { NamedUnit } from './who-words.ts';

/** What is told of units of equal points. A number is never taken for a decision, nor a mere name. */
export type TieLine =
  | { kind: 'unclear' }
  | { kind: 'negative' | 'not_whole'; typed: string }
  | { kind: 'two_readings'; typed: string; readings: Decimal[] }
  /** The table parts none of these units by that. */
  | { kind: 'not_tied'; unitIds: string[] }
  | { kind: 'numbers'; parting: Parting; told: { unitId: string; value: Decimal }[] }
  /** First who stands first; those who were not named stand behind. */
  | { kind: 'decision'; parting: Parting; first: string[] }
  /** No units: everything. */
  | { kind: 'take_back'; unitIds: string[] };

const DECIDES = /(?:^| )(?:xep tren|xep truoc|dung tren|quyet dinh)(?: |$)/;
const TAKES_BACK = /^(?:bo|huy|bo ghi|xoa)(?: |$)|(?: )(?:bo|huy|bo ghi)$/;

/** `VPĐU 7, Hội Nông dân xã 6` · `Phòng Kinh tế xếp trên Văn phòng` · `bỏ`, `PKT: bỏ`. */
export function readTie(typed: string, units: readonly NamedUnit[], partings: readonly Parting[]): TieLine {
  const words = clean(typed);
  const found = findUnits(words, units);
  const unitIds = found.map(unit => unit.id);
  const behind = found.map((unit, n) => words.slice(unit.end, found[n + 1]?.start));
  const around = fold([words.slice(0, found[0]?.start), ...behind].join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (TAKES_BACK.test(around)) return { kind: 'take_back', unitIds };
  if (behind.some(text => /\d/.test(text))) return numbers(unitIds, behind, partings);
  if (unitIds.length === 0 || !DECIDES.test(around)) return { kind: 'unclear' };
  const parting = fitting(partings, unitIds, by => by === 'decision');
  return parting ? { kind: 'decision', parting, first: unitIds } : { kind: 'not_tied', unitIds };
}

const NUMBER = /(^|[\s:(=])(-?)(\d[\d.,]*)/u;

function numbers(unitIds: string[], behind: readonly string[], partings: readonly Parting[]): TieLine {
  const told: { unitId: string; value: Decimal }[] = [];
  for (const [n, unitId] of unitIds.entries()) {
    const [, , sign, digits = ''] = NUMBER.exec(withoutMarks(behind[n] ?? '')) ?? [];
    const typed = digits.replace(/[.,]$/, '');
    if (sign === '-') return { kind: 'negative', typed: `-${typed}` };
    const read = parseDecimal(typed);
    if (read.kind === 'ambiguous') return { kind: 'two_readings', typed, readings: read.readings };
    if (read.kind === 'number') told.push({ unitId, value: read.number });
  }
  const named = told.map(one => one.unitId);
  if (named.length === 0) return { kind: 'unclear' };
  const parting = fitting(partings, named, by => by !== 'decision');
  if (!parting) return { kind: 'not_tied', unitIds: named };
  const part = parting.by === 'ballot' ? told.find(one => !isWhole(one.value)) : undefined;
  return part ? { kind: 'not_whole', typed: part.value } : { kind: 'numbers', parting, told };
}

/** The one that still lacks a fact, else the last that was told: what was told is then told anew. */
function fitting(
  partings: readonly Parting[],
  unitIds: readonly string[],
  wanted: (by: Parting['by']) => boolean,
): Parting | null {
  const fits = partings.filter(
    ({ by, unitIds: tied }) => wanted(by) && unitIds.every(id => tied.includes(id)),
  );
  return fits.find(one => one.open) ?? fits.at(-1) ?? null;
}
