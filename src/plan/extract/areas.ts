import { properName } from '../../text/plan-names.ts';
import { areaHead, provinceNamed } from '../../text/plan-places.ts';

/** A territory that a text names: `xã Hà Bắc`. */
export interface Area {
  kind: 'province' | 'commune';
  name: string;
  at: number;
}

const HEAD =
  /\b(tinh|thanh pho|tp\.?|xa(?! hoi(?![\p{L}]))|phuong|dac khu)[^\S\n]+(?:uy[^\S\n]+(?!ban(?![\p{L}])))?(?=\S)/gu;
const NAME = /^(\p{Lu}[\p{L}']*(?:\s-\s\p{Lu}[\p{L}']+|\s\p{Lu}[\p{L}']*){0,3})/u;
export function areasIn(text: string, folded: string): Area[] {
  return [...folded.matchAll(HEAD)].flatMap(found => {
    const start = found.index + found[0].length;
    const name = NAME.exec(text.slice(start, start + 60))?.[1];
    if (!name) return [];
    const head = areaHead(found[1] ?? '');
    return areaOf(head.kind, head.name, name, found.index);
  });
}

function areaOf(kind: Area['kind'], head: string, name: string, at: number): Area[] {
  const proper = /\p{Ll}/u.test(name) ? name : properName(`${head} ${name}`).slice(head.length + 1);
  if (kind === 'commune') return [{ kind, name: `${head} ${proper}`, at }];
  const words = proper.split(' ');
  // "tỉnh Bắc Ninh Lần thứ nhất": a province is known by its name.
  for (let count = words.length; count > 0; count -= 1) {
    const known = provinceNamed(words.slice(0, count).join(' '));
    if (known) return [{ kind, name: known, at }];
  }
  return [{ kind, name: `${head} ${proper}`, at }];
}

/** The one that is named most often, the first where several are. */
export function mostNamed(areas: readonly Area[], kind: Area['kind']): string | null {
  const counts = new Map<string, number>();
  for (const area of areas) if (area.kind === kind) counts.set(area.name, (counts.get(area.name) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
