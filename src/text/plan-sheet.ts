import type { Day } from '../core/day.ts';
import type { LiveDeadline } from '../core/deadline-change.ts';
import type { Line } from '../core/message.ts';
import type { SeasonFacts } from '../core/plan-diff.ts';
import { termShort } from './deadlines.ts';
import { aimWords, formatFigure } from './figures.ts';
import { milestoneDays, perWords } from './plan-items.ts';

/** What `/ke_hoach` shows: the season as its plan lays it down. */

type Sheet = Omit<SeasonFacts, 'deadlines'>;

const section = (title: string, lines: Line[]): Line[] =>
  lines.length > 0 ? [[], [{ bold: title }], ...lines] : [];
const bullet = (name: string, says: string): Line => [`• ${name}: `, { bold: says }];

export const planSheetText = {
  sheet: (
    bloc: string,
    { targets, milestones, quotas }: Sheet,
    live: readonly LiveDeadline[],
    today: Day,
  ): Line[] => {
    const figures = (scope: 'bloc' | 'each_unit') =>
      targets
        .filter(one => one.scope === scope)
        .map(one => {
          const aim = aimWords(one);
          const period = one.period ? ` (${one.period})` : '';
          return aim === null ? [`• ${one.metric}${period}`] : bullet(one.metric, `${aim}${period}`);
        });
    const empty = targets.length + milestones.length + quotas.length + live.length === 0;
    const isPast = (day: Day | null) => day !== null && day < today;
    const inOrder = (lines: readonly { line: Line; over: boolean }[]): Line[] => [
      ...lines.filter(one => !one.over).map(one => one.line),
      ...lines.filter(one => one.over).map(one => [...one.line, ', đã qua']),
    ];
    return [
      [{ bold: 'Kế hoạch thi đua' }, ` – ${bloc}`],
      ...section(
        'Hạn và sự kiện',
        inOrder(live.map(one => ({ line: bullet(one.title, termShort(one)), over: isPast(one.dueOn) }))),
      ),
      ...section('Cam kết của mỗi đơn vị', figures('each_unit')),
      ...section('Chỉ tiêu', figures('bloc')),
      ...section(
        'Định mức khen thưởng',
        quotas.map(one => bullet(one.award, `${formatFigure(one, one.measure)}, ${perWords[one.scope]}`)),
      ),
      ...section(
        'Mốc và đợt thi đua',
        inOrder(
          milestones.map(one => ({
            line: bullet(one.name, milestoneDays(one)),
            over: isPast(one.endsOn ?? one.startsOn),
          })),
        ),
      ),
      ...(empty
        ? [['Chưa có nội dung nào. Trưởng khối nạp văn bản bằng '], [{ code: '/nap_ke_hoach' }]]
        : []),
    ];
  },
  announced: (): Line[] => [['Đã gửi tóm tắt kế hoạch vào nhóm của khối.']],
} as const;
