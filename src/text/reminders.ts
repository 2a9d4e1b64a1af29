import { addDays, type Day } from '../core/day.ts';
import type { Duty } from '../core/duty.ts';
import type { Inline, Line } from '../core/message.ts';
import type { Digest } from '../core/reminder-digest.ts';
import type { Notice, OverdueDeadline, ReminderItem } from '../core/reminder-notice.ts';
import type { Party } from '../core/reminder-slots.ts';
import type { Standing } from '../core/reminder-standing.ts';
import { formatDay, formatDayLong } from './days.ts';
import { progressBar } from './sizes.ts';

/** Sentences of reminders and digests. Titles and unit names come from the facts, by id. */
export interface Names {
  bloc: string;
  title(deadlineId: string): string;
  unit(unitId: string): string;
  /** "trước ngày X", where it was worded so. */
  dueBefore(deadlineId: string): Day | null;
  /** A self-score sheet, which is not handed in as a report. */
  isSelfScore(deadlineId: string): boolean;
  /** Why what was handed in came back; null where it did not. */
  sentBack(obligationId: string): string | null;
}

export function namesOf(bloc: string, duties: readonly Duty[]): Names {
  const titles = new Map(duties.map(duty => [duty.deadlineId, duty.title]));
  const worded = duties.filter(duty => !duty.extended);
  const befores = new Map(worded.map(duty => [duty.deadlineId, duty.dueBefore]));
  const units = new Map(
    duties.flatMap(({ party }) => (party.kind === 'unit' ? [[party.unitId, party.unitName]] : [])),
  );
  return {
    bloc,
    title: id => titles.get(id) ?? '',
    unit: id => units.get(id) ?? '',
    isSelfScore: id => duties.some(duty => duty.deadlineId === id && duty.kind === 'self_score'),
    dueBefore: id => befores.get(id) ?? null,
    sentBack: id => duties.find(duty => duty.obligationId === id)?.sentBack?.reason ?? null,
  };
}

const two = (n: number) => String(n).padStart(2, '0');

interface Due {
  deadlineId: string;
  dueOn: Day;
  practicalDue: Day;
}

/** The deadline as it was worded, and the last day on which anyone is at work. */
function when({ deadlineId, dueOn, practicalDue }: Due, names: Names): string {
  const wording = names.dueBefore(deadlineId);
  // An extension has a day of its own.
  const before = wording !== null && addDays(dueOn, 1) === wording ? wording : null;
  const worded = before ? `trước ngày ${formatDay(before)}` : formatDayLong(dueOn);
  const working = practicalDue === dueOn ? '' : ` (ngày làm việc cuối: ${formatDayLong(practicalDue)})`;
  return before && working === '' ? `${worded} (chậm nhất ${formatDayLong(dueOn)})` : `${worded}${working}`;
}

/** How it stands and until when, in one breath. */
function standing(due: Due, stage: Standing, names: Names): string {
  switch (stage.stage) {
    case 'before':
      return `còn ${stage.workingDaysLeft} ngày làm việc, hạn ${when(due, names)}`;
    case 'today':
      return due.practicalDue === due.dueOn
        ? `hôm nay là ngày cuối, hạn ${when(due, names)}`
        : `hôm nay là ngày làm việc cuối, hạn ${when({ ...due, practicalDue: due.dueOn }, names)}`;
    case 'grace':
      return `hạn ${when({ ...due, practicalDue: due.dueOn }, names)} rơi vào ngày nghỉ, còn nhận đến hết ${formatDayLong(stage.until)}`;
    case 'overdue':
      return `quá hạn ${Math.max(1, stage.calendarDays)} ngày, hạn ${when({ ...due, practicalDue: due.dueOn }, names)}`;
  }
}

function itemLine(item: ReminderItem, names: Names): Line {
  const reason = names.sentBack(item.obligationId);
  const back = reason === null ? '' : ` Đã bị trả lại: ${reason}.`;
  return ['• ', { bold: names.title(item.deadlineId) }, `: ${standing(item, item, names)}.${back}`];
}

function howTo(items: readonly ReminderItem[], names: Names): Line {
  const sheets = items.filter(
    item => names.isSelfScore(item.deadlineId) && names.sentBack(item.obligationId) === null,
  ).length;
  const score: Line = ['chấm điểm bằng ', { code: '/cham_diem' }];
  const hand: Line = ['nộp bằng ', { code: '/nop_bao_cao' }];
  const how = sheets === items.length ? score : sheets === 0 ? hand : [...hand, ', ', ...score];
  return ['Đề nghị đồng chí ', ...how, '. Trân trọng.'];
}

