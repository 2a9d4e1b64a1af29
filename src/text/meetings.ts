import type { Threshold } from '../core/ballot/threshold.ts';
import {
  answered,
  type Meeting,
  type MeetingStanding,
  meetingStanding,
  type quorumOf,
} from '../core/meeting.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import type { MeetingAct } from './meeting-line.ts';
import { facts, head, names, quorumWords, reasoned, standingName } from './meeting-words.ts';

/** Sentences of `/hop`: the bloc's meetings, who comes, who came and what was agreed. */

/** UTF-16 units. */
const LABEL = 36;

const ref = (one: Pick<Meeting, 'id'>) => shortRef('m', one.id);

export const meetingText = {
  list: (bloc: string, shown: readonly Meeting[], now: Date, lead: boolean): Line[] => [
    [{ bold: 'Các cuộc họp' }, ` · ${bloc}`],
    ...(shown.length === 0 ? [['Chưa có cuộc họp nào.']] : []),
    ...shown.map(
      (one): Line => [
        `${one.number}. ${clip(one.title, 80)} – ${formatInstant(one.startsAt)}, ${standingName[meetingStanding(one, now)]}`,
      ],
    ),
    ...(lead
      ? [['Mời họp: gõ ', { code: '/hop Họp sơ kết; 14:00 ngày 20/6; tại Hội trường; nội dung: …' }] as Line]
      : []),
  ],
  shown: (
    bloc: string,
    one: Meeting,
    now: Date,
    quorum: ReturnType<typeof quorumOf>,
    threshold: Threshold,
  ): Line[] => {
    const standing = meetingStanding(one, now);
    const silent = answered(one, null);
    const came = one.units.filter(unit => unit.attended);
    const absent = one.units.filter(unit => unit.attended === false);
    const rsvp: Line[] = [
      [`Sẽ dự: ${answered(one, 'yes').length}/${one.units.length} đơn vị.`],
      ...(answered(one, 'no').length > 0 ? [[`Báo vắng: ${reasoned(answered(one, 'no'))}.`]] : []),
      ...(silent.length > 0 ? [[`Chưa trả lời: ${names(silent)}.`]] : []),
    ];
    const attendance: Line[] = [
      [quorumWords(quorum, threshold)],
      ...(came.length > 0 ? [[`Có mặt: ${names(came)}.`]] : []),
      ...(absent.length > 0 ? [[`Vắng: ${reasoned(absent)}.`]] : []),
    ];
    return [
      [{ bold: `${head(one)} (${standingName[standing]})` }, ` · ${bloc}`],
      ...facts(one),
      [],
      ...(standing === 'held' ? attendance : rsvp),
      ...(one.decisions.length > 0
        ? [['Kết luận:'] as Line, ...one.decisions.map((line, n): Line => [`${n + 1}. ${line}`])]
        : []),
    ];
  },
  open: (one: Meeting) => ({ id: `hop ${ref(one)}`, label: `${one.number}. ${clip(one.title, LABEL)}` }),
  come: (one: Pick<Meeting, 'id'>) => ({
    id: `hop du ${ref(one)}`,
    label: 'Dự họp',
    tone: 'primary' as const,
  }),
  stayAway: (one: Pick<Meeting, 'id'>) => ({ id: `hop vang ${ref(one)}`, label: 'Báo vắng' }),
  attendance: (one: Meeting) => ({ id: `hop diem_danh ${ref(one)}`, label: 'Điểm danh' }),
  decision: (one: Meeting) => ({ id: `hop ket_luan ${ref(one)}`, label: 'Ghi kết luận' }),
  minutes: (one: Meeting) => ({ id: `hop bien_ban ${ref(one)}`, label: 'Dự thảo biên bản' }),
  cancelIt: (one: Meeting) => ({ id: `hop huy ${ref(one)}`, label: 'Hủy cuộc họp' }),
  make: { id: 'hop moi', label: 'Mời họp' },
  question: (): Line[] => [
    [
      'Đề nghị đồng chí gõ tên cuộc họp, giờ và ngày, địa điểm, nội dung; ngăn cách bằng dấu chấm phẩy, ví dụ:',
    ],
    [
      {
        code: 'Họp sơ kết 6 tháng; 14:00 ngày 20/6; tại Hội trường UBND xã; nội dung: kết quả 6 tháng; nhiệm vụ tới',
      },
    ],
    [{ italic: 'Có thể gửi kèm một tệp tài liệu họp.' }],
  ],
  noTitle: (): Line[] => [['Hệ thống chưa thấy tên cuộc họp. Đề nghị đồng chí gõ lại cả dòng.']],
  noTime: (words: string | null): Line[] => [
    [
      words === null
        ? 'Hệ thống chưa thấy giờ và ngày họp. Đề nghị đồng chí gõ lại cả dòng, ví dụ: Họp sơ kết; 14:00 ngày 20/6.'
        : `“${clip(words, 40)}” chưa đủ giờ và ngày. Đề nghị đồng chí gõ lại cả dòng, ví dụ: Họp sơ kết; 14:00 ngày 20/6.`,
    ],
  ],
  past: (at: Date): Line[] => [
    [`${formatInstant(at)} đã qua. Đề nghị đồng chí gõ lại cả dòng với thời gian sắp tới.`],
  ],
  preview: (
    one: Pick<Meeting, 'title' | 'startsAt' | 'place' | 'agenda'>,
    given: { units: number; groups: boolean; file: string | null; dayOff: boolean },
  ): Line[] => [
    [{ bold: 'Sẽ mời họp:' }],
    ...facts(one),
    ...(given.file ? [[`Tài liệu: ${given.file}`]] : []),
    ...(given.dayOff ? [['Lưu ý: hôm đó là ngày nghỉ.']] : []),
    [
      `Gửi đầu mối ${given.units} đơn vị${given.groups ? ' và nhóm của khối' : ''}; đơn vị chọn “Dự họp” hoặc “Báo vắng”.`,
    ],
  ],
  call: 'Gửi giấy mời',
  called: (number: number, units: number): Line[] => [
    [`Đã mời ${units} đơn vị dự cuộc họp số ${number}. Xem ai dự: `, { code: `/hop ${number}` }],
  ],
  invitation: (
    bloc: string,
    one: Pick<Meeting, 'number' | 'title' | 'startsAt' | 'place' | 'agenda'>,
  ): Line[] => [
    [{ bold: `[Mời họp số ${one.number}] ${bloc}` }, ' kính mời các đơn vị:'],
    ...facts(one),
    ['Đề nghị đầu mối đơn vị chọn “Dự họp” hoặc “Báo vắng”. Trân trọng.'],
  ],
  tomorrow: (bloc: string, one: Meeting): Line[] => [
    [{ bold: `[Nhắc họp số ${one.number}] ${bloc}` }],
    ...facts(one),
  ],
  noted: (one: Meeting, units: readonly string[], answer: 'yes' | 'no', reason: string | null): Line[] => [
    [
      `Đã ghi: ${units.join('; ')} ${answer === 'yes' ? 'dự' : 'báo vắng'} cuộc họp số ${one.number}, ${formatInstant(one.startsAt)}.`,
    ],
    ...(reason === null
      ? []
      : [[`Lý do: ${reason}`], ['Gõ lại nếu chưa đúng: ', { code: `/hop ${one.number} vắng: …` }] as Line]),
  ],
  askReason: (one: Meeting, units: readonly string[]): Line[] => [
    ...meetingText.noted(one, units, 'no', null),
    ['Đề nghị đồng chí gõ lý do vắng; Hệ thống chuyển Trưởng khối.'],
  ],
  noReason: 'Không nêu lý do',
  withoutReason: (one: Meeting): Line[] => [
    [
      `Đơn vị vẫn được ghi báo vắng cuộc họp số ${one.number}. Nêu lý do sau: `,
      { code: `/hop ${one.number} vắng: …` },
    ],
  ],
  toldAbsent: (bloc: string, one: Meeting, units: readonly string[], reason: string | null): Line[] => [
    [
      { bold: `[Cuộc họp số ${one.number}]` },
      ` ${bloc}: ${units.join('; ')} báo vắng${reason === null ? '' : `, lý do: ${reason}`}.`,
    ],
  ],
  /** What can be typed behind its number. */
  forms: {
    come: 'dự',
    stay_away: 'vắng: …',
    attendance: 'có mặt …',
    decision: 'kết luận …',
    minutes: 'biên bản',
    cancel: 'hủy',
  } satisfies Record<MeetingAct, string>,
  notForYou: (one: Meeting): Line[] => [
    [`Việc trả lời dự ${head(one).toLowerCase()} dành cho đầu mối của đơn vị được mời.`],
  ],
  tooLate: (one: Meeting, standing: MeetingStanding): Line[] => [
    [`${head(one)} ${standingName[standing]}; không còn nhận trả lời.`],
  ],
  askAttendance: (one: Meeting): Line[] => [
    [{ bold: head(one) }, `: ${one.title}`],
    ['Những đơn vị nào có mặt? Ví dụ: ', { code: 'tất cả trừ Trạm Y tế' }],
  ],
  previewAttendance: (
    one: Meeting,
    quorum: ReturnType<typeof quorumOf>,
    threshold: Threshold,
    absent: readonly string[],
  ): Line[] => [
    [{ bold: `${head(one)}: ghi người có mặt` }],
    [quorumWords(quorum, threshold)],
    ...(absent.length > 0 ? [[`Vắng: ${absent.join('; ')}.`]] : []),
  ],
  noUnits: (typed: string): Line[] => [
    [`Hệ thống chưa rõ đơn vị trong “${clip(typed, 60)}”. Xem tên các đơn vị: `, { code: '/thanh_vien' }],
  ],
  save: 'Ghi',
  attended: (one: Meeting, quorum: ReturnType<typeof quorumOf>, threshold: Threshold): Line[] => [
    [`Đã ghi cuộc họp số ${one.number}. ${quorumWords(quorum, threshold)}`],
    ['Ghi kết luận: ', { code: `/hop ${one.number} kết luận …` }],
  ],
  tooEarly: (one: Meeting): Line[] => [[`${head(one)} chưa đến giờ họp (${formatInstant(one.startsAt)}).`]],
  askDecision: (one: Meeting): Line[] => [
    [{ bold: head(one) }, `: ${one.title}`],
    ['Kết luận của cuộc họp là gì? Mỗi lần một kết luận.'],
  ],
  previewDecision: (one: Meeting, body: string): Line[] => [
    [{ bold: `${head(one)}: ghi kết luận ${one.decisions.length + 1}` }],
    [body],
  ],
  decided: (one: Meeting): Line[] => [
    [`Đã ghi kết luận ${one.decisions.length + 1} của cuộc họp số ${one.number}.`],
  ],
  previewCancel: (one: Meeting): Line[] => [
    [{ bold: `Sẽ hủy cuộc họp số ${one.number}: ${one.title}, ${formatInstant(one.startsAt)}` }],
    ['Các đơn vị và nhóm của khối được báo.'],
  ],
  cancelWay: 'Hủy cuộc họp',
  cancelled: (one: Meeting): Line[] => [[`Đã hủy cuộc họp số ${one.number} và báo các đơn vị.`]],
  toldCancelled: (bloc: string, one: Meeting): Line[] => [
    [
      { bold: `[Hủy họp số ${one.number}]` },
      ` ${bloc}: ${one.title}, ${formatInstant(one.startsAt)}, không tổ chức.`,
    ],
  ],
  notNow: (one: Meeting, standing: MeetingStanding): Line[] => [
    [
      `${head(one)} ${standingName[standing]} nên chưa làm việc này được. Xem: `,
      { code: `/hop ${one.number}` },
    ],
  ],
  making: (): Line[] => [['Đang làm dự thảo biên bản; Hệ thống gửi tệp ngay khi xong.']],
  leadOnly: (): Line[] => [['Việc này do Trưởng khối làm. Xem các cuộc họp: ', { code: '/hop' }]],
  unknown: (asked: string): Line[] => [
    [`Không có cuộc họp “${clip(asked, 20)}”. Xem danh sách: `, { code: '/hop' }],
  ],
};
