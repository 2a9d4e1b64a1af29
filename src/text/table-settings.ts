import type { checkClasses } from '../core/check-settings.ts';
import type { Line } from '../core/message.ts';
import { type Caps, isGroup, type ScoreTable } from '../core/score-table.ts';
import { nodesOf, placeOf } from '../core/table-edit.ts';
import type { ScoreClass, SettingsPart, TableSettings } from '../core/table-settings.ts';
import { clip } from './fold.ts';
import { formatInterval } from './numbers.ts';
import { formatPoints } from './points.ts';
import { tableProblem } from './score-tables.ts';
import { tieKeyWords } from './tie-words.ts';

/** Sentences of what belongs to the table as a whole: rounding, classes, limits, ties. */

const NAME_UNITS = 60;

const decimalWords = (count: 0 | 1 | 2) => (count === 0 ? 'số nguyên' : `${count} số lẻ`);
const where = { leaf: 'từng tiêu chí', group: 'từng nhóm', total: 'tổng điểm' } as const;
const floors = {
  none: 'chỉ trong từng tiêu chí',
  group: 'từng nhóm không dưới 0',
  table: 'tổng điểm không dưới 0',
} as const;
const capWords: Record<keyof Caps, string> = {
  bonus: 'điểm thưởng',
  penalty: 'điểm trừ',
  total: 'tổng cả thưởng',
};

const classWords = ({ name, within, noZero }: ScoreClass, measure: TableSettings['measure']): string => {
  const unit = measure === 'percent' ? ' (%)' : '';
  return `${name}: ${formatInterval(within)}${unit}${noZero ? ', không có tiêu chí 0 điểm' : ''}`;
};

function partLines(part: SettingsPart, table: ScoreTable): Line[] {
  const { settings } = table;
  switch (part) {
    case 'rounding':
      return [[`Làm tròn: ${where[settings.rounding.at]}, ${decimalWords(settings.rounding.decimals)}.`]];
    case 'shownDecimals':
      return [[`Hiển thị tổng điểm: ${decimalWords(settings.shownDecimals)}.`]];
    case 'floor':
      return [[`Điểm không âm: ${floors[settings.floor]}.`]];
    case 'ranking':
      return [[`Đồng hạng: đánh số ${settings.ranking === 'gaps' ? '1, 1, 3' : '1, 1, 2'}.`]];
    case 'measure':
      return [
        [`Xếp loại, xếp hạng theo ${settings.measure === 'points' ? 'điểm' : 'phần trăm điểm được giao'}.`],
      ];
    case 'classes':
      return settings.classes.length === 0
        ? [['Xếp loại: chưa đặt.']]
        : [['Xếp loại:'], ...settings.classes.map((one): Line => [`• ${classWords(one, settings.measure)}`])];
    case 'tieBreak':
      return [
        [
          settings.tieBreak.length === 0
            ? 'Khi bằng điểm: chưa đặt thứ tự ưu tiên, giữ đồng hạng.'
            : `Khi bằng điểm, xét lần lượt: ${settings.tieBreak.map((one, n) => `${n + 1}) ${tieKeyWords('key' in one ? one.key : one.by, table)}${one.by === 'indicator' ? ` (${one.prefer === 'lower' ? 'thấp hơn' : 'cao hơn'})` : ''}`).join('; ')}.`,
        ],
      ];
  }
}

const capsShown = (caps: Caps): string =>
  (['bonus', 'penalty', 'total'] as const)
    .flatMap(of => (caps[of] === null ? [] : [`${capWords[of]} ${formatPoints(caps[of])}`]))
    .join(', ');

function capLines(table: ScoreTable): Line[] {
  const groups = nodesOf(table).flatMap(one => {
    const shown = isGroup(one) ? capsShown(one.caps) : '';
    return shown === '' ? [] : [`mục ${placeOf(table, one.key)}: ${shown}`];
  });
  const own = capsShown(table.caps);
  const all = [...(own === '' ? [] : [`cả bảng: ${own}`]), ...groups];
  return [[all.length === 0 ? 'Mức trần: không có.' : `Mức trần: ${all.join('; ')}.`]];
}

const PARTS: readonly SettingsPart[] = [
  ...(['rounding', 'shownDecimals', 'floor', 'measure', 'classes', 'ranking', 'tieBreak'] as const),
];

const examples: Record<SettingsPart | 'cap', string> = {
  rounding: 'làm tròn từng nhóm 1 số lẻ',
  shownDecimals: 'hiển thị 1 số lẻ',
  floor: 'không âm theo nhóm',
  measure: 'xếp loại theo phần trăm',
  classes: 'xếp loại: Xuất sắc từ 95; Tốt từ 85; Khá từ 75',
  ranking: 'đồng hạng 1, 1, 2',
  tieBreak: 'ưu tiên: II.1, số phiếu, quyết định',
  cap: 'III thưởng tối đa 5',
};

export const tableSettingsText = {
  all: (table: ScoreTable): Line[] => [
    [{ bold: 'Cách tính chung của bảng' }],
    ...PARTS.flatMap(part => partLines(part, table)),
    ...capLines(table),
    [
      { italic: 'Sửa bằng cách gõ như: ' },
      ...(['classes', 'tieBreak', 'rounding', 'cap', 'ranking'] as const).flatMap((part, n) => [
        ...(n === 0 ? [] : [' · ']),
        { code: examples[part] },
      ]),
      '.',
    ],
  ],
  part: (part: SettingsPart, table: ScoreTable): Line[] => partLines(part, table),
  cap: (place: string | null, of: keyof Caps, points: Caps['total']): Line => [
    `${place === null ? 'Cả bảng' : `Mục ${place}`}: ${capWords[of]} ${points === null ? 'không giới hạn' : `tối đa ${formatPoints(points)}`}.`,
  ],
  /** What a group has that a criterion has not. */
  capOfGroup: (place: string): Line => [
    `Mục ${place} là một tiêu chí; mức trần thưởng, trừ đặt cho nhóm hoặc cho cả bảng. Sửa điểm tối đa: gõ “${place} tối đa …”.`,
  ],
  unclear: (part: SettingsPart | 'cap', words: string): Line => [
    `Hệ thống chưa hiểu “${clip(words, NAME_UNITS)}”; chưa có gì thay đổi. Gõ như: `,
    { code: examples[part] },
    '.',
  ],
  rivals: (problems: ReturnType<typeof checkClasses>): Line[] => [
    ...problems.map(tableProblem),
    ['Các mức xếp loại phải liền nhau, không chồng nhau; chưa có gì thay đổi.'],
  ],
} as const;
