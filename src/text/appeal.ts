import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import type { Affected } from '../core/tally-diff.ts';
import { type Asked, valueWords } from './answer-value.ts';
import { yesNo } from './answers.ts';
import { clip, fold } from './fold.ts';
import { formatPoints } from './points.ts';
import { scoreEffectText } from './score-effect.ts';

const LABEL_UNITS = 40;

/** Sentences of `/kien_nghi`. */
export const appealText = {
  labels: {
    send: 'Gửi kiến nghị',
    edit: 'Sửa nội dung',
    cancel: 'Hủy',
    later: 'Để sau',
    reject: 'Giữ nguyên',
    accept: 'Chấp nhận, điều chỉnh điểm',
    back: 'Sửa lý do',
    line: (unit: string, no: string) => clip(`${unit} · ${no}`, LABEL_UNITS),
  },
  notPublished: (): Line[] => [
    ['Điểm chưa công bố nên chưa cần kiến nghị.'],
    ['Trước khi công bố, đồng chí gõ /giai_trinh hoặc báo Trưởng khối.'],
  ],
  over: (day: string): Line[] => [[`Đã hết hạn kiến nghị (${day}). Điểm đã công bố không thay đổi.`]],
  which: (until: string): Line => [
    `Nhận kiến nghị đến hết ngày ${until}. Đồng chí kiến nghị tiêu chí nào? Gõ số, ví dụ 3.2.`,
  ],
  unknown: (no: string): Line => [
    `Bảng điểm không có tiêu chí “${clip(no, LABEL_UNITS)}”. Đề nghị gõ lại số.`,
  ],
  several: (no: string): Line => [`Có nhiều tiêu chí mang số ${no}. Đề nghị gõ cả số nhóm, ví dụ II.${no}.`],
  pending: (no: string): Line => [`Tiêu chí ${no} đã có kiến nghị đang chờ trả lời.`],
  derived: (no: string): Line => [
    `Tiêu chí ${no} tính từ dữ liệu nộp báo cáo của Hệ thống. Đề nghị nêu rõ báo cáo nào ghi nhận chưa đúng.`,
  ],
  text: (no: string, name: string, points: Points | null): Line => [
    { bold: `${no}. ${name}` },
    ` · ${points === null ? 'chưa có điểm' : `${formatPoints(points)} điểm`}. Đề nghị gõ nội dung kiến nghị.`,
  ],
  short: (): Line => ['Đề nghị gõ nội dung kiến nghị bằng chữ.'],
  long: (most: number): Line => [`Nội dung dài quá ${most} ký tự. Đề nghị viết gọn hơn.`],
  confirm: (no: string, name: string, text: string): Line[] => [
    [{ bold: 'Kiến nghị' }, ` tiêu chí ${no}. ${name}:`],
    [{ italic: text }],
  ],
  sent: (no: string): Line[] => [[`Đã gửi kiến nghị về tiêu chí ${no}. Hệ thống sẽ báo khi có trả lời.`]],
  cancelled: (): Line[] => [['Đã bỏ, chưa gửi gì.']],
  later: (): Line[] => [['Đã giữ. Gõ /kien_nghi để làm tiếp.']],
  none: (): Line[] => [['Không có kiến nghị nào chờ đồng chí trả lời.']],
  choose: (count: number): Line => [`${count} kiến nghị chờ trả lời. Đồng chí chọn kiến nghị nào?`],
  ask: (shown: {
    unit: string;
    no: string;
    name: string;
    points: Points | null;
    text: string;
    asked: Asked | null;
    /** The published points come from the bot's own records. */
    derived: boolean;
  }): Line[] => [
    [{ bold: `Kiến nghị của ${shown.unit}` }, ` · ${shown.no}. ${shown.name}`],
    [`Điểm đã công bố: ${shown.points === null ? '–' : formatPoints(shown.points)}.`],
    [{ italic: shown.text }],
    [
      shown.asked === null
        ? 'Tiêu chí này không có số điểm để sửa; chỉ có thể giữ nguyên.'
        : `${shown.derived ? 'Điểm này hệ thống tính từ dữ liệu nộp báo cáo. ' : ''}Chấp nhận: gõ ${shown.asked.kind === 'ratio' ? 'kết quả/chỉ tiêu hoặc ' : ''}số điểm mới. Không chấp nhận: chọn Giữ nguyên.`,
    ],
  ],
  why: (to: SheetValue | null, asked: Asked | null): Line => [
    to === null ? 'Giữ nguyên điểm đã công bố.' : `Điểm mới: ${valueWords(to, asked?.levels)}.`,
    ' Đề nghị cho biết lý do.',
  ],
  /** Before the published points are changed, with all whom that moves. */
  preview: (unit: string, no: string, reason: string, effect: readonly Line[]): Line[] => [
    [{ bold: `Chấp nhận kiến nghị của ${unit} (tiêu chí ${no})?` }, ` Lý do: ${reason}`],
    ...(effect.length > 0
      ? [['Điểm chính thức thay đổi:'] satisfies Line, ...effect]
      : [['Tổng điểm, thứ hạng không đổi.']]),
    ['Mọi đơn vị được báo kết quả mới.'],
  ],
  accepts: (typed: string): boolean => yesNo(typed) === true || fold(typed).trim() === 'chap nhan',
  unclear: (): Line => ['Hệ thống chưa hiểu. Đề nghị gõ số điểm mới, hoặc chọn Giữ nguyên.'],
  gone: (): Line[] => [['Kiến nghị này đã được trả lời. Gõ /kien_nghi để xem.']],
  decided: (unit: string, no: string, accepted: boolean): Line[] => [
    [`Đã trả lời kiến nghị của ${unit} (tiêu chí ${no}): ${accepted ? 'điều chỉnh điểm' : 'giữ nguyên'}.`],
  ],
  noticeSent: (unit: string, no: string, text: string): Line[] => [
    [{ bold: 'Kiến nghị mới' }, ` của ${unit} về tiêu chí ${no}:`],
    [{ italic: text }],
  ],
  noticeDecided: (no: string, accepted: boolean, reason: string, moved: Line | null): Line[] => [
    [
      { bold: 'Trả lời kiến nghị' },
      ` tiêu chí ${no}: ${accepted ? 'chấp nhận, đã điều chỉnh' : 'giữ nguyên'}. Lý do: ${reason}`,
    ],
    ...(moved === null ? [] : [moved]),
  ],
  /** To all others, and whom it moves also by how much. */
  noticeOthers: (unit: string, no: string, moved: Affected | undefined): Line[] => [
    [`Kiến nghị của ${unit} về tiêu chí ${no} được chấp nhận. Kết quả chính thức mới:`],
    ...(moved ? [scoreEffectText.total(moved)] : []),
  ],
  button: 'Xem kiến nghị',
} as const;
