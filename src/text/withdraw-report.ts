import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { formatDayLong, formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { type ReportShown, reportLabel, sentWords } from './reports-received.ts';

/** Sentences of `/rut_bao_cao`: a unit takes back what it has handed in. */

const named = (one: ReportShown): Line => ['“', { bold: one.title }, `” của ${one.party}`];

export type NotWithdrawn = 'over' | 'accepted' | 'recorded' | 'sheet';

const why: Record<NotWithdrawn, string> = {
  over: 'Đã quá hạn nộp nên không rút được.',
  accepted: 'Trưởng khối đã tiếp nhận nên đơn vị không rút được nữa.',
  recorded: 'Báo cáo này do Trưởng khối ghi nhận từ hệ thống văn bản.',
  sheet: 'Bản tự chấm đã gửi được trả lại theo từng tiêu chí.',
};

export const withdrawText = {
  choose: (): Line[] => [['Đồng chí rút báo cáo nào?']],
  nothing: (): Line[] => [
    ['Đơn vị chưa có báo cáo nào rút được.'],
    ['Rút được là báo cáo chưa được tiếp nhận và còn trong hạn nộp.'],
  ],
  noMatch: (words: string): Line[] => [
    [`Không có báo cáo nào rút được khớp “${clip(words, 60)}”.`],
    ['Gõ ', { code: '/bao_cao' }, ' để xem báo cáo của đơn vị.'],
  ],
  refused: (one: ReportShown, reason: NotWithdrawn): Line[] => [
    [...named(one), ': chưa có gì thay đổi.'],
    [why[reason]],
    ['Nếu cần sửa, đề nghị đồng chí báo Trưởng khối trả lại để bổ sung.'],
  ],
  label: reportLabel,
  confirm: (one: ReportShown, until: Date | null, effect: readonly Line[]): Line[] => [
    [{ bold: 'Sẽ rút:' }, ' ', ...named(one), one.sent ? `, gửi ${sentWords(one.sent)}.` : '.'],
    [
      'Báo cáo trở lại là chưa nộp',
      until ? `; nộp lại đến ${formatInstant(until)} vẫn đúng hạn.` : '.',
      ' Bản đã gửi được lưu trong nhật ký, Trưởng khối được báo.',
    ],
    ...effect,
    ['Nếu chỉ cần thay bản khác, đồng chí nộp bản mới, không cần rút.'],
  ],
  ok: 'Rút báo cáo',
  replace: 'Nộp bản khác',
  keep: 'Để nguyên',
  kept: (): Line[] => [['Báo cáo vẫn như đã nộp.']],
  done: (one: ReportShown, effect: readonly Line[]): Line[] => [
    [{ bold: 'Đã rút' }, ' ', ...named(one), '.'],
    dueLine(one.dueOn),
    ...effect,
  ],
  handIn: 'Nộp báo cáo',
  /** To the lead's side. */
  notice: (one: ReportShown, by: string, effect: readonly Line[]): Line[] => [
    [{ bold: 'Đơn vị rút báo cáo' }],
    [...named(one), one.sent ? `, gửi ${sentWords(one.sent)}` : '', `; đồng chí ${by} rút.`],
    dueLine(one.dueOn),
    ...effect,
  ],
  /** To the unit's other contacts. */
  ownNotice: (one: ReportShown, by: string): Line[] => [
    [`Đồng chí ${by} đã rút `, ...named(one), '; báo cáo trở lại là chưa nộp.'],
  ],
} as const;

const dueLine = (dueOn: Day | null): Line => [
  dueOn ? `Báo cáo trở lại là chưa nộp, hạn ${formatDayLong(dueOn)}.` : 'Báo cáo trở lại là chưa nộp.',
];
