import { type AwardProposal, awardStanding } from '../core/award.ts';
import type { Ballot } from '../core/ballot/ballot.ts';
import { type Announcement, type Feedback, feedbackStanding } from '../core/board.ts';
import type { Exemplar } from '../core/exemplar.ts';
import type { Initiative } from '../core/initiative.ts';
import type { Meeting } from '../core/meeting.ts';
import type { Registration } from '../core/registration.ts';
import type { Target } from '../core/target.ts';
import { awardee, standingName as awardStandingName, basisName, stepName } from '../text/award-words.ts';
import { ballotResult } from '../text/ballot-result.ts';
import { stageName } from '../text/exemplars.ts';
import { kindName, standingName } from '../text/feedback.ts';
import { aimWords } from '../text/figures.ts';
import { stateName } from '../text/initiatives.ts';
import { plainText } from '../text/plain-text.ts';
import { yearSheetText as t } from '../text/year-sheets.ts';
import {
  instantCell as atInstant,
  numberCell as number,
  dayCell as onDay,
  textCell as text,
} from './cells.ts';
import { type Cell, type SheetOf, writeWorkbook } from './workbook.ts';

export interface YearFacts {
  targets: readonly Target[];
  registrations: readonly Registration[];
  initiatives: readonly Initiative[];
  exemplars: readonly Exemplar[];
  meetings: readonly Meeting[];
  ballots: readonly Ballot[];
  awards: readonly AwardProposal[];
  feedback: readonly Feedback[];
  announcements: readonly Announcement[];
}

interface Head {
  bloc: string;
  year: number;
  now: Date;
}

type Column<Row> = readonly [title: string, width: number, cell: (row: Row, index: number) => Cell];

/** What the bloc did in its year beside reports and scores, a sheet for each kind; null where there is nothing. */
export async function yearWorkbook(facts: YearFacts, head: Head): Promise<Uint8Array | null> {
  const sheets = [
    sheet(head, t.targets.name, targetColumns, facts.targets.flatMap(reported)),
    sheet(head, t.registrations.name, registrationColumns, facts.registrations),
    sheet(head, t.initiatives.name, initiativeColumns, facts.initiatives),
    sheet(head, t.exemplars.name, exemplarColumns, facts.exemplars),
    sheet(head, t.meetings.name, meetingColumns, facts.meetings.toReversed()),
    sheet(head, t.ballots.name, ballotColumns, facts.ballots.toReversed()),
    sheet(head, t.awards.name, awardColumns, facts.awards),
    sheet(head, t.feedback.name, feedbackColumns, facts.feedback.toReversed()),
    sheet(head, t.announcements.name, announcementColumns, facts.announcements.toReversed()),
  ].filter(one => one !== null);
  return sheets.length === 0 ? null : writeWorkbook(sheets);
}

function sheet<Row>(
  { bloc, year, now }: Head,
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): SheetOf | null {
  if (rows.length === 0) return null;
  return {
    name,
    title: t.title(name, bloc, year),
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: rows.map((row, n) => columns.map(([, , cell]) => cell(row, n))),
    notes: [t.made(now)],
  };
}

/** A row for each report, and one for a target of which nothing was said. */
const reported = (target: Target) =>
  (target.reports.length > 0 ? target.reports : [null]).map(report => ({ target, report }));
const unitOf = ({ target, report }: ReturnType<typeof reported>[number]) =>
  report === null
    ? null
    : (target.owners.find(one => one.unitId === report.unitId)?.unitName ?? (report.unitId ? null : t.whole));

const targetColumns: readonly Column<ReturnType<typeof reported>[number]>[] = [
  [t.no, 6, ({ target }) => number(target.no)],
  [t.targets.metric, 44, ({ target }) => text(target.metric)],
  [t.targets.aim, 22, ({ target }) => text(aimWords(target))],
  [t.unit, 28, row => text(unitOf(row))],
  [t.targets.value, 12, ({ report }) => number(report?.value)],
  [t.targets.asOf, 13, ({ report }) => onDay(report?.asOf ?? null)],
  [t.targets.source, 26, ({ report }) => text(report?.source ?? null)],
];

