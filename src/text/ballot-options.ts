import type { BallotOption } from '../core/ballot/ballot.ts';
import { fold } from './fold.ts';
import { type NamedUnit, nameOf, unitNamed } from './who-words.ts';

/** Options with all that they are called: a unit's other names too. */
export const namedOptions = (options: readonly BallotOption[], units: readonly NamedUnit[]): NamedUnit[] =>
  options.map(({ id, label }) => {
    const unit = units.find(one => nameOf(one) === label);
    return { id, names: [label, ...(unit?.names.slice(1) ?? [])] };
  });

/** The option of that number or name, or the only one whose name has these words or is shortened so. */
export function optionCalled(typed: string, options: readonly NamedUnit[]): NamedUnit | null {
  const name = fold(typed);
  if (/^\d{1,2}$/.test(name)) return options[Number(name) - 1] ?? null;
  if (name.length < 2) return null;
  const exact = options.filter(one => one.names.some(known => fold(known) === name));
  const part = options.filter(one => fold(nameOf(one)).includes(name));
  const [only, more] = exact.length > 0 ? exact : part;
  return only ? (more ? null : only) : unitNamed(typed, options);
}
