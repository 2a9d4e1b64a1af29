import type { Day } from '../core/day.ts';
import type { Line } from '../core/message.ts';
import type { Oddness } from '../core/odd-value.ts';
import { shortRef } from '../core/short-ref.ts';
import type { Light, Target, TargetReport, TargetStanding } from '../core/target.ts';
import { formatDay } from './days.ts';
import { clean, clip } from './fold.ts';
import { joinVi } from './sizes.ts';
import { figure, lamp, NAME, named, oddWords, reported, said, value } from './target-words.ts';
import { unreachedLines } from './unreached.ts';

/** Sentences of `/chi_tieu`: what is to be reached, and how far it is. */

/** UTF-16 units. */
const LABEL = 40;
const QUOTE = 160;

const ref = (one: Pick<Target, 'id'>) => shortRef('t', one.id);

/** What stands behind a target in a list: the bloc's figure, or how the units do. */
function how({ target, units, bloc, light }: TargetStanding): string {
  if (bloc.report) return `${reported(target, bloc.report)}, ${said[light]}`;
  const [only, ...others] = units;
  if (!only) return said[light];
  if (others.length === 0)
    return `${only.unit.unitName}: ${only.report ? `${reported(target, only.report)}, ` : ''}${said[light]}`;
  const reached = units.filter(one => one.light === 'reached').length;
  const silent = units.filter(one => !one.report).length;
  const quiet = silent > 0 ? `, ${silent} chưa có số liệu` : '';
  return `${reached}/${units.length} đơn vị đạt${quiet}`;
}

const row = (one: TargetStanding): Line => [
  `${one.target.no}. ${lamp[one.light]} `,
  ...named(one.target),
  ` – ${how(one)}`,
];

