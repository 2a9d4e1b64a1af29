import type { NodeTally, Sums, Tally, UnitTally } from '../core/tally-result.ts';
import { limitWords } from '../text/limit-words.ts';
import { className, knockoutReason, outWord } from '../text/ranking.ts';
import { scoreBookText } from '../text/score-sheets.ts';
import { type Cell, columnName, firstRow, type SheetOf, writeWorkbook } from './workbook.ts';

/** A bloc's scores, the stages side by side. */
export interface ScoreBook {
  bloc: string;
  year: number;
  table: string;
  /** Whether they are official, and since when. */
  stateLine: string;
  stages: { self: Tally; verified: Tally; final: Tally };
  /** Why a criterion's points are not the unit's own, by unit and criterion key. */
  reasonOf(unitId: string, key: string): string | null;
  verifierOf(unitId: string): string;
}

const text = (words: string | null): Cell => (words ? { kind: 'text', text: words } : { kind: 'empty' });
const number = (hundredths: number | null): Cell =>
  hundredths === null ? { kind: 'empty' } : { kind: 'number', number: hundredths / 100 };

const stages = ['self', 'verified', 'final'] as const;
/** Index of the first stage's column on a unit's sheet. */
const FIRST = 3;

/** A sheet for each unit and one of all of them, in formulas that recompute the totals from the leaves. */
export function scoreWorkbook(book: ScoreBook): Promise<Uint8Array> {
  const units = book.stages.final.units.map((unit, index) => unitSheet(book, unit, index));
  return writeWorkbook([tallySheet(book, units), ...units]);
}

interface Line {
  depth: number;
  /** The same node at each stage. */
  nodes: (NodeTally | null)[];
  /** Lines of the children, for their sum. */
  children: number[];
}

function unitSheet(book: ScoreBook, final: UnitTally, index: number): SheetOf {
  const { columns } = scoreBookText;
  const tallies = stages.map(stage => book.stages[stage].units.find(unit => unit.unitId === final.unitId));
  const lines: Line[] = [];
  const add = (nodes: (NodeTally | null)[], depth: number): number => {
    const at = lines.length;
    const line: Line = { depth, nodes, children: [] };
    lines.push(line);
    const main = nodes.at(-1);
    if (main?.kind === 'group')
      line.children = main.children.map((_, n) =>
        add(
          nodes.map(node => (node?.kind === 'group' ? (node.children[n] ?? null) : null)),
          depth + 1,
        ),
      );
    return at;
  };
  const tops = final.children.map((_, n) =>
    add(
      tallies.map(tally => tally?.children[n] ?? null),
      0,
    ),
  );
  const title = [...scoreBookText.unitTitle(final.unitName, book.table), book.stateLine];
  const start = firstRow({ title });
  const sumOf = (column: number, rows: readonly number[], own: Sums, parts: readonly (number | null)[]) =>
    summed(
      columnName(column),
      rows.map(row => start + row),
      own,
      parts,
    );

  const rows = lines.map(({ depth, nodes, children }): Cell[] => {
    const main = nodes.at(-1);
    if (!main) return [];
    const cells = nodes.map((node, n) => {
      if (node?.kind !== 'group') return number(node?.points ?? null);
      const parts = node.children.map(child => child.points);
      return sumOf(FIRST + n, children, node, parts);
    });
    const state = main.kind === 'leaf' ? stateOf(main) : main.limits.map(limitWords).join(' ');
    return [
      text(main.no),
      text(`${'   '.repeat(depth)}${main.name}`),
      number(main.max),
      ...cells,
      text([book.reasonOf(final.unitId, main.key), state].filter(Boolean).join('. ')),
    ];
  });
  const totals = tallies.map((tally, n) => {
    const parts = tally?.children.map(child => child.points) ?? [];
    return tally ? sumOf(FIRST + n, tops, tally, parts) : number(null);
  });
  const strong = new Set([
    ...lines.flatMap((line, at) => (line.children.length > 0 ? [at] : [])),
    rows.length,
  ]);
  return {
    name: scoreBookText.sheetName(index + 1, final.unitName),
    title,
    columns: [
      { title: columns.no, width: 9 },
      { title: columns.content, width: 60 },
      { title: columns.max, width: 11, align: 'right' },
      { title: columns.self, width: 11, align: 'right' },
      { title: columns.verified, width: 11, align: 'right' },
      { title: columns.final, width: 11, align: 'right' },
      { title: columns.reason, width: 44 },
    ],
    rows: [
      ...rows,
      [
        text(null),
        text(scoreBookText.total),
        number(final.max),
        ...totals,
        text(final.limits.map(limitWords).join(' ')),
      ],
    ],
    strong,
    notes: [],
  };
}

/** The children's sum; where a cap, a floor or a rounding took something, that difference stands beside it. */
function summed(column: string, rows: readonly number[], own: Sums, parts: readonly (number | null)[]): Cell {
  const sum = parts.reduce<number>((so, part) => so + (part ?? 0), 0);
  const cells = rows.map(row => `${column}${row}`).join(',');
  const rest = own.points - sum;
  const taken = rest === 0 ? '' : `${rest < 0 ? '-' : '+'}${Math.abs(rest) / 100}`;
  // So that a spreadsheet's binary sums come to whole hundredths, as ours do.
  return { kind: 'formula', formula: `ROUND(SUM(${cells})${taken},2)`, result: own.points / 100 };
}

function stateOf(leaf: Extract<NodeTally, { kind: 'leaf' }>): string | null {
  if (leaf.state === 'not_assigned') return scoreBookText.notAssigned;
  return leaf.state === 'scored' ? null : scoreBookText.open;
}

function tallySheet(book: ScoreBook, sheets: readonly SheetOf[]): SheetOf {
  const { columns } = scoreBookText;
  const rows = book.stages.final.units.map((unit, index): Cell[] => {
    const sheet = sheets[index];
    const totals = stages.map((stage, n): Cell => {
      const tally = book.stages[stage].units.find(one => one.unitId === unit.unitId);
      if (!sheet || !tally) return number(null);
      const at = `${columnName(FIRST + n)}${firstRow(sheet) + sheet.rows.length - 1}`;
      return { kind: 'formula', formula: `'${sheet.name}'!${at}`, result: tally.points / 100 };
    });
    const reasons = unit.knockouts.map(knockoutReason).join('; ');
    const notes = reasons === '' ? null : scoreBookText.notConsidered(outWord(unit), reasons);
    return [
      unit.rank === null ? text('–') : { kind: 'number', number: unit.rank },
      text(unit.unitName),
      ...totals,
      number(unit.max),
      text(reasons === '' ? className(unit.class) : '–'),
      text(notes),
      text(book.verifierOf(unit.unitId)),
    ];
  });
  return {
    name: scoreBookText.tally,
    title: [...scoreBookText.title(book.bloc, book.year), book.stateLine],
    columns: [
      { title: columns.rank, width: 8, align: 'center' },
      { title: columns.unit, width: 40 },
      { title: columns.self, width: 12, align: 'right' },
      { title: columns.verified, width: 12, align: 'right' },
      { title: columns.final, width: 12, align: 'right' },
      { title: columns.max, width: 12, align: 'right' },
      { title: columns.class, width: 24 },
      { title: columns.note, width: 40 },
      { title: columns.verifiedBy, width: 36 },
    ],
    rows,
    notes: [],
  };
}
