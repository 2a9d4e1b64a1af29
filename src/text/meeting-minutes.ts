import type { Day } from '../core/day.ts';
import type { Line, Message } from '../core/message.ts';
import { formatInstant } from './days.ts';
import { minutesText } from './minutes.ts';

/** Sentences of the draft minutes of any meeting of the bloc, laid out as NĐ 30/2020 asks. */

export interface MeetingMinutesShown {
  councilName: string;
  blocName: string;
  place: string | null;
  /** Of the document. */
  day: Day;
  number: number;
  title: string;
  startsAt: Date;
  where: string | null;
  agenda: string[];
  leadName: string;
  called: number;
  present: string[];
  absent: { unitName: string; reason: string | null }[];
  quorum: string;
  /** The ballots that it reports, each with its lines. */
  ballots: string[][];
  decisions: string[];
}

const BLANK = '……………………';
const withReason = ({ unitName, reason }: MeetingMinutesShown['absent'][number]) =>
  `${unitName} (lý do: ${reason ?? BLANK})`;

export const meetingMinutesText = {
  subject: ({ title }: MeetingMinutesShown) => title,
  opening: ({ startsAt, where, blocName }: MeetingMinutesShown) => [
    `Thời gian bắt đầu: ${formatInstant(startsAt)}.`,
    `Địa điểm: ${where ?? `${BLANK}${BLANK}`}.`,
    `${blocName} họp với các nội dung sau:`,
  ],
  attendance: {
    title: 'I. THÀNH PHẦN',
    lines: ({ called, present, absent, leadName, quorum }: MeetingMinutesShown) => [
      `1. Chủ trì: đồng chí ${BLANK}, chức vụ ${BLANK}, ${leadName} (Trưởng khối).`,
      `2. Thư ký: đồng chí ${BLANK}, chức vụ ${BLANK}.`,
      `3. Đại diện các đơn vị thành viên: triệu tập ${called} đơn vị; có mặt ${present.length} đơn vị; vắng ${absent.length} đơn vị.`,
      ...(present.length > 0 ? [`Có mặt: ${present.join('; ')}.`] : []),
      ...(absent.length > 0 ? [`Vắng: ${absent.map(withReason).join('; ')}.`] : []),
      quorum,
    ],
  },
  agenda: { title: 'II. NỘI DUNG' },
  discussion: { title: 'III. Ý KIẾN THẢO LUẬN' },
  ballots: { title: 'IV. KẾT QUẢ BÌNH XÉT' },
  decisions: {
    title: (ballots: boolean) => (ballots ? 'V. KẾT LUẬN' : 'IV. KẾT LUẬN'),
    none: `${BLANK}${BLANK}${BLANK}`,
  },
  caution: minutesText.vote.caution,
  fileName: ({ number }: Pick<MeetingMinutesShown, 'number'>) => `bien-ban-hop-so-${number}.docx`,
  done: (number: number): Line[] => [
    [
      `Dự thảo biên bản cuộc họp số ${number}. Chỗ “……” đề nghị thư ký ghi tiếp; biên bản có giá trị khi được ký.`,
    ],
  ],
  nothing: (): Message => ({ lines: [['Cuộc họp này không còn trong khối; chưa làm được biên bản.']] }),
};
