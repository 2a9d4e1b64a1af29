import { z } from 'zod';
import { pointsSchema } from '../core/points-schema.ts';
import { levelsOf } from '../core/rules/levels.ts';
import type { RuleRef } from '../core/score-table.ts';
import { bandsOf, eachOf, type RuleBand } from '../core/table-rules.ts';
import { formatInterval } from './numbers.ts';
import { formatPoints } from './points.ts';

/** What a rule does, in a few words. */
const RULES: Record<string, string> = {
  manual: 'chấm tay',
  yes_no: 'có thì đủ điểm, không thì 0 điểm',
  levels: 'chọn một trong các mức',
  bands: 'điểm theo khoảng số liệu',
  ratio: 'tính theo tỷ lệ kết quả/chỉ tiêu',
  ratio_over: 'tính theo tỷ lệ kết quả/chỉ tiêu, vượt được thêm điểm',
  relative_to_leader: 'so với đơn vị cao nhất khối',
  sample: 'theo số mẫu kiểm tra đạt',
  bonus_per_item: 'cộng theo số lượng',
  penalty_per_occurrence: 'trừ theo số lần',
  late_days: 'trừ theo số ngày chậm, Hệ thống tự tính từ hạn và bản nộp',
  missing_reports: 'trừ theo số báo cáo thiếu, Hệ thống tự tính',
  gate: 'điều kiện để nhóm được tính điểm',
  knockout: 'điểm liệt',
};

export const ruleWords = ({ id }: RuleRef): string => RULES[id] ?? id;

/** With the figures that it was given. */
export function ruleDetail(rule: RuleRef): string {
  const figures = figuresOf(rule);
  return figures.length === 0 ? ruleWords(rule) : `${ruleWords(rule)} (${figures.join('; ')})`;
}

/** What a change adds to a rule: its figures that are new, or all of a rule that is new itself. */
export function ruleChange(before: RuleRef | null, after: RuleRef): string {
  if (before?.id !== after.id) return ruleDetail(after);
  const known = new Set(figuresOf(before));
  const added = figuresOf(after).filter(figure => !known.has(figure));
  return added.length === 0 ? ruleDetail(after) : added.join('; ');
}

const WORDS: Record<string, string> = {
  calendar: 'tính theo ngày lịch',
  working: 'tính theo ngày làm việc',
  worst: 'theo báo cáo chậm nhất',
  each: 'cộng dồn từng báo cáo',
  mean: 'lấy trung bình các báo cáo',
};

const choicesSchema = z.object({
  days: z.string().optional(),
  several: z.string().optional(),
  otherwise: pointsSchema.optional(),
});

function figuresOf(rule: RuleRef): string[] {
  const each = eachOf(rule);
  const { days, several, otherwise } = choicesSchema.safeParse(rule.params).data ?? {};
  return [
    ...(each === null ? [] : [`mỗi lần, mỗi mục: ${formatPoints(each)} điểm`]),
    ...bandsOf(rule).map(bandWords),
    ...(otherwise === undefined ? [] : [`giá trị khác: ${formatPoints(otherwise)} điểm`]),
    ...levelsOf(rule).map(level => `${level.name}: ${formatPoints(level.points)} điểm`),
    ...[days, several].flatMap(one => WORDS[one ?? ''] ?? []),
  ];
}

export const bandWords = ({ points, ...interval }: RuleBand): string =>
  `${formatInterval(interval)}: ${formatPoints(points)} điểm`;
