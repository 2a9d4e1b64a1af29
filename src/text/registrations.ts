import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { Registration } from '../core/registration.ts';
import { formatDay, formatInstant } from './days.ts';
import { clip } from './fold.ts';
import type { RegistrationLine } from './registration-line.ts';

/** Sentences of `/dang_ky`: what units aim at in the year, and the pledge that they signed. */

/** UTF-16 units. */
const LABEL = 40;
const TITLES = 160;

const pledge = ({ pledgeNumber, pledgedOn }: Pick<Registration, 'pledgeNumber' | 'pledgedOn'>) =>
  pledgeNumber === null
    ? 'chưa ghi số'
    : `số ${pledgeNumber}${pledgedOn ? ` ngày ${formatDay(pledgedOn)}` : ''}`;

interface Overview {
  year: number;
  units: readonly { unitId: string; unitName: string }[];
  registrations: readonly Registration[];
  /** The deadline that stands for it. */
  due: { title: string; dueOn: Day | null } | null;
}

export interface OwnYear {
  initiatives: number;
  targets: number;
}

export const registrationText = {
  overview: (bloc: string, { year, units, registrations, due }: Overview): Line[] => {
    const of = (unitId: string) => registrations.find(one => one.unitId === unitId);
    const missing = units.filter(one => !of(one.unitId));
    return [
      [{ bold: `Đăng ký thi đua, giao ước năm ${year}` }, ` · ${bloc}`],
      [`Đã đăng ký ${units.length - missing.length}/${units.length} đơn vị.`],
      ...units.flatMap(({ unitId, unitName }): Line[] => {
        const one = of(unitId);
        return one ? [[`✓ ${unitName}: ${clip(one.titles, TITLES)}; giao ước ${pledge(one)}`]] : [];
      }),
      ...(missing.length > 0 ? [[`Chưa đăng ký: ${missing.map(one => one.unitName).join('; ')}.`]] : []),
      ...(due
        ? [[`Hạn “${clip(due.title, 80)}”: ${due.dueOn ? formatDay(due.dueOn) : 'chưa định ngày'}.`]]
        : []),
    ];
  },
  own: (bloc: string, year: number, unit: string, one: Registration | null, own: OwnYear): Line[] => [
    [{ bold: `Đăng ký thi đua năm ${year}: ${unit}` }, ` · ${bloc}`],
    ...(one
      ? [
          [`• Danh hiệu, hình thức khen thưởng: ${one.titles}`],
          [`• Giao ước: ${pledge(one)}`],
          [{ italic: `Lần ${one.no}, đồng chí ${one.byName}, ${formatInstant(one.at)}` }] as Line,
        ]
      : [['Đơn vị chưa đăng ký.']]),
    [`• Chỉ tiêu đơn vị báo số liệu: ${own.targets}; sáng kiến đã đăng ký: ${own.initiatives}`],
  ],
  overviewLabel: 'Xem đăng ký',
  make: { id: 'dang_ky moi', label: 'Đăng ký' },
  again: { id: 'dang_ky moi', label: 'Đăng ký lại' },
  remind: { id: 'nhac', label: 'Nhắc đơn vị chưa nộp' },
  setDeadline: (year: number) => ({ id: `them_han Đăng ký thi đua năm ${year}`, label: 'Đặt hạn đăng ký' }),
  question: (): Line[] => [
    ['Năm nay đơn vị đăng ký danh hiệu, hình thức khen thưởng nào, giao ước số mấy? Ví dụ:'],
    [{ code: 'Tập thể Lao động xuất sắc; Cờ thi đua; giao ước số 12/GƯ-TYT ngày 10/6/2026' }],
    [{ italic: 'Có thể gửi kèm tệp bản giao ước đã ký.' }],
  ],
  noTitles: (): Line[] => [
    ['Hệ thống chưa thấy danh hiệu, hình thức khen thưởng nào. Đề nghị đồng chí gõ lại cả dòng.'],
  ],
  preview: (
    read: RegistrationLine & { titles: string },
    unit: string,
    file: string | null,
    due: { title: string; dueOn: Day | null } | null,
  ): Line[] => [
    [{ bold: `Sẽ ghi đăng ký thi đua của ${unit}:` }],
    [`• Danh hiệu, hình thức khen thưởng: ${read.titles}`],
    [`• Giao ước: ${pledge(read)}`],
    ...(file ? [[`• Tệp: ${file}`]] : []),
    ...(read.badDay ? [[`“${clip(read.badDay, 30)}” không phải là ngày có thật nên chưa ghi ngày.`]] : []),
    ...(due
      ? [[`Đồng thời nộp cho hạn “${clip(due.title, 80)}”${due.dueOn ? ` (${formatDay(due.dueOn)})` : ''}.`]]
      : []),
  ],
  save: (unit: string | null) => (unit === null ? 'Ghi đăng ký' : `Ghi: ${clip(unit, LABEL)}`),
  saved: (unit: string, done: number, of: number): Line[] => [
    [`Đã ghi đăng ký thi đua của ${unit}. Toàn khối: ${done}/${of} đơn vị đã đăng ký.`],
  ],
  /** To whoever wrote the new one. */
  instead: ({ titles, byName, at }: Registration): Line[] => [
    [`Thay đăng ký trước (${clip(titles, TITLES)}) do đồng chí ${byName} ghi lúc ${formatInstant(at)}.`],
  ],
  /** To the unit. */
  replaced: (before: Registration, titles: string): Line[] => [
    [{ bold: `Đăng ký thi đua của ${before.unitName} đã được ghi lại: ` }, `${clip(titles, TITLES)}.`],
    [`Trước đó: ${clip(before.titles, TITLES)}. Chưa đúng thì gõ lại /dang_ky.`],
  ],
  arrived: (bloc: string, unit: string, titles: string, done: number, of: number): Line[] => [
    [
      { bold: '[Đăng ký thi đua]' },
      ` ${bloc}: ${unit} đăng ký ${clip(titles, TITLES)}. ${done}/${of} đơn vị.`,
    ],
  ],
  contactsOnly: (): Line[] => [['Việc đăng ký thi đua dành cho đầu mối của đơn vị.']],
};
