import { type Announcement, unreadUnits } from '../core/board.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { linesOf } from './compose.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { joinVi } from './sizes.ts';
import { unreachedLines } from './unreached.ts';

/** Sentences of `/thong_bao`: what the lead announces, and who has taken note. */

/** Of a label on a button, in UTF-16 units. */
const LABEL = 40;

const first = (body: string) => clip(body.split('\n')[0] ?? '', LABEL);
const names = (units: readonly { unitName: string }[]) => units.map(one => one.unitName).join('; ');
const count = (one: Announcement) => `${one.units.length - unreadUnits(one).length}/${one.units.length}`;

export const announcementText = {
  question: (): Line[] => [
    ['Nội dung thông báo là gì? Đồng chí gõ, hoặc gửi kèm một tệp.'],
    [{ italic: 'Không gửi nội dung có độ mật.' }],
  ],
  preview: (
    body: string,
    file: string | null,
    to: { units: number; unreached: readonly string[]; groups: boolean },
    later: Date | null,
  ): Line[] => [
    [{ bold: 'Sẽ gửi thông báo:' }],
    ...linesOf(body),
    ...(file ? [[`Tệp kèm theo: ${file}`]] : []),
    [],
    [
      `Gửi riêng đầu mối ${to.units} đơn vị${to.groups ? ' và vào nhóm của khối' : ''}; đơn vị chọn “Đã nhận”.`,
    ],
    ...unreachedLines(to.unreached),
    ...(later ? [[`Đang là giờ nghỉ hoặc ngày nghỉ: thông báo sẽ gửi lúc ${formatInstant(later)}.`]] : []),
  ],
  send: 'Gửi thông báo',
  sendLater: 'Hẹn gửi',
  sent: (no: number, units: number, unreached: readonly string[]): Line[] => [
    [`Đã gửi Thông báo số ${no} tới ${units} đơn vị. Xem đơn vị nào đã nhận: `, { code: `/thong_bao ${no}` }],
    ...unreachedLines(unreached),
  ],
  planned: (no: number, at: Date): Line[] => [
    [`Đã ghi Thông báo số ${no}; Hệ thống sẽ gửi lúc ${formatInstant(at)}.`],
  ],
  notice: (bloc: string, one: Pick<Announcement, 'no' | 'body' | 'byName'>): Line[] => [
    ...noticeHead(bloc, one),
    [{ italic: `Người gửi: đồng chí ${one.byName}. Đề nghị đầu mối đơn vị chọn “Đã nhận”.` }],
  ],
  /** For whoever need not confirm it. */
  copy: (bloc: string, one: Pick<Announcement, 'no' | 'body' | 'byName'>): Line[] => [
    ...noticeHead(bloc, one),
    [{ italic: `Người gửi: đồng chí ${one.byName}.` }],
  ],
  again: (bloc: string, one: Pick<Announcement, 'no' | 'body' | 'byName'>): Line[] => [
    [{ bold: `[Nhắc lại: Thông báo số ${one.no}] ${bloc}` }],
    ...linesOf(one.body),
    [{ italic: 'Đơn vị chưa xác nhận đã nhận. Đề nghị đồng chí chọn “Đã nhận”.' }],
  ],
  /** The button under an announcement, in whichever chat it stands. */
  mark: (id: string) => ({
    id: `thong_bao nhan ${shortRef('a', id)}`,
    label: 'Đã nhận',
    tone: 'primary' as const,
  }),
  noted: (no: number, units: readonly string[]): Line[] => [
    [`Đã ghi nhận: ${joinVi(units)} đã nhận Thông báo số ${no}. Trân trọng cảm ơn.`],
  ],
  notedBefore: (no: number, byName: string, at: Date): Line[] => [
    [`Thông báo số ${no} đã được đồng chí ${byName} xác nhận lúc ${formatInstant(at)}.`],
  ],
  notForYou: (no: number): Line[] => [[`Đơn vị của đồng chí không phải xác nhận Thông báo số ${no}.`]],
  contactsOnly: (): Line[] => [['Việc xác nhận đã nhận dành cho đầu mối của đơn vị.']],
  allRead: (no: number, of: number): Line[] => [[`Thông báo số ${no}: cả ${of} đơn vị đã xác nhận đã nhận.`]],
  list: (
    bloc: string,
    shown: readonly Announcement[],
    lead: boolean,
    total: number,
    owed: (one: Announcement) => boolean,
  ): Line[] => [
    [{ bold: `Thông báo của ${bloc}` }],
    ...(shown.length === 0
      ? [[lead ? 'Chưa có thông báo nào.' : 'Trưởng khối chưa gửi thông báo nào.']]
      : shown.map(
          (one): Line => [
            `• Số ${one.no}, ${formatInstant(one.sendAt)}: ${first(one.body)}`,
            ...(lead ? [` (đã nhận ${count(one)})`] : owed(one) ? [' (đơn vị chưa xác nhận)'] : []),
          ],
        )),
    ...(total > shown.length
      ? [[`Tất cả ${total} thông báo; gõ số để mở, ví dụ `, { code: '/thong_bao 1' }]]
      : []),
    ...(lead ? [['Soạn mới: gõ ', { code: '/thong_bao' }, ' và nội dung.']] : []),
  ],
  open: (bloc: string, one: Announcement, lead: boolean): Line[] => [
    [{ bold: `Thông báo số ${one.no} · ${bloc}` }],
    ...linesOf(one.body),
    [{ italic: `Đồng chí ${one.byName}, ${formatInstant(one.sendAt)}` }],
    ...(lead ? ['', ...standing(one)].map((line): Line => (line === '' ? [] : [line])) : []),
  ],
  markLabel: (no: number) => `Đã nhận số ${no}`,
  openLabel: (one: Announcement) => `Số ${one.no}: ${first(one.body)}`,
  compose: 'Soạn thông báo',
  more: 'Cũ hơn',
  remind: (n: number) => `Nhắc lại ${n} đơn vị chưa nhận`,
  reminded: (no: number, units: readonly string[], unreached: readonly string[]): Line[] => [
    ...(units.length > 0 ? [[`Đã nhắc lại Thông báo số ${no}: ${joinVi(units)}.`]] : []),
    ...unreachedLines(unreached),
  ],
  remindedToday: (no: number): Line[] => [
    [
      `Hôm nay đã nhắc lại Thông báo số ${no} rồi; mỗi ngày Hệ thống nhắc một lần. Đồng chí thử lại vào ngày mai.`,
    ],
  ],
  everybodyRead: (no: number): Line[] => [[`Các đơn vị đều đã nhận Thông báo số ${no}.`]],
  quiet: (): Line[] => [['Đang là giờ nghỉ hoặc ngày nghỉ. Đề nghị đồng chí nhắc lại vào giờ làm việc.']],
  notSent: (no: number, at: Date): Line[] => [[`Thông báo số ${no} sẽ gửi lúc ${formatInstant(at)}.`]],
  unknown: (asked: string): Line[] => [
    [`Không có thông báo số “${clip(asked, 20)}”. Xem danh sách: `, { code: '/thong_bao' }],
  ],
  leadOnly: (): Line[] => [
    ['Thông báo do Trưởng khối gửi. Đồng chí có ý kiến thì gõ ', { code: '/phan_anh' }, ' và nội dung.'],
  ],
};

const noticeHead = (bloc: string, { no, body }: Pick<Announcement, 'no' | 'body'>): Line[] => [
  [{ bold: `[Thông báo số ${no}] ${bloc}` }],
  ...linesOf(body),
];

function standing(one: Announcement): string[] {
  const unread = unreadUnits(one);
  const read = one.units.flatMap(unit =>
    unit.read ? [`${unit.unitName} (${formatInstant(unit.read.at)}, ${unit.read.byName})`] : [],
  );
  return [
    `Đã nhận ${count(one)} đơn vị.`,
    ...(unread.length > 0 ? [`Chưa nhận: ${names(unread)}.`] : []),
    ...(read.length > 0 ? [`Đã nhận: ${read.join('; ')}.`] : []),
  ];
}
