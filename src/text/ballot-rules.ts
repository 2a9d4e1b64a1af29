import type { BallotRules, BallotSettings } from '../core/ballot/rules.ts';
import { fewest, type Threshold } from '../core/ballot/threshold.ts';
import type { Line } from '../core/message.ts';

/** How a bloc votes, in words, and the buttons by which its lead changes that. */

const share: Record<Threshold, string> = {
  majority: 'quá nửa',
  two_thirds: 'từ 2/3',
  percent_80: 'từ 80 %',
  percent_90: 'từ 90 %',
};
const values = {
  voters: { units: 'mỗi đơn vị một phiếu', persons: 'mỗi đầu mối một phiếu' },
  base: { all: 'tất cả người được bỏ phiếu', present: 'số có mặt' },
  tie: { meeting: 'cuộc họp khối quyết định', lead: 'Trưởng khối quyết định' },
  counts: { paper: 'phiếu giấy tại cuộc họp', chat: 'bình xét trong chat' },
} as const;

/** `từ 2/3`. */
export const thresholdWords = (threshold: Threshold): string => share[threshold];

export const ruleKeys = ['ai', 'nguong', 'co_so', 'co_mat', 'vong', 'bang', 'chinh'] as const;
export type RuleKey = (typeof ruleKeys)[number];

const word: Record<RuleKey, (rules: BallotSettings) => string> = {
  ai: ({ voters }) => `Ai bỏ phiếu: ${values.voters[voters]}`,
  nguong: ({ threshold }) => `Ngưỡng đạt: ${share[threshold]}`,
  co_so: ({ base }) => `Tính trên: ${values.base[base]}`,
  co_mat: ({ quorum }) => `Phải có mặt: ${share[quorum]}`,
  vong: ({ rounds }) => `Số vòng tối đa: ${rounds}`,
  bang: ({ tie }) => `Bằng phiếu ở vòng cuối: ${values.tie[tie]}`,
  chinh: ({ counts }) => `Kết quả chính thức: ${values.counts[counts]}`,
};

/** The law's own vote is another: said wherever a result is. */
export const legalLimit: Line = [
  {
    italic:
      'Đây là bình xét nội bộ của khối. Việc bỏ phiếu xét khen thưởng của Hội đồng Thi đua - Khen thưởng thực hiện theo quy định của pháp luật.',
  },
];

export const ballotRulesText = {
  sheet: (rules: BallotSettings): Line[] => [
    [{ bold: 'Quy tắc bình xét của khối' }],
    ...ruleKeys.map((key): Line => [`• ${word[key](rules)}`]),
    [
      {
        italic:
          'Quy tắc lấy theo quy chế của khối; không có mức chung toàn quốc. Chọn mục để đổi; cuộc đang mở giữ quy tắc cũ.',
      },
    ],
  ],
  change: (key: RuleKey, rules: BallotSettings) => ({ id: `binh_xet dat ${key}`, label: word[key](rules) }),
  changed: (key: RuleKey, rules: BallotSettings): Line => [`Đã đổi. ${word[key](rules)}.`],
  ofBallot: (rules: BallotRules, electors: number): Line[] => [
    [`• ${word.ai(rules)} (${electors} phiếu)`],
    [
      `• Đạt khi đồng ý ${share[rules.threshold]} ${values.base[rules.base]}${rules.base === 'all' ? `: ít nhất ${fewest(electors, rules.threshold)} phiếu` : ''}`,
    ],
    [
      `• Có mặt ít nhất ${fewest(electors, rules.quorum)}/${electors}; tối đa ${rules.rounds} vòng; bằng phiếu: ${values.tie[rules.tie]}`,
    ],
  ],
  /** Which one counts, before and after. */
  standing: (mode: 'paper' | 'chat', { counts }: BallotSettings): Line =>
    mode === counts
      ? [`Theo quy tắc của khối, kết quả này là kết quả bình xét chính thức của khối.`]
      : [`Theo quy tắc của khối, kết quả chính thức là ${values.counts[counts]}; cuộc này chỉ để tham khảo.`],
};
