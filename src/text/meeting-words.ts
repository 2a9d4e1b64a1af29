import type { Threshold } from '../core/ballot/threshold.ts';
import type { Meeting, MeetingStanding, quorumOf } from '../core/meeting.ts';
import type { Line } from '../core/message.ts';
import { thresholdWords } from './ballot-rules.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';

/** A meeting, its units and its quorum in words. */

/** UTF-16 units. */
const REASON = 120;

export const standingName: Record<MeetingStanding, string> = {
  planned: 'sắp họp',
  over: 'chưa điểm danh',
  held: 'đã họp',
  cancelled: 'đã hủy',
};

export const head = (one: Pick<Meeting, 'number'>) => `Cuộc họp số ${one.number}`;
export const names = (units: readonly { unitName: string }[]) => units.map(one => one.unitName).join('; ');
export const reasoned = (units: Meeting['units']) =>
  units.map(one => (one.reason ? `${one.unitName} (${clip(one.reason, REASON)})` : one.unitName)).join('; ');
const agendaLines = (agenda: string | null): Line[] =>
  agenda === null ? [] : [['Nội dung:'], ...agenda.split('\n').map((line, n): Line => [`${n + 1}. ${line}`])];
export const facts = ({
  title,
  startsAt,
  place,
  agenda,
}: Pick<Meeting, 'title' | 'startsAt' | 'place' | 'agenda'>): Line[] => [
  [{ bold: title }],
  [`Thời gian: ${formatInstant(startsAt)}`],
  [`Địa điểm: ${place ?? 'thông báo sau'}`],
  ...agendaLines(agenda),
];

export const quorumWords = (quorum: ReturnType<typeof quorumOf>, threshold: Threshold): string =>
  `Có mặt ${quorum.present}/${quorum.of} đơn vị; cần ít nhất ${quorum.need} (${thresholdWords(threshold)} của tất cả đơn vị): ${quorum.reached ? 'đủ' : 'chưa đủ'} số để họp.`;
