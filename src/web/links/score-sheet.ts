import { blocPeople } from '../../../db/bloc-context.ts';
import { evidenceOf, type StoredEvidence } from '../../../db/evidence.ts';
import { findLink } from '../../../db/links.ts';
import { lockSheet, sheets } from '../../../db/scores.ts';
import { ownScoring } from '../../../db/scoring.ts';
import type { Tx } from '../../../db/tx.ts';
import { boundLeaves, levelsOf } from '../../core/asked.ts';
import type { BoundLeaf } from '../../core/bound-table.ts';
import { dayOf } from '../../core/day.ts';
import { ownSheet } from '../../core/own-sheet.ts';
import { leaves } from '../../core/score-table.ts';
import { actsFor } from '../../core/scoring.ts';
import type { Entry } from '../../core/sheet-value.ts';
import { sheetStage } from '../../core/stage.ts';
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
  evidence: StoredEvidence[];
  /** Why it was sent back. */
  returned: string | null;
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
  const own = await ownScoring(tx, { blocId, seasonId, unitId });
  if (!own) return null;
  const { table, tableId, standing, moves, verdicts } = own;
  const sheetId = await lockSheet(tx, { blocId, seasonId, tableId, unitId }, now);
  const [sheet] = await sheets(tx, tableId, unitId);
  const entries = sheet?.entries ?? [];
  const evidence = await evidenceOf(tx, tableId, sheetId);
  const stage = sheetStage(moves);
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
  const total = () => {
    const { points, maxScored } = ownSheet(table, entries, now);
    const left = rows.filter(row => row.open && row.entry === null).length;
    return { left, points, of: maxScored };
  };
  return { table, tableId, sheetId, rows, writable, total };
}
export type FormSheet = NonNullable<Awaited<ReturnType<typeof formSheet>>>;
