import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import type { SheetValue } from '../core/sheet-value.ts';
import { type Asked, valueWords } from './answer-value.ts';
import { clip } from './fold.ts';
import { formatPoints } from './points.ts';

const LABEL_UNITS = 40;
/** Criteria left, beyond which a way to jump is worth a line. */
const JUMP_FROM = 12;

interface Before {
  value: SheetValue | null;
  reason: string;
  explanation: string | null;
}

/** Sentences of `/tham_dinh`. */
export const verifyText = {
  labels: {
    agree: 'Đồng ý',
    keep: (words: string) => clip(`Giữ ${words}`, LABEL_UNITS),
    sendBack: 'Trả lại',
    later: 'Để sau',
    summary: 'Xem tổng',
    agreeRest: (count: number) => `Đồng ý ${count} tiêu chí còn lại`,
    goOn: 'Thẩm định tiếp',
    finish: 'Kết thúc thẩm định',
    returnSheet: (count: number) => `Trả lại ${count} tiêu chí`,
    settle: 'Kết luận điểm',
    settleNow: 'Kết luận, không chờ giải trình',
    back: 'Lùi',
    unit: (name: string, stage: string) => clip(`${name} · ${stage}`, LABEL_UNITS),
  },
  stage: {
    verifying: 'chờ thẩm định',
    explaining: 'chờ giải trình',
    reverifying: 'đã giải trình',
  },
  reasons: ['Thiếu minh chứng', 'Minh chứng không phù hợp', 'Số liệu chưa đúng'],
  choose: (count: number): Line => [
    { bold: 'Thẩm định điểm' },
    `: ${count} bản chấm đang chờ. Đồng chí chọn đơn vị nào?`,
  ],
  notNow: (unit: { unitName: string; verifier: string | null }, unsent: boolean): Line => {
    if (unsent) return [`${unit.unitName} chưa gửi bản chấm.`];
    return unit.verifier === null
      ? [`${unit.unitName} chưa có đơn vị thẩm định.`]
      : [`Bản chấm của ${unit.unitName} do ${unit.verifier} thẩm định; hiện không có phần nào chờ đồng chí.`];
  },
  waiting: (names: readonly string[]): Line => [`Chưa gửi bản chấm: ${names.join('; ')}.`],
  nobody: (): Line[] => [
    ['Đồng chí không được giao thẩm định đơn vị nào. Trưởng khối thẩm định, hoặc giao chấm chéo.'],
  ],
  nothing: (names: readonly string[]): Line[] => [
    ['Không có bản chấm nào chờ đồng chí thẩm định.'],
    ...(names.length > 0 ? [verifyText.waiting(names)] : []),
  ],
  row: (shown: {
    unit: string;
    left: number;
    no: string;
    name: string;
    groups: readonly string[];
    asked: Asked;
    answer: SheetValue | null;
    points: Points | null;
    evidence: readonly string[];
    before: Before | null;
  }): Line[] => [
    [{ bold: shown.unit }, ` · còn ${shown.left} tiêu chí`],
    [{ bold: `${shown.no}. ${shown.name}` }, ` (tối đa ${formatPoints(shown.asked.max)})`],
    ...(shown.groups.length > 0 ? [[{ italic: shown.groups.join(' › ') }]] : []),
    [
      'Đơn vị tự chấm: ',
      { bold: shown.answer ? valueWords(shown.answer, shown.asked.levels) : 'chưa chấm' },
      shown.points !== null && shown.answer?.kind !== 'points' ? ` = ${formatPoints(shown.points)} điểm` : '',
      '.',
    ],
    ...(shown.evidence.length > 0 ? [[`Minh chứng: ${shown.evidence.join('; ')}.`]] : []),
    ...(shown.before ? beforeLines(shown.before, shown.asked) : []),
    [
      shown.asked.kind === 'ratio'
        ? 'Nếu thẩm định khác, đề nghị gõ kết quả/chỉ tiêu (ví dụ 95/100) hoặc số điểm kèm chữ “điểm”.'
        : 'Nếu thẩm định khác, đề nghị gõ số điểm.',
    ],
    ...(shown.left > JUMP_FROM ? [['Đến tiêu chí khác: gõ “tiêu chí” kèm số, ví dụ tiêu chí 2.a.']] : []),
  ],
  whyChange: (no: string, from: SheetValue | null, to: SheetValue, asked: Asked): Line => [
    `Tiêu chí ${no}: ${from ? valueWords(from, asked.levels) : 'chưa chấm'} → `,
    { bold: valueWords(to, asked.levels) },
    '. Đề nghị cho biết lý do.',
  ],
  whyReturn: (no: string): Line => [`Trả lại tiêu chí ${no}. Đề nghị cho biết lý do để đơn vị bổ sung.`],
  agreed: (no: string): Line => [`Đồng ý tiêu chí ${no}.`],
  changed: (no: string, to: SheetValue, asked: Asked): Line => [
    `Đã ghi tiêu chí ${no}: ${valueWords(to, asked.levels)}.`,
  ],
  returned: (no: string): Line => [`Đã ghi trả lại tiêu chí ${no}.`],
  same: (no: string): Line => [`Số điểm bằng điểm tự chấm; ghi là đồng ý tiêu chí ${no}.`],
  noReason: (): Line => ['Đề nghị gõ lý do bằng chữ.'],
  tooLong: (most: number): Line => [`Lý do dài quá ${most} ký tự. Đề nghị viết gọn hơn.`],
  unclear: (): Line => ['Hệ thống chưa hiểu. Đề nghị gõ số điểm, hoặc chọn một mục.'],
  noCriterion: (typed: string): Line => [
    `Bảng điểm không có tiêu chí “${clip(typed, LABEL_UNITS)}”. Đề nghị gõ lại số.`,
  ],
  severalCriteria: (typed: string): Line => [
    `Có nhiều tiêu chí mang số ${typed}. Đề nghị gõ cả số nhóm, ví dụ tiêu chí II.${typed}.`,
  ],
  stale: (): Line => ['Bản chấm vừa có thay đổi; chưa ghi gì. Câu hỏi hiện tại:'],
  gone: (): Line[] => [['Bản chấm không còn chờ đồng chí thẩm định. Gõ /tham_dinh để xem.']],
  later: (): Line[] => [['Đã giữ kết quả thẩm định. Gõ /tham_dinh để làm tiếp.']],
  summary: (shown: {
    unit: string;
    agreed: number;
    changed: readonly { no: string; words: string; reason: string }[];
    returned: readonly string[];
    left: number;
    stage: 'verifying' | 'explaining' | 'reverifying';
  }): Line[] => [
    [{ bold: `Thẩm định ${shown.unit}` }, ` · đồng ý ${shown.agreed}, thay đổi ${shown.changed.length}.`],
    ...shown.changed.map((one): Line => [`• ${one.no}: ${one.words} (${one.reason})`]),
    ...(shown.returned.length > 0 ? [[`Trả lại: ${shown.returned.join('; ')}.`]] : []),
    ...(shown.left > 0 ? [[`Còn ${shown.left} tiêu chí chưa thẩm định.`]] : []),
    ...(shown.stage === 'explaining' ? [['Đơn vị đang xem kết quả để giải trình.']] : []),
  ],
  notReady: (left: number): Line => [`Còn ${left} tiêu chí chưa thẩm định nên chưa kết thúc được.`],
  done: {
    verified: (unit: string): Line[] => [
      [`Đã gửi kết quả thẩm định cho ${unit} để giải trình.`],
      ['Hệ thống sẽ báo khi đơn vị trả lời.'],
    ],
    returned: (unit: string, count: number): Line[] => [[`Đã trả lại ${count} tiêu chí để ${unit} bổ sung.`]],
    settled: (unit: string): Line[] => [[`Đã kết luận điểm của ${unit}. Gõ /xep_hang để xem.`]],
  },
  notice: {
    verified: (unit: string, by: string, changed: number): Line[] => [
      [{ bold: 'Kết quả thẩm định' }, ` của ${unit} (${by}): ${changed} tiêu chí có điểm khác.`],
      ['Đề nghị đồng chí xem và giải trình, hoặc đồng ý.'],
    ],
    returned: (
      unit: string,
      by: string,
      lines: readonly { no: string; name: string; reason: string }[],
    ): Line[] => [
      [{ bold: 'Trả lại bản chấm' }, ` của ${unit} (${by}), đề nghị bổ sung:`],
      ...lines.map((one): Line => [`• ${one.no}. ${one.name}: ${one.reason}`]),
      ['Chỉ cần chấm lại các tiêu chí này: gõ /cham_diem.'],
    ],
    settled: (unit: string, by: string): Line[] => [
      [{ bold: 'Đã kết luận điểm' }, ` của ${unit} (${by}). Gõ /diem để xem.`],
    ],
    button: { explain: 'Xem, giải trình', fix: 'Chấm lại' },
  },
} as const;

function beforeLines({ value, reason, explanation }: Before, asked: Asked): Line[] {
  const was = value ? `${valueWords(value, asked.levels)} (${reason})` : `trả lại (${reason})`;
  return [
    [`Lần trước thẩm định: ${was}.`],
    ...(explanation === null ? [] : [['Đơn vị giải trình: ', { italic: explanation }]]),
  ];
}