const registrationColumns: readonly Column<Registration>[] = [
  [t.no, 6, (_, n) => number(n + 1)],
  [t.unit, 32, row => text(row.unitName)],
  [t.registrations.titles, 44, row => text(row.titles)],
  [t.registrations.pledge, 18, row => text(row.pledgeNumber)],
  [t.registrations.pledgedOn, 13, row => onDay(row.pledgedOn)],
  [t.by, 24, row => text(row.byName)],
  [t.at, 19, row => atInstant(row.at)],
];

const initiativeColumns: readonly Column<Initiative>[] = [
  [t.no, 6, row => number(row.number)],
  [t.unit, 32, row => text(row.unitName)],
  [t.initiatives.title, 40, row => text(row.title)],
  [t.initiatives.people, 24, row => text(row.people)],
  [t.initiatives.benefit, 36, row => text(row.benefit)],
  [t.initiatives.state, 16, row => text(stateName[row.state])],
  [t.initiatives.basis, 26, row => text(row.basis)],
];

const exemplarColumns: readonly Column<Exemplar>[] = [
  [t.no, 6, row => number(row.number)],
  [t.unit, 32, row => text(row.unitName)],
  [t.exemplars.what, 34, row => text(row.name)],
  [t.exemplars.merit, 40, row => text(row.merit)],
  [t.exemplars.stage, 14, row => text(stageName[row.stage])],
  [t.exemplars.caretaker, 26, row => text(row.caretaker && t.due(row.caretaker, row.dueOn))],
];

const meetingColumns: readonly Column<Meeting>[] = [
  [t.no, 6, row => number(row.number)],
  [t.meetings.title, 36, row => text(row.title)],
  [t.meetings.starts, 19, row => atInstant(row.startsAt)],
  [t.meetings.place, 24, row => text(row.place)],
  [
    t.meetings.present,
    16,
    ({ heldAt, units }) =>
      text(heldAt && t.readBy(units.filter(one => one.attended === true).length, units.length)),
  ],
  [t.meetings.decisions, 60, row => text(row.decisions.map((one, n) => `${n + 1}. ${one}`).join('\n'))],
];

const ballotColumns: readonly Column<Ballot>[] = [
  [t.no, 6, row => number(row.no)],
  [t.ballots.title, 36, row => text(row.title)],
  [
    t.ballots.result,
    90,
    row => text(row.state === 'open' ? null : ballotResult('', row).slice(1).map(plainText).join('\n')),
  ],
];

const awardColumns: readonly Column<AwardProposal>[] = [
  [t.no, 6, row => number(row.number)],
  [t.awards.award, 34, row => text(row.award)],
  [t.awards.who, 36, row => text(awardee(row))],
  [t.awards.basis, 24, row => text(basisName[row.basis])],
  [t.awards.standing, 18, row => text(awardStandingName[awardStanding(row)])],
  [t.awards.papers, 60, row => text(row.steps.map(one => `${stepName[one.kind]}: ${one.said}`).join('\n'))],
];

const feedbackColumns: readonly Column<Feedback>[] = [
  [t.no, 6, row => number(row.no)],
  [t.unit, 32, row => text(row.unitName)],
  [t.feedback.kind, 14, row => text(kindName[row.kind])],
  [t.feedback.said, 80, row => text(row.entries.map(one => `${one.byName}: ${one.body}`).join('\n'))],
  [t.feedback.standing, 16, row => text(standingName[feedbackStanding(row)])],
];

const announcementColumns: readonly Column<Announcement>[] = [
  [t.no, 6, row => number(row.no)],
  [t.announcements.body, 80, row => text(row.body)],
  [t.by, 24, row => text(row.byName)],
  [t.at, 19, row => atInstant(row.sendAt)],
  [
    t.announcements.read,
    16,
    ({ units }) => text(t.readBy(units.filter(one => one.read).length, units.length)),
  ],
];