export const targetText = {
  list: (bloc: string, year: number, groups: readonly TargetStanding[][], total: number): Line[] => {
    const all = groups.flat();
    const together = (group: readonly TargetStanding[]): Line[] => [
      [{ italic: `Cùng một câu: “${clip(clean(group[0]?.target.from?.quote ?? ''), QUOTE)}”` }],
      ...group.map((one): Line => ['   ', ...row(one)]),
    ];
    return [
      [{ bold: `Chỉ tiêu năm ${year}` }, ` · ${bloc}`],
      ...(total === 0
        ? [
            [
              'Năm nay chưa có chỉ tiêu. Trưởng khối nạp văn bản kế hoạch: ',
              { code: '/nap_ke_hoach' },
            ] as Line,
          ]
        : []),
      ...groups.flatMap(group => (group.length > 1 ? together(group) : group.map(row))),
      ...(total > all.length
        ? [[`Tất cả ${total} chỉ tiêu; mở một chỉ tiêu: `, { code: '/chi_tieu 1' }] as Line]
        : []),
    ];
  },
  /** `own`: the person may report this one. */
  shown: (bloc: string, { target, units, bloc: whole, light }: TargetStanding, lead: boolean): Line[] => {
    const bySource = ({ report }: { report: TargetReport | null }): Line[] =>
      report?.byName
        ? [
            [
              {
                italic: `  ${report.source ? `Nguồn: ${report.source}. ` : ''}${report.file ? `Kèm tệp ${report.file.name}. ` : ''}Đồng chí ${report.byName}.`,
              },
            ],
          ]
        : [];
    return [
      [{ bold: `Chỉ tiêu ${target.no}: ${clip(target.metric, NAME)}` }, ` · ${bloc}`],
      ['Mức đề ra: ', { bold: figure(target) }, target.dueOn ? `, đến ${formatDay(target.dueOn)}` : ''],
      ...(target.from ? [[{ italic: `Văn bản: “${clip(clean(target.from.quote), QUOTE)}”` }] as Line] : []),
      ...(units.length === 0 || whole.report
        ? [
            [
              `${lamp[whole.light]} Toàn khối: ${whole.report ? `${reported(target, whole.report)}, ` : ''}${said[whole.light]}`,
            ] as Line,
            ...bySource(whole),
          ]
        : []),
      ...units.flatMap((one): Line[] => [
        [
          `${lamp[one.light]} ${one.unit.unitName}: ${one.report ? `${reported(target, one.report)}, ` : ''}${said[one.light]}`,
        ],
        ...bySource(one),
      ]),
      ...(lead && units.length === 0
        ? [['Giao cho đơn vị: ', { code: `/chi_tieu ${target.no} giao Phòng Kinh tế` }] as Line]
        : []),
      ...(target.counted ? [['Hệ thống đếm từ sáng kiến đã đăng ký: ', { code: '/sang_kien' }] as Line] : []),
      ...(light === 'above' ? [['Số liệu cao hơn khoảng đề ra: tốt hay chưa tốt do khối xem xét.']] : []),
    ];
  },
  open: (one: Target) => ({ id: `chi_tieu ${ref(one)}`, label: `${one.no}. ${clip(one.metric, LABEL)}` }),
  report: (one: Target) => ({
    id: `chi_tieu bao ${ref(one)}`,
    label: 'Báo số liệu',
    tone: 'primary' as const,
  }),
  more: 'Xem tiếp',
  silentLabel: (units: number) => `Đơn vị chưa báo (${units})`,
  question: (target: Target): Line[] => [
    [{ bold: `Chỉ tiêu ${target.no}: ${clip(target.metric, NAME)}` }],
    ['Mức đề ra: ', { bold: figure(target) }],
    [],
    [
      target.operator === 'done'
        ? 'Đã hoàn thành chưa? Gõ “xong” hoặc “chưa”, kèm ngày và nguồn nếu có.'
        : 'Đến nay đạt bao nhiêu? Gõ số, ngày và nguồn, ví dụ: 12,5 đến 30/6, theo Báo cáo 15/BC-KT. Có thể gửi kèm tệp minh chứng.',
    ],
  ],
  preview: (
    target: Target,
    given: { who: string | null; value: number; asOf: Day; source: string | null; file: string | null },
    light: Light,
    odd: readonly { value: number; why: Oddness }[],
  ): Line[] => [
    [{ bold: `Sẽ ghi chỉ tiêu ${target.no}: ${clip(target.metric, NAME)}` }],
    [`Của: ${given.who ?? 'toàn khối'}`],
    ['Số liệu: ', { bold: value(target, given.value) }, `, đến ngày ${formatDay(given.asOf)}`],
    [`Nguồn: ${given.source ?? 'chưa ghi'}${given.file ? `; kèm tệp ${given.file}` : ''}`],
    [`Mức đề ra: ${figure(target)}. ${lamp[light]} ${said[light]}.`],
    ...odd.map(
      (one): Line => [
        { bold: `Có đúng ${value(target, one.value)} không? ` },
        `${oddWords(target, one.why)} Nếu gõ nhầm, đồng chí gõ lại cả dòng.`,
      ],
    ),
  ],
  save: (target: Target, number: number, who: string | null, odd: boolean) =>
    `${odd ? 'Đúng, ghi' : 'Ghi'} ${value(target, number)}${who === null ? '' : `: ${clip(who, LABEL)}`}`,
  saved: (target: Target, who: string, number: number, light: Light): Line[] => [
    [`Đã ghi chỉ tiêu ${target.no} của ${who}: ${value(target, number)}. ${lamp[light]} ${said[light]}.`],
  ],
  wholeBloc: 'toàn khối',
  noValue: (target: Target): Line[] => [
    [
      target.operator === 'done'
        ? 'Hệ thống chưa rõ đã hoàn thành hay chưa. Đề nghị đồng chí gõ “xong” hoặc “chưa”.'
        : 'Hệ thống chưa thấy con số ở đầu dòng. Đề nghị đồng chí gõ số trước, ví dụ: 12,5 đến 30/6.',
    ],
  ],
  badDay: (words: string): Line[] => [
    [`Ngày “${clip(words, 30)}” không có hoặc chưa đến. Đề nghị đồng chí gõ lại cả dòng.`],
  ],
  arrived: (bloc: string, target: Target, who: string, number: number, light: Light): Line[] => [
    [
      { bold: `[Chỉ tiêu ${target.no}]` },
      ` ${bloc}: ${who} báo ${value(target, number)} (mức đề ra ${figure(target)}). ${lamp[light]} ${said[light]}.`,
    ],
  ],
  notYours: (target: Target): Line[] => [
    [
      target.counted
        ? `Chỉ tiêu ${target.no} do Hệ thống đếm từ sáng kiến đã đăng ký bằng /sang_kien, không phải báo.`
        : target.owners.length > 0
          ? `Chỉ tiêu ${target.no} do ${joinVi(target.owners.map(one => one.unitName))} báo số liệu.`
          : `Chỉ tiêu ${target.no} của toàn khối do Trưởng khối báo số liệu.`,
    ],
  ],
  previewAssign: (target: Target, units: readonly string[]): Line[] => [
    [{ bold: `Chỉ tiêu ${target.no}: ${clip(target.metric, NAME)}` }],
    units.length > 0
      ? [`Sẽ giao cho: ${joinVi(units)}. Các đơn vị này báo số liệu riêng của mình.`]
      : ['Sẽ không giao đơn vị nào: Trưởng khối báo số liệu của toàn khối.'],
  ],
  assign: 'Giao',
  assigned: (target: Target, units: readonly string[]): Line[] => [
    [
      units.length > 0
        ? `Đã giao chỉ tiêu ${target.no} cho ${joinVi(units)}.`
        : `Đã thôi giao chỉ tiêu ${target.no}; Trưởng khối báo số liệu của toàn khối.`,
    ],
  ],
  given: (bloc: string, target: Target): Line[] => [
    [
      { bold: `[Chỉ tiêu ${target.no}]` },
      ` ${bloc}: Trưởng khối giao đơn vị đồng chí theo dõi, báo số liệu.`,
    ],
    named(target),
  ],
  eachUnit: (target: Target): Line[] => [
    [`Chỉ tiêu ${target.no} là cam kết của mỗi đơn vị, không phải giao thêm.`],
  ],
  noUnits: (words: string): Line[] => [
    [`Hệ thống chưa rõ đơn vị “${clip(words, 60)}”. Xem tên các đơn vị: `, { code: '/thanh_vien' }],
  ],
  silent: (bloc: string, rows: readonly { unit: string; numbers: readonly number[] }[]): Line[] => [
    [{ bold: 'Chưa báo số liệu chỉ tiêu' }, ` · ${bloc}`],
    ...(rows.length === 0 ? [['Các đơn vị được giao đều đã báo.']] : []),
    ...rows.map(({ unit, numbers }): Line => [`• ${unit}: chỉ tiêu ${numbers.join(', ')}`]),
  ],
  ask: (units: number) => ({
    id: 'chi_tieu nhac',
    label: `Đề nghị ${units} đơn vị báo số liệu`,
    tone: 'primary' as const,
  }),
  asking: (bloc: string, targets: readonly Target[]): Line[] => [
    [{ bold: '[Chỉ tiêu]' }, ` ${bloc}: đề nghị đơn vị đồng chí báo số liệu đến nay của:`],
    ...targets.map((one): Line => [`${one.no}. `, ...named(one)]),
    [
      'Gõ số chỉ tiêu rồi số liệu, ví dụ ',
      { code: `/chi_tieu ${targets[0]?.no ?? 1} 12,5 đến 30/6` },
      '. Trân trọng.',
    ],
  ],
  asked: (units: readonly string[], unreached: readonly string[]): Line[] => [
    ...(units.length > 0 ? [[`Đã gửi đề nghị tới ${joinVi(units)}.`]] : []),
    ...unreachedLines(unreached),
  ],
  quiet: (): Line[] => [['Đang là giờ nghỉ hoặc ngày nghỉ. Đề nghị đồng chí gửi vào giờ làm việc.']],
  leadOnly: (): Line[] => [['Việc này do Trưởng khối làm. Xem chỉ tiêu: ', { code: '/chi_tieu' }]],
  unknown: (asked: string): Line[] => [
    [`Không có chỉ tiêu “${clip(asked, 20)}”. Xem danh sách: `, { code: '/chi_tieu' }],
  ],
  /** One line of the week's summary. */
  digest: (counts: Record<Light, number>): Line => [
    `Chỉ tiêu: ${counts.reached} đạt, ${counts.on_track + counts.above} đang thực hiện, ${counts.behind} chưa đạt, ${counts.silent} chưa có số liệu; xem `,
    { code: '/chi_tieu' },
    '.',
  ],
};
