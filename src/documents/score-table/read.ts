import { clean, fold } from '../../text/fold.ts';
import { type Grid, readGrids } from '../grid.ts';
import { type Columns, findColumns } from './columns.ts';
import { linesOf } from './lines.ts';
import { proposalOf, type TableProposal } from './proposal.ts';
import { treeOf } from './tree.ts';

export type TableRead =
  | { kind: 'table'; proposal: TableProposal }
  /** No sheet has a head that names contents and points, or nothing stands under it. */
  | { kind: 'no_table'; sheets: string[] }
  | { kind: 'problem'; problem: 'broken' | 'too_large' };

/** A score table from a workbook in the layouts that units use: a proposal with its evidence, for a person to look through. */
export async function readScoreTable(bytes: Uint8Array, fallbackName: string): Promise<TableRead> {
  const read = await readGrids(bytes);
  return read.kind === 'problem' ? read : tableIn(read.grids, fallbackName);
}

/** Of several sheets with a table the longest; the others are asked about. */
function tableIn(grids: readonly Grid[], fallbackName: string): TableRead {
  const found = grids.flatMap(grid => {
    const columns = findColumns(grid);
    const tree = columns && treeOf(linesOf(grid, columns));
    return columns && tree && tree.roots.length > 0 ? [{ grid, columns, tree }] : [];
  });
  const longest = Math.max(...found.map(({ grid }) => grid.rows.length));
  const chosen = found.find(({ grid }) => grid.rows.length === longest);
  if (!chosen) return { kind: 'no_table', sheets: grids.map(grid => grid.sheet) };
  const { grid, columns, tree } = chosen;
  const proposal = proposalOf(tree, grid.sheet, titleAbove(grid, columns) ?? fallbackName);
  const others = found.filter(one => one !== chosen).map(one => one.grid.sheet);
  if (others.length > 0) proposal.questions.push({ code: 'other_sheets', sheets: others });
  return { kind: 'table', proposal };
}

const TITLE = /bang.*(?:diem|tieu chi)|tieu chi.*(?:cham|thi dua)|thang diem/;

/** The line above the head that calls itself a table of points or criteria. */
function titleAbove({ rows }: Grid, { row }: Columns): string | null {
  const texts = rows
    .slice(0, row)
    .flatMap(cells => cells.map(cell => clean(cell.text)).filter(text => text !== ''));
  return texts.find(text => TITLE.test(fold(text))) ?? null;
}
