import type { Line } from '../core/message.ts';
import type { Points } from '../core/points.ts';
import { hasMoved, type ScoreEffect } from '../core/score-effect.ts';
import type { Affected } from '../core/tally-diff.ts';
import { clip } from './fold.ts';
import { formatPoints } from './points.ts';

/** Lines that a preview has room for on a phone. */
const MOST = 8;
const NAME_UNITS = 60;

const shown = (points: Points | null) => (points === null ? 'chưa có' : formatPoints(points));
const place = (rank: number | null) => (rank === null ? 'không xếp hạng' : String(rank));
const fromTo = (from: string, to: string) => `${from} → ${to}`;

const placeWords = ({ rank }: Affected) =>
  rank.from === rank.to ? null : `hạng ${fromTo(place(rank.from), place(rank.to))}`;

function unitLine(one: Affected): Line {
  const { points, criteria } = one;
  const parts = [
    ...(hasMoved(one) ? [`${fromTo(shown(points.from), shown(points.to))} điểm`] : []),
    ...criteria.map(({ no, from, to }) => `tiêu chí ${no}: ${fromTo(shown(from), shown(to))}`),
    placeWords(one),
  ].filter(part => part !== null);
  return ['• ', { bold: one.unitName }, `: ${parts.join('; ')}`];
}

/** What a change of facts does to points and places. */
export const scoreEffectText = {
  /** To the lead, before and after; nothing where no point moves. */
  lines: ({ locked, affected }: ScoreEffect): Line[] => {
    if (affected.length === 0) return [];
    if (locked) return [scoreEffectText.locked()];
    const rest = affected.length - MOST;
    return [
      [{ bold: 'Điểm tạm tính thay đổi theo:' }],
      ...affected.slice(0, MOST).map(unitLine),
      ...(rest > 0 ? [[`… và ${rest} đơn vị khác.`]] : []),
    ];
  },
  locked: (): Line => ['Điểm đã công bố và đã khóa: thay đổi này không làm thay đổi điểm, thứ hạng.'],
  /** To the unit itself; its place only where units see each other's. */
  toUnit: (one: Affected, open: boolean): Line[] => {
    const total = [
      `Tổng điểm tạm tính của đơn vị: ${fromTo(formatPoints(one.points.from), formatPoints(one.points.to))}`,
      ...(open ? [placeWords(one)] : []),
    ].filter(part => part !== null);
    return [
      ...one.criteria.map(
        ({ no, name, from, to }): Line => [
          `Tiêu chí ${no}. ${clip(name, NAME_UNITS)}: ${shown(from)} → `,
          { bold: shown(to) },
        ],
      ),
      [`${total.join('; ')}.`],
    ];
  },
} as const;
