import { checkTable } from '../../core/check-table.ts';
import { type Points, sum, zero } from '../../core/points.ts';
import type { Counts } from '../../core/rules/rule.ts';
import { type Criterion, noCaps, type RuleRef, type ScoreTable } from '../../core/score-table.ts';
import type { CellEvidence, RuleProposal, TableProposal, TableQuestion } from '../../core/table-proposal.ts';
import { defaultSettings } from '../../core/table-settings.ts';
import { criterionKey } from '../../text/criterion-key.ts';
import { ruleHint } from '../../text/rule-hints.ts';
import type { TableLine } from './lines.ts';
import type { TableNode, TableTree } from './tree.ts';

export function proposalOf(tree: TableTree, sheet: string, name: string): TableProposal {
  const evidence: Record<string, CellEvidence> = {};
  const questions: TableQuestion[] = [];
  const rules: RuleProposal[] = [];

  const maxOf = (node: TableNode, key: string, parts: Points | null): Points => {
    if (node.max !== null) return node.max;
    const { no, line } = node;
    if (line.max.kind === 'unclear') questions.push({ code: 'max_unclear', key, no, at: line.maxAt });
    else questions.push({ code: 'max_missing', key, no, proposed: parts, at: line.at });
    return parts ?? zero;
  };
  const under = (nodes: readonly TableNode[], above: string, places: string, counts: Counts): Criterion[] =>
    nodes.map((node, index) => {
      const place = `${places}.${index + 1}`;
      const { key, numbers } = criterionKey(above, node.no, place);
      evidence[key] = node.line.at;
      const own = counts === 'base' ? node.counts : counts;
      const printed = {
        key,
        no: node.no,
        name: node.line.name,
        counts: node.counts,
        clause: null,
        atLeast: null,
      };
      const levels = levelsOf(node);
      if (levels) rules.push({ key, no: node.no, at: node.line.at, rule: levels, open: [] });
      if (node.children.length > 0 && !levels) {
        const children = under(node.children, `${numbers}/`, place, own);
        const parts = sum(children.filter(child => child.counts === 'base').map(child => child.max));
        return { ...printed, max: maxOf(node, key, parts), caps: noCaps, children };
      }
      const max = maxOf(node, key, null);
      if (!levels) rules.push(...hintsOf(node, key, { max, counts: own }));
      return { ...printed, max, rule: { id: 'manual', version: 1, params: {} } };
    });

  const children = under(tree.roots, '', 'at', 'base');
  questions.push(...tree.loose.map(line => ({ code: 'line_unclear', at: line.at }) as const));
  const max = totalOf(tree.totals, children, questions);
  const table: ScoreTable = { version: 1, name, max, caps: noCaps, settings: defaultSettings, children };
  return { sheet, table, evidence, questions, rules, problems: checkTable(table) };
}

/** The first remark that states a rule, the criterion's own words before those of others. */
function hintsOf(node: TableNode, key: string, scope: { max: Points; counts: Counts }): RuleProposal[] {
  const places = [node.line.at, ...node.remarks];
  const all = ruleHint(places.map(place => place.text).join('\n'), scope);
  const at = places.find(place => ruleHint(place.text, scope)) ?? node.line.at;
  return all ? [{ ...all, key, no: node.no, at }] : [];
}

/** Lines under a criterion that are its levels rather than its parts: the best is all of it, together they are more. */
function levelsOf(node: TableNode): RuleRef | null {
  const { max, children } = node;
  const unnumbered = children.every(child => child.kind === 'dash' || child.kind === 'plus');
  if (max === null || children.length < 2 || !unnumbered || children.some(child => child.children.length > 0))
    return null;
  const all = children.map(child => child.max ?? zero);
  if (Math.max(...all) !== max || sum(all) === max) return null;
  const levels = children.map(({ line }, index) => ({
    key: String(index + 1),
    name: line.name,
    points: all[index] ?? zero,
  }));
  return { id: 'levels', version: 1, params: { levels } };
}

/** As printed; a total that counts the bonuses in is one of base and bonuses. */
function totalOf(
  totals: readonly TableLine[],
  children: readonly Criterion[],
  questions: TableQuestion[],
): Points {
  const of = (counts: Counts) =>
    sum(children.filter(child => child.counts === counts).map(child => child.max));
  const base = of('base');
  const line = totals.at(-1);
  if (line?.max.kind !== 'points') return base;
  const printed = line.max.points;
  if (printed === base || printed === base + of('bonus')) return base;
  questions.push({ code: 'total_differs', printed, sum: base, at: line.maxAt });
  return printed;
}
