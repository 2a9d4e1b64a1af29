import { timeOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import { clip } from './fold.ts';
import { formatPoints } from './points.ts';

/** Sentences of `/cham_diem`. */

export interface CriterionShown {
  /** From 1 on. */
  position: number;
  count: number;
  no: string;
  name: string;
  max: Points;
  /** Names of the groups above it, from the top. */
  groups: string[];
}

export interface EnteredBefore {
  /** What was answered, in words: `8,5 điểm`. */
  words: string;
  /** Null: the reader. */
  byName: string | null;
  at: Date;
}

export const scoreLabels = {
  back: 'Lùi',
  skip: 'Bỏ qua',
  later: 'Để sau',
  onward: 'Tiếp',
  send: 'Gửi bản chấm',
  review: 'Xem lại',
  fillSkipped: 'Chấm tiêu chí bỏ qua',
  goOn: 'Chấm tiếp',
  unit: (name: string) => clip(name, LABEL_UNITS),
  withdraw: (text: string) => clip(text === '' ? 'Rút minh chứng' : `Rút ${text}`, LABEL_UNITS),
  group: (group: string, open: number) => `${clip(group, LABEL_UNITS - 9)} (còn ${open})`,
  keep: (words: string) => clip(`Giữ ${words}`, LABEL_UNITS),
  write: (words: string) => clip(`Ghi ${words}`, LABEL_UNITS),
  yes: 'Có',
  no: 'Không',
  level: (name: string) => clip(name, LABEL_UNITS),
  reading: (words: string) => clip(words, LABEL_UNITS),
  criterion: (no: string, name: string) => clip(`${no}. ${name}`, LABEL_UNITS),
} as const;

/** Longer labels are cut by phones, somewhere. */
const LABEL_UNITS = 40;
const EVIDENCE_UNITS = 80;
/** So many criteria are filled more easily on a page. */
const MANY = 8;
const who = (byName: string | null) => (byName === null ? 'đồng chí' : `đồng chí ${byName}`);
const Who = (byName: string | null) => (byName === null ? 'Đồng chí' : `Đồng chí ${byName}`);

export const scoreText = {
  begin: (unitName: string, count: number): Line[] => [
    [{ bold: 'Chấm điểm' }, ` · ${unitName} · ${count} tiêu chí.`],
    ['Gõ “tiêu chí 3.2” để đến tiêu chí đó, “còn lại” để xem còn gì.'],
    ['Minh chứng: gửi tệp (hoặc gõ “gửi tệp”), đường dẫn hoặc số văn bản.'],
    ...(count > MANY ? [['Chấm trên một trang: /cham_diem trang; bằng tệp Excel: /cham_diem tệp.']] : []),
  ],
  resume: (unitName: string, done: number, count: number): Line[] => [
    [{ bold: 'Chấm điểm' }, ` · ${unitName} · đã có ${done}/${count} tiêu chí, chấm tiếp từ chỗ còn trống.`],
  ],
  criterion: (shown: CriterionShown): Line[] => [
    [{ bold: `${shown.position}/${shown.count}` }, ` · tối đa ${formatPoints(shown.max)} điểm`],
    [{ bold: `${shown.no}. ${shown.name}` }],
    ...(shown.groups.length > 0 ? [[{ italic: shown.groups.join(' › ') }]] : []),
  ],
  entered: (before: EnteredBefore): Line => [
    `Đang ghi ${before.words} (${who(before.byName)}, ${timeOf(before.at)}). Trả lời lại để thay.`,
  ],
  wrote: (words: string, no: string): Line => ['Đã ghi ', { bold: words }, ` cho tiêu chí ${no}.`],
  kept: (words: string, no: string): Line => [`Giữ ${words} cho tiêu chí ${no}.`],
  evidence: (words: string, no: string): Line => [
    `Đã ghi minh chứng cho tiêu chí ${no}: ${clip(words, EVIDENCE_UNITS)}.`,
  ],
  evidenceSo: (list: readonly string[]): Line => [
    `Minh chứng: ${list.map(one => clip(one, EVIDENCE_UNITS)).join('; ')}.`,
  ],
  withdrawn: (words: string, no: string): Line => [
    `Đã rút minh chứng của tiêu chí ${no}: ${clip(words, EVIDENCE_UNITS)}.`,
  ],
  sendProof: (no: string): Line => [`Đồng chí gửi tệp minh chứng cho tiêu chí ${no}.`],
  proofTitle: (no: string): string => `Minh chứng tiêu chí ${no}`,
  perhapsJump: (no: string): Line => [`Muốn đến tiêu chí ${no}, gõ “tiêu chí ${no}”.`],
  whichUnit: (): Line[] => [['Đồng chí chấm cho đơn vị nào?']],
  notThatUnit: (): Line[] => [['Đồng chí không phụ trách đơn vị đó nên không chấm hộ được.']],
  notForUnit: (): Line => [
    'Tiêu chí không được giao do đơn vị thẩm định ghi. Đồng chí chọn Bỏ qua và báo đơn vị thẩm định.',
  ],
  passed: (no: string): Line => [`Đã bỏ qua tiêu chí ${no}, chưa tính điểm.`],
  doneAgain: (done: number, of: number): Line => [`Đã chấm lại ${done}/${of} tiêu chí bị trả lại.`],
  running: (points: Points, of: Points): Line => [`Tạm tính ${formatPoints(points)}/${formatPoints(of)}.`],

  whichReading: (readings: readonly string[]): Line => [
    readings.length === 1
      ? `Hệ thống hiểu là ${readings[0]}, đúng không ạ?`
      : `Số vừa gõ có thể hiểu là ${readings.join(' hoặc ')}. Đồng chí muốn ghi số nào?`,
  ],
  chooseNext: (): Line => ['Đề nghị đồng chí chọn một mục, hoặc gõ “tiêu chí 3.2” để sửa tiêu chí đó.'],
  filesNotHere: (): Line => [
    'Đề nghị gửi tệp khi đang ở đúng tiêu chí, hoặc ghi số tiêu chí vào chú thích, ví dụ “3.2”.',
  ],
  staleButton: (): Line => [
    'Lựa chọn vừa rồi thuộc một câu hỏi đã qua; chưa có gì thay đổi. Câu hỏi hiện tại:',
  ],

  conflict: (other: EnteredBefore, keep: string, mine: string): Line => [
    `${Who(other.byName)} vừa ghi ${other.words} lúc ${timeOf(other.at)}; `,
    `giữ ${keep} hay ghi ${mine}?`,
  ],
  otherWrote: (other: EnteredBefore, no: string): Line => [
    `${Who(other.byName)} vừa ghi ${other.words} cho tiêu chí ${no} lúc ${timeOf(other.at)}; giữ nguyên.`,
  ],
  notAssigned: (no: string): Line => [`Tiêu chí ${no} không được giao cho đơn vị, không chấm.`],
  criterionGone: (): Line => ['Bảng điểm vừa được thay đổi; tiêu chí đang hỏi không còn.'],

  firstAlready: (): Line => ['Đây là tiêu chí đầu tiên.'],
  unknownCriterion: (no: string): Line => [`Bảng điểm không có tiêu chí “${clip(no, LABEL_UNITS)}”.`],
  computed: (no: string): Line => [
    `Tiêu chí ${clip(no, LABEL_UNITS)} do hệ thống tính từ hạn và bản nộp nên không chấm tay. Xem lý do: /vi_sao ${clip(no, LABEL_UNITS)}.`,
  ],
  proofWhere: (): Line => [
    'Minh chứng này của tiêu chí nào? Gõ “tiêu chí 3.2” để mở đúng tiêu chí, rồi gửi lại minh chứng.',
  ],
  severalCriteria: (no: string): Line => [
    `Có nhiều tiêu chí mang số ${no}. Đồng chí muốn chấm tiêu chí nào?`,
  ],

  later: (done: number, count: number): Line[] => [
    [`Đã giữ ${done}/${count} tiêu chí. Gõ /cham_diem để chấm tiếp.`],
  ],
  stopped: (): Line[] => [['Đã dừng. Các điểm đã ghi vẫn được giữ; gõ /cham_diem để chấm tiếp.']],
  noCriteria: (): Line[] => [['Bảng điểm chưa có tiêu chí nào. Đề nghị đồng chí báo Trưởng khối.']],
  submittedAlready: (unitName: string, byName: string, at: string): Line[] => [
    [`Bản chấm của ${unitName} đã được gửi lúc ${at} (đồng chí ${byName}).`],
    ['Bản chấm đang chờ thẩm định; muốn sửa, đề nghị đơn vị thẩm định trả lại.'],
  ],
  submitted: (unitName: string, points: Points, of: Points, at: string): Line[] => [
    [
      `Đã gửi bản chấm của ${unitName} lúc ${at}: `,
      { bold: `${formatPoints(points)}/${formatPoints(of)}` },
      ' điểm.',
    ],
    ['Trưởng khối sẽ thẩm định. Gõ /diem để xem lại.'],
  ],
  /** What stands as the content of the self-score deadline's submission. */
  sheetSummary: (points: Points, of: Points): string =>
    `Bản tự chấm ${formatPoints(points)}/${formatPoints(of)} điểm`,
  /** To the lead's side; the points stay between the unit and whoever verifies them. */
  sheetNotice: (unitName: string, byName: string, at: string): Line[] => [
    [{ bold: 'Đã nhận bản tự chấm' }, ` của ${unitName} lúc ${at}; đồng chí ${byName} gửi. Gõ /diem để xem.`],
  ],
  noPage: (): Line[] => [
    [
      'Hệ thống chưa được cấu hình địa chỉ web nên chưa mở được trang chấm điểm. Gõ /cham_diem để chấm tại đây.',
    ],
  ],
  published: (at: string): Line[] => [
    [`Điểm đã công bố lúc ${at} và đã khóa. Muốn kiến nghị, đồng chí gõ /kien_nghi.`],
  ],
  selfClosed: (): Line[] => [['Trưởng khối đã khóa phần tự chấm. Cần chấm thêm, đề nghị báo Trưởng khối.']],
  sentBackUnit: (unitName: string): string => `${unitName} (chấm lại tiêu chí bị trả lại)`,
  sentBackName: (name: string, reason: string): string => `${name} [trả lại: ${reason}]`,
  changedMeanwhile: (): Line => ['Bản chấm vừa có thay đổi nên chưa gửi. Đề nghị đồng chí xem lại rồi gửi.'],
  notReady: (open: number): Line => [`Còn ${open} tiêu chí chưa chấm nên chưa gửi được.`],
} as const;
