import type { Line } from '../core/message.ts';
import type { Oddness } from '../core/odd-value.ts';
import type { Light, Target, TargetReport } from '../core/target.ts';
import { formatDay } from './days.ts';
import { aimWords, formatFigure } from './figures.ts';
import { clip } from './fold.ts';

/** A target, its figures and its light in words. */

/** UTF-16 units. */
export const NAME = 110;

export const lamp: Record<Light, string> = {
  reached: '🟢',
  on_track: '🟡',
  above: '🟡',
  behind: '🔴',
  silent: '⚪',
};
export const said: Record<Light, string> = {
  reached: 'đạt',
  on_track: 'đang theo kịp',
  above: 'vượt khoảng, cần xem lại',
  behind: 'chưa đạt',
  silent: 'chưa có số liệu',
};

const period = (one: Target) => (one.period ? ` (${one.period})` : '');
export const figure = (one: Target) => `${aimWords(one) ?? 'hoàn thành'}${period(one)}`;
/** What is to be done has no figure beside its name. */
export const named = (one: Target): Line => {
  const name = clip(one.metric, NAME);
  return aimWords(one) === null ? [`${name}${period(one)}`] : [`${name}: `, { bold: figure(one) }];
};
export const value = ({ operator, measure }: Pick<Target, 'operator' | 'measure'>, number: number) =>
  operator === 'done'
    ? number >= 1
      ? 'đã hoàn thành'
      : 'chưa hoàn thành'
    : formatFigure({ operator: '=', low: number, high: null }, measure);
export const reported = (target: Target, { value: number, asOf }: TargetReport) =>
  `${value(target, number)} (đến ${formatDay(asOf)})`;

export function oddWords(target: Target, why: Oddness): string {
  switch (why.kind) {
    case 'share':
      return 'Tỷ lệ này quá 100%.';
    case 'below_zero':
      return 'Số liệu nhỏ hơn 0.';
    case 'far': {
      const than = {
        aim: 'mức đề ra',
        before: 'số liệu đã báo lần trước',
        others: 'số liệu đơn vị khác báo',
      };
      const times = why.above ? 'gấp từ 10 lần' : 'không đến một phần mười';
      return `Số này ${times} ${than[why.from]} (${value(target, why.value)}).`;
    }
  }
}
