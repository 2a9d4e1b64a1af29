import type { Day } from '../core/day.ts';
import type { Lateness } from '../core/deadline.ts';
import type { Line } from '../core/message.ts';
import { formatDay, formatInstant } from './days.ts';
import { formatBytes, shortHash } from './sizes.ts';

export interface ReceiptFacts {
  receiptNo: number;
  title: string;
  unitName: string;
  /** What "on time" is judged by. */
  sentAt: Date;
  /** Null: the duty has no date. */
  lateness: Lateness | null;
  files: readonly { name: string; size: number; sha256: string }[];
  documentNumber: string | null;
  documentDate: Day | null;
  /** 1: the first; above it, a replacement. */
  version: number;
  /** Until when a replacement is taken; null: no longer. */
  replaceUntil: Date | null;
  /** Answers a version that was sent back; how the first one counted is said too. */
  again?: { first: { sentAt: Date; lateness: Lateness | null } } | null;
}

/** To whoever handed it in: proof of what was received and when. */
export function receipt(facts: ReceiptFacts): Line[] {
  const { version } = facts;
  const lines: Line[] = [
    [
      { bold: `Biên nhận số ${facts.receiptNo}` },
      version > 1 ? ` (${facts.again ? 'nộp lại' : 'bản thay thế'}, lần ${version})` : '',
    ],
    [
      `Đã ghi nhận “${facts.title}” của ${facts.unitName} lúc ${formatInstant(facts.sentAt)}${judged(facts.lateness)}.`,
    ],
  ];
  const document = documentOf(facts);
  if (document !== '') lines.push([`Văn bản: ${document}`]);
  for (const file of facts.files) {
    lines.push([`Tệp: ${file.name} (${formatBytes(file.size)}, mã `, { code: shortHash(file.sha256) }, ')']);
  }
  const { again } = facts;
  if (again) {
    const { sentAt, lateness } = again.first;
    const counts = facts.lateness?.kind === 'late' ? '; trễ hạn tính theo lần nộp này' : '';
    lines.push([`Lần đầu gửi ${formatInstant(sentAt)}${judged(lateness)}${counts}.`]);
  }
  if (version > 1) lines.push(['Các bản trước vẫn được lưu.']);
  if (facts.replaceUntil !== null) {
    lines.push([`Có thể thay đến ${formatInstant(facts.replaceUntil)}: gõ /nop_bao_cao.`]);
  }
  return lines.map(line => line.filter(part => part !== ''));
}

/** To the lead's side. */
export function submissionNotice(facts: ReceiptFacts & { byName: string; done: number; of: number }): Line[] {
  const again = facts.again ? 'Đã nhận bản nộp lại' : 'Đã nhận bản thay thế';
  const what = facts.version > 1 ? again : 'Đã nhận';
  const parts = [documentOf(facts), facts.files.length > 0 ? `${facts.files.length} tệp` : ''].filter(
    part => part !== '',
  );
  return [
    [
      { bold: what },
      ` “${facts.title}” của ${facts.unitName} lúc ${formatInstant(facts.sentAt)}${judged(facts.lateness)}; ` +
        `đồng chí ${facts.byName} nộp, biên nhận số ${facts.receiptNo}.`,
    ],
    ...(parts.length > 0 ? [[`Gồm: ${parts.join('; ')}.`]] : []),
    [`Đã nộp: ${facts.done}/${facts.of}.`],
  ];
}

function documentOf({ documentNumber, documentDate }: ReceiptFacts): string {
  const dated = documentDate === null ? '' : `ngày ${formatDay(documentDate)}`;
  return [documentNumber ?? '', dated].filter(part => part !== '').join(' ');
}

/** ` (đúng hạn)`, ` (trễ 3 ngày, trong đó 1 ngày làm việc)`. */
export function judged(lateness: Lateness | null): string {
  if (lateness === null) return '';
  if (lateness.kind === 'on_time') return ' (đúng hạn)';
  const { calendarDays, workingDays } = lateness;
  const working = workingDays === calendarDays ? '' : `, trong đó ${workingDays} ngày làm việc`;
  return ` (trễ ${calendarDays} ngày${working})`;
}