/** To the contacts of one unit, in private. */
function unitReminder(unitId: string, items: readonly ReminderItem[], names: Names): Line[] {
  const late = items.some(item => item.stage === 'overdue');
  const head = late ? '[Quá hạn]' : '[Nhắc hạn]';
  return [
    [{ bold: head }, ` Kính gửi ${names.unit(unitId)} (${names.bloc}).`],
    ...items.map(item => itemLine(item, names)),
    howTo(items, names),
  ];
}

/** To the lead's side, in private: the bloc's own duties, then who is late. */
function leadReminder(
  items: readonly ReminderItem[],
  overdue: readonly OverdueDeadline[],
  names: Names,
): Line[] {
  const party = (one: OverdueDeadline['parties'][number]) =>
    one.kind === 'unit' ? names.unit(one.unitId) : `${names.bloc} (Trưởng khối)`;
  return [
    [{ bold: overdue.length > 0 ? '[Đơn vị chưa nộp]' : '[Nhắc hạn]' }, ` ${names.bloc}.`],
    ...items.map(item => itemLine(item, names)),
    ...overdue.flatMap(({ deadlineId, parties }): Line[] => [
      ['• ', { bold: names.title(deadlineId) }, `: ${two(parties.length)} đơn vị chưa nộp`],
      ...parties.map((one): Line => [`   – ${party(one)}`]),
    ]),
    ...(items.length > 0 ? [howTo(items, names)] : []),
    ...(overdue.length > 0
      ? [['Nhắc thêm: gõ ', { code: '/nhac' }, '; gia hạn: ', { code: '/gia_han' }, '.'] satisfies Line]
      : []),
  ];
}

const partyName = (party: Party, names: Names) =>
  party.kind === 'unit' ? names.unit(party.unitId) : names.bloc;

/** Who was given longer is late by his own day. */
const missingName = ({ party, extendedTo }: Digest['deadlines'][number]['missing'][number], names: Names) =>
  partyName(party, names) + (extendedTo ? ` (gia hạn đến ${formatDay(extendedTo)})` : '');

/** To the group. Names appear only where the planner put them. */
function groupDigest(digest: Digest, names: Names, beside: readonly Line[]): Line[] {
  const weekly = digest.reason === 'weekly';
  const head: Inline = { bold: weekly ? '[Tổng hợp tuần]' : '[Nhắc hạn]' };
  const rows = digest.deadlines.flatMap((one): Line[] => [
    ['• ', { bold: names.title(one.deadlineId) }, `: ${standing(one, one.standing, names)}`],
    [`   ${progressBar(one.done, one.of)} đã nộp ${one.done}/${one.of}`],
    ...(one.missing.length > 0
      ? [[`   Chưa nộp: ${one.missing.map(missing => missingName(missing, names)).join('; ')}`]]
      : []),
    ...(one.extended.length > 0
      ? [
          [
            `   Được gia hạn: ${one.extended.map(({ party, dueOn }) => `${partyName(party, names)} (đến ${formatDay(dueOn)})`).join('; ')}`,
          ],
        ]
      : []),
  ]);
  return [
    [head, ` Kính gửi các đơn vị ${names.bloc}.`],
    ...rows,
    ...(digest.later > 0 ? [[`Còn ${digest.later} hạn khác; gõ `, { code: '/han' }, ' để xem.']] : []),
    ...(digest.undated > 0 ? [[`${two(digest.undated)} việc chưa định ngày.`]] : []),
    ...beside,
    [digest.deadlines.length > 0 ? 'Đề nghị các đơn vị chưa nộp thực hiện. Trân trọng.' : 'Trân trọng.'],
  ];
}

/** `beside`: what a summary says besides deadlines. */
export function noticeLines(notice: Notice, names: Names, beside: readonly Line[] = []): Line[] {
  switch (notice.to) {
    case 'unit':
      return unitReminder(notice.unitId, notice.items, names);
    case 'lead':
      return leadReminder(notice.items, notice.overdue, names);
    case 'group':
      return groupDigest(notice.digest, names, beside);
  }
}
