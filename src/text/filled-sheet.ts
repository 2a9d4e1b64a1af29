import type { SheetRead } from '../core/filled-sheet.ts';
import type { Line } from '../core/message.ts';
import { clip } from './fold.ts';
import { refusedCellText } from './table-proposal.ts';

/** Sentences about a score sheet that was filled in as a workbook. */

const NAME_UNITS = 60;
/** Of answers that would be replaced, as many as a phone's screen takes. */
const MOST = 12;

interface Replaced {
  no: string;
  from: string;
  to: string;
  /** Null: the reader. */
  byName: string | null;
}

export const filledText = {
  title: () => 'Gửi phiếu chấm (.xlsx)',
  sent: (): Line => ['Phiếu chấm đang được gửi, kèm các điểm đã ghi.'],
  ask: (): Line[] => [['Ghi xong cột “Trả lời”, đồng chí gửi lại tệp Excel vào đây. Xem lại rồi mới ghi.']],
  unreadable: (name: string, read: Exclude<SheetRead, { kind: 'answers' }>): Line => [
    { bold: clip(name, NAME_UNITS) },
    read.kind === 'not_a_sheet'
      ? ': không phải phiếu chấm (cần cột “Mã” và cột “Trả lời”). Gõ “tải phiếu” để lấy phiếu.'
      : ': tệp bị hỏng hoặc quá lớn nên chưa đọc được.',
  ],
  /** Every cell that was refused, with its place and why. */
  refused: (read: Extract<SheetRead, { kind: 'answers' }>): Line[] =>
    read.refused.length === 0
      ? []
      : [
          [{ bold: `${read.refused.length} ô chưa nhận được` }, ' (các ô khác vẫn giữ):'],
          ...read.refused.map((cell): Line => [`• ${refusedCellText(cell)}`]),
        ],
  notAsked: (count: number): Line[] =>
    count === 0 ? [] : [[`${count} tiêu chí trong tệp không phải chấm lúc này, giữ nguyên.`]],
  byVerifier: (numbers: readonly string[]): Line[] =>
    numbers.length === 0
      ? []
      : [
          [
            `Tiêu chí ${numbers.join(', ')}: “không giao” do đơn vị thẩm định ghi, đề nghị báo đơn vị thẩm định.`,
          ],
        ],
  nothingNew: (name: string): Line => [
    { bold: clip(name, NAME_UNITS) },
    ': không có câu trả lời nào mới so với điểm đang ghi.',
  ],
  preview: (given: {
    name: string;
    count: number;
    replaced: readonly Replaced[];
    refused: number;
  }): Line[] => {
    const { name, count, replaced, refused } = given;
    const more = replaced.length - MOST;
    return [
      [{ bold: clip(name, NAME_UNITS) }, `: ${count} tiêu chí có thể ghi, chưa ghi gì.`],
      ...(replaced.length > 0 ? [[`${replaced.length} tiêu chí sẽ thay điểm đang ghi:`] satisfies Line] : []),
      ...replaced
        .slice(0, MOST)
        .map(
          ({ no, from, to, byName }): Line => [
            `• ${no}: ${from} → ${to}${byName === null ? '' : ` (đồng chí ${byName} ghi)`}`,
          ],
        ),
      ...(more > 0 ? [[`• … và ${more} tiêu chí nữa`] satisfies Line] : []),
      ...(refused > 0
        ? [[`Ô chưa nhận được: ${refused}; sửa trong tệp rồi gửi lại, hoặc chấm tại đây.`] satisfies Line]
        : []),
    ];
  },
  wrote: (count: number): Line => [`Đã ghi ${count} tiêu chí từ tệp.`],
  changed: (numbers: readonly string[]): Line[] =>
    numbers.length === 0
      ? []
      : [
          [
            `Tiêu chí ${numbers.join(', ')} vừa được người khác chấm nên giữ nguyên; gửi lại tệp nếu muốn thay.`,
          ],
        ],
  write: (count: number) => `Ghi ${count} tiêu chí`,
  writeOpen: (count: number) => `Chỉ ghi ${count} tiêu chí còn trống`,
  leave: 'Không ghi',
} as const;
