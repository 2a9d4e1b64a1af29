import type { Ballot } from '../core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../core/ballot/box.ts';
import { leftToPeople } from '../core/ballot/decision.ts';
import type { BallotRules } from '../core/ballot/rules.ts';
import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { shortRef } from '../core/short-ref.ts';
import { ballotHead, ballotResult } from './ballot-result.ts';
import { ballotRulesText, legalLimit } from './ballot-rules.ts';
import { formatDay, formatInstant } from './days.ts';
import { clip } from './fold.ts';
import { joinVi } from './sizes.ts';

/** Sentences of `/binh_xet`: what is put to the vote, and what came of it. */

/** Of a label on a button, in UTF-16 units. */
const LABEL = 40;

const ref = (one: Pick<Ballot, 'id'>) => shortRef('b', one.id);
const modeName = { paper: 'phiếu giấy', chat: 'trong chat' } as const;
const stateName = { open: 'đang mở', closed: 'đã kiểm phiếu', void: 'không có kết quả' } as const;

/** A unit that is not considered this year, and why. */
interface Excluded {
  name: string;
  vetoes: readonly string[];
}

const stateWords = (one: Ballot) =>
  leftToPeople(one) && !one.decision ? 'chờ ghi quyết định' : stateName[one.state];

export const ballotText = {
  question: (): Line[] => [
    ['Bình xét việc gì, chọn trong những ai? Đồng chí gõ, ví dụ:'],
    [{ code: 'Cờ thi đua năm 2026: Phòng Kinh tế; Trạm Y tế; Trường THCS; chọn 1; đến 17:00 ngày 12/6' }],
    ['Chọn trong mọi đơn vị thì gõ “tất cả đơn vị”; chỉ hỏi đồng ý hay không thì gõ mỗi câu hỏi.'],
  ],
  preview: (
    one: Pick<Ballot, 'title' | 'options' | 'rules' | 'electors' | 'closesAt'>,
    unreached: readonly string[],
  ): Line[] => [
    [{ bold: `Sẽ đưa ra bình xét: ${one.title}` }],
    ...listed(one),
    ...(one.rules.seats ? [[`• Chọn tối đa ${one.rules.seats}`]] : []),
    ...ballotRulesText.ofBallot(one.rules, one.electors.length),
    [
      one.closesAt
        ? `• Kết thúc lúc ${formatInstant(one.closesAt)}`
        : '• Chưa định giờ kết thúc: Trưởng khối chọn Kết thúc',
    ],
    ...(unreached.length > 0
      ? [[`Chưa có đầu mối nên không bỏ phiếu trong chat được: ${joinVi(unreached)}.`]]
      : []),
    ballotRulesText.standing('chat', one.rules),
    legalLimit,
  ],
  openChat: 'Mở bỏ phiếu kín trong chat',
  openPaper: 'Phiếu giấy: chỉ nhập kết quả',
  badTime: (typed: string, why: string | null): Line => [
    why === null
      ? `“${clip(typed, 60)}” không phải là giờ kết thúc. Đề nghị gõ lại, ví dụ: đến 17:00 ngày 12/6.`
      : `Giờ kết thúc “${clip(typed, 60)}” không có trong lịch (${why}). Đề nghị gõ lại.`,
  ],
  justPast: (day: Day, next: Day): Line => [
    `Ngày kết thúc ${formatDay(day)} đã qua. Nếu là ${formatDay(next)}, đề nghị gõ đủ cả năm; nếu không, gõ lại ngày.`,
  ],
  leftOut: ({ name, vetoes }: Excluded): Line => [
    { bold: `Không đưa ${name} vào bình xét: ` },
    `đang không xét thi đua, ${vetoes.join('; ')}.`,
  ],
  allLeftOut: (all: readonly Excluded[]): Line => [
    `Không còn ai để bình xét: ${all.map(({ name, vetoes }) => `${name} đang không xét thi đua, ${vetoes.join('; ')}`).join('; ')}. Đã hết lý do thì bỏ ghi bằng `,
    { code: '/khong_xet' },
    '.',
  ],
  excluded: ({ name, vetoes }: Excluded): Line => [
    { bold: `Lưu ý: ` },
    `${name} đang không xét thi đua, ${vetoes.join('; ')}.`,
  ],
  pastTime: (at: Date): Line => [`Giờ kết thúc ${formatInstant(at)} đã qua. Đề nghị gõ lại.`],
  restTime: (at: Date): Line => [
    `${formatInstant(at)} là giờ nghỉ hoặc ngày nghỉ. Đề nghị chọn giờ làm việc.`,
  ],
  tooMany: (most: number): Line => [`Danh sách tối đa ${most} mục. Đề nghị đồng chí rút gọn.`],
  seatsOver: (seats: number, of: number): Line => [
    `Chọn ${seats} trong ${of} thì ai cũng được chọn. Đề nghị gõ lại số cần chọn.`,
  ],
  fewElectors: (n: number): Line => [`Chỉ có ${n} phiếu; bỏ phiếu kín cần ít nhất ${FEWEST_PAPERS}.`],
  opened: (no: number, mode: Ballot['mode'], electors: number): Line[] => [
    mode === 'chat'
      ? [
          `Đã mở cuộc bình xét số ${no}; ${electors} phiếu đã được mời. Trong lúc bỏ phiếu không ai xem được kết quả.`,
        ]
      : [
          `Đã lập cuộc bình xét số ${no}. Sau khi kiểm phiếu, hai người nhập kết quả độc lập bằng `,
          { code: '/kiem_phieu' },
          '.',
        ],
  ],
  invited: (
    bloc: string,
    one: Pick<Ballot, 'no' | 'title' | 'round' | 'closesAt' | 'options' | 'rules'>,
  ): Line[] => [
    [{ bold: `[Bình xét] ${bloc}` }],
    [`${ballotHead(one)}: ${one.title}`],
    ...(one.closesAt ? [[`Bỏ phiếu đến ${formatInstant(one.closesAt)}.`]] : []),
    ['Phiếu kín: Hệ thống chỉ ghi ai đã bỏ phiếu, không ghi ai chọn gì.'],
    ballotRulesText.standing('chat', one.rules),
  ],
  reminded: (bloc: string, one: Ballot): Line[] => [
    [{ bold: `[Nhắc bỏ phiếu] ${bloc}` }],
    [`${ballotHead(one)}: ${one.title}. Đồng chí chưa bỏ phiếu.`],
    ...(one.closesAt ? [[`Hạn: ${formatInstant(one.closesAt)}.`]] : []),
  ],
  vote: (one: Pick<Ballot, 'id'>) => ({
    id: `bo_phieu ${ref(one)}`,
    label: 'Bỏ phiếu',
    tone: 'primary' as const,
  }),
  allVoted: (bloc: string, one: Ballot): Line[] => [
    [{ bold: `[Đã đủ phiếu] ${bloc}` }],
    [
      `${ballotHead(one)}: ${one.title}. Đã có đủ ${one.electors.length}/${one.electors.length} phiếu; đồng chí có thể kết thúc để kiểm phiếu${one.closesAt ? ` trước ${formatInstant(one.closesAt)}` : ''}.`,
    ],
  ],
  list: (bloc: string, shown: readonly Ballot[], lead: boolean): Line[] => [
    [{ bold: `Bình xét của ${bloc}` }],
    ...(shown.length === 0
      ? [['Chưa có cuộc bình xét nào.']]
      : shown.map(
          (one): Line => [
            `• Số ${one.no}${one.round > 1 ? ` (vòng ${one.round})` : ''}: ${clip(one.title, 60)}, ${modeName[one.mode]}, ${stateWords(one)}`,
          ],
        )),
    ...(lead ? [] : [['Trưởng khối mở các cuộc bình xét.']]),
  ],
  open: (one: Ballot) => ({ id: `binh_xet ${ref(one)}`, label: `Số ${one.no}: ${clip(one.title, LABEL)}` }),
  make: { id: 'binh_xet moi', label: 'Mở cuộc bình xét' },
  rules: { id: 'binh_xet quy_tac', label: 'Quy tắc' },
  more: 'Cũ hơn',
  shown: (one: Ballot): Line[] => [
    [{ bold: `${ballotHead(one)}: ${one.title}` }],
    ...listed(one),
    ...ballotRulesText.ofBallot(one.rules, one.electors.length),
    ...(one.state === 'open' ? openLines(one) : one.state === 'void' ? [['Không có kết quả.']] : []),
  ],
  close: (one: Ballot) => ({ id: `binh_xet dong ${ref(one)}`, label: 'Kết thúc' }),
  closeNow: (one: Ballot) => ({
    id: `binh_xet dong_ngay ${ref(one)}`,
    label: 'Kết thúc ngay',
    tone: 'danger' as const,
  }),
  keepOpen: { id: 'binh_xet thoi', label: 'Để mở tiếp' },
  confirmClose: (one: Ballot): Line[] => [
    [
      `Kết thúc cuộc bình xét số ${one.no}? ${one.mode === 'chat' ? `Đã có ${one.voted.length}/${one.electors.length} phiếu; sau đó không ai bỏ phiếu được nữa.` : 'Chưa có kết quả kiểm phiếu nào được hai người thống nhất.'}`,
    ],
  ],
  kept: (): Line[] => [['Cuộc bình xét vẫn mở.']],
  closedBefore: (): Line[] => [['Cuộc bình xét này đã kết thúc.']],
  result: ballotResult,
  publish: (one: Ballot) => ({ id: `binh_xet cong_bo ${ref(one)}`, label: 'Công bố trong khối' }),
  nextRound: (one: Ballot) => ({ id: `binh_xet vong ${ref(one)}`, label: `Mở vòng ${one.round + 1}` }),
  decide: (one: Ballot) => ({ id: `binh_xet quyet ${ref(one)}`, label: 'Ghi quyết định' }),
  export: (one: Ballot) => ({ id: `binh_xet xuat ${ref(one)}`, label: 'Xuất phiếu để kiểm lại' }),
  published: (): Line[] => [['Đã gửi kết quả tới đầu mối các đơn vị và nhóm của khối.']],
  publishedBefore: (one: Ballot, when: Date | null): Line[] => [
    [
      `Kết quả cuộc bình xét số ${one.no} đã được công bố${when ? ` lúc ${formatInstant(when)}` : ''}; không gửi lại.`,
    ],
  ],
  exported: (one: Ballot): Line[] => [
    [
      `Phiếu của cuộc bình xét số ${one.no}, xếp theo nội dung, không có tên và thứ tự. Ai cũng kiểm lại được bằng `,
      { code: 'scripts/recount.mjs' },
      '.',
    ],
  ],
  fileName: (one: Ballot) => `binh-xet-${one.no}.json`,
  unknown: (): Line[] => [['Không có cuộc bình xét này. Xem danh sách: ', { code: '/binh_xet' }]],
  leadOnly: (): Line[] => [
    ['Việc này dành cho Trưởng khối và thư ký. Xem các cuộc bình xét: ', { code: '/binh_xet' }],
  ],
};

