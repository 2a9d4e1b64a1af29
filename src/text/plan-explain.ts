import type { Day } from '../core/day.ts';
import type { DeadlineKind } from '../core/deadline.ts';
import type { Figure } from '../core/plan-draft.ts';
import { formatFigure } from './figures.ts';
import { formatDay, formatDayLong } from './format-day.ts';
import { joinVi } from './sizes.ts';

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

type Operator = Figure['operator'];

interface Recurrence {
  freq: 'yearly' | 'half_yearly' | 'quarterly' | 'monthly';
  month?: number | undefined;
  by_month?: number | undefined;
  by_day?: number | undefined;
  before_month?: number | undefined;
  before_day?: number | undefined;
  from_?: string | undefined;
  to_?: string | undefined;
}

const repeats: Record<Recurrence['freq'], string> = {
  yearly: 'hằng năm',
  half_yearly: '6 tháng một lần',
  quarterly: 'hằng quý',
  monthly: 'hằng tháng',
};

/** ` (trước ngày 15/6)`, as far as it is said. */
function dayOfYear(rule: Recurrence): string {
  const of = (day: number | undefined, month: number | undefined) =>
    day ? `ngày ${day}${month ? `/${month}` : ''}` : month ? `tháng ${month}` : null;
  const turned = (date: string) => date.split('-').toReversed().join('/');
  if (rule.from_ && rule.to_) return ` (từ ${turned(rule.from_)} đến ${turned(rule.to_)})`;
  const before = of(rule.before_day, rule.before_month);
  if (before) return ` (trước ${before})`;
  const by = of(rule.by_day, rule.by_month);
  if (by) return ` (chậm nhất ${by})`;
  return rule.month ? ` (trong tháng ${rule.month})` : '';
}

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
  /** `2026-04`. */
  month: (of: string): string => `tháng ${Number(of.slice(5))}/${of.slice(0, 4)}`,
  range: (from: Day | null, to: Day | null): string =>
    `${from ? formatDay(from) : '…'} – ${to ? formatDay(to) : '…'}`,
  practical: (day: Day): string => ` (ngày làm việc cuối: ${formatDayLong(day)})`,
  recurring: (rule: Recurrence): string => `lặp lại ${repeats[rule.freq]}${dayOfYear(rule)}`,
  figure: (operator: Operator, value: number | [number, number], unit: string): string => {
    const [low, high] = typeof value === 'number' ? [value, null] : value;
    return formatFigure({ operator, low, high }, unit);
  },
  only: (names: readonly string[]): string => ` (chỉ ${joinVi(names)})`,
  except: (names: readonly string[]): string => ` (trừ ${joinVi(names)})`,
  at: (hour: string): string => ` trước ${hour.replace(':', ' giờ ')}`,
  offset: (days: number): string => `tính ${days} ngày theo sự kiện`,
  review: ' — cần xem lại',
  to: (to: string, via: string | undefined): string => ` → ${to}${via ? ` (qua ${via})` : ''}`,
};
