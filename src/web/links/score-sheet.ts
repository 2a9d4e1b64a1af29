import { blocPeople } from '../../../db/bloc-context.ts';
import { findLink } from '../../../db/links.ts';
import { ownScoring } from '../../../db/own-scoring.ts';
import { lockSheet, type SheetKey } from '../../../db/scores.ts';
import type { Tx } from '../../../db/tx.ts';
import { boundLeaves, levelsOf } from '../../core/asked.ts';
import type { BoundLeaf } from '../../core/bound-table.ts';
import { dayOf } from '../../core/day.ts';
import { ownSheet } from '../../core/own-sheet.ts';
import { leaves } from '../../core/score-table.ts';
import { actsFor, stageOf } from '../../core/scoring.ts';
import type { Evidence, OwnScoring, OwnSheet } from '../../core/scoring-facts.ts';
import type { Entry } from '../../core/sheet-value.ts';
import type { Asked } from '../../text/answer-value.ts';
import type { OpenLink } from './link.ts';

export interface FormRow {
  key: string;
  no: string;
  name: string;
  group: string;
  asked: Asked;
  bound: BoundLeaf;
  /** The entry that holds; null: none. */
  entry: Entry | null;
  /** It may be answered now. */
  open: boolean;
  evidence: Evidence[];
  /** Why it was sent back. */
  returned: string | null;
}

type Begun = OwnScoring & { sheet: OwnSheet };

async function begunScoring(tx: Tx, of: Omit<SheetKey, 'tableId'>, now: Date): Promise<Begun | null> {
  const own = await ownScoring(tx, of);
  if (!own) return null;
  const { sheet, tableId } = own;
  if (sheet) return { ...own, sheet };
  await lockSheet(tx, { ...of, tableId }, now);
  return begunScoring(tx, of, now);
}

/** A unit's sheet as its contact may fill it now; held until the transaction ends. */
export async function formSheet(tx: Tx, link: OpenLink<'score'>, now: Date) {
  const { blocId, personId, subject } = link;
  const { seasonId, unitId } = subject;
  if (!(await findLink(tx, link.token, false))) return null;
  const people = await blocPeople(tx, dayOf(now));
  // Whoever no longer acts for the unit scores for it no more.
  if (
    !actsFor(
      people.filter(one => one.personId === personId),
      unitId,
    )
  )
    return null;
  const own = await begunScoring(tx, { blocId, seasonId, unitId }, now);
  if (!own) return null;
  const { table, tableId, standing, sheet } = own;
  const { id: sheetId, entries, evidence, verdicts } = sheet;
  const stage = stageOf(sheet);
  const writable =
    !standing.published && (stage === 'returned' || (stage === 'self' && !standing.selfClosed));
  const newest = new Map(verdicts.map(verdict => [verdict.criterionKey, verdict]));
  const placed = new Map(leaves(table).map(leaf => [leaf.key, leaf]));
  const rows = boundLeaves(table).flatMap((bound): FormRow[] => {
    const { leaf, rule } = bound;
    if (rule.asks === null) return [];
    const verdict = newest.get(leaf.key);
    const returned = stage === 'returned' && verdict?.ruling.kind === 'returned' ? verdict.reason : null;
    const [top] = placed.get(leaf.key)?.path ?? [];
    return [
      {
        ...{ key: leaf.key, no: leaf.no, name: leaf.name, bound, returned },
        group: top ? `${top.no}. ${top.name}` : '',
        asked: { kind: rule.asks, max: leaf.max, levels: levelsOf(bound) },
        evidence: evidence.filter(one => one.criterionKey === leaf.key),
        entry: entries.find(entry => entry.criterionKey === leaf.key) ?? null,
        open: writable && (stage === 'self' || returned !== null),
      },
    ];
  });
  /** With an answer given since. */
  const total = (given?: Entry) => {
    const { points, maxScored } = ownSheet(table, given ? [...entries, given] : entries, now);
    const left = rows.filter(row => row.open && row.entry === null && row.key !== given?.criterionKey).length;
    return { left, points, of: maxScored };
  };
  return { table, tableId, sheetId, rows, writable, total };
}
export type FormSheet = NonNullable<Awaited<ReturnType<typeof formSheet>>>;
