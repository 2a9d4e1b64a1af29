import type { Day } from '../core/day.ts';
import type { DeadlineKind } from '../core/deadline.ts';
import { formatDay, formatDayLong } from './format-day.ts';

/** The words of the page that `npm run plan -- --explain` prints. */

const kinds: Record<DeadlineKind, string> = {
  report: 'báo cáo',
  dossier: 'hồ sơ',
  self_score: 'tự chấm điểm',
  registration: 'đăng ký',
  review: 'bình xét, thẩm định',
  event: 'sự kiện',
  duration: 'thời hạn',
};

const scopes = {
  bloc_plan: 'kế hoạch của khối, cụm thi đua',
  member_unit_plan: 'kế hoạch của một đơn vị thành viên (không tạo khối)',
  authority_plan: 'kế hoạch của cấp trên, chung cho các cụm, khối (không tạo khối)',
  other_plan: 'kế hoạch, nhưng không về thi đua, khen thưởng',
  not_a_plan: 'không phải kế hoạch',
} as const;

const severities = { high: 'CẦN HỎI', medium: 'Lưu ý', low: 'Ghi nhận' } as const;

export const planPage = {
  absent: '(không ghi)',
  kind: (kind: DeadlineKind): string => kinds[kind],
  scope: (scope: keyof typeof scopes): string => scopes[scope],
  severity: (severity: keyof typeof severities): string => severities[severity],
  head: {
    document: 'VĂN BẢN',
    members: 'ĐƠN VỊ',
    deadlines: 'HẠN VÀ MỐC',
    unresolved: 'VIỆC CHƯA GHI NGÀY',
    targets: 'CHỈ TIÊU',
    quotas: 'SỐ LƯỢNG, CAM KẾT',
    milestones: 'NGÀY KỶ NIỆM',
    campaigns: 'PHONG TRÀO NÊU TRONG VĂN BẢN',
    parents: 'VĂN BẢN CẤP TRÊN',
    responsibilities: 'AI LÀM GÌ',
    warnings: 'ĐIỂM CẦN XEM LẠI',
    questions: 'CÂU HỎI',
  },
  field: {
    scope: 'Loại',
    number: 'Số',
    symbol: 'ký hiệu',
    title: 'Trích yếu',
    issued: 'Ban hành',
    notBefore: (day: Day) => `không sớm hơn ${formatDay(day)}`,
    body: 'Cơ quan ban hành',
    bloc: 'Khối, cụm',
    level: 'Cấp',
    signer: 'Người ký',
    period: 'Thời gian thi đua',
    year: 'Năm',
  },
  line: (line: number | null): string => (line === null ? '' : ` [dòng ${line}]`),
  inferred: (because: string | undefined): string => ` (suy ra${because ? `: ${because}` : ''})`,
  day: (day: Day | null): string => (day === null ? 'chưa có ngày' : formatDayLong(day)),
  range: (from: Day | null, to: Day | null): string =>
    `${from ? formatDay(from) : '…'} – ${to ? formatDay(to) : '…'}`,
  practical: (day: Day): string => ` (ngày làm việc cuối: ${formatDayLong(day)})`,
  recurring: (rule: string): string => `lặp lại: ${rule}`,
  offset: (days: number): string => `tính ${days} ngày theo sự kiện`,
  review: ' — cần xem lại',
  to: (to: string, via: string | undefined): string => ` → ${to}${via ? ` (qua ${via})` : ''}`,
};
