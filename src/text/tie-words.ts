import type { Criterion, ScoreTable } from '../core/score-table.ts';

/** What parts units of equal points, by its key in the table's chain. */
export function tieKeyWords(key: string, { settings, children }: ScoreTable): string {
  const [link] = settings.tieBreak.filter(one => ('key' in one ? one.key : one.by) === key);
  switch (link?.by) {
    case 'ballot':
      return 'số phiếu';
    case 'decision':
      return 'quyết định của Khối';
    case 'indicator':
      return `số liệu “${link.name}”`;
    default: {
      const found = criterionOf(children, key);
      return found ? `điểm mục ${found.no}. ${found.name}` : 'tiêu chí ưu tiên';
    }
  }
}

function criterionOf(criteria: readonly Criterion[], key: string): Criterion | null {
  for (const one of criteria) {
    const found = one.key === key ? one : 'children' in one ? criterionOf(one.children, key) : null;
    if (found) return found;
  }
  return null;
}
