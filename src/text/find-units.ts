import { wordsOf } from './command-phrase.ts';
import { fold } from './fold.ts';

export interface NamedUnit {
  id: string;
  /** What people call it, the full name first. */
  names: readonly string[];
}

export interface FoundUnit {
  id: string;
  /** Where in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Said at the end of a name or left out: "Trạm Y tế (xã)". */
const PLACE = new Set(['xa', 'phuong', 'tinh', 'thi tran', 'thanh pho']);
/** A document's number may hold a unit's short name: "12/BC-PKT". */
const NUMBER = /\S*\d\S*[/-]\S*/gu;

const spoken = (text: string) => wordsOf(text).filter(word => word.folded !== 'va');

/** Every unit that is named in full, by its short name or another, in the order of the text. */
export function findUnits(text: string, units: readonly NamedUnit[]): FoundUnit[] {
  const names = namesOf(units);
  const numbers = [...text.matchAll(NUMBER)].map(({ 0: found, index }) => [index, index + found.length]);
  const words = spoken(text).filter(
    word => !numbers.some(([from = 0, to = 0]) => word.start >= from && word.start < to),
  );
  const longest = Math.max(0, ...[...names.keys()].map(name => name.split(' ').length));
  const found: FoundUnit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let count = Math.min(longest, words.length - from); count > 0; count -= 1) {
      const run = words.slice(from, from + count);
      const [id, first, last] = [names.get(run.map(word => word.folded).join(' ')), run[0], run.at(-1)];
      if (!id || !first || !last) continue;
      if (!found.some(one => one.id === id)) found.push({ id, start: first.start, end: last.end });
      from += count - 1;
      break;
    }
  }
  return found;
}

/** The one unit whose name has these words side by side ("kinh tế"), null where none or several have. */
export function unitLike(text: string, units: readonly NamedUnit[]): string | null {
  const wanted = spoken(text)
    .map(word => word.folded)
    .join(' ');
  if (wanted.length < 3) return null;
  const like = units.filter(unit =>
    unit.names.some(name =>
      ` ${spoken(name)
        .map(word => word.folded)
        .join(' ')} `.includes(` ${wanted} `),
    ),
  );
  return like.length === 1 ? (like[0]?.id ?? null) : null;
}

/** Folded names; one that two units share names neither. */
function namesOf(units: readonly NamedUnit[]): Map<string, string> {
  const owners = new Map<string, Set<string>>();
  const add = (name: string, id: string) => owners.set(name, (owners.get(name) ?? new Set()).add(id));
  for (const { id, names } of units) {
    for (const name of names) {
      const words = spoken(name).map(word => word.folded);
      add(words.join(' '), id);
      if (words.length > 2 && PLACE.has(words.at(-1) ?? '')) add(words.slice(0, -1).join(' '), id);
    }
  }
  const known = [...owners].flatMap(([name, ids]) => {
    const [only] = ids;
    return only && ids.size === 1 && fold(name) !== '' ? [[name, only] as const] : [];
  });
  return new Map(known);
}
