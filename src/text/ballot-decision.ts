import type { Ballot } from '../core/ballot/ballot.ts';
import { FEWEST_PAPERS } from '../core/ballot/box.ts';
import type { LeftToPeople } from '../core/ballot/decision.ts';
import type { Line } from '../core/message.ts';
import { ballotHead, decidedWords, labelsOf } from './ballot-result.ts';
import { joinVi } from './sizes.ts';

/** Sentences about what people decide where the votes did not: asked, looked at, recorded. */

const leftWords: Record<LeftToPeople['why'], (among: string, seats: number) => string> = {
  tie: (among, seats) => `bằng phiếu, còn ${seats} chỗ giữa ${among}.`,
  unfilled: (_, seats) => `còn ${seats} chỗ không ai đạt ngưỡng.`,
  no_quorum: () => 'không đủ số có mặt nên kiểm phiếu chưa quyết định gì.',
  uncounted: () => `có ít hơn ${FEWEST_PAPERS} phiếu nên không kiểm phiếu.`,
};

const who = { meeting: 'Cuộc họp', lead: 'Trưởng khối' } as const;

export const decisionText = {
  ask: (one: Ballot, { why, among, seats, decides }: LeftToPeople): Line[] => [
    [`${ballotHead(one)}: ${leftWords[why](joinVi(labelsOf(one, among)), seats)}`],
    ...(one.options.length === 1
      ? [
          [`${who[decides]} quyết định thế nào, vì sao? Gõ, ví dụ:`] as Line,
          [{ code: 'thông qua: theo kết luận cuộc họp ngày 12/6' }] as Line,
          [{ code: 'không thông qua: họp lại vào tháng sau' }] as Line,
        ]
      : [
          [
            `${who[decides]} chọn ai, vì sao? Gõ tên hoặc số, dấu hai chấm, lý do, ví dụ: `,
            { code: `${labelsOf(one, among)[0]}: theo kết luận cuộc họp ngày 12/6` },
          ] as Line,
          ['Không chọn ai thì gõ: ', { code: 'để trống: theo kết luận cuộc họp ngày 12/6' }] as Line,
          ...among.map((id, n): Line => [`${n + 1}. ${labelsOf(one, [id])[0]}`]),
        ]),
  ],
  preview: (one: Ballot, chosen: readonly string[], reason: string): Line[] => [
    [{ bold: 'Sẽ ghi quyết định: ' }, `${decidedWords(one, chosen)}.`],
    [`Lý do: ${reason}`],
    ['Kết quả kiểm phiếu giữ nguyên; quyết định được ghi riêng, kèm tên đồng chí, và không sửa được.'],
  ],
  unclear: (one: Pick<Ballot, 'options'>, seats: number): Line =>
    one.options.length === 1
      ? ['Hệ thống cần “thông qua” hoặc “không thông qua”, rồi dấu hai chấm và lý do.']
      : [`Hệ thống cần tối đa ${seats} tên trong danh sách (hoặc “để trống”), rồi dấu hai chấm và lý do.`],
  decidedBefore: (one: Ballot): Line[] => [
    [`Quyết định của cuộc bình xét số ${one.no} đã được ghi. Xem: `, { code: `/binh_xet ${one.no}` }],
  ],
  nothingLeft: (one: Ballot): Line[] => [
    [`Cuộc bình xét số ${one.no} không còn gì để quyết định ngoài kết quả kiểm phiếu.`],
  ],
  record: 'Ghi quyết định',
};
