import type { Because, DutyReason, LeaderFacts, OpenReason } from '../core/rules/reason.ts';
import { decimalWords } from './answer-value.ts';
import { formatDay, formatInstant } from './days.ts';
import { formatInterval } from './numbers.ts';
import { formatPoints } from './points.ts';

/** Why a criterion has its points, for `/vi_sao`: what the rule saw, in words. */
export function becauseWords(because: Because, nameOf: (unitId: string) => string): string[] {
  return [...factsOf(because, nameOf), ...closed(because)];
}

const closed = ({ closedBy }: Because) =>
  closedBy ? [`Không được tính điểm vì chưa đạt điều kiện ${closedBy.no}. ${closedBy.name}.`] : [];

function factsOf(because: Because, nameOf: (unitId: string) => string): string[] {
  switch (because.rule) {
    case 'manual':
      return [`Điểm được chấm trực tiếp: ${formatPoints(because.facts.points)}.`];
    case 'yes_no':
      return [because.facts.yes ? 'Đạt: được điểm tối đa.' : 'Không đạt: 0 điểm.'];
    case 'levels':
      return [`Mức “${because.facts.name}”.`];
    case 'bands': {
      const { value, band } = because.facts;
      return [
        band === null
          ? `Giá trị ${decimalWords(value)} nằm ngoài các khoảng của bảng điểm.`
          : `Giá trị ${decimalWords(value)} thuộc khoảng ${formatInterval(band)}.`,
      ];
    }
    case 'ratio':
    case 'ratio_over': {
      const { actual, target } = because.facts;
      const capped = because.rule === 'ratio_over' && because.facts.capped;
      return [
        `Kết quả ${decimalWords(actual)} so với chỉ tiêu ${decimalWords(target)}.`,
        ...(capped ? ['Đã áp mức trần.'] : []),
      ];
    }
    case 'relative_to_leader':
      return leaderWords(because.facts, nameOf);
    case 'sample': {
      const { count, of, each } = because.facts;
      return [`${count}/${of} trường hợp đạt, mỗi trường hợp ${formatPoints(each)} điểm.`];
    }
    case 'bonus_per_item': {
      const { count, each, cap, capped } = because.facts;
      return [
        `${count} kết quả, mỗi kết quả cộng ${formatPoints(each)} điểm.`,
        ...(capped ? [`Đã áp mức trần ${formatPoints(cap)} điểm.`] : []),
      ];
    }
    case 'penalty_per_occurrence': {
      const { count, each, stopped } = because.facts;
      return [
        `${count} lần, mỗi lần trừ ${formatPoints(each)} điểm.`,
        ...(stopped ? ['Đã trừ đến mức thấp nhất.'] : []),
      ];
    }
    case 'late_days': {
      const { days, reports, waiting } = because.facts;
      const kind = days === 'working' ? 'ngày làm việc' : 'ngày lịch';
      return [
        ...reports.map(report => lateWords(report, kind)),
        ...(waiting > 0 ? [`Còn ${waiting} báo cáo chưa đến hạn.`] : []),
      ];
    }
    case 'missing_reports': {
      const { missing, of, waiting } = because.facts;
      return [
        missing.length === 0
          ? `Đã nộp đủ ${of} báo cáo đến hạn.`
          : `Thiếu ${missing.length}/${of}: ${missing.join('; ')}.`,
        ...(waiting > 0 ? [`Còn ${waiting} báo cáo chưa đến hạn.`] : []),
      ];
    }
    case 'gate':
      return [because.facts.open ? 'Đạt điều kiện.' : 'Chưa đạt điều kiện.'];
    case 'knockout':
      return [because.facts.happened ? 'Có vi phạm thuộc diện không xét.' : 'Không có vi phạm.'];
  }
}

function lateWords({ title, dueOn, sentAt, daysLate, points }: DutyReason, kind: string): string {
  const sent = sentAt === null ? 'chưa nộp' : `nộp lúc ${formatInstant(sentAt)}`;
  const late = daysLate === 0 ? 'đúng hạn' : `chậm ${daysLate} ${kind}`;
  return `${title}: hạn ${formatDay(dueOn)}, ${sent}, ${late}: ${formatPoints(points)} điểm.`;
}

function leaderWords(facts: LeaderFacts, nameOf: (unitId: string) => string): string[] {
  const { actual, target, leaders, best, missing } = facts;
  const own =
    target === null
      ? `Kết quả ${decimalWords(actual)}, không có chỉ tiêu.`
      : `Kết quả ${decimalWords(actual)} so với chỉ tiêu ${decimalWords(target)}.`;
  const lead =
    best === null
      ? 'Chưa đơn vị nào vượt chỉ tiêu, nên chưa có đơn vị dẫn đầu.'
      : `Dẫn đầu khối: ${leaders.map(nameOf).join(', ')} (${decimalWords(best.actual)}${best.target === null ? '' : `/${decimalWords(best.target)}`}).`;
  const waiting = missing.length > 0 ? [`Chưa có số liệu của ${missing.map(nameOf).join(', ')}.`] : [];
  return [own, lead, ...waiting];
}

/** Why a criterion has no points yet. */
export function openWords({ code }: OpenReason): string {
  switch (code) {
    case 'no_answer':
      return 'Chưa được chấm.';
    case 'undecided':
      return 'Bảng điểm chưa quy định rõ cách tính; cần Trưởng khối quyết định.';
    case 'faulty':
      return 'Giá trị đã nhập không hợp lệ với tiêu chí này; cần chấm lại.';
    case 'not_due':
      return 'Chưa có báo cáo nào đến hạn.';
    case 'no_duties':
      return 'Đơn vị không có báo cáo nào thuộc tiêu chí này.';
    default:
      return 'Chưa có điểm.';
  }
}
