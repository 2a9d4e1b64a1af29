import { day } from '../../src/core/day.ts';
import type { PlanDraft, PlanItem } from '../../src/core/plan-draft.ts';

const evidence = (quote: string, line: number) => ({ quote, line });

/** A bloc's plan of our own, as it was read: one term, one duty without a day, a reversed range, a campaign. */
export const madeItems: PlanItem[] = [
  {
    kind: 'deadline',
    no: 1,
    title: 'Báo cáo sơ kết',
    deadlineKind: 'report',
    boundary: { kind: 'before_day', day: day('2026-06-15') },
    every: null,
    obliged: 'units',
    recipient: 'Trưởng khối',
    ruleText: 'gửi trước ngày 15/6/2026',
    from: evidence('Báo cáo sơ kết gửi trước ngày 15/6/2026', 41),
    doubt: null,
  },
  {
    kind: 'deadline',
    no: 2,
    title: 'Chế độ báo cáo',
    deadlineKind: 'report',
    boundary: { kind: 'unstated', ruleText: 'báo cáo đúng thời gian quy định' },
    every: null,
    obliged: 'units',
    recipient: null,
    ruleText: 'báo cáo đúng thời gian quy định',
    from: evidence('báo cáo đúng thời gian quy định', 52),
    doubt: null,
  },
  {
    kind: 'target',
    no: 3,
    scope: 'bloc',
    metric: 'Thu nhập bình quân',
    operator: 'between',
    low: 80,
    high: 95,
    measure: 'triệu đồng',
    period: '2026',
    dueOn: null,
    raw: '95 - 80 triệu đồng',
    from: evidence('thu nhập bình quân 95 - 80 triệu đồng', 30),
    doubt: 'cận đầu lớn hơn cận cuối',
  },
  {
    kind: 'target',
    no: 4,
    scope: 'each_unit',
    metric: 'Số sáng kiến đăng ký',
    operator: '>=',
    low: 1,
    high: null,
    measure: 'sáng kiến',
    period: null,
    dueOn: null,
    raw: 'ít nhất 01 sáng kiến',
    from: evidence('Mỗi đơn vị ít nhất 01 sáng kiến', 33),
    doubt: null,
  },
  {
    kind: 'milestone',
    no: 5,
    milestoneKind: 'campaign',
    name: '60 ngày cao điểm',
    startsOn: null,
    endsOn: null,
    from: evidence('đợt 60 ngày cao điểm', 35),
    doubt: null,
  },
];

export const madeDraft: PlanDraft = {
  document: { kind: 'Kế hoạch', title: 'Phát động thi đua', number: null, symbol: 'KH-KTĐ', issuedOn: null },
  scope: 'bloc',
  sheet: {
    name: 'Khối thi đua số 05 xã Đông Sơn Hạ',
    label: 'khối',
    year: 2026,
    level: 'xã',
    councilName: 'Hội đồng Thi đua - Khen thưởng xã Đông Sơn Hạ',
    area: null,
  },
  units: [
    { name: 'Văn phòng HĐND và UBND xã', role: 'lead' },
    { name: 'Phòng Kinh tế', role: 'member' },
    { name: 'Trạm Y tế', role: 'member' },
  ],
  evidence: { name: null, units: evidence('gồm: Văn phòng HĐND và UBND xã, …', 12), lead: null },
  items: madeItems,
  warnings: [
    { severity: 'high', note: 'số để trống', line: 3, quote: 'Số: /KH-KTĐ' },
    { severity: 'medium', note: 'quy chế được dẫn nhưng không kèm', line: 9, quote: null },
  ],
};
