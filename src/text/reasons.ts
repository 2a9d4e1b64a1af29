import { dayOf } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import { zero } from '../core/points.ts';
import type { DutyReason, LeaderFacts, OpenReason, Reason } from '../core/rules/reason.ts';
import type { LeafTally } from '../core/tally-result.ts';
import { formatDay, formatInstant } from './format-day.ts';
import { formatDecimal, formatInterval } from './numbers.ts';
import { formatPoints } from './points.ts';
import { joinVi } from './sizes.ts';

/** What a stage of scoring is called, and who a unit is: known to whoever asks, not to the tally. */
export interface BecauseNames {
  stage(key: string): string;
  /** Null: whoever asks may not see that unit's scores. */
  unit(id: string): string | null;
}

type Told = Pick<LeafTally, 'max' | 'countsAs' | 'points' | 'provisional' | 'because' | 'why'>;

const LOCKED_EARLY = 'Khi công bố chưa đủ số liệu hoặc chưa đến hạn; điểm tính theo lúc đó và đã khóa.';

/** Why a criterion has its points, or none yet: a few short lines for `/vi_sao`. */
export function becauseLines(leaf: Told, names: BecauseNames, official = false): Line[] {
  const { because, why } = leaf;
  if (!because)
    return why
      ? [[official ? lockedText(why) : openText(why)]]
      : [['Không được giao: không tính vào tổng và điểm tối đa.']];
  const { clause, entered, closedBy } = because;
  return [
    ...reasonLines(because, leaf, names).map(text => [text]),
    ...(closedBy ? [[`Tính 0 điểm vì chưa đáp ứng điều kiện ${closedBy.no}. ${closedBy.name}.`]] : []),
    ...(leaf.provisional
      ? [[official ? LOCKED_EARLY : 'Điểm tạm tính, còn thay đổi khi có đủ số liệu.']]
      : []),
    ...(clause === null ? [] : [[`Căn cứ: ${clause}.`]]),
    ...(entered && entered.byName !== ''
      ? [[`${names.stage(entered.stage)}: đồng chí ${entered.byName} ghi lúc ${formatInstant(entered.at)}.`]]
      : []),
  ];
}

/** After publication nothing is still to come. */
function lockedText(why: OpenReason): string {
  if (why.code === 'no_answer') return 'Không ai chấm nên không có điểm.';
  return why.code === 'not_due' ? 'Khi công bố chưa báo cáo nào đến hạn nên không có điểm.' : openText(why);
}

function openText(why: OpenReason): string {
  switch (why.code) {
    case 'no_answer':
      return 'Chưa chấm.';
    case 'undecided':
      return 'Chưa tính được: bảng điểm còn chỗ chưa rõ, chờ Trưởng khối quyết định.';
    case 'faulty':
      return 'Giá trị đã ghi không hợp lệ nên chưa tính.';
    case 'not_due':
      return 'Chưa đến hạn báo cáo nào.';
    case 'no_duties':
      return 'Không có báo cáo nào phải nộp. Nếu không được giao, đề nghị ghi “không giao”.';
  }
}

