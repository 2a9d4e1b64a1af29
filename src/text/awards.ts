import {
  type AwardBasis,
  type AwardProposal,
  type AwardStepKind,
  awardStanding,
  type DossierPaper,
  dossierPapers,
  missingPapers,
  type QuotaUse,
} from '../core/award.ts';
import type { Duty } from '../core/duty.ts';
import type { Line } from '../core/message.ts';
import type { StandingQuota } from '../core/plan-diff.ts';
import { shortRef } from '../core/short-ref.ts';
import { awardee, basisName, paperName, standingName, stepName } from './award-words.ts';
import { legalLimit } from './ballot-rules.ts';
import { formatDay } from './days.ts';
import { formatFigure } from './figures.ts';
import { clip } from './fold.ts';
import { perWords } from './plan-items.ts';
import { joinVi } from './sizes.ts';

/** Sentences of `/khen_thuong`: who is proposed for which award, its dossier and what became of it. */

/** UTF-16 units. */
const LABEL = 36;

const ref = (one: Pick<AwardProposal, 'id'>) => shortRef('k', one.id);
const row = (one: AwardProposal): Line => {
  const standing = awardStanding(one);
  const missing = missingPapers(one);
  const papers =
    standing === 'preparing' && missing.length > 0
      ? `, còn thiếu ${joinVi(missing.map(paper => paperName[paper]))}`
      : '';
  return [`${one.number}. ${clip(one.award, 60)}: ${awardee(one)} – ${standingName[standing]}${papers}`];
};
const useWords = ({ used, limit }: QuotaUse) =>
  limit === null ? `đã đề nghị ${used}` : `đã đề nghị ${used}/${limit}`;
const quotaWords = (quota: StandingQuota) =>
  `${clip(quota.award, 80)}: ${formatFigure(quota, quota.measure)}, ${perWords[quota.scope]}`;

/** What a proposal is looked at with. */
export interface Merits {
  rank: number | null;
  tied: boolean;
  ballots: readonly number[];
  /** Whether a meeting of the year has come to a conclusion. */
  concluded: boolean;
  vetoes: readonly string[];
}

const meritLines = ({ rank, tied, ballots, vetoes }: Merits): Line[] => [
  ...(rank === null ? [] : [[`Xếp hạng: ${rank}${tied ? ' (đồng hạng)' : ''}.`]]),
  ...(ballots.length > 0 ? [[`Được bình xét ở cuộc số ${ballots.join(', ')}.`]] : []),
  ...(tied
    ? [
        [
          {
            italic:
              'Khi thành tích ngang nhau, ưu tiên cá nhân là nữ hoặc tập thể có từ 70% nữ trở lên (khoản 6 Điều 4 Nghị định 152/2025/NĐ-CP). Hệ thống không tự chọn.',
          },
        ] as Line,
      ]
    : []),
  ...vetoes.map((veto): Line => [{ bold: `Không xét: ${veto}.` }]),
];

