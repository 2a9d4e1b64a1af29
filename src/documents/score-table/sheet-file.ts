import { boundLeaves } from '../../core/asked.ts';
import { type BoundLeaf, type BoundNode, bindTable } from '../../core/bound-table.ts';
import type { RefusedCell, SheetRead } from '../../core/filled-sheet.ts';
import { levelsOf } from '../../core/rules/levels.ts';
import type { ScoreTable } from '../../core/score-table.ts';
import type { SheetValue } from '../../core/sheet-value.ts';
import { typedAnswer } from '../../text/answer-value.ts';
import { clean, fold } from '../../text/fold.ts';
import { tableTemplateWords as template, scoreSheetWords as words } from '../../text/score-workbook.ts';
import { cellName, type Grid, readGrids } from '../grid.ts';
import { type Cell, writeWorkbook } from '../workbook.ts';
import { sheetAnswer } from './sheet-answers.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const EMPTY: Cell = { kind: 'empty' };

/** The layout that score tables are read from, with lines to be written over. */
export function writeTableTemplate(): Promise<Uint8Array> {
  const [no, name, max, how] = template.columns;
  const widths = [8, 60, 12, 60];
  return writeWorkbook([
    {
      name: template.sheet,
      title: [...template.title],
      columns: [no, name, max, how].map((title, index) => ({ title, width: widths[index] ?? 12 })),
      rows: template.rows.map(row =>
        row.map(cell => (typeof cell === 'number' ? { kind: 'number', number: cell } : text(cell))),
      ),
      notes: [...template.notes],
    },
  ]);
}

/** A table as a sheet for one unit to fill in: what each criterion asks for, and where to write it. */
export function writeScoreSheet(
  table: ScoreTable,
  unitName: string,
  answers: ReadonlyMap<string, SheetValue> = new Map(),
): Promise<Uint8Array> {
  const { key, no, name, max, how, answer } = words.columns;
  return writeWorkbook([
    {
      name: words.sheet,
      title: words.title(table.name, unitName),
      columns: [
        { title: key, width: 12 },
        { title: no, width: 8 },
        { title: name, width: 60 },
        { title: max, width: 12, align: 'right' },
        { title: how, width: 34 },
        { title: answer, width: 20 },
      ],
      rows: linesOf(bindTable(table).nodes, answers),
      notes: [...words.notes],
    },
  ]);
}

function linesOf(nodes: readonly BoundNode[], answers: ReadonlyMap<string, SheetValue>): Cell[][] {
  return nodes.flatMap(node => {
    if (node.kind === 'leaf') return [leafLine(node, answers.get(node.leaf.key) ?? null)];
    const { key, no, name, max } = node.group;
    return [
      [text(key), text(no), text(name), { kind: 'number', number: max / 100 }, EMPTY, EMPTY],
      ...linesOf(node.children, answers),
    ];
  });
}

function leafLine({ leaf, rule }: BoundLeaf, answer: SheetValue | null): Cell[] {
  const { key, no, name, max } = leaf;
  const levels = levelsOf(leaf.rule).map(level => level.name);
  const how = rule.asks === null ? words.derived : words.how(rule.asks, { max, levels });
  return [
    text(key),
    text(no),
    text(name),
    { kind: 'number', number: max / 100 },
    text(how),
    answered(answer, leaf),
  ];
}

function answered(value: SheetValue | null, leaf: BoundLeaf['leaf']): Cell {
  if (value === null || value.kind === 'skipped') return EMPTY;
  if (value.kind === 'points') return { kind: 'number', number: value.points / 100 };
  return text(typedAnswer(value, levelsOf(leaf.rule)));
}

/** A filled sheet as a whole: what can stand, and every cell that cannot. */
export async function readScoreSheet(bytes: Uint8Array, table: ScoreTable): Promise<SheetRead> {
  const read = await readGrids(bytes);
  return read.kind === 'problem' ? read : scoreSheetIn(read.grids, table);
}

export function scoreSheetIn(grids: readonly Grid[], table: ScoreTable): SheetRead {
  const [head] = grids.flatMap(grid => headOf(grid) ?? []);
  return head ? answersIn(head, boundLeaves(table)) : { kind: 'not_a_sheet' };
}

interface Head {
  grid: Grid;
  row: number;
  key: number;
  answer: number;
}

function headOf(grid: Grid): Head | null {
  for (const [row, cells] of grid.rows.entries()) {
    const titles = cells.map(cell => fold(cell.text));
    const [key, answer] = [words.columns.key, words.columns.answer].map(title => titles.indexOf(fold(title)));
    if (key !== undefined && answer !== undefined && key >= 0 && answer >= 0)
      return { grid, row, key, answer };
  }
  return null;
}

function answersIn({ grid, row: head, key, answer }: Head, leaves: readonly BoundLeaf[]): SheetRead {
  const known = new Map(leaves.map(bound => [bound.leaf.key, bound]));
  const values = new Map<string, SheetValue>();
  const refused: RefusedCell[] = [];
  for (const [row, cells] of grid.rows.entries()) {
    const written = clean(cells[answer]?.text ?? '');
    const criterion = clean(cells[key]?.text ?? '');
    if (row <= head || written === '' || criterion === '') continue;
    const bound = known.get(criterion);
    const at = { cell: cellName(row, answer), no: bound?.leaf.no ?? null, text: written };
    if (!bound) {
      refused.push({ ...at, fault: { code: 'unknown_criterion' } });
      continue;
    }
    const read = sheetAnswer(bound, written);
    if (read.kind === 'empty') continue;
    if (read.kind === 'refused') refused.push({ ...at, fault: read.fault });
    else if (values.has(criterion)) refused.push({ ...at, fault: { code: 'answered_twice' } });
    else values.set(criterion, read.value);
  }
  return { kind: 'answers', values, refused };
}
