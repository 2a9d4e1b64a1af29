import type { Line } from '../core/message.ts';
import { actWords } from './audit-words.ts';
import { formatInstant } from './days.ts';
import { clip } from './fold.ts';

/** Sentences of `/nhat_ky`. */

interface Act {
  seq: number;
  at: Date;
  actorName: string | null;
  action: string;
  detail: Record<string, string | number | boolean | null>;
}

interface Tampering {
  seq: number;
  why: 'changed' | 'missing' | 'cut';
}

/** Numbers that people know a thing by. */
function aside({ no, receipt }: Act['detail']): string {
  if (typeof receipt === 'number') return ` (biên nhận ${receipt})`;
  return typeof no === 'number' ? ` (số ${no})` : '';
}

const why: Record<Tampering['why'], string> = {
  changed: 'nội dung đã bị sửa',
  missing: 'dòng đã bị xóa',
  cut: 'phần cuối đã bị cắt',
};

export const auditText = {
  page: (
    bloc: string,
    acts: readonly Act[],
    at: { page: number; pages: number; total: number; of: string },
  ): Line[] => [
    [{ bold: `Nhật ký · ${bloc}` }],
    ...(at.of === '' ? [] : [[`Của: ${at.of}`]]),
    ...(acts.length === 0 ? [['Chưa có thao tác nào.']] : []),
    ...acts.map(
      (act): Line => [
        `${act.seq}. ${formatInstant(act.at)}: ${act.actorName ?? 'Hệ thống'} ${actWords(act.action)}${aside(act.detail)}`,
      ],
    ),
    ...(at.pages > 1 ? [[`Trang ${at.page}/${at.pages}, tất cả ${at.total} thao tác.`]] : []),
  ],
  whole: (end: { seq: number; hash: string } | null): Line[] =>
    end ? [[{ italic: `Chuỗi nhật ký nguyên vẹn: ${end.seq} dòng, mã cuối ${end.hash.slice(0, 16)}.` }]] : [],
  tampered: ({ seq, why: how }: Tampering): Line[] => [
    [{ bold: `CẢNH BÁO: nhật ký đã bị can thiệp từ dòng ${seq}: ${why[how]}.` }],
    ['Đề nghị báo ngay người quản trị và giữ nguyên hiện trạng.'],
  ],
  more: 'Cũ hơn',
  newer: 'Mới hơn',
  unknown: (asked: string): Line[] => [
    [`Trong khối không có ai tên “${clip(asked, 60)}”. Xem tất cả: `, { code: '/nhat_ky' }],
  ],
};
