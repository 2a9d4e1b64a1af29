import type { Day } from '../core/day.ts';
import type { Lateness } from '../core/deadline.ts';
import type { Line } from '../core/message.ts';
import { datedLabel } from './dated-label.ts';
import { formatDay, formatDayLong } from './days.ts';
import { clip } from './fold.ts';
import { judged } from './receipt.ts';
import { joinVi } from './sizes.ts';

/** Sentences of `/ghi_nhan`: what went the official way is recorded for its unit. */

export interface RecordShown {
  unitName: string;
  number: string | null;
  date: Day;
  lateness: Lateness | null;
  /** A record of ours that is put right. */
  corrects: boolean;
  /** Answers a report that was sent back. */
  again: boolean;
  /** Where the unit was given longer than the others. */
  extendedTo: Day | null;
}

const document = ({ number, date }: Pick<RecordShown, 'number' | 'date'>) =>
  `${number ?? 'không ghi số'}, gửi ${formatDayLong(date)}`;

export const recordText = {
  askDeadline: (units: readonly string[]): Line => [
    units.length > 0
      ? `Ghi nhận cho ${clip(joinVi(units), 160)}: báo cáo nào?`
      : 'Ghi nhận báo cáo nào đã gửi qua hệ thống văn bản?',
  ],
  askUnits: (report: Line): Line[] => [
    report,
    ['Đơn vị nào đã gửi? Đồng chí chọn, hoặc gõ mỗi đơn vị một dòng kèm số văn bản và ngày gửi:'],
    [{ code: 'Phòng Kinh tế 123/BC-KT 28/5' }],
  ],
  askNumber: (report: Line, unit: string): Line[] => [
    report,
    [`Số văn bản và ngày gửi của ${unit}? Ví dụ: 123/BC-KT 28/5/2026.`],
  ],
  askDate: (report: Line, unit: string, number: string | null): Line[] => [
    report,
    [`${unit}${number ? `, văn bản ${number}` : ''}: gửi ngày nào? Đúng hạn hay trễ tính theo ngày này.`],
  ],
  /** Which report, of which period. */
  report: (title: string, dueOn: Day | null): Line => [
    { bold: title },
    dueOn ? ` · hạn ${formatDayLong(dueOn)}` : '',
  ],
  confirm: (report: Line, shown: readonly RecordShown[], effect: readonly Line[]): Line[] => [
    [{ bold: 'Sẽ ghi nhận đã gửi qua hệ thống văn bản:' }],
    report,
    ...shown.map(
      (one, n): Line => [
        `${n + 1}. `,
        { bold: one.unitName },
        ` – ${document(one)}${judged(one.lateness)}${one.extendedTo ? `; gia hạn đến ${formatDay(one.extendedTo)}` : ''}${one.corrects ? '; thay cho lần đã ghi' : ''}${one.again ? '; nộp lại sau khi bị trả' : ''}`,
      ],
    ),
    ...effect,
    ['Đúng thì chọn Ghi nhận; cần sửa thì gõ lại đơn vị, số, ngày.'],
  ],
  done: (report: Line, given: readonly (RecordShown & { receiptNo: number })[]): Line[] => [
    [{ bold: 'Đã ghi nhận:' }],
    report,
    ...given.map(
      (one): Line => [
        `• ${one.unitName} – ${document(one)}${judged(one.lateness)}; biên nhận số ${one.receiptNo}`,
      ],
    ),
    ['Đơn vị đã được báo.'],
  ],
  /** To the unit. */
  notice: (
    title: string,
    dueOn: Day | null,
    one: RecordShown & { receiptNo: number },
    by: string,
  ): Line[] => [
    [{ bold: `Biên nhận số ${one.receiptNo}` }],
    [
      `Đồng chí ${by} đã ghi nhận “${title}”${dueOn ? ` (hạn ${formatDay(dueOn)})` : ''} của ${one.unitName}: ${document(one)}${judged(one.lateness)}.`,
    ],
    ['Nếu chưa đúng, đề nghị đồng chí báo Trưởng khối.'],
  ],
  noDeadline: (): Line[] => [['Không có báo cáo nào đang chờ ghi nhận.']],
  noneFits: (): Line => [
    'Các đơn vị vừa nêu không cùng có báo cáo nào chờ ghi nhận. Đề nghị ghi từng đơn vị.',
  ],
  notOwed: (unit: string): Line => [`${unit} không phải nộp báo cáo này nên chưa ghi.`],
  handedIn: (unit: string): Line => [
    `${unit} đã tự nộp qua trợ lý nên không ghi đè. Cần nộp lại thì dùng /tra_lai.`,
  ],
  meanwhile: (unit: string): Line => [`${unit} vừa có bản nộp mới; đề nghị đồng chí xem lại.`],
  future: (date: Day): Line => [
    `Ngày ${formatDayLong(date)} chưa đến nên chưa ghi. Đề nghị đồng chí gõ lại ngày gửi.`,
  ],
  unknownUnit: (typed: string): Line => [
    `Khối chưa có đơn vị tên “${clip(typed, 60)}”; dòng ấy chưa được ghi.`,
  ],
  badDate: (typed: string): Line => [`Chưa rõ ngày “${typed}”. Đề nghị đồng chí gõ như 28/5/2026.`],
  unclear: (typed: string): Line => [
    `Chưa rõ “${clip(typed, 60)}”. Đề nghị đồng chí chọn một mục, hoặc gõ đơn vị, số, ngày.`,
  ],
  cancelled: (): Line[] => [['Đã hủy; chưa ghi nhận gì.']],
  parked: (): Line[] => [['Đã để lại, chưa ghi nhận. Gõ ', { code: '/ghi_nhan' }, ' để tiếp tục.']],
  stale: (): Line => ['Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi.'],
  more: 'Xem thêm',
  noNumber: 'Không ghi số',
  today: 'Hôm nay',
  yesterday: 'Hôm qua',
  ok: (count: number) => (count > 1 ? `Ghi nhận ${count} đơn vị` : 'Ghi nhận'),
  addUnit: 'Thêm đơn vị',
  enough: 'Đủ rồi',
  cancel: 'Hủy',
  label: datedLabel,
  page: (page: number, pages: number): Line => [`Trang ${page}/${pages}`],
};
