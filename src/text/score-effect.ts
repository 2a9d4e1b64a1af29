import type { JoiningEffect } from '../core/joining-effect.ts';
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
const pointsWords = ({ points }: Affected) => fromTo(shown(points.from), shown(points.to));
const said = (parts: readonly (string | null)[]) => parts.filter(part => part !== null).join('; ');

const placeWords = ({ rank }: Affected) =>
  rank.from === rank.to ? null : `hạng ${fromTo(place(rank.from), place(rank.to))}`;

function unitLine(one: Affected): Line {
  const parts = [
    hasMoved(one) ? `${pointsWords(one)} điểm` : null,
    ...one.criteria.map(({ no, from, to }) => `tiêu chí ${no}: ${fromTo(shown(from), shown(to))}`),
    placeWords(one),
  ];
  return ['• ', { bold: one.unitName }, `: ${said(parts)}`];
}

/** What a change of facts does to points and places. */
export const scoreEffectText = {
  /** To the lead, before and after; nothing where no point moves. */
  lines: ({ locked, affected }: ScoreEffect): Line[] => {
    if (affected.length === 0) return [];
    if (locked) return [scoreEffectText.locked()];
    const what = affected.some(hasMoved) ? 'Điểm' : 'Thứ hạng';
    return [[{ bold: `${what} tạm tính thay đổi theo:` }], ...scoreEffectText.units(affected)];
  },
  /** Of a unit that is to come in. */
  joining: ({ locked, affected, waiting, shut }: JoiningEffect): Line[] => {
    if (locked) return [['Điểm đã công bố và đã khóa: đơn vị mới không có trong kết quả.']];
    const own = shut
      ? 'Đang chấm điểm, tự chấm đã khóa: muốn đơn vị mới tự chấm, đề nghị mở lại (/cong_bo).'
      : 'Đang chấm điểm: đơn vị mới tự chấm (/cham_diem) và được xếp hạng cùng các đơn vị.';
    const shown = waiting.slice(0, MOST).join('; ');
    return [
      [own],
      ...(waiting.length > 0
        ? [
            [
              `Điểm các đơn vị ở tiêu chí ${shown}${waiting.length > MOST ? '…' : ''} là tạm tính đến khi đơn vị mới chấm.`,
            ] satisfies Line,
          ]
        : []),
      ...scoreEffectText.lines({ locked, affected }),
    ];
  },
  units: (affected: readonly Affected[]): Line[] => {
    const rest = affected.length - MOST;
    return [...affected.slice(0, MOST).map(unitLine), ...(rest > 0 ? [[`… và ${rest} đơn vị khác.`]] : [])];
  },
  locked: (): Line => [
    'Điểm đã công bố và đã khóa: thay đổi này không làm thay đổi điểm, thứ hạng. Chỉ kiến nghị được chấp nhận mới đổi điểm: đơn vị gõ ',
    { code: '/kien_nghi' },
    '.',
  ],
  /** To the unit itself; its place only where units see each other's. */
  toUnit: (one: Affected, open: boolean): Line[] => [
    ...one.criteria.map(
      ({ no, name, from, to }): Line => [
        `Tiêu chí ${no}. ${clip(name, NAME_UNITS)}: ${shown(from)} → `,
        { bold: shown(to) },
      ],
    ),
    [`Tổng điểm tạm tính của đơn vị: ${said([pointsWords(one), open ? placeWords(one) : null])}.`],
  ],
  /** To a unit, of published scores that an appeal has moved. */
  total: (one: Affected): Line => {
    const { from, to } = one.points;
    const moved = from === to ? null : `tổng điểm ${pointsWords(one)}`;
    return [`Điểm chính thức của đơn vị: ${said([moved, placeWords(one)])}.`];
  },
} as const;
