import { distance } from 'fastest-levenshtein';
import { fold } from '../text/fold.ts';
import type { Outline } from './outline.ts';

export interface UnitNames {
  /** The unit's index; null where none is called so. */
  find(name: string): number | null;
  /** The name as printed that is spelt most like it, where one is near. */
  nearest(name: string): string | null;
}

/** Every name of every unit with its place, in the file's order. */
export function namesOfUnits(outline: Outline): { name: string; path: string; unit: number }[] {
  return outline.units.flatMap((unit, index) => {
    const at = `units[${index}]`;
    const all = [
      { name: unit.name, path: `${at}.name` },
      { name: unit.short_name, path: `${at}.short_name` },
      ...unit.aliases.map((name, position) => ({ name, path: `${at}.aliases[${position}]` })),
    ];
    return all.flatMap(({ name, path }) => (name ? [{ name, path, unit: index }] : []));
  });
}

/** People write a unit's name in the file as they would in a chat: case and accents are not compared. */
export function unitNames(outline: Outline): UnitNames {
  const known = namesOfUnits(outline);
  return {
    find(name) {
      return known.find(one => fold(one.name) === fold(name))?.unit ?? null;
    },
    nearest(name) {
      const near = known
        .map(one => ({ name: one.name, away: distance(fold(one.name), fold(name)) }))
        .filter(one => one.away <= Math.max(2, fold(name).length / 3))
        .sort((a, b) => a.away - b.away);
      return near[0]?.name ?? null;
    },
  };
}
