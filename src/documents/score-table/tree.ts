import type { Points } from '../../core/points.ts';
import type { Counts } from '../../core/rules/rule.ts';
import type { CellEvidence } from '../../core/table-proposal.ts';
import { fold } from '../../text/fold.ts';
import { type NumberKind, type NumberWords, numberWords } from '../../text/line-numbers.ts';
import { isTotal, type TableLine } from './lines.ts';

/** A line that became a criterion or a group, with the lines that explain it. */
export interface TableNode {
  line: TableLine;
  no: string;
  kind: NumberKind;
  max: Points | null;
  counts: Counts;
  /** Sentences about how it is scored. */
  remarks: CellEvidence[];
  children: TableNode[];
}

export interface TableTree {
  roots: TableNode[];
  totals: TableLine[];
  /** Lines with points but nothing to hang them on, or words before the first criterion. */
  loose: TableLine[];
}

/** Which line stands under which, by the way they are numbered. */
export function treeOf(lines: readonly TableLine[]): TableTree {
  const tree: TableTree = { roots: [], totals: [], loose: [] };
  const open: TableNode[] = [];
  let capital: string | null = null;
  let ended = false;
  for (const line of lines) {
    if (isTotal(line)) {
      tree.totals.push(line);
      continue;
    }
    const number: NumberWords | null = line.no === '' ? null : numberWords(line.no, capital);
    const last = open.at(-1);
    const remark = number === null || (number.no === '' && line.max.kind === 'none');
    if (remark) {
      const explains = last && line.max.kind === 'none' && !ended;
      if (explains) last.remarks.push(...(line.name === '' ? [] : [line.at]), ...line.notes);
      else if (line.max.kind !== 'none') tree.loose.push(line);
      // Signatures and notes below the table say nothing of its last criterion.
      if (tree.totals.length > 0 && !explains) ended = true;
      continue;
    }
    if (number.kind === 'capital') capital = number.no;
    const node = nodeOf(line, number);
    const depth = depthFor(open, node);
    open.length = depth;
    const parent = open.at(-1);
    (parent ? parent.children : tree.roots).push(node);
    if (node.no === '')
      node.no = `${parent?.no ?? ''}.${parent?.children.length ?? tree.roots.length}`.replace(/^\./, '');
    open.push(node);
  }
  return tree;
}

/** Beside the last open line of the same kind; below all where the kind is new; `1a` below `1`, `2.1` below `2`. */
function depthFor(open: readonly TableNode[], node: TableNode): number {
  const alike = open.findLastIndex(one => one.kind === node.kind);
  if (alike >= 0) return alike;
  const prefix = node.kind === 'suffixed' ? node.no.slice(0, -1) : node.no.split('.').slice(0, -1).join('.');
  const above = prefix === '' ? -1 : open.findLastIndex(one => one.no === prefix);
  return above >= 0 ? above + 1 : open.length;
}

function nodeOf(line: TableLine, { no, kind }: { no: string; kind: NumberKind }): TableNode {
  const max = line.max.kind === 'points' ? line.max.points : null;
  return { line, no, kind, max, counts: countsOf(line), remarks: [...line.notes], children: [] };
}

/** By the sign before the points, or what the line calls itself. */
function countsOf({ name, max }: TableLine): Counts {
  const sign = max.kind === 'points' ? max.sign : null;
  if (sign === 'minus') return 'penalty';
  if (sign === 'plus') return 'bonus';
  const words = fold(name);
  if (PENALTY.test(words)) return 'penalty';
  return BONUS.test(words) ? 'bonus' : 'base';
}

/** Both words are needed: without its marks "cộng" reads like "công tác", "thưởng" like "thường xuyên". */
const SUBJECT = '^(?:cac )?(?:noi dung |tieu chi |truong hop |muc )?(?:bi |duoc )?';
const PENALTY = new RegExp(`${SUBJECT}(?:diem tru|tru diem)\\b`);
const BONUS = new RegExp(`${SUBJECT}(?:diem (?:thuong|cong)|(?:thuong|cong) diem)\\b`);
