import { isGroup, type Leaf, type ScoreTable } from '../core/score-table.ts';
import type { TableAsk } from '../core/table-asks.ts';
import { nodeAt, type TableEdit } from '../core/table-edit.ts';
import type { RuleGap } from '../core/table-proposal.ts';
import { byHand, type GapAnswer, withGap, withOtherwise, wonBy } from '../core/table-rules.ts';
import { parsePoints } from '../text/points.ts';
import { editOf } from './table-corrections.ts';
import type { TableFacts } from './table-state.ts';

/** What a button under an open question says of it. */
export function answerByPress(
  ask: TableAsk,
  press: string,
  table: ScoreTable,
  facts: TableFacts,
): TableEdit | null {
  if (press === 'settle') return { kind: 'settle', ask: ask.id };
  switch (ask.kind) {
    case 'line':
      return null;
    case 'max':
      return press === 'drop' ? { kind: 'drop', key: ask.key } : null;
    case 'sum': {
      if (press !== 'fix') return null;
      const { key, sum: points } = ask;
      return key === null ? { kind: 'table_max', points } : { kind: 'max', key, points };
    }
    case 'rule': {
      const { key, rule, open } = ask.proposal;
      if (press === 'by_hand') return { kind: 'rule', key, rule: byHand, open: [] };
      return press === 'take' ? { kind: 'rule', key, rule, open } : null;
    }
    default:
      return ruledBy(ask, press, table, facts);
  }
}

function ruledBy(
  ask: Extract<TableAsk, { kind: 'gap' | 'doubt' }>,
  press: string,
  table: ScoreTable,
  facts: TableFacts,
): TableEdit | null {
  const leaf = leafAt(table, ask.key);
  if (!leaf) return null;
  const { key } = leaf;
  if (press === 'by_hand') return { kind: 'rule', key, rule: byHand, open: [] };
  const band = Number(/^band_(\d+)$/.exec(press)?.[1] ?? Number.NaN);
  if (ask.kind === 'doubt' && ask.doubt.code === 'bands_overlap')
    return Number.isNaN(band) ? null : { kind: 'rule', key, rule: wonBy(leaf.rule, band), open: [] };
  const answer = gapAnswer(ask.kind === 'gap' ? ask.gap : 'day_kind', press, facts);
  if (!answer) return null;
  const open = ask.kind === 'gap' ? ask.others : [];
  return { kind: 'rule', key, rule: withGap(leaf.rule, answer), open };
}

function gapAnswer(gap: RuleGap, press: string, { deadlines }: TableFacts): GapAnswer | null {
  if (gap === 'day_kind') return press === 'calendar' || press === 'working' ? { gap, days: press } : null;
  if (gap === 'several')
    return press === 'worst' || press === 'each' || press === 'mean' ? { gap, several: press } : null;
  if (press === 'every_report') return { gap, deadlineId: null };
  const chosen = deadlines[Number(/^report_(\d+)$/.exec(press)?.[1] ?? Number.NaN)];
  return chosen ? { gap, deadlineId: chosen.id } : null;
}

function leafAt(table: ScoreTable, key: string): Leaf | null {
  const node = nodeAt(table, key);
  return node && !isGroup(node) ? node : null;
}

/** Under a question what reads as its answer is one. */
export function answerByText(
  ask: TableAsk,
  text: string,
  table: ScoreTable,
): TableEdit | 'wants_points' | null {
  const read = parsePoints(text);
  const points = read.kind === 'points' && read.points >= 0 ? read.points : null;
  switch (ask.kind) {
    case 'max':
      if (points !== null) return { kind: 'max', key: ask.key, points };
      return read.kind === 'not_a_number' ? null : 'wants_points';
    case 'sum':
      if (points === null) return null;
      return ask.key === null ? { kind: 'table_max', points } : { kind: 'max', key: ask.key, points };
    case 'rule':
    case 'doubt': {
      const leaf = leafAt(table, ask.kind === 'rule' ? ask.proposal.key : ask.key);
      if (!leaf) return null;
      if (points !== null && ask.kind === 'doubt' && ask.doubt.code === 'bands_gap')
        return { kind: 'rule', key: leaf.key, rule: withOtherwise(leaf.rule, points), open: [] };
      const edit = editOf(leaf, text, table);
      return edit?.kind === 'rule' ? edit : null;
    }
    default:
      return null;
  }
}
