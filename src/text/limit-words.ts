import type { Limit } from '../core/tally-result.ts';
import { formatPoints } from './points.ts';

const NAMES = {
  bonus_cap: 'trần điểm thưởng',
  penalty_cap: 'trần điểm trừ',
  total_cap: 'trần tổng điểm',
  floor: 'mức sàn',
} as const;

/** What a cap or a floor took or gave: `Áp trần điểm thưởng: 5 → 4.` */
export const limitWords = ({ by, from, to }: Limit): string =>
  `Áp ${NAMES[by]}: ${formatPoints(from)} → ${formatPoints(to)}.`;