export const awardText = {
  overview: (
    bloc: string,
    given: {
      quotas: readonly { quota: StandingQuota; use: QuotaUse }[];
      proposals: readonly AwardProposal[];
      vetoes: readonly { unit: string; why: string }[];
      due: Duty | null;
      lead: boolean;
    },
  ): Line[] => [
    [{ bold: 'Khen thưởng' }, ` · ${bloc}`],
    ...(given.quotas.length > 0
      ? [
          ['Định mức theo kế hoạch:'] as Line,
          ...given.quotas.map(({ quota, use }): Line => [`• ${quotaWords(quota)} – ${useWords(use)}`]),
        ]
      : []),
    ...(given.vetoes.length > 0
      ? [
          ['Đơn vị không xét (ngoài điểm):'] as Line,
          ...given.vetoes.map(({ unit, why }): Line => [`• ${unit}: ${why}`]),
        ]
      : []),
    ...(given.proposals.length > 0
      ? [['Đề nghị khen thưởng:'] as Line, ...given.proposals.map(row)]
      : [['Chưa có đề nghị nào.']]),
    ...(given.due
      ? [
          [
            `Hạn hồ sơ “${clip(given.due.title, 60)}”: ${given.due.dueOn ? formatDay(given.due.dueOn) : 'chưa định ngày'}.`,
          ] as Line,
        ]
      : given.lead
        ? [
            [
              'Chưa có hạn gửi hồ sơ lên Hội đồng; đặt hạn: ',
              { code: '/them_han Hồ sơ khen thưởng, trước ngày 10/12, khối' },
            ] as Line,
          ]
        : []),
    ...(given.lead ? [['Đề nghị: gõ ', { code: '/khen_thuong Cờ thi đua: Phòng Kinh tế' }] as Line] : []),
    legalLimit,
  ],
  shown: (bloc: string, one: AwardProposal, merits: Merits | null): Line[] => [
    [{ bold: `Đề nghị số ${one.number}: ${one.award}` }, ` · ${bloc}`],
    [`Cho: ${awardee(one)}; căn cứ ${basisName[one.basis]}; ${standingName[awardStanding(one)]}.`],
    ...(merits ? meritLines(merits) : []),
    ['Hồ sơ:'],
    ...dossierPapers.map((paper): Line => {
      const step = one.steps.findLast(found => found.kind === paper);
      return [`${step ? '✓' : '○'} ${paperName[paper]}${step ? `: ${step.said}` : ''}`];
    }),
    ...one.steps
      .filter(step => !dossierPapers.some(paper => paper === step.kind))
      .map((step): Line => [`• ${stepName[step.kind]}: ${step.said}`]),
  ],
  open: (one: AwardProposal) => ({
    id: `khen_thuong ${ref(one)}`,
    label: `${one.number}. ${clip(one.award, LABEL)}`,
  }),
  step: (one: Pick<AwardProposal, 'id'>, kind: AwardStepKind) => ({
    id: `khen_thuong ${kind} ${ref(one)}`,
    label: `Ghi ${stepName[kind]}`,
  }),
  /** What can be typed behind a proposal's number. */
  forms: {
    request: 'tờ trình …',
    achievements: 'báo cáo thành tích …',
    minutes: 'biên bản …',
    sent: 'đã trình …',
    granted: 'được tặng …',
    refused: 'không được tặng: …',
    withdrawn: 'rút: …',
  } satisfies Record<AwardStepKind, string>,
  make: { id: 'khen_thuong moi', label: 'Đề nghị khen thưởng' },
  question: (candidates: readonly string[]): Line[] => [
    ['Đề nghị đồng chí gõ hình thức khen thưởng và đơn vị, ví dụ:'],
    [{ code: 'Cờ thi đua: Phòng Kinh tế' }],
    [{ code: 'Bằng khen: đồng chí Nguyễn Văn A, Trạm Y tế' }],
    ...(candidates.length > 0
      ? [['Theo xếp hạng và bình xét:'] as Line, ...candidates.map((line): Line => [`• ${line}`])]
      : []),
  ],
  candidate: (unit: string, merits: Merits): string => {
    const parts = [
      merits.rank === null ? '' : `hạng ${merits.rank}`,
      merits.ballots.length > 0 ? `bình xét số ${merits.ballots.join(', ')}` : '',
      merits.vetoes.length > 0 ? 'không xét' : '',
    ].filter(part => part !== '');
    return `${unit}: ${parts.join('; ')}`;
  },
  unclear: (): Line[] => [
    [
      'Hệ thống chưa rõ hình thức khen thưởng hoặc đơn vị. Đề nghị đồng chí gõ lại, ví dụ: ',
      { code: 'Cờ thi đua: Phòng Kinh tế' },
    ],
  ],
  preview: (
    given: { award: string; awardee: string; basis: AwardBasis },
    merits: Merits,
    quota: { quota: StandingQuota; use: QuotaUse } | null,
    twin: AwardProposal | null,
  ): Line[] => [
    [{ bold: `Sẽ đề nghị: ${given.award}` }],
    [`Cho: ${given.awardee}; căn cứ ${basisName[given.basis]}.`],
    ...meritLines(merits),
    quota
      ? [`Định mức: ${quotaWords(quota.quota)} – ${useWords(quota.use)}.`]
      : ['Kế hoạch của năm không có định mức cho hình thức này.'],
    ...(isOver(quota?.use ?? null) ? [[{ bold: 'Đề nghị này vượt định mức.' }] as Line] : []),
    ...(twin ? [[`Đã có đề nghị số ${twin.number} cùng hình thức cho ${awardee(twin)}.`]] : []),
    ...(merits.vetoes.length > 0
      ? [
          [
            'Đang không xét thì chưa đề nghị được (Điều 4 Nghị định 152/2025/NĐ-CP). Đã hết lý do thì bỏ ghi bằng ',
            { code: '/khong_xet' },
            '.',
          ] as Line,
        ]
      : []),
  ],
  propose: 'Ghi đề nghị',
  proposeOver: 'Vẫn ghi, vượt định mức',
  proposed: (number: number): Line[] => [
    [`Đã ghi đề nghị số ${number}. Hồ sơ cần: ${joinVi(dossierPapers.map(paper => paperName[paper]))}.`],
    ['Ghi từng giấy tờ: ', { code: `/khen_thuong ${number} tờ trình số 15/TTr-KTĐ ngày 5/12` }],
  ],
  askStep: (one: AwardProposal, kind: AwardStepKind): Line[] => [
    [{ bold: `Đề nghị số ${one.number}: ${one.award}` }, `, ${awardee(one)}`],
    [
      kind === 'refused' || kind === 'withdrawn'
        ? `Lý do ${stepName[kind]} là gì?`
        : `Đề nghị đồng chí gõ số, ngày của văn bản (${stepName[kind]}), hoặc gửi kèm tệp.`,
    ],
  ],
  previewStep: (one: AwardProposal, kind: AwardStepKind, said: string, file: string | null): Line[] => {
    const missing = kind === 'sent' ? missingPapers(one) : [];
    return [
      [{ bold: `Đề nghị số ${one.number}: ghi ${stepName[kind]}` }],
      [said],
      ...(file ? [[`Tệp: ${file}`]] : []),
      ...(missing.length > 0
        ? [[`Lưu ý: hồ sơ chưa ghi ${joinVi(missing.map(paper => paperName[paper]))}.`]]
        : []),
      ...(kind === 'granted' || kind === 'refused' ? [['Đơn vị được báo kết quả.']] : []),
    ];
  },
  noSuchDay: (why: string): Line[] => [[`Lịch không có ngày ${why}. Đề nghị đồng chí gõ lại.`]],
  save: 'Ghi',
  stepped: (one: AwardProposal, kind: AwardStepKind, left: readonly DossierPaper[]): Line[] => [
    [`Đã ghi ${stepName[kind]} cho đề nghị số ${one.number}.`],
    ...(left.length > 0 && kind !== 'withdrawn' && kind !== 'granted' && kind !== 'refused'
      ? [[`Hồ sơ còn thiếu ${joinVi(left.map(paper => paperName[paper]))}.`]]
      : []),
  ],
  mayNot: (one: AwardProposal, kind: AwardStepKind): Line[] => [
    [`Đề nghị số ${one.number} ${standingName[awardStanding(one)]} nên chưa ghi “${stepName[kind]}” được.`],
  ],
  told: (bloc: string, one: AwardProposal, kind: AwardStepKind, said: string): Line[] => [
    [{ bold: '[Khen thưởng]' }, ` ${bloc}: ${one.award}, ${awardee(one)}: ${stepName[kind]}.`],
    [said],
  ],
  leadOnly: (): Line[] => [['Việc này do Trưởng khối làm. Xem kết quả: ', { code: '/khen_thuong' }]],
  unknown: (asked: string): Line[] => [
    [`Không có đề nghị “${clip(asked, 20)}”. Xem danh sách: `, { code: '/khen_thuong' }],
  ],
};

export const isOver = (use: QuotaUse | null): boolean =>
  use !== null && use.limit !== null && use.used >= use.limit;
