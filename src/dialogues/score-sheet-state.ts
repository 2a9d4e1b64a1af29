import { z } from 'zod';
import { boundLeaves, levelsOf } from '../core/asked.ts';
import type { SheetRead } from '../core/filled-sheet.ts';
import { ownSheet } from '../core/own-sheet.ts';
import { leaves, type PlacedLeaf, type ScoreTable } from '../core/score-table.ts';
import { type Entry, type SheetValue, sheetValueSchema } from '../core/sheet-value.ts';
import { tallyLeaves } from '../core/tally-leaves.ts';
import type { LeafTally, UnitTally } from '../core/tally-result.ts';
import type { Asked } from '../text/answer-value.ts';
import type { ReceivedFile } from './dialogue.ts';

export interface ScoreFacts {
  unitId: string;
  unitName: string;
  table: ScoreTable;
  /** Of this sheet, by whomever; older versions may be among them. */
  entries: readonly Entry[];
  /** Person id. */
  me: string;
  sheet: { state: 'draft' } | { state: 'submitted'; byName: string; at: Date };
  now: Date;
  /** Of each criterion, oldest first. */
  evidence: readonly { id: string; criterionKey: string; text: string }[];
  /** For each piece of evidence that this message may bring. */
  newIds: readonly string[];
  /** The workbook among the files of this very message, as a sheet filled in; null: none came. */
  filled: { name: string; read: SheetRead } | null;
  /** The sheet is to be filled in as a file. */
  byFile: boolean;
  /** Only criteria that were sent back are asked: the rest of the sheet stands. */
  partOnly: boolean;
}

export type ScoreEffect =
  /** `expectVersion` 0: nobody has answered yet. To be refused where another version stands by then. */
  | { kind: 'enter'; criterionKey: string; expectVersion: number; value: SheetValue }
  | { kind: 'evidence'; id: string; criterionKey: string; evidence: GivenEvidence }
  | { kind: 'withdraw'; criterionKey: string; evidenceId: string }
  /** The sheet, to be filled in elsewhere. */
  | { kind: 'send_file' }
  | { kind: 'submit_sheet' };

/** What shows that the points are due. */
export type GivenEvidence =
  | { kind: 'link' | 'document'; text: string }
  | { kind: 'file'; file: ReceivedFile };

/** Which criteria the way leads through: those without an answer, those passed over, or each one again. */
const walkSchema = z.enum(['open', 'skipped', 'all']);
export type Walk = z.infer<typeof walkSchema>;

const place = {
  key: z.string().max(64),
  /** The entry version that the question showed, 0 = none: what an answer is an answer to. */
  shown: z.int().nonnegative(),
  walk: walkSchema,
};

/** Whose sheet it is; a state of an older release does not say: the person's first unit's. */
const whose = { unitId: z.string().optional() };

export const scoreStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('criterion'), ...whose, ...place }),
  /** What was typed can be read in several ways. */
  z.strictObject({
    at: z.literal('reading'),
    ...whose,
    ...place,
    readings: z.array(sheetValueSchema).min(1).max(4),
  }),
  /** Someone else answered meanwhile: `shown` is theirs, `mine` what was typed. */
  z.strictObject({ at: z.literal('conflict'), ...whose, ...place, mine: sheetValueSchema }),
  /** `revision`: of the sheet as the summary showed it. */
  z.strictObject({ at: z.literal('summary'), ...whose, revision: z.int().nonnegative() }),
  /** A workbook is awaited. */
  z.strictObject({ at: z.literal('file'), ...whose }),
  /** Answers of a workbook, each with the version it would replace, before they are written. */
  z.strictObject({
    ...{ at: z.literal('filled'), ...whose, name: z.string() },
    answers: z.array(
      z.strictObject({ key: z.string(), saw: z.int().nonnegative(), value: sheetValueSchema }),
    ),
    /** Cells that were refused. */
    refused: z.int().nonnegative(),
  }),
]);
export type ScoreState = z.infer<typeof scoreStateSchema>;
export type AtCriterion = Extract<ScoreState, { key: string }>;
export type AtFilled = Extract<ScoreState, { at: 'filled' }>;

/** Where the sheet stands, worked out once per step. `rows`, `asked` and `tallied` run alongside: what a person enters. */
export interface ScoreView {
  facts: ScoreFacts;
  rows: readonly PlacedLeaf[];
  asked: readonly Asked[];
  tally: UnitTally;
  tallied: LeafTally[];
}

export function viewOf(facts: ScoreFacts): ScoreView {
  const tally = ownSheet(facts.table, facts.entries, facts.now);
  const all = tallyLeaves(tally.children);
  const { places, rows, asked } = questionsOf(facts.table);
  const tallied = places.flatMap(place => all[place] ?? []);
  const open = tallied.filter(leaf => leaf.state === 'open').length;
  // What comes from the bot's own records waits for nobody here.
  return { facts, rows, asked, tallied, tally: { ...tally, counts: { ...tally.counts, open } } };
}

interface Questions {
  /** Of each among all the table's leaves. */
  places: number[];
  rows: PlacedLeaf[];
  asked: Asked[];
}

/** A table is never changed, and each answer looks at all of it twice. */
const questions = new WeakMap<ScoreTable, Questions>();

function questionsOf(table: ScoreTable): Questions {
  const known = questions.get(table);
  if (known) return known;
  const bound = boundLeaves(table);
  const made: Questions = { places: [], rows: [], asked: [] };
  for (const [place, row] of leaves(table).entries()) {
    const leaf = bound[place];
    if (!leaf || leaf.rule.asks === null) continue;
    made.places.push(place);
    made.rows.push(row);
    made.asked.push({ kind: leaf.rule.asks, max: row.max, levels: levelsOf(leaf) });
  }
  questions.set(table, made);
  return made;
}

export function indexOf(view: ScoreView, key: string): number {
  return view.rows.findIndex(row => row.key === key);
}

/** Grows with every entry that anybody writes, so that a summary out of date is recognised. */
export function revisionOf(view: ScoreView): number {
  return view.tallied.reduce((sum, leaf) => sum + versionAt(leaf), 0);
}

export const versionAt = (leaf: LeafTally | undefined): number => leaf?.entry?.version ?? 0;

export interface Standing {
  value: SheetValue;
  /** Null: the reader. */
  byName: string | null;
  at: Date;
}

/** The answer that holds at present, and whose it is. */
export function standingAt(view: ScoreView, index: number): Standing | null {
  const entry = view.tallied[index]?.entry;
  if (!entry || entry.value.kind === 'skipped' || entry.value.kind === 'not_assigned') return null;
  return {
    value: entry.value,
    byName: entry.by === view.facts.me ? null : entry.byName,
    at: entry.at,
  };
}