const listed = ({ options, title }: Pick<Ballot, 'options' | 'title'>): Line[] =>
  options.length === 1 && options[0]?.label === title
    ? []
    : options.map((one, n): Line => [`${n + 1}. ${one.label}`]);

/** Who has typed the papers' numbers in, and who is still wanted. */
function countersLines(counters: readonly string[]): Line[] {
  const [first, second] = counters;
  if (first === undefined) return [['Đang chờ hai người nhập kết quả kiểm phiếu, chưa ai nhập.']];
  const entered = `Đã nhập kết quả kiểm phiếu: đồng chí ${joinVi(counters)}.`;
  return second === undefined
    ? [[entered], ['Còn thiếu một người nữa nhập độc lập (đầu mối hoặc thư ký).']]
    : [[entered], ['Số của họ khác nhau nên chưa có kết quả: đề nghị đếm lại từ phiếu rồi nhập lại.']];
}

function openLines(one: Ballot): Line[] {
  if (one.mode === 'paper') return [...countersLines(one.counters), ['Nhập: ', { code: '/kiem_phieu' }]];
  return [
    [`Đã bỏ ${one.voted.length}/${one.electors.length} phiếu. Kết quả chỉ có sau khi kết thúc.`],
    ...(one.closesAt ? [[`Kết thúc lúc ${formatInstant(one.closesAt)}.`]] : []),
  ];
}

/** The rules that a ballot is opened with. */
export const ballotRules = (settings: Omit<BallotRules, 'seats'>, seats: number | null): BallotRules => ({
  ...settings,
  seats,
});
