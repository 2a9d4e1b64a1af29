import { z } from 'zod';
import type { Points } from '../core/points.ts';
import { type SheetValue, sheetValueSchema } from '../core/sheet-value.ts';
import type { MoveKind } from '../core/stage.ts';
import type { Asked } from '../text/answer-value.ts';

/** One criterion of a sheet as its verifier sees it. */
export interface VerifyRow {
  key: string;
  no: string;
  /** Its number alone, as the table has it. */
  printed: string;
  name: string;
  groups: string[];
  /** Their numbers, from the top. */
  above: string[];
  asked: Asked;
  /** The unit's own answer; null: none. */
  answer: SheetValue | null;
  points: Points | null;
  entryVersion: number;
  /** Of the newest verdict, 0 for none. */
  verdictVersion: number;
  /** What holds of it in this pass; null: still to be judged. */
  verdict:
    | { kind: 'agreed' }
    | { kind: 'returned'; reason: string }
    | { kind: 'changed'; value: SheetValue; reason: string }
    | null;
  /** The verdict before that the unit has explained itself to, or answered anew since. */
  before: { value: SheetValue | null; reason: string; explanation: string | null } | null;
  evidence: string[];
}

export interface VerifySheet {
  sheetId: string;
  unitId: string;
  unitName: string;
  /** `explaining`: the unit's turn; the verifier may end it. */
  stage: 'verifying' | 'explaining' | 'reverifying';
  moves: number;
  rows: VerifyRow[];
}

export interface VerifyFacts {
  words: string;
  /** The unit that the words name, and the one that verifies it. */
  named: { unitId: string; unitName: string; verifier: string | null } | null;
  /** Those that are the person's to verify, whose turn it is. */
  sheets: readonly VerifySheet[];
  /** Units whose sheets he will verify and that have not sent theirs. */
  waiting: readonly string[];
}

export type Ruling = { kind: 'agreed' } | { kind: 'changed'; value: SheetValue } | { kind: 'returned' };

export type VerifyEffect =
  | {
      kind: 'judge';
      sheetId: string;
      verdicts: {
        key: string;
        version: number;
        entryVersion: number;
        ruling: Ruling;
        reason: string | null;
      }[];
    }
  | { kind: 'move'; sheetId: string; seq: number; move: Exclude<MoveKind, 'sent' | 'explained'> };

const rulingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed'), value: sheetValueSchema }),
  z.strictObject({ kind: z.literal('returned') }),
]);

/** `seen`: the entry and verdict versions that the question showed. */
const place = { sheetId: z.string(), key: z.string(), seen: z.string() };

export const verifyStateSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('choose') }),
  z.strictObject({ at: z.literal('row'), ...place }),
  z.strictObject({ at: z.literal('reason'), ...place, ruling: rulingSchema }),
  /** `seen`: the sheet as the summary showed it. */
  z.strictObject({ at: z.literal('summary'), sheetId: z.string(), seen: z.string() }),
]);
export type VerifyState = z.infer<typeof verifyStateSchema>;

export const seenRow = (row: VerifyRow) => `${row.entryVersion}.${row.verdictVersion}`;
export const seenSheet = (sheet: VerifySheet) =>
  `${sheet.moves}.${sheet.rows.reduce((sum, row) => sum + row.entryVersion + row.verdictVersion, 0)}`;

/** Still to be judged: what the unit has explained or answered anew first, then as printed. */
export function todo(sheet: VerifySheet): VerifyRow[] {
  const open = sheet.rows.filter(row => row.verdict === null);
  return [...open.filter(row => row.before), ...open.filter(row => !row.before)];
}
