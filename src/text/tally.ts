import type { ClassVerdict, KnockoutVerdict, Limit, RankedPlace } from '../core/tally-result.ts';
import { formatPoints } from './points.ts';

/** What a tally comes to, in words: classes, exclusions, limits, ties. */

const STAGES: Record<string, string> = {
  self: 'Tự chấm',
  verified: 'Thẩm định',
  explained: 'Giải trình',
  reverified: 'Thẩm định lại',
  final: 'Chính thức',
};

/** A stage of another name is called as the facts call it. */
export const stageName = (key: string): string => STAGES[key] ?? key;

export function classText(verdict: ClassVerdict): string {
  switch (verdict.kind) {
    case 'class': {
      const { name, caps } = verdict;
      if (caps.length === 0) return name;
      const why = caps.map(cap => (cap.source === null ? cap.name : `${cap.name}, ${cap.source}`));
      return `${name} (không xếp cao hơn vì: ${why.join('; ')})`;
    }
    case 'none': {
      const zeros = verdict.zeros.map(zero => `${zero.no}. ${zero.name}`);
      return zeros.length === 0
        ? 'Chưa thuộc mức nào; đề nghị Trưởng khối quyết định'
        : `Chưa thuộc mức nào do có tiêu chí 0 điểm (${zeros.join('; ')}); đề nghị Trưởng khối quyết định`;
    }
    case 'no_classes':
      return 'Bảng điểm không xếp loại';
    case 'undecided':
      return 'Chưa xếp loại được: các mức trong bảng điểm còn chồng nhau hoặc hở';
  }
}

export function knockoutText(verdict: KnockoutVerdict): string {
  switch (verdict.kind) {
    case 'fact':
      return `Không xét: ${verdict.reason} (${verdict.source})`;
    case 'unsent':
      return 'Không xếp hạng: chưa gửi bản tự chấm';
    case 'criterion':
      return `Không xét: ${verdict.no}. ${verdict.name}`;
    case 'below':
      return `Không xét: mục ${verdict.no} được ${formatPoints(verdict.points)} điểm, dưới mức ${formatPoints(verdict.atLeast)}`;
  }
}

export function limitText({ by, from, to }: Limit): string {
  const [was, is] = [formatPoints(from), formatPoints(to)];
  switch (by) {
    case 'bonus_cap':
      return `Điểm thưởng ${was}, tính tối đa ${is}`;
    case 'penalty_cap':
      return `Điểm trừ ${was}, tính tối đa ${is}`;
    case 'total_cap':
      return `Tổng ${was}, tính tối đa ${is}`;
    case 'floor':
      return `Tổng ${was}, không tính dưới ${is}`;
  }
}

export function tieText(tie: NonNullable<RankedPlace['tie']>): string {
  return tie.kind === 'needs'
    ? `Bằng điểm; cần số liệu “${tie.key}” để phân định`
    : 'Bằng điểm; quy định chưa phân định, đề nghị khối quyết định';
}
