import type { TableProposal } from '../../core/table-proposal.ts';
import { clean, fold } from '../../text/fold.ts';
import { type Grid, readGrids } from '../grid.ts';
import { type Columns, findColumns } from './columns.ts';
import { linesOf } from './lines.ts';
import { proposalOf } from './proposal.ts';
import { treeOf } from './tree.ts';

export type TableRead =
  | { kind: 'table'; proposal: TableProposal }
  /** No sheet has a head that names contents and points, or nothing stands under it. */
  | { kind: 'no_table'; sheets: string[] }
  | { kind: 'problem'; problem: 'broken' | 'too_large' };

/** A score table from a workbook in the layouts that units use: a proposal with its evidence, for a person to look through. */
export async function readScoreTable(bytes: Uint8Array, fallbackName: string): Promise<TableRead> {
  const read = await readGrids(bytes);
  if (read.kind === 'problem') return read;
  const [proposal, ...others] = scoreTablesIn(read.grids, fallbackName);
  if (!proposal) return { kind: 'no_table', sheets: read.grids.map(grid => grid.sheet) };
  const sheets = others.map(one => one.sheet);
  if (sheets.length > 0) proposal.questions.push({ code: 'other_sheets', sheets });
  return { kind: 'table', proposal };
}

/** Of each sheet with a table what it says, the longest first. */
export function scoreTablesIn(grids: readonly Grid[], fallbackName: string): TableProposal[] {
  const found = grids.flatMap(grid => {
    const columns = findColumns(grid);
    const tree = columns && treeOf(linesOf(grid, columns));
    return columns && tree && tree.roots.length > 0 ? [{ grid, columns, tree }] : [];
  });
  return found
    .toSorted((a, b) => b.grid.rows.length - a.grid.rows.length)
    .map(({ grid, columns, tree }) =>
      proposalOf(tree, grid.sheet, titleAbove(grid, columns) ?? fallbackName),
    );
}

const TITLE = /bang.*(?:diem|tieu chi)|tieu chi.*(?:cham|thi dua)|thang diem/;

/** The line above the head that calls itself a table of points or criteria. */
function titleAbove({ rows }: Grid, { row }: Columns): string | null {
  const texts = rows
    .slice(0, row)
    .flatMap(cells => cells.map(cell => clean(cell.text)).filter(text => text !== ''));
  return texts.find(text => TITLE.test(fold(text))) ?? null;
}
