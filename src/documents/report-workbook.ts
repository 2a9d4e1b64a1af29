import { type Day, dayOf } from '../core/day.ts';
import type { Lateness } from '../core/deadline.ts';
import { byDeadline } from '../core/duty.ts';
import { type ReportRow, type ReportTotals, totalsOf } from '../core/report-rows.ts';
import { channelName, sheetText, standingName } from '../text/report-sheet.ts';
import {
  instantCell as atInstant,
  numberCell as number,
  dayCell as onDay,
  textCell as text,
} from './cells.ts';
import { type Cell, type SheetOf, writeWorkbook } from './workbook.ts';

type Column = SheetOf['columns'][number] & { cell(row: ReportRow, index: number): Cell };

const late = (of: Lateness | null, days: 'calendarDays' | 'workingDays') =>
  of === null ? null : of.kind === 'late' ? of[days] : 0;
const decision = (row: ReportRow) => row.newest?.decisions.at(-1);
const party = ({ duty }: ReportRow) => (duty.party.kind === 'unit' ? duty.party.unitName : sheetText.bloc);

const whose: readonly Column[] = [
  { title: sheetText.number, width: 6, align: 'right', cell: (_, index) => number(index + 1) },
  { title: sheetText.unit, width: 32, cell: row => text(party(row)) },
  { title: sheetText.title, width: 36, cell: row => text(row.duty.title) },
];

/** What is printed and laid before a meeting. */
const brief: readonly Column[] = [
  ...whose,
  { title: sheetText.due, width: 13, cell: row => onDay(row.duty.dueOn) },
  { title: sheetText.standing, width: 15, cell: row => text(standingName[row.standing]) },
  { title: sheetText.documentNumber, width: 18, cell: row => text(row.newest?.documentNumber) },
  { title: sheetText.sentOn, width: 13, cell: row => onDay(row.newest && dayOf(row.newest.sentAt)) },
  {
    title: sheetText.lateDays,
    width: 8,
    align: 'right',
    cell: row => number(late(row.lateness, 'calendarDays')),
  },
  {
    title: sheetText.note,
    width: 32,
    cell: row => text(sheetText.noteOf(row.duty.extended, decision(row)?.reason ?? null)),
  },
];

const columns: readonly Column[] = [
  ...whose,
  { title: sheetText.due, width: 13, cell: row => onDay(row.duty.dueOn) },
  { title: sheetText.extended, width: 9, cell: row => text(row.duty.extended ? sheetText.yes : null) },
  { title: sheetText.standing, width: 15, cell: row => text(standingName[row.standing]) },
  { title: sheetText.documentNumber, width: 20, cell: row => text(row.newest?.documentNumber) },
  { title: sheetText.documentDate, width: 14, cell: row => onDay(row.newest?.documentDate ?? null) },
  { title: sheetText.sentOn, width: 13, cell: row => onDay(row.newest && dayOf(row.newest.sentAt)) },
  { title: sheetText.sentAt, width: 19, cell: row => atInstant(row.newest?.receivedAt) },
  { title: sheetText.channel, width: 16, cell: row => text(row.newest && channelName[row.newest.channel]) },
  {
    title: sheetText.lateDays,
    width: 10,
    align: 'right',
    cell: row => number(late(row.lateness, 'calendarDays')),
  },
  {
    title: sheetText.lateWorkingDays,
    width: 12,
    align: 'right',
    cell: row => number(late(row.lateness, 'workingDays')),
  },
  { title: sheetText.firstSentOn, width: 13, cell: row => onDay(row.first && dayOf(row.first.sentAt)) },
  {
    title: sheetText.firstLateDays,
    width: 12,
    align: 'right',
    cell: row => number(late(row.firstLateness, 'calendarDays')),
  },
  { title: sheetText.version, width: 9, align: 'right', cell: row => number(row.newest?.version ?? 0) },
  { title: sheetText.receipt, width: 10, align: 'right', cell: row => number(row.newest?.receiptNo) },
  { title: sheetText.files, width: 8, align: 'right', cell: row => number(row.newest?.files.length ?? 0) },
  {
    title: sheetText.fileNames,
    width: 34,
    cell: row => text(row.newest?.files.map(file => file.name).join('\n')),
  },
  { title: sheetText.summary, width: 40, cell: row => text(row.newest?.summary) },
  { title: sheetText.by, width: 22, cell: row => text(row.newest?.byName) },
  { title: sheetText.decidedBy, width: 22, cell: row => text(decision(row)?.byName) },
  { title: sheetText.decidedAt, width: 19, cell: row => atInstant(decision(row)?.at) },
  { title: sheetText.reason, width: 36, cell: row => text(decision(row)?.reason) },
];

const counts: readonly { title: string; of: keyof ReportTotals }[] = [
  { title: sheetText.of, of: 'of' },
  { title: sheetText.missing, of: 'missing' },
  { title: sheetText.received, of: 'received' },
  { title: sheetText.accepted, of: 'accepted' },
  { title: sheetText.sentBack, of: 'sentBack' },
  { title: sheetText.late, of: 'late' },
];

interface Head {
  bloc: string;
  /** Null: the whole year. */
  title: string | null;
  now: Date;
  audit: { seq: number; hash: string } | null;
}

/** Each obligation a row, in brief to be printed and in full; the counts by deadline on a sheet of their own. */
export function reportWorkbook(rows: readonly ReportRow[], head: Head): Promise<Uint8Array> {
  const title = [...sheetText.heading(head.bloc, head.title), sheetText.made(head.now)];
  const notes = [
    sheetText.lateness(),
    ...(head.audit ? [sheetText.audit(head.audit.seq, head.audit.hash)] : []),
  ];
  const list = (name: string, of: readonly Column[]): SheetOf => ({
    name,
    title,
    columns: of.map(({ cell: _, ...column }) => column),
    rows: rows.map((row, index) => of.map(({ cell }) => cell(row, index))),
    notes,
  });
  return writeWorkbook([
    list(sheetText.list, brief),
    { ...totalsSheet(rows), title, notes },
    { ...list(sheetText.details, columns), keptColumns: whose.length },
  ]);
}

function totalsSheet(rows: readonly ReportRow[]): Pick<SheetOf, 'name' | 'columns' | 'rows'> {
  const deadlines = byDeadline(rows.map(({ duty }) => duty));
  const line = (name: string, dueOn: Day | null, of: readonly ReportRow[]) => {
    const totals = totalsOf(of);
    return [text(name), onDay(dueOn), ...counts.map(one => number(totals[one.of]))];
  };
  return {
    name: sheetText.totals,
    columns: [
      { title: sheetText.title, width: 44 },
      { title: sheetText.due, width: 13 },
      ...counts.map(one => ({ title: one.title, width: 13, align: 'right' as const })),
    ],
    rows: [
      ...deadlines.map(({ deadlineId, title, dueOn }) =>
        line(
          title,
          dueOn,
          rows.filter(({ duty }) => duty.deadlineId === deadlineId),
        ),
      ),
      line(sheetText.all, null, rows),
    ],
  };
}
