import { isHandedIn } from '../core/deadline.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { DeadlineView } from '../core/progress.ts';
import { formatDay, formatDayLong } from './days.ts';
import { joinVi, progressBar } from './sizes.ts';

/** What stands at the top of a group: nothing in it depends on the day on which it is read. */

const MOST = 5;

/** Of each deadline whose reports are not all there; empty where there is none and never was. `mayName`: whoever is missing. */
export function statusLines(
  bloc: string,
  views: readonly DeadlineView[],
  mayName: (duty: Duty) => boolean,
): Line[] {
  const asked = views.filter(({ group, due }) => due !== null && isHandedIn(group.kind) && group.of > 0);
  if (asked.length === 0) return [];
  const open = asked.filter(({ group }) => group.done < group.of);
  const more = open.length - MOST;
  return [
    [{ bold: 'Tình hình nộp báo cáo' }, ` · ${bloc}`],
    ...open.slice(0, MOST).flatMap(view => [[], ...deadlineLines(view, mayName)]),
    ...(open.length === 0 ? [[], ['Các báo cáo có hạn đã nộp đủ.']] : []),
    ...(more > 0 ? [[], [`Còn ${more} hạn nữa: `, { code: '/tien_do' }]] : []),
  ];
}

function deadlineLines({ group, due }: DeadlineView, mayName: (duty: Duty) => boolean): Line[] {
  const missing = group.duties.filter(duty => duty.handedIn === null && mayName(duty));
  const day = due?.dueBefore ? `trước ngày ${formatDay(due.dueBefore)}` : due && formatDayLong(due.dueOn);
  return [
    [{ bold: group.title }],
    [`Hạn: ${day}`],
    [`${progressBar(group.done, group.of)} đã nộp ${group.done}/${group.of}`],
    ...(missing.length > 0 ? [[`Chưa nộp: ${joinVi(missing.map(partyName))}`]] : []),
  ];
}

const partyName = ({ party }: Duty) =>
  party.kind === 'unit' ? party.unitName : 'Trưởng khối (thay mặt khối)';
