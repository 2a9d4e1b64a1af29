import type { Line } from '../core/message.ts';
import type { PlanDraft } from '../core/plan-draft.ts';
import { two } from './deadlines.ts';
import { clip } from './fold.ts';
import { documentName } from './plan-talk.ts';
import { joinVi } from './sizes.ts';

/** Sentences about a plan beside what was there before: another document, an earlier version, the bloc itself. */
export const planChangeText = {
  leaving: (edits: number): Line[] => [
    [
      { bold: 'Bỏ cả lần nạp này?' },
      edits > 0 ? ` ${two(edits)} chỗ đã sửa, đã trả lời sẽ mất.` : ' Phần đã khai về khối sẽ mất.',
    ],
  ],
  replacing: (draft: PlanDraft | null, edits: number): Line[] => [
    [
      'Đã đọc tệp vừa gửi',
      ...(draft ? [': ', { bold: documentName(draft.document) }] : []),
      '. Xem văn bản này thay văn bản đang xem?',
      ...(edits > 0 ? [` ${two(edits)} chỗ đã sửa ở văn bản đang xem sẽ mất.`] : []),
    ],
  ],
  goesOn: (): Line[] => [['Tiếp tục với văn bản đang xem.']],
  /** Units that plan and bloc have not in common. */
  membersDiffer: (beyond: readonly string[], besides: readonly string[]): Line[] => [
    ...(besides.length > 0
      ? [[`⚠ Văn bản không liệt kê ${two(besides.length)} đơn vị của khối: ${joinVi(besides)}.`]]
      : []),
    ...(beyond.length > 0
      ? [
          [
            `⚠ Văn bản có ${two(beyond.length)} đơn vị chưa có trong khối: ${joinVi(beyond)}. Thêm bằng `,
            { code: '/don_vi' },
            '.',
          ] satisfies Line,
        ]
      : []),
  ],
  /** Items of the version before. */
  gone: (names: readonly string[]): Line[] =>
    names.length > 0
      ? [
          [
            `⚠ Bản này không còn ${two(names.length)} mục của bản trước: ${joinVi(names.map(name => clip(name, 60)))}. Hệ thống giữ nguyên; bỏ hạn bằng `,
            { code: '/huy_han' },
            '.',
          ] satisfies Line,
        ]
      : [],
  /** Whose duty it is by the document, though the bloc has no such unit. */
  strangers: (names: readonly string[], watched: boolean): string =>
    `${names.map(name => `“${clip(name, 60)}”`).join(', ')} không có trong danh sách đơn vị${watched ? '; ghi cho Trưởng khối theo dõi' : ''}.`,
} as const;