function reasonLines(reason: Reason, leaf: Told, names: BecauseNames): string[] {
  const result = resultOf(leaf);
  const max = formatPoints(leaf.max);
  switch (reason.rule) {
    case 'manual':
      return [`Người chấm ghi ${result}.`];
    case 'yes_no':
      return [`${reason.facts.yes ? 'Có' : 'Không'}: ${result}.`];
    case 'levels':
      return [`Mức “${reason.facts.name}”: ${result}.`];
    case 'bands': {
      const { value, band } = reason.facts;
      const place = band ? `thuộc khoảng ${formatInterval(band)}` : 'ngoài các khoảng đã nêu';
      return [`Giá trị ${formatDecimal(value)}, ${place}: ${result}.`];
    }
    case 'ratio': {
      const { actual, target } = reason.facts;
      return [
        `Đạt ${formatDecimal(actual)}/${formatDecimal(target)} chỉ tiêu, tối đa ${max} điểm: ${result}.`,
      ];
    }
    case 'ratio_over': {
      const { actual, target, cap, capped } = reason.facts;
      const limit = capped && cap !== null ? `, không quá ${formatPoints(cap)} điểm` : '';
      return [`${max} điểm × ${formatDecimal(actual)} ÷ ${formatDecimal(target)}${limit}: ${result}.`];
    }
    case 'relative_to_leader':
      return [`${ownResult(reason.facts)}: ${result}.`, ...leaderLines(reason.facts, names)];
    case 'sample': {
      const { count, of, each } = reason.facts;
      return [`${count}/${of} trường hợp đạt × ${formatPoints(each)} điểm: ${result}.`];
    }
    case 'bonus_per_item': {
      const { count, each, cap, capped } = reason.facts;
      const limit = capped ? `, không quá ${formatPoints(cap)}` : '';
      return [`${count} mục × ${formatPoints(each)} điểm${limit}: ${result}.`];
    }
    case 'penalty_per_occurrence': {
      const { count, each, from, stopped } = reason.facts;
      const start = from === 0 ? '' : `${formatPoints(from)} điểm, `;
      const limit = stopped ? ' (đã đến mức trừ tối đa)' : '';
      return [`${start}trừ ${count} lần × ${formatPoints(each)} điểm${limit}: ${result}.`];
    }
    case 'late_days': {
      const { days, reports, waiting } = reason.facts;
      const kind = days === 'working' ? 'ngày làm việc' : 'ngày';
      return [
        ...reports.map(report => reportLine(report, kind)),
        ...waitingLine(waiting),
        `Kết quả: ${result}.`,
      ];
    }
    case 'missing_reports': {
      const { missing, of, waiting } = reason.facts;
      const named = missing.length === 0 ? '' : ` (${missing.join('; ')})`;
      return [`Thiếu ${missing.length}/${of} báo cáo${named}: ${result}.`, ...waitingLine(waiting)];
    }
    case 'gate':
      return [reason.facts.open ? 'Đã đáp ứng điều kiện.' : 'Chưa đáp ứng điều kiện: cả nhóm tính 0 điểm.'];
    case 'knockout':
      return [reason.facts.happened ? 'Có xảy ra: không xét thi đua.' : 'Không xảy ra.'];
  }
}

/** `8,5 điểm`; of a penalty `trừ 2 điểm`. */
function resultOf({ points, countsAs }: Told): string {
  const text = formatPoints(points ?? zero).replace('-', '');
  return countsAs === 'penalty' && points !== zero ? `trừ ${text} điểm` : `${text} điểm`;
}

function ownResult({ actual, target }: LeaderFacts): string {
  if (target === null) return `Kết quả ${formatDecimal(actual)}, không có chỉ tiêu`;
  return `Kết quả ${formatDecimal(actual)}, chỉ tiêu ${formatDecimal(target)}`;
}

function leaderLines({ best, leaders, missing, target }: LeaderFacts, names: BecauseNames): string[] {
  const named = leaders.map(names.unit);
  const who = joinVi(named.filter(name => name !== null));
  const first =
    best === null
      ? `Chưa đơn vị nào ${target === null ? 'có kết quả' : 'vượt chỉ tiêu'} nên không có đơn vị dẫn đầu.`
      : named.includes(null)
        ? 'Đơn vị dẫn đầu và số liệu chưa mở cho các đơn vị xem.'
        : `Dẫn đầu: ${who} (${formatDecimal(best.actual)}${best.target === null ? '' : `/${formatDecimal(best.target)}`}).`;
  return missing.length === 0 ? [first] : [first, `Còn chờ số liệu của ${missing.length} đơn vị.`];
}

function reportLine({ title, dueOn, sentAt, daysLate, points }: DutyReason, kind: string): string {
  const sent = sentAt === null ? 'chưa nộp' : `nộp ${formatDay(dayOf(sentAt))}`;
  const late = daysLate === 0 ? 'đúng hạn' : `chậm ${daysLate} ${kind}`;
  const cost = points < 0 ? `trừ ${formatPoints(points).replace('-', '')}` : formatPoints(points);
  return `${title}: hạn ${formatDay(dueOn)}, ${sent}, ${late}: ${cost} điểm.`;
}

function waitingLine(waiting: number): string[] {
  return waiting === 0 ? [] : [`Còn ${waiting} báo cáo chưa đến hạn.`];
}
