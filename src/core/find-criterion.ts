import { type Criterion, isGroup, type ScoreTable } from './score-table.ts';
import type { NodeTally } from './tally-result.ts';

interface Numbered {
  no: string;
  /** Numbers of the groups above, from the top. */
  groups: readonly string[];
}

/** As a person writes it: `II. 3` is `ii.3`. */
const plain = (no: string) => no.toLowerCase().replace(/\s+/g, '').replace(/\.+$/, '');

/** `II.1.g` for `1.g` in `1` in `II`: a number that repeats its group's says it once. */
const joined = (numbers: readonly string[]): string =>
  numbers.reduce((above, own) => {
    const last = above.split('.').at(-1) ?? '';
    if (above === '') return own;
    return own.startsWith(`${last}.`) ? above + own.slice(last.length) : `${above}.${own}`;
  }, '');

const whole = ({ no, groups }: Numbered) => joined([...groups, no].map(plain));

interface Called {
  key: string;
  no: string;
  children?: readonly Called[];
}

/** By key what each leaf is called: as printed where no other is printed so, else with its groups' numbers. */
export function leafNumbers(nodes: readonly Called[]): Map<string, string> {
  const all: (Numbered & { key: string })[] = [];
  const visit = (list: readonly Called[], groups: string[]) => {
    for (const { key, no, children } of list) {
      if (children) visit(children, [...groups, no]);
      else all.push({ key, no, groups });
    }
  };
  visit(nodes, []);
  const times = new Map<string, number>();
  for (const { no } of all) times.set(plain(no), (times.get(plain(no)) ?? 0) + 1);
  return new Map(
    all.map(({ key, no, groups }) => [key, times.get(plain(no)) === 1 ? no : joined([...groups, no])]),
  );
}

/** By key the number of each group and leaf with those of the groups above it (`II.1`): another is printed so only by a table's own mistake. */
export function places(nodes: readonly NodeTally[], groups: readonly string[] = []): Map<string, string> {
  return new Map(
    nodes.flatMap(node => [
      [node.key, joined([...groups, node.no])] as const,
      ...(node.kind === 'group' ? places(node.children, [...groups, node.no]) : []),
    ]),
  );
}

/** Those that a typed number means: with its groups' numbers before it (`II.1.g`), else as printed (`1.g`). */
export function byNumber<One>(
  list: readonly One[],
  typed: string,
  numbered: (one: One) => Numbered,
  folded: (text: string) => string = text => text,
): One[] {
  const found = (same: (text: string) => string) => {
    const wanted = same(plain(typed));
    const placed = list.filter(one => same(whole(numbered(one))) === wanted);
    return placed.length > 0 ? placed : list.filter(one => same(plain(numbered(one).no)) === wanted);
  };
  const exact = found(text => text);
  return exact.length > 0 ? exact : found(folded);
}

/** Groups and leaves by their number, whatever else they are. */
function inTree<Node extends { no: string }>(
  nodes: readonly Node[],
  childrenOf: (node: Node) => readonly Node[],
  typed: string,
): Node[] {
  const all: { node: Node; groups: readonly string[] }[] = [];
  const visit = (list: readonly Node[], groups: readonly string[]) => {
    for (const node of list) {
      all.push({ node, groups });
      visit(childrenOf(node), [...groups, node.no]);
    }
  };
  visit(nodes, []);
  return byNumber(all, typed, ({ node, groups }) => ({ no: node.no, groups })).map(({ node }) => node);
}

export const findNodes = (nodes: readonly NodeTally[], typed: string): NodeTally[] =>
  inTree(nodes, node => (node.kind === 'group' ? node.children : []), typed);

export const findCriteria = (table: ScoreTable, typed: string): Criterion[] =>
  inTree(table.children, one => (isGroup(one) ? one.children : []), typed);
