import { type Day, dayOf } from '../core/day.ts';
import type { Channel } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import { fitLabel } from './dated-label.ts';
import { formatDate, formatDay, formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { formatBytes, joinVi } from './sizes.ts';

/** Sentences of `/nop_bao_cao`. */

/** Of typed words that are said back, in UTF-16 units. */
const ECHO_UNITS = 60;
/** Of a unit's name on a button. */
const UNIT_UNITS = 20;

export interface ObligationShown {
  title: string;
  unitName: string;
  dueOn: Day | null;
  /** Calendar days to the due day; null where there is none. */
  daysLeft: number | null;
  /** 0: not overdue. */
  overdueDays: number;
  submitted: { receiptNo: number; at: Date; channel?: Channel } | null;
  returned?: { version: number; reason: string } | null;
}

export interface DraftShown {
  /** `before`: from the version that was sent back, beside new ones. */
  files: readonly { name: string; size: number; before?: boolean }[];
  number: string | null;
  date: Day | null;
  summary: string;
}

export const reportLabels = {
  more: 'Xem thêm',
  done: 'Xong',
  dropFiles: 'Bỏ các tệp',
  dropBefore: 'Bỏ tệp đã gửi lần trước',
  dropNumber: 'Bỏ số, ngày văn bản',
  dropSummary: 'Bỏ nội dung',
  other: 'Báo cáo khác',
  confirm: 'Xác nhận',
  edit: 'Sửa',
  cancel: 'Hủy',
  later: 'Để sau',
  resume: 'Nộp tiếp',
  replace: 'Nộp bản thay',
  noDate: 'Không ghi ngày',
  thisDate: (date: Day) => `Đúng, ${formatDay(date)}`,
  obligation: (one: ObligationShown) => [one.title, due(one), one.unitName].join(' · '),
  /** The same on a button. */
  obligationShort: (one: ObligationShown, today: Day, withUnit: boolean) => {
    const day = one.dueOn === null ? [] : [formatDate(one.dueOn, today)];
    const unit = withUnit ? [clip(one.unitName, UNIT_UNITS)] : [];
    return fitLabel(one.title, ...day, ...standingShort(one), ...unit);
  },
} as const;

/** "hạn 30/11/2026", "quá hạn 3 ngày", "đã nộp": at most a few words, for a button. */
function due(one: ObligationShown): string {
  if (one.submitted) return 'đã nộp, có thể thay';
  if (one.returned) return 'bị trả lại';
  if (one.overdueDays > 0) return `quá hạn ${one.overdueDays} ngày`;
  return one.dueOn === null ? 'chưa có hạn' : `hạn ${formatDay(one.dueOn)}`;
}

/** What a button says beside the day. */
function standingShort(one: ObligationShown): string[] {
  if (one.submitted) return ['đã nộp'];
  if (one.returned) return ['bị trả lại'];
  if (one.overdueDays > 0) return [`quá ${one.overdueDays} ngày`];
  return one.dueOn === null ? ['chưa có hạn'] : [];
}

/** A report recorded on behalf has a day, no hour. */
const sentOn = ({ at, channel }: { at: Date; channel?: Channel }) =>
  channel === 'document_system' ? `ngày ${formatDay(dayOf(at))}` : `lúc ${formatInstant(at)}`;

function dueLong(one: ObligationShown): string {
  if (one.dueOn === null) return 'chưa có hạn nộp';
  const until = `hạn nộp ${formatDay(one.dueOn)}`;
  if (one.overdueDays > 0) return `${until}, đã quá ${one.overdueDays} ngày`;
  if (one.daysLeft === null || one.daysLeft < 0) return until;
  return one.daysLeft === 0 ? `${until} (hôm nay)` : `${until} (còn ${one.daysLeft} ngày)`;
}

function draftLines(draft: DraftShown): Line[] {
  const lines: Line[] = draft.files.map(file => [
    'Tệp: ',
    { bold: file.name },
    ` (${formatBytes(file.size)}${file.before ? ', đã gửi lần trước' : ''})`,
  ]);
  const dated = draft.date === null ? '' : ` ngày ${formatDay(draft.date)}`;
  if (draft.number !== null) lines.push(['Văn bản: ', { bold: draft.number }, dated]);
  else if (dated !== '') lines.push([`Văn bản${dated}, chưa có số`]);
  if (draft.summary !== '') lines.push(['Nội dung: ', { italic: draft.summary }]);
  return lines;
}

export const reportText = {
  anyReport: 'Báo cáo, chọn sau trong cuộc trò chuyện',
  choose: (): Line => ['Đồng chí nộp báo cáo nào?'],
  /** What came before a report was chosen. */
  kept: (draft: DraftShown): Line[] => {
    const lines = draftLines(draft);
    return lines.length > 0 ? [['Đã giữ:'], ...lines] : [];
  },
  page: (page: number, pages: number): Line => [`Trang ${page}/${pages}`],
  noMatch: (words: string): Line => [
    `Không có báo cáo nào khớp “${clip(words, ECHO_UNITS)}”. Đề nghị đồng chí chọn trong danh sách.`,
  ],

  collect: (one: ObligationShown, draft: DraftShown, ready: boolean): Line[] => [
    [{ bold: one.title }],
    [`${one.unitName} · ${dueLong(one)}`],
    ...(one.returned ? [['Bị trả lại: ', { bold: one.returned.reason }]] : []),
    ...(one.returned && draftLines(draft).length > 0 ? [['Đang có:']] : []),
    ...draftLines(draft),
    [
      ready && one.returned
        ? 'Đề nghị đồng chí chọn phần sai để bỏ, gửi tệp hoặc số văn bản thay vào; đủ rồi thì chọn Xong.'
        : ready
          ? 'Đồng chí gửi thêm được tệp, số, ngày văn bản và vài dòng nội dung; đủ rồi thì chọn Xong.'
          : 'Đề nghị đồng chí gửi tệp báo cáo, hoặc gõ số và ngày văn bản (ví dụ: 123/BC-UBND ngày 28/5/2026).',
    ],
  ],
  review: (one: ObligationShown, draft: DraftShown, replaces: boolean): Line[] => [
    [{ bold: replaces ? 'Sẽ ghi nhận bản thay thế:' : 'Sẽ ghi nhận:' }],
    [{ bold: one.title }],
    [`${one.unitName} · ${dueLong(one)}`],
    ...draftLines(draft),
    ...(replaces ? [['Bản đã nộp trước đây vẫn được lưu.']] : []),
    ['Đúng thì chọn Xác nhận; còn thiếu thì gửi thêm tệp, số, ngày văn bản.'],
  ],
  askDate: (number: string | null): Line => [
    number === null ? 'Văn bản ghi ngày nào?' : `Văn bản ${number} ghi ngày nào?`,
  ],
  oddDate: (date: Day, today: Day): Line => [
    date > today
      ? `Ngày văn bản ${formatDay(date)} chưa đến. Đồng chí xác nhận, hoặc gõ lại ngày.`
      : `Ngày văn bản ${formatDay(date)} đã cách đây hơn sáu tháng. Đồng chí xác nhận, hoặc gõ lại ngày.`,
  ],
  noSuchDate: (typed: string): Line => [`Lịch không có ngày “${typed}”.`],
  notADate: (): Line => ['Hệ thống chưa hiểu ngày. Đề nghị đồng chí gõ như 28/5/2026.'],
  dateNotKept: (date: Day): Line => [
    `Ngày văn bản ${formatDay(date)} cần xem lại nên chưa ghi; đề nghị đồng chí gõ lại sau khi chọn báo cáo.`,
  ],
  nothingYet: (): Line => ['Chưa có tệp hoặc số văn bản nên chưa ghi nhận được.'],
  sameFile: (names: readonly string[]): Line => [`Tệp đã có, không thêm lần nữa: ${joinVi(names)}.`],
  otherReport: (title: string): Line => [
    `Tệp vừa nhận được gửi qua liên kết của “${title}”. Đồng chí nộp cho báo cáo nào?`,
  ],
  tooManyFiles: (max: number, names: readonly string[]): Line => [
    `Mỗi lần nộp nhận tối đa ${max} tệp; chưa nhận: ${joinVi(names)}.`,
  ],
  unseen: (names: readonly string[]): Line => [
    `Không mở được ${joinVi(names)} để kiểm tra độ mật (tệp có mật khẩu, hỏng hoặc quá dài); chỉ nộp khi tệp không mang độ mật.`,
  ],
  summaryTooLong: (max: number): Line => [
    `Nội dung chỉ nhận tối đa ${max} ký tự nên phần vừa gõ chưa được ghi. Đề nghị đồng chí gõ ngắn hơn hoặc gửi thành tệp.`,
  ],

  submittedAlready: (one: ObligationShown): Line[] => [
    [
      `${one.title} của ${one.unitName} đã được nộp`,
      one.submitted ? ` ${sentOn(one.submitted)}, biên nhận số ${one.submitted.receiptNo}.` : '.',
    ],
  ],
  mayReplace: (): Line => ['Đồng chí có thể nộp bản thay thế; bản cũ vẫn được lưu.'],
  mayNotReplace: (): Line => ['Bản này không thay được nữa. Nếu cần, đề nghị đồng chí báo Trưởng khối.'],
  submittedMeanwhile: (): Line => ['Trong lúc đồng chí chuẩn bị, báo cáo này đã được nộp.'],
  withdrawn: (): Line => ['Báo cáo đồng chí đang nộp đã được rút, không phải nộp nữa.'],
  keptDraft: (): Line => ['Phần đồng chí đã gửi vẫn được giữ. Đồng chí nộp cho báo cáo nào?'],
  nothingOpen: (): Line[] => [['Hiện không có báo cáo nào đang chờ đồng chí nộp.']],
  staleButton: (): Line => ['Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi.'],
  firstAlready: (): Line => ['Đây là bước đầu tiên.'],
  cannotSkip: (): Line => ['Bước này không bỏ qua được.'],
  question: (): Line => [
    'Câu hỏi này không ghi vào báo cáo. Muốn hỏi Trưởng khối, gõ ',
    { code: '/phan_anh' },
    '; thôi nộp, gõ “hủy”.',
  ],
  useButtons: (): Line => ['Đề nghị đồng chí chọn một trong các mục dưới đây.'],
  parked: (files: number): Line[] => [
    [files > 0 ? `Đã giữ phần đang nộp (${files} tệp), chưa ghi nhận.` : 'Đã để lại, chưa ghi nhận báo cáo.'],
    ['Khi nộp tiếp, đề nghị đồng chí chọn mục dưới đây hoặc gõ /nop_bao_cao.'],
  ],
  cancelled: (): Line[] => [['Đã hủy; chưa ghi nhận báo cáo nào.']],
} as const;
